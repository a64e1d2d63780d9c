package org.torg.kernel.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.buyer;
import static org.torg.kernel.fixture.Callers.foreigner;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Callers.staff;
import static org.torg.kernel.fixture.Callers.stranger;
import static org.torg.kernel.fixture.Customers.OFFICE;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.BULKY;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.UNTRACKED;
import static org.torg.kernel.fixture.Shop.checkout;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Address;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.CartRule;
import org.torg.api.cart.Carts;
import org.torg.api.cart.Carts.CartView;
import org.torg.api.catalog.Sku;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.DeliveryChoice.Timing;
import org.torg.api.order.Order;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Outcomes;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.fixture.Shop;

class CartServiceTest {
    private static final PriceAgreement CURRENT = new PriceAgreement.Current();

    private static Cart cart(Shop shop) {
        return shop.carts().create(owner(), Optional.empty(), Optional.empty()).orElseThrow();
    }

    private static Cart add(Shop shop, CartId cart, Sku sku, int quantity) {
        return shop.carts()
                .addLine(owner(), Optional.empty(), cart, sku, quantity)
                .orElseThrow();
    }

    private static DeliveryChoice to(Address address, Destination.Kind kind, Optional<String> option) {
        return new DeliveryChoice(address, kind, option, new Timing.Complete());
    }

    @OnEveryDatabase
    void theSameArticleAgainAddsToItsLine(Database database) {
        Shop shop = Shop.open(database);
        CartId id = cart(shop).id();
        add(shop, id, DENIED, 2);
        add(shop, id, UNTRACKED, 1);
        Cart cart = add(shop, id, DENIED, 3);
        assertThat(cart.lines())
                .extracting(line -> line.sku() + " " + line.quantity())
                .containsExactly(DENIED + " 5", UNTRACKED + " 1");
        assertThat(shop.carts().get(owner(), id).orElseThrow().cart()).isEqualTo(cart);
    }

    @OnEveryDatabase
    void linesAreChangedAndRemovedAndKeepTheirPlaces(Database database) {
        Shop shop = Shop.open(database);
        Cart cart = cart(shop);
        add(shop, cart.id(), DENIED, 2);
        Cart two = add(shop, cart.id(), UNTRACKED, 1);
        LineId first = two.lines().get(0).id();
        Cart changed = shop.carts()
                .changeLine(owner(), Optional.empty(), cart.id(), Optional.of(two.version()), first, 7)
                .orElseThrow();
        assertThat(changed.lines().get(0).quantity()).isEqualTo(7);
        assertThat(refusal(shop.carts()
                                .changeLine(owner(), Optional.empty(), cart.id(), Optional.of(two.version()), first, 8))
                        .kind())
                .isEqualTo(Refusal.Kind.PRECONDITION);
        Cart removed = shop.carts()
                .changeLine(owner(), Optional.empty(), cart.id(), Optional.empty(), first, 0)
                .orElseThrow();
        assertThat(removed.lines()).hasSize(1);
        assertThat(code(shop.carts().changeLine(owner(), Optional.empty(), cart.id(), Optional.empty(), first, 1)))
                .isEqualTo("line-not-found");
        Cart again = add(shop, cart.id(), DENIED, 1);
        assertThat(again.lines().get(1).id()).isNotEqualTo(first);
        assertThat(shop.carts().get(owner(), cart.id()).orElseThrow().cart()).isEqualTo(again);
    }

    @OnEveryDatabase
    void parallelEditsLoseNothing(Database database) {
        Shop shop = Shop.open(database);
        Kernel second = shop.kernel().node();
        CartId id = cart(shop).id();
        List<Outcome<Cart>> answers = Parallel.run(16, caller -> {
            Carts carts = (caller % 2 == 0 ? shop.kernel() : second).carts;
            Sku sku = caller % 4 == 0 ? UNTRACKED : DENIED;
            carts.addLine(owner(), Optional.empty(), id, sku, 1).orElseThrow();
            return carts.addLine(owner(), Optional.empty(), id, sku, 2);
        });
        assertThat(answers).allMatch(Outcome::isDone);
        Cart cart = shop.carts().get(owner(), id).orElseThrow().cart();
        assertThat(cart.lines()).hasSize(2);
        assertThat(cart.lines().stream()
                        .filter(line -> line.sku().equals(UNTRACKED))
                        .mapToInt(Cart.Line::quantity)
                        .sum())
                .isEqualTo(12);
        assertThat(cart.lines().stream().mapToInt(Cart.Line::quantity).sum()).isEqualTo(48);
        assertThat(cart.version()).isEqualTo(33);
    }

    @OnEveryDatabase
    void unknownArticlesAndAbsurdQuantitiesAreRefused(Database database) {
        Shop shop = Shop.open(database);
        CartId id = cart(shop).id();
        Carts carts = shop.carts();
        assertThat(code(carts.addLine(owner(), Optional.empty(), id, new Sku("NOPE"), 1)))
                .isEqualTo("sku-unknown");
        assertThat(code(carts.addLine(owner(), Optional.empty(), id, new Sku("' OR"), 1)))
                .isEqualTo("sku-unknown");
        for (int quantity : new int[] {0, -1, 100_001, Integer.MAX_VALUE}) {
            assertThat(code(carts.addLine(owner(), Optional.empty(), id, DENIED, quantity)))
                    .isEqualTo("quantity-invalid");
        }
        add(shop, id, DENIED, 100_000);
        assertThat(code(carts.addLine(owner(), Optional.empty(), id, DENIED, 1)))
                .isEqualTo("quantity-invalid");
        assertThat(code(carts.create(
                        owner(), Optional.empty(), Optional.of(new org.torg.api.vendor.VendorId("dental")))))
                .isEqualTo("vendor-unknown");
    }

    @OnEveryDatabase
    void aForeignCartAnswersLikeAnUnknownOne(Database database) {
        Shop shop = Shop.open(database);
        CartId id = cart(shop).id();
        Refusal foreign = refusal(shop.carts().get(foreigner(), id));
        assertThat(foreign).isEqualTo(refusal(shop.carts().get(foreigner(), new CartId("nothing"))));
        assertThat(code(shop.carts().addLine(foreigner(), Optional.empty(), id, DENIED, 1)))
                .isEqualTo("cart-not-found");
        assertThat(code(shop.carts().checkout(foreigner(), Optional.empty(), id, checkout(CURRENT))))
                .isEqualTo("cart-not-found");
        assertThat(shop.carts().get(buyer(), id).isDone()).as("a colleague").isTrue();
        assertThat(refusal(shop.carts().get(staff(), id)).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(refusal(shop.carts().get(stranger(), id)).kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @OnEveryDatabase
    void aCartShowsTodaysPricesAndWhatStandsInTheWay(Database database) {
        Shop shop = Shop.open(database);
        CartId id = cart(shop).id();
        assertThat(shop.carts().get(owner(), id).orElseThrow().quotation()).isEmpty();
        add(shop, id, DENIED, 2);
        CartView view = shop.carts().get(owner(), id).orElseThrow();
        assertThat(view.quotation().orElseThrow().priced().gross().getAmount()).isEqualByComparingTo("423.75");
        assertThat(view.objections()).isEmpty();
        shop.carts()
                .setDelivery(
                        owner(),
                        Optional.empty(),
                        id,
                        Optional.empty(),
                        to(OFFICE, Destination.Kind.PARCEL_SHOP, Optional.empty()))
                .orElseThrow();
        CartView objected = shop.carts().get(owner(), id).orElseThrow();
        assertThat(objected.objections()).hasSize(1);
        String why = objected.objections().get(0).code();
        assertThat(code(shop.carts().checkout(owner(), Optional.empty(), id, checkout(CURRENT))))
                .isEqualTo(why);
    }

    @OnEveryDatabase
    void aDeliveryMustBePossible(Database database) {
        Shop shop = Shop.open(database);
        CartId id = add(shop, cart(shop).id(), BULKY, 1).id();
        Address abroad = new Address("A", Optional.empty(), "B", Optional.empty(), "111 22", "Stockholm", "SE");
        DeliveryChoice past = new DeliveryChoice(
                OFFICE,
                Destination.Kind.BUSINESS,
                Optional.empty(),
                new Timing.Requested(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 9)));
        assertThat(set(shop, id, to(abroad, Destination.Kind.BUSINESS, Optional.empty())))
                .isEqualTo("country-not-served");
        assertThat(set(shop, id, past)).isEqualTo("date-past");
        assertThat(set(shop, id, to(OFFICE, Destination.Kind.BUSINESS, Optional.of("parcel"))))
                .as("too big for a parcel")
                .isEqualTo("delivery-option-unknown");
        assertThat(set(shop, id, to(OFFICE, Destination.Kind.BUSINESS, Optional.of("forwarder"))))
                .isEqualTo("done");
        assertThat(shop.carts().get(owner(), id).orElseThrow().cart().delivery())
                .isPresent();
    }

    private static String set(Shop shop, CartId id, DeliveryChoice delivery) {
        return code(shop.carts().setDelivery(owner(), Optional.empty(), id, Optional.empty(), delivery));
    }

    @OnEveryDatabase
    void checkingOutClosesTheCartAndUsesItsDelivery(Database database) {
        Shop shop = Shop.open(database);
        CartId id = cart(shop).id();
        assertThat(code(shop.carts().checkout(owner(), Optional.empty(), id, checkout(CURRENT))))
                .isEqualTo("cart-empty");
        add(shop, id, DENIED, 2);
        set(shop, id, to(OFFICE, Destination.Kind.BUSINESS, Optional.of("express")));
        String shown = shop.carts()
                .get(owner(), id)
                .orElseThrow()
                .quotation()
                .orElseThrow()
                .snapshot();
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("checkout"));
        Order order = shop.carts()
                .checkout(owner(), key, id, checkout(new PriceAgreement.Snapshot(shown)))
                .orElseThrow();
        assertThat(order.snapshot().delivery().address()).isEqualTo(OFFICE);
        assertThat(order.snapshot().delivery().option()).contains("express");
        assertThat(order.agreedBy()).isEqualTo(Order.AgreedBy.SNAPSHOT);
        CartView closed = shop.carts().get(owner(), id).orElseThrow();
        assertThat(closed.cart().order()).contains(order.id());
        assertThat(closed.quotation()).isEmpty();
        assertThat(code(shop.carts().addLine(owner(), Optional.empty(), id, DENIED, 1)))
                .isEqualTo("cart-closed");
        assertThat(code(shop.carts().checkout(owner(), Optional.empty(), id, checkout(CURRENT))))
                .isEqualTo("cart-closed");
        assertThat(shop.carts()
                        .checkout(owner(), key, id, checkout(new PriceAgreement.Snapshot(shown)))
                        .orElseThrow())
                .isEqualTo(order);
    }

    @OnEveryDatabase
    void aDoubleCheckoutWithoutAKeyIsOneOrder(Database database) {
        Shop shop = Shop.open(database);
        Kernel second = shop.kernel().node();
        CartId id = add(shop, cart(shop).id(), DENIED, 10).id();
        List<Outcome<Order>> answers = Parallel.run(4, caller -> (caller % 2 == 0 ? shop.kernel() : second)
                .carts.checkout(owner(), Optional.empty(), id, checkout(CURRENT)));
        assertThat(answers.stream().map(Outcomes::code))
                .containsExactlyInAnyOrder("done", "cart-closed", "cart-closed", "cart-closed");
        assertThat(shop.stock(DENIED).reserved()).isEqualTo(10);
    }

    @OnEveryDatabase
    void aCheckoutThatIsRefusedLeavesTheCartOpen(Database database) {
        Shop shop = Shop.open(database);
        CartId id = add(shop, cart(shop).id(), DENIED, 11).id();
        assertThat(code(shop.carts().checkout(owner(), Optional.empty(), id, checkout(CURRENT))))
                .isEqualTo("stock-insufficient");
        assertThat(shop.carts().get(owner(), id).orElseThrow().cart().order()).isEmpty();
    }

    @OnEveryDatabase
    void aCartWhoseVendorIsAwayIsStillReadable(Database database) {
        Shop shop = Shop.open(database);
        CartId id = add(shop, cart(shop).id(), DENIED, 1).id();
        shop.kernel().vendorLeaves();
        CartView view = shop.carts().get(owner(), id).orElseThrow();
        assertThat(view.cart().vendor()).isEqualTo(LIGHTING);
        assertThat(view.quotation()).isEmpty();
        assertThat(view.objections()).extracting(CartRule.Objection::code).containsExactly("vendor-unavailable");
        assertThat(refusal(shop.carts().checkout(owner(), Optional.empty(), id, checkout(CURRENT)))
                        .kind())
                .isEqualTo(Refusal.Kind.UNAVAILABLE);
    }
}

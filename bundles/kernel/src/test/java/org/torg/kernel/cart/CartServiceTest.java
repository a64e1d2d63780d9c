package org.torg.kernel.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.KernelFixture.BULKY;
import static org.torg.kernel.KernelFixture.DENIED;
import static org.torg.kernel.KernelFixture.LIGHTING;
import static org.torg.kernel.KernelFixture.OFFICE;
import static org.torg.kernel.KernelFixture.UNTRACKED;
import static org.torg.kernel.KernelFixture.buyer;
import static org.torg.kernel.KernelFixture.checkout;
import static org.torg.kernel.KernelFixture.foreigner;
import static org.torg.kernel.KernelFixture.owner;
import static org.torg.kernel.KernelFixture.staff;
import static org.torg.kernel.KernelFixture.stranger;
import static org.torg.kernel.Outcomes.code;
import static org.torg.kernel.Outcomes.refusal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
import org.torg.kernel.KernelFixture;
import org.torg.kernel.KernelServices;
import org.torg.kernel.Outcomes;
import org.torg.kernel.Parallel;
import org.torg.kernel.TestDatabase;

class CartServiceTest {
    private static final PriceAgreement CURRENT = new PriceAgreement.Current();

    private static Cart cart(KernelFixture kernel) {
        return kernel.carts()
                .create(owner(), Optional.empty(), Optional.empty())
                .orElseThrow();
    }

    private static Cart add(KernelFixture kernel, CartId cart, Sku sku, int quantity) {
        return kernel.carts()
                .addLine(owner(), Optional.empty(), cart, sku, quantity)
                .orElseThrow();
    }

    private static DeliveryChoice to(Address address, Destination.Kind kind, Optional<String> option) {
        return new DeliveryChoice(address, kind, option, new Timing.Complete());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theSameArticleAgainAddsToItsLine(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        CartId id = cart(kernel).id();
        add(kernel, id, DENIED, 2);
        add(kernel, id, UNTRACKED, 1);
        Cart cart = add(kernel, id, DENIED, 3);
        assertThat(cart.lines())
                .extracting(line -> line.sku() + " " + line.quantity())
                .containsExactly(DENIED + " 5", UNTRACKED + " 1");
        assertThat(kernel.carts().get(owner(), id).orElseThrow().cart()).isEqualTo(cart);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void linesAreChangedAndRemovedAndKeepTheirPlaces(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        Cart cart = cart(kernel);
        add(kernel, cart.id(), DENIED, 2);
        Cart two = add(kernel, cart.id(), UNTRACKED, 1);
        LineId first = two.lines().get(0).id();
        Cart changed = kernel.carts()
                .changeLine(owner(), Optional.empty(), cart.id(), Optional.of(two.version()), first, 7)
                .orElseThrow();
        assertThat(changed.lines().get(0).quantity()).isEqualTo(7);
        assertThat(refusal(kernel.carts()
                                .changeLine(owner(), Optional.empty(), cart.id(), Optional.of(two.version()), first, 8))
                        .kind())
                .isEqualTo(Refusal.Kind.PRECONDITION);
        Cart removed = kernel.carts()
                .changeLine(owner(), Optional.empty(), cart.id(), Optional.empty(), first, 0)
                .orElseThrow();
        assertThat(removed.lines()).hasSize(1);
        assertThat(code(kernel.carts().changeLine(owner(), Optional.empty(), cart.id(), Optional.empty(), first, 1)))
                .isEqualTo("line-not-found");
        Cart again = add(kernel, cart.id(), DENIED, 1);
        assertThat(again.lines().get(1).id()).isNotEqualTo(first);
        assertThat(kernel.carts().get(owner(), cart.id()).orElseThrow().cart()).isEqualTo(again);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void parallelEditsLoseNothing(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        KernelServices second = kernel.node();
        CartId id = cart(kernel).id();
        List<Outcome<Cart>> answers = Parallel.run(16, caller -> {
            Carts carts = (caller % 2 == 0 ? kernel.services() : second).carts();
            Sku sku = caller % 4 == 0 ? UNTRACKED : DENIED;
            carts.addLine(owner(), Optional.empty(), id, sku, 1).orElseThrow();
            return carts.addLine(owner(), Optional.empty(), id, sku, 2);
        });
        assertThat(answers).allMatch(Outcome::isDone);
        Cart cart = kernel.carts().get(owner(), id).orElseThrow().cart();
        assertThat(cart.lines()).hasSize(2);
        assertThat(cart.lines().stream()
                        .filter(line -> line.sku().equals(UNTRACKED))
                        .mapToInt(Cart.Line::quantity)
                        .sum())
                .isEqualTo(12);
        assertThat(cart.lines().stream().mapToInt(Cart.Line::quantity).sum()).isEqualTo(48);
        assertThat(cart.version()).isEqualTo(33);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void unknownArticlesAndAbsurdQuantitiesAreRefused(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        CartId id = cart(kernel).id();
        Carts carts = kernel.carts();
        assertThat(code(carts.addLine(owner(), Optional.empty(), id, new Sku("NOPE"), 1)))
                .isEqualTo("sku-unknown");
        assertThat(code(carts.addLine(owner(), Optional.empty(), id, new Sku("' OR"), 1)))
                .isEqualTo("sku-unknown");
        for (int quantity : new int[] {0, -1, 100_001, Integer.MAX_VALUE}) {
            assertThat(code(carts.addLine(owner(), Optional.empty(), id, DENIED, quantity)))
                    .isEqualTo("quantity-invalid");
        }
        add(kernel, id, DENIED, 100_000);
        assertThat(code(carts.addLine(owner(), Optional.empty(), id, DENIED, 1)))
                .isEqualTo("quantity-invalid");
        assertThat(code(carts.create(
                        owner(), Optional.empty(), Optional.of(new org.torg.api.vendor.VendorId("dental")))))
                .isEqualTo("vendor-unknown");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aForeignCartAnswersLikeAnUnknownOne(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        CartId id = cart(kernel).id();
        Refusal foreign = refusal(kernel.carts().get(foreigner(), id));
        assertThat(foreign).isEqualTo(refusal(kernel.carts().get(foreigner(), new CartId("nothing"))));
        assertThat(code(kernel.carts().addLine(foreigner(), Optional.empty(), id, DENIED, 1)))
                .isEqualTo("cart-not-found");
        assertThat(code(kernel.carts().checkout(foreigner(), Optional.empty(), id, checkout(CURRENT))))
                .isEqualTo("cart-not-found");
        assertThat(kernel.carts().get(buyer(), id).isDone()).as("a colleague").isTrue();
        assertThat(refusal(kernel.carts().get(staff(), id)).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(refusal(kernel.carts().get(stranger(), id)).kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aCartShowsTodaysPricesAndWhatStandsInTheWay(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        CartId id = cart(kernel).id();
        assertThat(kernel.carts().get(owner(), id).orElseThrow().quotation()).isEmpty();
        add(kernel, id, DENIED, 2);
        CartView view = kernel.carts().get(owner(), id).orElseThrow();
        assertThat(view.quotation().orElseThrow().priced().gross().getAmount()).isEqualByComparingTo("423.75");
        assertThat(view.objections()).isEmpty();
        kernel.carts()
                .setDelivery(
                        owner(),
                        Optional.empty(),
                        id,
                        Optional.empty(),
                        to(OFFICE, Destination.Kind.PARCEL_SHOP, Optional.empty()))
                .orElseThrow();
        CartView objected = kernel.carts().get(owner(), id).orElseThrow();
        assertThat(objected.objections()).hasSize(1);
        String why = objected.objections().get(0).code();
        assertThat(code(kernel.carts().checkout(owner(), Optional.empty(), id, checkout(CURRENT))))
                .isEqualTo(why);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aDeliveryMustBePossible(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        CartId id = add(kernel, cart(kernel).id(), BULKY, 1).id();
        Address abroad = new Address("A", Optional.empty(), "B", Optional.empty(), "111 22", "Stockholm", "SE");
        DeliveryChoice past = new DeliveryChoice(
                OFFICE,
                Destination.Kind.BUSINESS,
                Optional.empty(),
                new Timing.Requested(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 9)));
        assertThat(set(kernel, id, to(abroad, Destination.Kind.BUSINESS, Optional.empty())))
                .isEqualTo("country-not-served");
        assertThat(set(kernel, id, past)).isEqualTo("date-past");
        assertThat(set(kernel, id, to(OFFICE, Destination.Kind.BUSINESS, Optional.of("parcel"))))
                .as("too big for a parcel")
                .isEqualTo("delivery-option-unknown");
        assertThat(set(kernel, id, to(OFFICE, Destination.Kind.BUSINESS, Optional.of("forwarder"))))
                .isEqualTo("done");
        assertThat(kernel.carts().get(owner(), id).orElseThrow().cart().delivery())
                .isPresent();
    }

    private static String set(KernelFixture kernel, CartId id, DeliveryChoice delivery) {
        return code(kernel.carts().setDelivery(owner(), Optional.empty(), id, Optional.empty(), delivery));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void checkingOutClosesTheCartAndUsesItsDelivery(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        CartId id = cart(kernel).id();
        assertThat(code(kernel.carts().checkout(owner(), Optional.empty(), id, checkout(CURRENT))))
                .isEqualTo("cart-empty");
        add(kernel, id, DENIED, 2);
        set(kernel, id, to(OFFICE, Destination.Kind.BUSINESS, Optional.of("express")));
        String shown = kernel.carts()
                .get(owner(), id)
                .orElseThrow()
                .quotation()
                .orElseThrow()
                .snapshot();
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("checkout"));
        Order order = kernel.carts()
                .checkout(owner(), key, id, checkout(new PriceAgreement.Snapshot(shown)))
                .orElseThrow();
        assertThat(order.snapshot().delivery().address()).isEqualTo(OFFICE);
        assertThat(order.snapshot().delivery().option()).contains("express");
        assertThat(order.agreedBy()).isEqualTo(Order.AgreedBy.SNAPSHOT);
        CartView closed = kernel.carts().get(owner(), id).orElseThrow();
        assertThat(closed.cart().order()).contains(order.id());
        assertThat(closed.quotation()).isEmpty();
        assertThat(code(kernel.carts().addLine(owner(), Optional.empty(), id, DENIED, 1)))
                .isEqualTo("cart-closed");
        assertThat(code(kernel.carts().checkout(owner(), Optional.empty(), id, checkout(CURRENT))))
                .isEqualTo("cart-closed");
        assertThat(kernel.carts()
                        .checkout(owner(), key, id, checkout(new PriceAgreement.Snapshot(shown)))
                        .orElseThrow())
                .isEqualTo(order);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aDoubleCheckoutWithoutAKeyIsOneOrder(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        KernelServices second = kernel.node();
        CartId id = add(kernel, cart(kernel).id(), DENIED, 10).id();
        List<Outcome<Order>> answers = Parallel.run(4, caller -> (caller % 2 == 0 ? kernel.services() : second)
                .carts()
                .checkout(owner(), Optional.empty(), id, checkout(CURRENT)));
        assertThat(answers.stream().map(Outcomes::code))
                .containsExactlyInAnyOrder("done", "cart-closed", "cart-closed", "cart-closed");
        assertThat(kernel.stock(DENIED).reserved()).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aCheckoutThatIsRefusedLeavesTheCartOpen(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        CartId id = add(kernel, cart(kernel).id(), DENIED, 11).id();
        assertThat(code(kernel.carts().checkout(owner(), Optional.empty(), id, checkout(CURRENT))))
                .isEqualTo("stock-insufficient");
        assertThat(kernel.carts().get(owner(), id).orElseThrow().cart().order()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aCartWhoseVendorIsAwayIsStillReadable(TestDatabase database) {
        KernelFixture kernel = KernelFixture.open(database);
        CartId id = add(kernel, cart(kernel).id(), DENIED, 1).id();
        kernel.vendorLeaves();
        CartView view = kernel.carts().get(owner(), id).orElseThrow();
        assertThat(view.cart().vendor()).isEqualTo(LIGHTING);
        assertThat(view.quotation()).isEmpty();
        assertThat(view.objections()).extracting(CartRule.Objection::code).containsExactly("vendor-unavailable");
        assertThat(refusal(kernel.carts().checkout(owner(), Optional.empty(), id, checkout(CURRENT)))
                        .kind())
                .isEqualTo(Refusal.Kind.UNAVAILABLE);
    }
}

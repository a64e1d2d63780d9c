package org.torg.kernel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Clinic.ACCOUNT;
import static org.torg.kernel.fixture.Clinic.NORTH;
import static org.torg.kernel.fixture.Clinic.OTHER;
import static org.torg.kernel.fixture.Clinic.SOUTH;
import static org.torg.kernel.fixture.Clinic.at;
import static org.torg.kernel.fixture.Clinic.in;
import static org.torg.kernel.fixture.Clinic.staff;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.event.Event;
import org.torg.api.event.EventRecord;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.invoice.InvoiceSummary;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderQuery;
import org.torg.api.order.OrderSummary;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.event.EventService;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Clinic;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;

/** What belongs to a location, to an account or to a vendor is seen and done by those alone who have rights there. */
class LocationTest {

    private static final PageRequest PAGE = new PageRequest(Optional.empty(), 50);
    private static final Optional<LocationId> NO_LOCATION = Optional.empty();
    private static final Optional<UserId> NOBODY = Optional.empty();

    private static List<OrderId> orders(Clinic clinic, Caller caller) {
        return clinic
                .shop()
                .orders()
                .find(caller, new OrderQuery(Optional.empty(), Optional.empty(), Optional.empty(), PAGE))
                .orElseThrow()
                .items()
                .stream()
                .map(OrderSummary::id)
                .toList();
    }

    private static List<OrderId> shipments(Clinic clinic, Caller caller) {
        return clinic.shop().shipments().find(caller, Optional.empty(), PAGE).orElseThrow().items().stream()
                .map(Shipment::order)
                .toList();
    }

    private static List<OrderId> invoices(Clinic clinic, Caller caller) {
        return clinic.shop().invoices().find(caller, Optional.empty(), PAGE).orElseThrow().items().stream()
                .map(InvoiceSummary::order)
                .toList();
    }

    private static Order deliver(Clinic clinic, Caller caller) {
        Order order = clinic.place(caller).orElseThrow();
        clinic.shop()
                .shipments()
                .register(
                        Callers.STAFF,
                        Optional.empty(),
                        order.id(),
                        Optional.empty(),
                        new RegisterShipment(Map.of(), Optional.empty(), List.of()))
                .orElseThrow();
        clinic.shop().deliver();
        return order;
    }

    @OnEveryDatabase
    @Tag("H12")
    void whoHasRightsAtOneLocationSeesAndDoesOnlyWhatBelongsToIt(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId boss = clinic.person("Boss", in(ACCOUNT, Role.OWNER));
        UserId ola = clinic.person("Ola", new Membership(Role.COLLEAGUE, new Scope.OfLocation(ACCOUNT, NORTH)));
        UserId both = clinic.person("Both", at(NORTH, Role.COLLEAGUE), at(SOUTH, Role.COLLEAGUE));
        OrderId north = deliver(clinic, clinic.signedIn(boss, NORTH)).id();
        OrderId south = deliver(clinic, clinic.signedIn(boss, SOUTH)).id();
        OrderId whole = deliver(clinic, clinic.signedIn(boss, ACCOUNT)).id();

        Caller olas = clinic.signedIn(ola, ACCOUNT);
        assertThat(olas.location()).contains(NORTH);
        Caller boths = clinic.signedIn(both, ACCOUNT);
        assertThat(boths.location()).isEmpty();
        Map<Caller, List<OrderId>> seen = Map.of(
                clinic.signedIn(boss, ACCOUNT),
                List.of(whole, south, north),
                clinic.signedIn(boss, SOUTH),
                List.of(south),
                olas,
                List.of(north),
                boths,
                List.of(south, north),
                clinic.signedIn(both, SOUTH),
                List.of(south));
        seen.forEach((caller, theirs) -> {
            assertThat(orders(clinic, caller)).isEqualTo(theirs);
            assertThat(shipments(clinic, caller)).isEqualTo(theirs);
            assertThat(invoices(clinic, caller)).isEqualTo(theirs);
        });
        assertThat(clinic.shop()
                        .invoices()
                        .find(olas, Optional.of(south), PAGE)
                        .orElseThrow()
                        .items())
                .isEmpty();
        assertThat(clinic.shop()
                        .shipments()
                        .find(olas, Optional.of(south), PAGE)
                        .orElseThrow()
                        .items())
                .isEmpty();

        Refusal unknown = refusal(clinic.shop().orders().get(olas, new OrderId("x")));
        for (OrderId other : List.of(south, whole)) {
            assertThat(refusal(clinic.shop().orders().get(olas, other))).isEqualTo(unknown);
        }
        assertThat(code(clinic.shop().orders().get(boths, whole))).isEqualTo("order-not-found");
        Caller bosses = clinic.signedIn(boss, ACCOUNT);
        InvoiceId southern = clinic.shop()
                .invoices()
                .find(bosses, Optional.of(south), PAGE)
                .orElseThrow()
                .items()
                .get(0)
                .id();
        assertThat(refusal(clinic.shop().invoices().get(olas, southern)))
                .isEqualTo(refusal(clinic.shop().invoices().get(olas, new InvoiceId("x"))));

        assertThat(code(clinic.place(boths))).isEqualTo("location-required");
        assertThat(code(clinic.shop().carts().create(boths, Optional.empty(), Optional.empty())))
                .isEqualTo("location-required");
        assertThat(clinic.place(olas).orElseThrow().location()).contains(NORTH);
    }

    @OnEveryDatabase
    @Tag("H11")
    void aMissingRightIsNamedToThoseWhoseItIs(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId boss = clinic.person("Boss", in(ACCOUNT, Role.OWNER));
        UserId reader = clinic.person(
                "Reader",
                new Membership(Role.COLLEAGUE, new Scope.OfLocation(ACCOUNT, NORTH), Set.of(Function.SHIPMENT_READ)),
                new Membership(Role.BUYER, new Scope.OfLocation(ACCOUNT, SOUTH), Set.of(Function.ORDER_READ)));
        OrderId north = deliver(clinic, clinic.signedIn(boss, NORTH)).id();

        assertThat(code(clinic.shop().orders().get(clinic.signedIn(reader, ACCOUNT), north)))
                .isEqualTo("right-missing");
        assertThat(orders(clinic, clinic.signedIn(reader, ACCOUNT))).isEmpty();
    }

    @OnEveryDatabase
    @Tag("H12")
    void aCartBelongsToALocation(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId boss = clinic.person("Boss", in(ACCOUNT, Role.OWNER));
        UserId ola = clinic.person("Ola", at(NORTH, Role.BUYER));
        UserId eva = clinic.person("Eva", at(SOUTH, Role.BUYER));
        Caller olas = clinic.signedIn(ola, ACCOUNT);
        Cart cart = clinic.shop()
                .carts()
                .create(olas, Optional.empty(), Optional.empty())
                .orElseThrow();
        assertThat(cart.location()).contains(NORTH);
        Cart filled = clinic.shop()
                .carts()
                .addLine(olas, Optional.empty(), cart.id(), Shop.UNTRACKED, 1)
                .orElseThrow();
        assertThat(filled.location()).contains(NORTH);

        Caller evas = clinic.signedIn(eva, ACCOUNT);
        assertThat(refusal(clinic.shop().carts().get(evas, cart.id())))
                .isEqualTo(refusal(clinic.shop().carts().get(evas, new CartId("x"))));
        assertThat(code(clinic.shop().carts().addLine(evas, Optional.empty(), cart.id(), Shop.UNTRACKED, 1)))
                .isEqualTo("cart-not-found");
        assertThat(code(clinic.shop()
                        .carts()
                        .checkout(
                                clinic.signedIn(boss, ACCOUNT), Optional.empty(), cart.id(), Clinic.checkout(NOBODY))))
                .isEqualTo("location-differs");
        Order order = clinic.shop()
                .carts()
                .checkout(clinic.signedIn(boss, NORTH), Optional.empty(), cart.id(), Clinic.checkout(NOBODY))
                .orElseThrow();
        assertThat(order.location()).contains(NORTH);
    }

    @OnEveryDatabase
    @Tag("T28")
    void switchingTheAccountChangesEveryList(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId kari = clinic.person("Kari", in(ACCOUNT, Role.OWNER), in(OTHER, Role.OWNER));
        clinic.kernel().transactions.change(tx -> clinic.kernel()
                .stores
                .accounts()
                .put(tx, new Agreement(OTHER, LIGHTING, Optional.of("gold"), Set.of())));
        Caller first = clinic.signedIn(kari, ACCOUNT);
        Caller second = clinic.signedIn(kari, OTHER);
        OrderId one = deliver(clinic, first).id();
        OrderId two = deliver(clinic, second).id();
        Cart cart = clinic.shop()
                .carts()
                .create(first, Optional.empty(), Optional.empty())
                .orElseThrow();

        Map.of(first, one, second, two).forEach((caller, theirs) -> {
            assertThat(orders(clinic, caller)).containsExactly(theirs);
            assertThat(shipments(clinic, caller)).containsExactly(theirs);
            assertThat(invoices(clinic, caller)).containsExactly(theirs);
        });
        assertThat(refusal(clinic.shop().orders().get(second, one)))
                .isEqualTo(refusal(clinic.shop().orders().get(second, new OrderId("x"))));
        assertThat(code(clinic.shop().carts().get(second, cart.id()))).isEqualTo("cart-not-found");
        assertThat(price(clinic, first)).isNotEqualTo(price(clinic, second));

        Caller neither = clinic.signedIn(kari, Optional.empty(), NO_LOCATION, NOBODY);
        assertThat(code(clinic.shop().orders().get(neither, one))).isEqualTo("right-missing");
        assertThat(code(clinic.shop().carts().get(neither, cart.id()))).isEqualTo("right-missing");
        assertThat(entry(clinic, neither).price()).isEmpty();
    }

    private static String price(Clinic clinic, Caller caller) {
        return entry(clinic, caller).price().orElseThrow().toString();
    }

    private static CatalogEntry entry(Clinic clinic, Caller caller) {
        return clinic.kernel()
                .catalog
                .get(caller, Optional.empty(), Shop.UNTRACKED)
                .orElseThrow();
    }

    @OnEveryDatabase
    @Tag("L12")
    void pricesAreShownWithTheRightWhereOneStands(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId ola = clinic.person(
                "Ola",
                at(NORTH, Role.BUYER),
                new Membership(Role.BUYER, new Scope.OfLocation(ACCOUNT, SOUTH), Set.of(Function.ORDER_READ)));
        PriceRequest request = new PriceRequest(
                Optional.empty(),
                Optional.empty(),
                Shop.lines(Map.of(Shop.UNTRACKED, 1)),
                Optional.empty(),
                Optional.empty());

        Caller north = clinic.signedIn(ola, NORTH);
        Caller south = clinic.signedIn(ola, SOUTH);
        assertThat(entry(clinic, north).price()).isPresent();
        assertThat(code(clinic.kernel().prices.price(north, request))).isEqualTo("done");
        assertThat(entry(clinic, south).price()).isEmpty();
        assertThat(code(clinic.kernel().prices.price(south, request))).isEqualTo("right-missing");
        assertThat(entry(clinic, clinic.signedIn(ola, ACCOUNT)).price()).isPresent();
        assertThat(entry(clinic, Callers.stranger()).price()).isEmpty();
    }

    @OnEveryDatabase
    void staffWhoActForACustomerSeeAndDoNothingOfOtherVendors(Database database) {
        Clinic clinic = Clinic.open(database);
        VendorId other = new VendorId("other");
        UserId owner = clinic.person("Owner", in(ACCOUNT, Role.OWNER));
        UserId desk = clinic.person("Desk", staff(Role.STAFF_ORDERS));
        UserId foreign = clinic.person("Foreign", new Membership(Role.STAFF_ORDERS, Scope.of(other)));
        clinic.kernel().transactions.change(tx -> clinic.kernel()
                .stores
                .accounts()
                .put(tx, new Agreement(ACCOUNT, other, Optional.empty(), Set.of())));
        Caller owners = clinic.signedIn(owner, ACCOUNT);
        OrderId order = deliver(clinic, owners).id();
        Cart cart = clinic.shop()
                .carts()
                .create(owners, Optional.empty(), Optional.empty())
                .orElseThrow();

        Caller confined = clinic.signedIn(foreign, Optional.of(ACCOUNT), NO_LOCATION, Optional.of(owner));
        assertThat(orders(clinic, confined)).isEmpty();
        assertThat(shipments(clinic, confined)).isEmpty();
        assertThat(invoices(clinic, confined)).isEmpty();
        assertThat(clinic.shop()
                        .orders()
                        .find(confined, new OrderQuery(Optional.of(LIGHTING), Optional.empty(), Optional.empty(), PAGE))
                        .orElseThrow()
                        .items())
                .isEmpty();
        assertThat(refusal(clinic.shop().orders().get(confined, order)))
                .isEqualTo(refusal(clinic.shop().orders().get(confined, new OrderId("x"))));
        assertThat(code(clinic.shop().carts().get(confined, cart.id()))).isEqualTo("cart-not-found");
        assertThat(code(clinic.shop().carts().create(confined, Optional.empty(), Optional.of(LIGHTING))))
                .isEqualTo("vendor-unknown");
        assertThat(code(clinic.place(confined))).isEqualTo("vendor-unknown");
        PriceRequest request = new PriceRequest(
                Optional.of(LIGHTING),
                Optional.empty(),
                Shop.lines(Map.of(Shop.UNTRACKED, 1)),
                Optional.empty(),
                Optional.empty());
        assertThat(code(clinic.kernel().prices.price(confined, request))).isEqualTo("vendor-unknown");
        assertThat(clinic.kernel()
                        .catalog
                        .find(
                                confined,
                                new ProductQuery(
                                        Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), true, PAGE))
                        .orElseThrow()
                        .page()
                        .items())
                .isEmpty();
        assertThat(code(clinic.kernel().catalog.get(confined, Optional.of(LIGHTING), Shop.UNTRACKED)))
                .isEqualTo("product-not-found");

        clinic.kernel().transactions.change(tx -> clinic.kernel()
                .stores
                .accounts()
                .put(tx, new Agreement(ACCOUNT, LIGHTING, Optional.empty(), Set.of())));
        Caller acting = clinic.signedIn(desk, Optional.of(ACCOUNT), NO_LOCATION, Optional.of(owner));
        assertThat(orders(clinic, acting)).containsExactly(order);
        Order placed = clinic.place(acting).orElseThrow();
        assertThat(placed.placedBy()).isEqualTo(desk);
        assertThat(placed.actingFor()).contains(owner);
        assertThat(clinic.audit(1)).singleElement().satisfies(entry -> {
            assertThat(entry.command()).isEqualTo("place-order");
            assertThat(entry.subject()).isEqualTo("user:" + desk.value());
            assertThat(entry.actingFor()).contains("user:" + owner.value());
        });
    }

    @OnEveryDatabase
    @Tag("H10")
    void whatIsAboutInvoicesIsNotToldToWhoMaySeeNone(Database database) {
        Clinic clinic = Clinic.open(database);
        deliver(clinic, clinic.signedIn(clinic.person("Boss", in(ACCOUNT, Role.OWNER)), ACCOUNT));
        UserId reader = clinic.person(
                "Reader",
                new Membership(
                        Role.ADMINISTRATOR, Scope.of(LIGHTING), Set.of(Function.EVENT_READ, Function.ORDER_READ)));
        UserId administrator = clinic.person("Administrator", staff(Role.ADMINISTRATOR));

        Optional<AccountId> none = Optional.empty();
        assertThat(events(clinic, clinic.signedIn(reader, none, NO_LOCATION, NOBODY)))
                .isNotEmpty()
                .noneMatch(Event.InvoiceIssued.class::isInstance);
        assertThat(events(clinic, clinic.signedIn(administrator, none, NO_LOCATION, NOBODY)))
                .anyMatch(Event.InvoiceIssued.class::isInstance);
    }

    private static List<Event> events(Clinic clinic, Caller caller) {
        return new EventService(
                        clinic.kernel().transactions, clinic.kernel().stores.events(), clinic.kernel().gate)
                .after(caller, Optional.empty(), 100).orElseThrow().items().stream()
                        .map(EventRecord::event)
                        .toList();
    }
}

package org.torg.kernel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Customers.CUSTOMER;
import static org.torg.kernel.fixture.Customers.OTHER_CUSTOMER;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail;
import org.torg.api.audit.AuditTrail.Named;
import org.torg.api.audit.AuditTrail.Query;
import org.torg.api.event.Event;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.order.Order;
import org.torg.api.store.AccountStore.UserRow;
import org.torg.api.store.EventStore.PositionedEvent;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;

/** Who sees which part of the trail. */
class AccountTrailTest {

    private static final PageRequest ALL = PageRequest.first(200);

    @OnEveryDatabase
    void anOwnerSeesWhatHappenedInTheOwnAccountAndNothingElse(Database database) {
        Shop shop = Shop.open(database);
        Order own = place(shop, Callers.buyer());
        place(shop, Callers.foreigner());

        List<AuditEntry> seen = find(shop, Callers.owner(), Query.ALL);

        assertThat(seen).isNotEmpty();
        assertThat(seen).extracting(AuditEntry::account).containsOnly(Optional.of(CUSTOMER.id()));
        assertThat(seen).extracting(AuditEntry::target).contains(own.id().value());
        assertThat(find(shop, Callers.owner(), ofAccount(OTHER_CUSTOMER.id().value())))
                .isEmpty();
    }

    @OnEveryDatabase
    void theOrderOfAnotherAccountIsAsOneThatIsNotThere(Database database) {
        Shop shop = Shop.open(database);
        Order foreign = place(shop, Callers.foreigner());

        assertThat(find(shop, Callers.owner(), of(foreign))).isEmpty();
        assertThat(find(shop, Callers.foreigner(), of(foreign))).hasSize(1);
    }

    @OnEveryDatabase
    void theTrailOfAnOrderContainsItsShipments(Database database) {
        Shop shop = Shop.open(database);
        Order order = place(shop, Callers.buyer());
        ship(shop, order);

        assertThat(find(shop, Callers.owner(), of(order)))
                .extracting(AuditEntry::command)
                .containsExactly("register-shipment", "place-order");
    }

    @OnEveryDatabase
    @Tag("H10")
    void whoMayNotSeeInvoicesIsNotToldThatThereIsOne(Database database) {
        Shop shop = Shop.open(database);
        Order order = place(shop, Callers.buyer());
        ship(shop, order);
        invoice(shop);
        Scope tenant = Scope.tenant();
        Scope account = Scope.of(CUSTOMER.id());
        Scope vendor = Scope.of(Kernel.LIGHTING);
        Grant auditOfAccount = new Grant(Function.AUDIT_READ, account);

        List<Caller> blind = List.of(
                Callers.with(CUSTOMER.id(), auditOfAccount),
                Callers.with(new Grant(Function.AUDIT_READ, tenant)),
                Callers.with(new Grant(Function.AUDIT_READ, vendor)));
        List<Caller> seeing = List.of(
                Callers.owner(),
                Callers.with(CUSTOMER.id(), auditOfAccount, new Grant(Function.INVOICE_READ, account)),
                Callers.with(new Grant(Function.AUDIT_READ, tenant), new Grant(Function.INVOICE_READ, tenant)),
                Callers.with(new Grant(Function.AUDIT_READ, vendor), new Grant(Function.INVOICE_READ, vendor)));

        for (Caller reader : blind) {
            for (Query query : List.of(Query.ALL, of(order))) {
                assertThat(commands(shop, reader, query))
                        .contains("place-order", "register-shipment")
                        .doesNotContain("issue-invoice");
            }
        }
        for (Caller reader : seeing) {
            assertThat(commands(shop, reader, of(order)))
                    .containsExactly("issue-invoice", "register-shipment", "place-order");
        }
    }

    private static List<String> commands(Shop shop, Caller reader, Query query) {
        List<String> found =
                find(shop, reader, query).stream().map(AuditEntry::command).toList();
        assertThat(named(shop, reader, query).stream().map(one -> one.entry().command()))
                .as("with names, as in the file")
                .containsExactlyElementsOf(found);
        return found;
    }

    private static void invoice(Shop shop) {
        List<PositionedEvent> events = shop.stores().transactions().write(tx -> {
            shop.stores().events().position(tx, 1000);
            return shop.stores().events().feed(tx, 0, 1000);
        });
        events.stream()
                .map(PositionedEvent::event)
                .filter(event -> event.event() instanceof Event.ShipmentRegistered)
                .forEach(event -> shop.stores()
                        .transactions()
                        .change(tx -> shop.kernel().invoiceIssuer.handle(tx, event)));
    }

    @OnEveryDatabase
    void aCustomerIsToldThatStaffDidItAndNotWho(Database database) {
        Shop shop = Shop.open(database);
        person(shop, "staff", "Sissel Selger", new Membership(Role.STAFF_ORDERS, Scope.of(Kernel.LIGHTING)));
        String buyer = Callers.buyer().user().orElseThrow().value();
        person(shop, buyer, "Bjørn Kjøper", new Membership(Role.BUYER, Scope.of(CUSTOMER.id())));
        Order order = place(shop, Callers.buyer());
        ship(shop, order);

        List<Named> customers = named(shop, Callers.owner(), of(order));
        List<Named> tenants = named(shop, Callers.STAFF, of(order));

        assertThat(customers)
                .extracting(one -> one.entry().subject(), Named::subjectName)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("staff", Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple("user:" + buyer, Optional.of("Bjørn Kjøper")));
        assertThat(tenants)
                .extracting(one -> one.entry().subject(), Named::subjectName)
                .contains(org.assertj.core.groups.Tuple.tuple("user:staff", Optional.of("Sissel Selger")));
        assertThat(find(shop, Callers.owner(), by("staff"))).isEmpty();
        assertThat(find(shop, Callers.owner(), by(buyer))).hasSize(1);
        assertThat(find(shop, Callers.STAFF, by("staff"))).hasSize(1);
    }

    @OnEveryDatabase
    void staffOfAVendorSeeWhatWasDoneToItsOrdersAlone(Database database) {
        Shop shop = Shop.open(database);
        Order order = place(shop, Callers.buyer());
        shop.kernel().openAccount("10099");

        List<AuditEntry> own = find(shop, auditor(Kernel.LIGHTING), Query.ALL);

        assertThat(own)
                .extracting(AuditEntry::target)
                .containsExactly(order.id().value());
        assertThat(find(shop, auditor(Kernel.LIGHTING), ofAccount(CUSTOMER.id().value())))
                .hasSize(1);
        assertThat(find(shop, auditor(new VendorId("dental")), of(order))).isEmpty();
    }

    @OnEveryDatabase
    void whatSomebodyDidIsFoundAlsoWhenAProgramDidIt(Database database) {
        Shop shop = Shop.open(database);
        String buyer = Callers.buyer().user().orElseThrow().value();
        person(shop, buyer, "Bjørn Kjøper", new Membership(Role.BUYER, Scope.of(CUSTOMER.id())));
        shop.stores().transactions().change(tx -> shop.stores()
                .identity()
                .insert(
                        tx,
                        new UserId(buyer),
                        new org.torg.api.account.ApiTokens.ApiToken(
                                "t-1",
                                "ERP",
                                java.util.Set.of(Function.ORDER_PLACE),
                                Optional.of(CUSTOMER.id()),
                                shop.clock().now(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        "hash"));
        Caller person = Callers.buyer();
        place(
                shop,
                new Caller(
                        new Caller.Subject.Token(new UserId(buyer), "t-1"),
                        person.account(),
                        person.location(),
                        person.actingFor(),
                        person.grants(),
                        person.channel(),
                        person.requestId(),
                        person.language()));

        assertThat(named(shop, Callers.owner(), by(buyer)))
                .singleElement()
                .satisfies(one -> assertThat(one.subjectName()).contains("Bjørn Kjøper"));
    }

    private static Caller auditor(VendorId vendor) {
        return Callers.with(new Grant(Function.AUDIT_READ, Scope.of(vendor)));
    }

    private static Order place(Shop shop, Caller caller) {
        return shop.orders()
                .place(caller, Optional.empty(), Shop.order(Map.of(Shop.UNTRACKED, 1)))
                .orElseThrow();
    }

    private static void ship(Shop shop, Order order) {
        assertThat(shop.shipments()
                        .register(
                                Callers.staff(),
                                Optional.empty(),
                                order.id(),
                                Optional.empty(),
                                new RegisterShipment(Map.of(), Optional.empty(), List.of()))
                        .isDone())
                .isTrue();
    }

    private static void person(Shop shop, String id, String name, Membership membership) {
        shop.stores().transactions().change(tx -> shop.stores()
                .accounts()
                .insert(
                        tx,
                        new UserRow(
                                new UserId(id),
                                id + "@example.org",
                                name,
                                "nb",
                                "hash",
                                true,
                                shop.clock().now()),
                        List.of(membership)));
    }

    private static Query of(Order order) {
        return Query.of(Optional.of(order.id().value()));
    }

    private static Query ofAccount(String account) {
        return new Query(Optional.empty(), Optional.of(new org.torg.api.account.AccountId(account)), Optional.empty());
    }

    private static Query by(String user) {
        return new Query(Optional.empty(), Optional.empty(), Optional.of(new UserId(user)));
    }

    private static List<AuditEntry> find(Shop shop, Caller caller, Query query) {
        return shop.kernel().audit.find(caller, query, ALL).orElseThrow().items();
    }

    private static List<Named> named(Shop shop, Caller caller, Query query) {
        AuditTrail trail = shop.kernel().audit;
        return trail.named(caller, query, ALL).orElseThrow().items();
    }
}

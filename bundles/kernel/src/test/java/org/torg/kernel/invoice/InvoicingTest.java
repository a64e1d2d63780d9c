package org.torg.kernel.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.buyer;
import static org.torg.kernel.fixture.Callers.foreigner;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Callers.staff;
import static org.torg.kernel.fixture.Callers.stranger;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.BULKY;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.NOK;
import static org.torg.kernel.fixture.Shop.UNTRACKED;
import static org.torg.kernel.fixture.Shop.checkout;
import static org.torg.kernel.fixture.Shop.order;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.StoreException;
import org.torg.api.catalog.Sku;
import org.torg.api.event.Event;
import org.torg.api.event.EventRecord;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.invoice.Invoice;
import org.torg.api.invoice.InvoiceSummary;
import org.torg.api.order.Checkout;
import org.torg.api.order.Contact;
import org.torg.api.order.Order;
import org.torg.api.order.OrderCommand;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.LineId;
import org.torg.api.store.EventStore.PositionedEvent;
import org.torg.kernel.fixture.Customers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.fixture.Shop;

class InvoicingTest {
    private static Order place(Shop shop, Map<Sku, Integer> goods) {
        return shop.orders().place(owner(), Optional.empty(), order(goods)).orElseThrow();
    }

    private static Shipment ship(Shop shop, Order order, Map<LineId, Integer> quantities) {
        return shop.shipments()
                .register(
                        staff(),
                        Optional.empty(),
                        order.id(),
                        Optional.empty(),
                        new RegisterShipment(quantities, Optional.empty(), List.of()))
                .orElseThrow();
    }

    /** By number, which follows the shipments. */
    private static List<Invoice> invoices(Shop shop, Order order) {
        List<Invoice> invoices =
                shop.stores().transactions().read(tx -> shop.stores().invoices().ofOrder(tx, order.id()));
        return invoices.stream().sorted(Comparator.comparing(Invoice::number)).toList();
    }

    private static List<EventRecord> events(Shop shop) {
        return shop.stores().transactions().write(tx -> {
            shop.stores().events().position(tx, 1000);
            return shop.stores().events().feed(tx, 0, 1000).stream()
                    .map(PositionedEvent::event)
                    .toList();
        });
    }

    @OnEveryDatabase
    @Tag("L50")
    @Tag("L55")
    @Tag("L57")
    void eachDeliveryHasItsInvoiceAndTogetherTheyAreTheOrder(Database database) {
        Shop shop = Shop.open(database);
        Order order = place(shop, Map.of(BULKY, 3, DENIED, 7));
        Shipment first = ship(shop, order, Map.of(new LineId("1"), 1, new LineId("2"), 2));
        shop.deliver();
        ship(shop, order, Map.of(new LineId("2"), 3));
        ship(shop, order, Map.of());
        shop.deliver();
        List<Invoice> invoices = invoices(shop, order);
        assertThat(invoices).hasSize(3);
        assertThat(invoices.get(0).shipment()).isEqualTo(first.id());
        assertThat(invoices)
                .extracting(invoice -> invoice.charges().size())
                .containsExactly(order.price().charges().size(), 0, 0);
        Money net = Money.total(NOK, invoices.stream().map(Invoice::net).toList());
        assertThat(net).isEqualTo(order.price().net());
        Money gross = Money.total(NOK, invoices.stream().map(Invoice::gross).toList());
        assertThat(gross.minus(invoices.get(2).vatDifference().orElseThrow()))
                .isEqualTo(order.price().gross());
        assertThat(shop.orders().get(owner(), order.id()).orElseThrow().status())
                .isEqualTo(OrderStatus.COMPLETED);
        assertThat(shop.stock(DENIED).onHand()).isEqualTo(3);
        assertThat(shop.stock(DENIED).reserved()).isZero();
        // What mails the invoice is told by this event.
        assertThat(events(shop).stream().filter(event -> event.event() instanceof Event.InvoiceIssued))
                .hasSize(3);
    }

    @OnEveryDatabase
    @Tag("L58")
    void theInvoiceGoesToTheAddressThatTheOrderStated(Database database) {
        Shop shop = Shop.open(database);
        Checkout plain = checkout(new PriceAgreement.Current());
        Checkout stated = new Checkout(
                plain.prices(),
                plain.delivery(),
                plain.billing(),
                Optional.of(new Contact("prosjekt@kunde.example", Optional.empty())),
                plain.purchaseOrderReference(),
                plain.payment(),
                plain.note(),
                plain.externalIds());
        Order order = shop.orders()
                .place(owner(), Optional.empty(), order(Map.of(DENIED, 1), stated))
                .orElseThrow();
        ship(shop, order, Map.of());
        shop.deliver();
        assertThat(invoices(shop, order).get(0).email())
                .isEqualTo("prosjekt@kunde.example")
                .isNotEqualTo(Customers.CUSTOMER.invoiceEmail());
    }

    @OnEveryDatabase
    void anEventThatComesTwiceOrLateMakesOneInvoice(Database database) {
        Shop shop = Shop.open(database);
        Order order = place(shop, Map.of(DENIED, 5));
        ship(shop, order, Map.of(new LineId("1"), 1));
        ship(shop, order, Map.of(new LineId("1"), 2));
        List<EventRecord> shipped = events(shop).stream()
                .filter(event -> event.event() instanceof Event.ShipmentRegistered)
                .toList();
        // The second first, and each of them twice.
        for (int index : new int[] {1, 0, 1, 0}) {
            shop.stores()
                    .transactions()
                    .change(tx -> shop.kernel().invoiceIssuer.handle(tx, shipped.get(index)));
        }
        List<Invoice> invoices = invoices(shop, order);
        assertThat(invoices).hasSize(2);
        assertThat(invoices.get(0).charges()).isNotEmpty();
        assertThat(invoices.get(0).lines().get(0).quantity()).isEqualTo(1);
        assertThat(invoices.get(1).charges()).isEmpty();
        assertThat(Long.parseLong(invoices.get(1).number()))
                .isEqualTo(Long.parseLong(invoices.get(0).number()) + 1);
    }

    @OnEveryDatabase
    void numbersAreUnbrokenWhateverManyNodesDoAtOnce(Database database) {
        Shop shop = Shop.open(database);
        Kernel second = shop.kernel().node();
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Order order = place(shop, Map.of(UNTRACKED, 4));
            ship(shop, order, Map.of(new LineId("1"), 1));
            ship(shop, order, Map.of());
            orders.add(order);
        }
        List<EventRecord> shipped = events(shop).stream()
                .filter(event -> event.event() instanceof Event.ShipmentRegistered)
                .toList();
        // Every event by four threads on two nodes; who is too late rolls back and comes again, as deliveries do.
        Parallel.run(4, thread -> {
            Kernel node = thread % 2 == 0 ? shop.kernel() : second;
            for (EventRecord event : shipped) {
                handle(shop, node, event);
            }
            return thread;
        });
        List<Long> numbers = new ArrayList<>();
        for (Order order : orders) {
            List<Invoice> invoices = invoices(shop, order);
            assertThat(invoices).hasSize(2);
            assertThat(invoices.get(0).charges()).isNotEmpty();
            assertThat(invoices.get(1).charges()).isEmpty();
            invoices.forEach(invoice -> numbers.add(Long.parseLong(invoice.number())));
        }
        numbers.sort(Comparator.naturalOrder());
        assertThat(numbers).hasSize(24).doesNotHaveDuplicates();
        assertThat(numbers.get(23) - numbers.get(0)).isEqualTo(23);
    }

    private static void handle(Shop shop, Kernel node, EventRecord event) {
        for (int attempt = 1; ; attempt++) {
            try {
                shop.stores().transactions().change(tx -> node.invoiceIssuer.handle(tx, event));
                return;
            } catch (StoreException e) {
                if (e.kind() != StoreException.Kind.CONFLICT || attempt == 50) {
                    throw e;
                }
            }
        }
    }

    @OnEveryDatabase
    void anOrderWhoseVendorHasGoneIsStillCancelledShippedAndInvoiced(Database database) {
        Shop shop = Shop.open(database);
        Order order = place(shop, Map.of(DENIED, 5));
        shop.kernel().vendorLeaves();
        assertThat(code(shop.orders().place(owner(), Optional.empty(), order(Map.of(DENIED, 1)))))
                .isEqualTo("vendor-unavailable");
        // A node that was started after the vendor had gone, so that nothing is remembered.
        Kernel late = shop.kernel().node();
        late.orders
                .cancel(
                        staff(),
                        Optional.empty(),
                        order.id(),
                        Optional.empty(),
                        new OrderCommand.CancelLines(Map.of(new LineId("1"), 1), "not wanted"))
                .orElseThrow();
        late.shipments
                .register(
                        staff(),
                        Optional.empty(),
                        order.id(),
                        Optional.empty(),
                        new RegisterShipment(Map.of(), Optional.empty(), List.of()))
                .orElseThrow();
        shop.deliver(late);
        Invoice invoice = invoices(shop, order).get(0);
        assertThat(invoice.seller().name()).isNotBlank();
        assertThat(invoice.lines().get(0).quantity()).isEqualTo(4);
        assertThat(invoice.dueDate()).isEqualTo(invoice.date().plusDays(14));
        assertThat(late.invoices.get(owner(), invoice.id()).orElseThrow()).isEqualTo(invoice);
    }

    @OnEveryDatabase
    @Tag("H10")
    void whoLacksTheRightSeesNoInvoice(Database database) {
        Shop shop = Shop.open(database);
        Order order = place(shop, Map.of(DENIED, 1));
        ship(shop, order, Map.of());
        shop.deliver();
        Invoice invoice = invoices(shop, order).get(0);
        PageRequest page = PageRequest.first(10);
        assertThat(code(shop.invoices().get(buyer(), invoice.id()))).isEqualTo("right-missing");
        assertThat(code(shop.invoices().find(buyer(), Optional.empty(), page))).isEqualTo("right-missing");
        assertThat(code(shop.invoices().get(foreigner(), invoice.id()))).isEqualTo("invoice-not-found");
        assertThat(shop.invoices()
                        .find(foreigner(), Optional.of(order.id()), page)
                        .orElseThrow()
                        .items())
                .isEmpty();
        assertThat(refusal(shop.invoices().get(stranger(), invoice.id())).kind())
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(shop.invoices().get(owner(), invoice.id()).orElseThrow()).isEqualTo(invoice);
        assertThat(shop.invoices().get(staff(), invoice.id()).orElseThrow()).isEqualTo(invoice);
    }

    @OnEveryDatabase
    void invoicesAreListedTheNewestFirst(Database database) {
        Shop shop = Shop.open(database);
        for (int i = 0; i < 3; i++) {
            ship(shop, place(shop, Map.of(UNTRACKED, 1)), Map.of());
            shop.clock().move(Duration.ofSeconds(1));
            shop.deliver();
        }
        Page<InvoiceSummary> first = shop.invoices()
                .find(owner(), Optional.empty(), PageRequest.first(2))
                .orElseThrow();
        Page<InvoiceSummary> rest = shop.invoices()
                .find(staff(), Optional.empty(), new PageRequest(first.next(), 2))
                .orElseThrow();
        List<String> numbers = new ArrayList<>();
        first.items().forEach(invoice -> numbers.add(invoice.number()));
        rest.items().forEach(invoice -> numbers.add(invoice.number()));
        assertThat(numbers).containsExactly("100003", "100002", "100001");
        assertThat(rest.next()).isEmpty();
    }
}

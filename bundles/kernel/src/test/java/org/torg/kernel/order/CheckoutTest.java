package org.torg.kernel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.torg.kernel.fixture.Callers.foreigner;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Callers.staff;
import static org.torg.kernel.fixture.Customers.OFFICE;
import static org.torg.kernel.fixture.Customers.WAREHOUSE;
import static org.torg.kernel.fixture.Shop.BACKORDERED;
import static org.torg.kernel.fixture.Shop.DENIED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.torg.api.PageRequest;
import org.torg.api.account.Address;
import org.torg.api.account.Caller;
import org.torg.api.catalog.Sku;
import org.torg.api.fulfilment.Parcel;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.order.Checkout;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.DeliveryChoice.Timing;
import org.torg.api.order.Order;
import org.torg.api.order.OrderQuery;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.OrderSummary;
import org.torg.api.order.PaymentMethod;
import org.torg.api.order.PlaceOrder;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.Prices.Quotation;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;

/** The way from a confirmed address to a parcel that can be followed, as the customer sees it. */
class CheckoutTest {

    private static final Address SITE =
            new Address("Byggeplass 7", Optional.of("Hege"), "Kaia 9", Optional.empty(), "5003", "Bergen", "NO");
    private static final Map<Sku, Integer> GOODS = Map.of(DENIED, 2, BACKORDERED, 1);

    private static Checkout checkout(PriceAgreement prices) {
        return new Checkout(
                prices,
                Optional.of(new DeliveryChoice(
                        SITE, Destination.Kind.BUSINESS, Optional.of("express"), new Timing.InParts())),
                Optional.of(OFFICE),
                Optional.of(new Contact("prosjekt@kunde.example", Optional.of("+4799000001"))),
                Optional.of("PO 4711"),
                Optional.of(PaymentMethod.BANK_TRANSFER),
                Optional.empty(),
                List.of());
    }

    private static Order place(Shop shop, PriceAgreement prices) {
        return shop.orders()
                .place(
                        owner(),
                        Optional.empty(),
                        new PlaceOrder(Optional.empty(), Optional.empty(), Shop.lines(GOODS), checkout(prices)))
                .orElseThrow();
    }

    private static List<OrderSummary> list(Shop shop, Caller caller) {
        return shop.orders()
                .find(
                        caller,
                        new OrderQuery(Optional.empty(), Optional.empty(), Optional.empty(), PageRequest.first(10)))
                .orElseThrow()
                .items();
    }

    @OnEveryDatabase
    @Tag("H28")
    @Tag("L22")
    void anOrderHoldsWhatWasConfirmedAtTheCheckout(Database database) {
        Shop shop = Shop.open(database);

        Order placed = place(shop, new PriceAgreement.Current());

        Order read = shop.orders().get(owner(), placed.id()).orElseThrow();
        assertThat(read.snapshot().billing()).isEqualTo(OFFICE);
        assertThat(read.snapshot().delivery().address()).isEqualTo(SITE);
        assertThat(read.price().deliveryOption().orElseThrow().code()).isEqualTo("express");
        assertThat(read.snapshot().contact().email()).isEqualTo("prosjekt@kunde.example");
        assertThat(read.snapshot().purchaseOrderReference()).contains("PO 4711");
        assertThat(read.snapshot().payment()).isEqualTo(PaymentMethod.BANK_TRANSFER);
        assertThat(read.status()).isEqualTo(OrderStatus.PLACED);
        assertThat(WAREHOUSE).as("the account's own").isNotEqualTo(SITE);
    }

    @OnEveryDatabase
    @Tag("H29")
    void whatWasReviewedIsWhatIsOrdered(Database database) {
        Shop shop = Shop.open(database);
        Quotation review = shop.kernel()
                .prices
                .price(
                        owner(),
                        new PriceRequest(
                                Optional.empty(),
                                Optional.empty(),
                                Shop.lines(GOODS),
                                Optional.of(new Destination("NO", "5003", Destination.Kind.BUSINESS)),
                                Optional.of("express")))
                .orElseThrow();
        shop.price(DENIED, "900.00");

        Order placed = place(shop, new PriceAgreement.Snapshot(review.snapshot()));

        assertThat(placed.price()).isEqualTo(review.priced());
        assertThat(placed.agreedBy()).isEqualTo(Order.AgreedBy.SNAPSHOT);
        assertThat(place(shop, new PriceAgreement.Current()).price().gross())
                .isGreaterThan(review.priced().gross());
    }

    @OnEveryDatabase
    @Tag("H40")
    void theListNamesThePurchaseNumber(Database database) {
        Shop shop = Shop.open(database);

        Order placed = place(shop, new PriceAgreement.Current());

        assertThat(list(shop, owner()))
                .extracting(OrderSummary::number, OrderSummary::purchaseOrderReference)
                .containsExactly(tuple(placed.number(), Optional.of("PO 4711")));
        assertThat(list(shop, foreigner())).isEmpty();
    }

    @OnEveryDatabase
    @Tag("L23")
    @Tag("L24")
    @Tag("L44")
    void aShipmentCanBeFollowedFromTheOrderAsSoonAsItHasLeft(Database database) {
        Shop shop = Shop.open(database);
        Order placed = place(shop, new PriceAgreement.Current());
        Parcel parcel = new Parcel(
                "Posten", Optional.of("370000000000000001"), Optional.of("https://sporing.example/370000000000000001"));

        assertThat(shipments(shop, placed)).isEmpty();
        assertThat(list(shop, owner())).extracting(OrderSummary::status).containsExactly(OrderStatus.PLACED);
        ship(shop, placed, Map.of(new LineId("2"), 2), parcel);

        assertThat(shipments(shop, placed)).singleElement().satisfies(shipment -> assertThat(shipment.parcels())
                .containsExactly(parcel));
        assertThat(list(shop, owner())).extracting(OrderSummary::status).containsExactly(OrderStatus.IN_FULFILMENT);

        ship(shop, placed, Map.of(new LineId("1"), 1), parcel);

        Order read = shop.orders().get(owner(), placed.id()).orElseThrow();
        assertThat(read.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(list(shop, owner())).extracting(OrderSummary::status).containsExactly(OrderStatus.COMPLETED);
        assertThat(shipments(shop, placed)).hasSize(2);
    }

    private static List<Shipment> shipments(Shop shop, Order order) {
        return shop.shipments()
                .find(owner(), Optional.of(order.id()), PageRequest.first(10))
                .orElseThrow()
                .items();
    }

    private static void ship(Shop shop, Order order, Map<LineId, Integer> quantities, Parcel parcel) {
        shop.shipments()
                .register(
                        staff(),
                        Optional.empty(),
                        order.id(),
                        Optional.empty(),
                        new RegisterShipment(quantities, Optional.empty(), List.of(parcel)))
                .orElseThrow();
    }
}

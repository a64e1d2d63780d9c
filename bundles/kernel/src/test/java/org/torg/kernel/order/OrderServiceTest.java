package org.torg.kernel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.buyer;
import static org.torg.kernel.fixture.Callers.foreigner;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Callers.staff;
import static org.torg.kernel.fixture.Callers.stranger;
import static org.torg.kernel.fixture.Customers.OFFICE;
import static org.torg.kernel.fixture.Customers.WAREHOUSE;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.BACKORDERED;
import static org.torg.kernel.fixture.Shop.BULKY;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.UNTRACKED;
import static org.torg.kernel.fixture.Shop.checkout;
import static org.torg.kernel.fixture.Shop.order;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.torg.api.Argument;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Address;
import org.torg.api.fulfilment.RegisterShipment;
import org.torg.api.order.Checkout;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.DeliveryChoice.Timing;
import org.torg.api.order.Order;
import org.torg.api.order.OrderCommand;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderLine;
import org.torg.api.order.OrderQuery;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.OrderSummary;
import org.torg.api.order.PaymentMethod;
import org.torg.api.order.PlaceOrder;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;

class OrderServiceTest {
    private static Checkout delivering(Address address, Timing timing) {
        return delivering(address, Destination.Kind.BUSINESS, Optional.empty(), timing);
    }

    private static Checkout delivering(Address address, Destination.Kind kind, Optional<String> option, Timing timing) {
        Checkout plain = checkout(new PriceAgreement.Current());
        return new Checkout(
                plain.prices(),
                Optional.of(new DeliveryChoice(address, kind, option, timing)),
                plain.billing(),
                plain.contact(),
                plain.purchaseOrderReference(),
                plain.payment(),
                plain.note(),
                plain.externalIds());
    }

    private static Checkout with(
            Optional<Address> billing, Optional<Contact> contact, Optional<PaymentMethod> payment) {
        Checkout plain = checkout(new PriceAgreement.Current());
        return new Checkout(
                plain.prices(),
                plain.delivery(),
                billing,
                contact,
                Optional.of("PO-7"),
                payment,
                Optional.of("Ring før levering"),
                List.of());
    }

    @OnEveryDatabase
    void anOrderIsStoredAsItWasAnsweredAndItsStockIsPromised(Database database) {
        Shop shop = Shop.open(database);
        Order placed = shop.orders()
                .place(owner(), Optional.empty(), order(Map.of(DENIED, 4, BACKORDERED, 2, UNTRACKED, 1)))
                .orElseThrow();
        assertThat(placed.status()).isEqualTo(OrderStatus.PLACED);
        assertThat(placed.number()).startsWith("L1");
        assertThat(placed.snapshot().billing()).isEqualTo(OFFICE);
        assertThat(placed.snapshot().delivery().address()).isEqualTo(WAREHOUSE);
        assertThat(placed.snapshot().delivery().timing()).isEqualTo(new Timing.InParts());
        assertThat(placed.snapshot().contact().email()).isEqualTo("faktura@kunde.example");
        assertThat(placed.agreedBy()).isEqualTo(Order.AgreedBy.CURRENT_PRICES);
        assertThat(shop.orders().get(owner(), placed.id()).orElseThrow()).isEqualTo(placed);
        assertThat(shop.stock(DENIED).reserved()).isEqualTo(4);
        assertThat(shop.stock(BACKORDERED).reserved()).isEqualTo(2);
    }

    @OnEveryDatabase
    @Tag("L62")
    void eachLineKeepsTheDateThatWasPromised(Database database) {
        Shop shop = Shop.open(database);
        Order placed = shop.orders()
                .place(owner(), Optional.empty(), order(Map.of(DENIED, 1, BACKORDERED, 1, UNTRACKED, 1)))
                .orElseThrow();
        // Monday; parcels take at least one working day, the rest has seven working days of lead time.
        assertThat(placed.line(new LineId("2")).flatMap(OrderLine::promised)).contains(LocalDate.of(2026, 3, 3));
        assertThat(placed.line(new LineId("1")).flatMap(OrderLine::promised)).contains(LocalDate.of(2026, 3, 11));
        assertThat(placed.line(new LineId("3")).flatMap(OrderLine::promised)).contains(LocalDate.of(2026, 3, 11));
    }

    @OnEveryDatabase
    void anOrderOfThreeLinesTakesElevenStatementsAndOneCommit(Database database) {
        Shop shop = Shop.open(database);
        PlaceOrder command = order(Map.of(DENIED, 1, BACKORDERED, 1, UNTRACKED, 1));
        shop.orders()
                .place(owner(), Optional.of(new IdempotencyKey("warm")), command)
                .orElseThrow();
        shop.sent().forget();
        shop.orders()
                .place(owner(), Optional.of(new IdempotencyKey("counted")), command)
                .orElseThrow();
        // The session that the HTTP edge looks up is the twelfth.
        assertThat(shop.sent().statements()).hasSizeLessThanOrEqualTo(11);
        assertThat(shop.sent().commits()).isEqualTo(1);
    }

    @OnEveryDatabase
    void aSnapshotIsHonouredAfterThePriceHasChanged(Database database) {
        Shop shop = Shop.open(database);
        PlaceOrder today = order(Map.of(DENIED, 2));
        var priced = shop.kernel()
                .pricing
                .price(
                        owner(),
                        new PriceRequest(
                                Optional.empty(), Optional.empty(), today.lines(), Optional.empty(), Optional.empty()))
                .orElseThrow();
        String token = shop.kernel().snapshots.seal(priced.cart());
        shop.price(DENIED, "777.00");
        PriceAgreement shown = new PriceAgreement.Snapshot(token);
        Order placed = shop.orders()
                .place(owner(), Optional.empty(), order(Map.of(DENIED, 2), checkout(shown)))
                .orElseThrow();
        assertThat(placed.price()).isEqualTo(priced.cart());
        assertThat(placed.agreedBy()).isEqualTo(Order.AgreedBy.SNAPSHOT);
        assertThat(refusal(shop.orders().place(owner(), Optional.empty(), order(Map.of(DENIED, 3), checkout(shown))))
                        .code())
                .isEqualTo("snapshot-mismatch");
        assertThat(refusal(shop.orders()
                                .place(foreigner(), Optional.empty(), order(Map.of(DENIED, 2), checkout(shown))))
                        .code())
                .isEqualTo("snapshot-mismatch");
        assertThat(refusal(shop.orders()
                                .place(
                                        owner(),
                                        Optional.empty(),
                                        order(Map.of(DENIED, 2), checkout(new PriceAgreement.Snapshot(token + "x")))))
                        .code())
                .isEqualTo("snapshot-invalid");
        shop.clock().move(Duration.ofHours(1));
        assertThat(refusal(shop.orders().place(owner(), Optional.empty(), order(Map.of(DENIED, 2), checkout(shown))))
                        .code())
                .isEqualTo("snapshot-expired");
    }

    @OnEveryDatabase
    void aShownPriceStillNeedsStockAndAPermittedDestination(Database database) {
        Shop shop = Shop.open(database);
        var priced = shop.kernel()
                .pricing
                .price(
                        owner(),
                        new PriceRequest(
                                Optional.empty(),
                                Optional.empty(),
                                Shop.lines(Map.of(DENIED, 10)),
                                Optional.empty(),
                                Optional.empty()))
                .orElseThrow();
        PriceAgreement shown =
                new PriceAgreement.Snapshot(shop.kernel().snapshots.seal(priced.cart()));
        Checkout toShop = delivering(WAREHOUSE, Destination.Kind.PARCEL_SHOP, Optional.empty(), new Timing.Complete());
        PlaceOrder forbidden = order(
                Map.of(DENIED, 10),
                new Checkout(
                        shown,
                        toShop.delivery(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
        assertThat(refusal(shop.orders().place(owner(), Optional.empty(), forbidden))
                        .kind())
                .isEqualTo(Refusal.Kind.UNPROCESSABLE);
        shop.orders().place(owner(), Optional.empty(), order(Map.of(DENIED, 1))).orElseThrow();
        assertThat(refusal(shop.orders().place(owner(), Optional.empty(), order(Map.of(DENIED, 10), checkout(shown))))
                        .code())
                .isEqualTo("stock-insufficient");
    }

    @OnEveryDatabase
    void anExpectedTotalIsTheTotalOrNothing(Database database) {
        Shop shop = Shop.open(database);
        Refusal differs = refusal(shop.orders()
                .place(
                        owner(),
                        Optional.empty(),
                        order(Map.of(DENIED, 2), checkout(new PriceAgreement.ExpectedTotal(Money.parse("NOK 1.00"))))));
        assertThat(differs.code()).isEqualTo("total-differs");
        Money total = ((Argument.Amount) differs.message().arguments().get(0)).value();
        // Two pieces at 100.00 less 5 % for silver, a parcel at 149.00, 25 % VAT.
        assertThat(total).isEqualTo(Money.parse("NOK 423.75"));
        Order placed = shop.orders()
                .place(
                        owner(),
                        Optional.empty(),
                        order(Map.of(DENIED, 2), checkout(new PriceAgreement.ExpectedTotal(total))))
                .orElseThrow();
        assertThat(placed.agreedBy()).isEqualTo(Order.AgreedBy.EXPECTED_TOTAL);
    }

    @OnEveryDatabase
    void whatIsLeftIsNamedArticleByArticleAndNothingStays(Database database) {
        Shop shop = Shop.open(database);
        Refusal refusal =
                refusal(shop.orders().place(owner(), Optional.empty(), order(Map.of(DENIED, 11, BACKORDERED, 5))));
        assertThat(refusal.code()).isEqualTo("stock-insufficient");
        assertThat(refusal.details()).hasSize(1);
        assertThat(refusal.details().get(0).field()).isEqualTo("/lines/1/quantity");
        assertThat(refusal.details().get(0).message().arguments().get(0)).isEqualTo(Argument.number(10));
        assertThat(shop.stock(BACKORDERED).reserved()).isZero();
        assertThat(shop.orders().find(owner(), all(10)).orElseThrow().items()).isEmpty();
    }

    @OnEveryDatabase
    void aRepeatUnderTheSameKeyIsTheSameOrderAndAnotherBodyIsRefused(Database database) {
        Shop shop = Shop.open(database);
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("once"));
        Order first =
                shop.orders().place(owner(), key, order(Map.of(DENIED, 1))).orElseThrow();
        Order again =
                shop.orders().place(owner(), key, order(Map.of(DENIED, 1))).orElseThrow();
        assertThat(again).isEqualTo(first);
        assertThat(shop.stock(DENIED).reserved()).isEqualTo(1);
        assertThat(refusal(shop.orders().place(owner(), key, order(Map.of(DENIED, 2))))
                        .code())
                .isEqualTo("idempotency-key-reused");
    }

    @OnEveryDatabase
    @Tag("L38")
    @Tag("L39")
    @Tag("L40")
    void deliveryIsInPartsOrCompleteOrInAPeriodToCome(Database database) {
        Shop shop = Shop.open(database);
        LocalDate today = LocalDate.of(2026, 3, 2);
        for (Timing timing : List.of(
                new Timing.InParts(),
                new Timing.Complete(),
                new Timing.Requested(today, today),
                new Timing.Requested(today.plusDays(20), today.plusDays(24)))) {
            Order placed = shop.orders()
                    .place(owner(), Optional.empty(), order(Map.of(UNTRACKED, 2), delivering(WAREHOUSE, timing)))
                    .orElseThrow();
            assertThat(placed.snapshot().delivery().timing()).isEqualTo(timing);
            if (timing instanceof Timing.Requested period && period.from().isAfter(today)) {
                assertThat(placed.lines().get(0).promised()).contains(period.from());
            }
        }
        assertThat(refused(shop, delivering(WAREHOUSE, new Timing.Requested(today.plusDays(2), today.plusDays(1)))))
                .isEqualTo("date-range-invalid");
        assertThat(refused(shop, delivering(WAREHOUSE, new Timing.Requested(today.minusDays(1), today))))
                .isEqualTo("date-past");
        assertThat(refused(shop, delivering(WAREHOUSE, new Timing.Requested(today, LocalDate.of(2999, 1, 1)))))
                .isEqualTo("date-too-far");
        // Saturday and Sunday.
        assertThat(refused(shop, delivering(WAREHOUSE, new Timing.Requested(today.plusDays(5), today.plusDays(6)))))
                .isEqualTo("date-not-working");
        assertThat(refused(shop, delivering(WAREHOUSE, new Timing.Requested(today, today.plusDays(31)))))
                .isEqualTo("date-range-too-long");
    }

    private static String refused(Shop shop, Checkout checkout) {
        return refusal(shop.orders().place(owner(), Optional.empty(), order(Map.of(UNTRACKED, 2), checkout)))
                .code();
    }

    @OnEveryDatabase
    void badAddressesAndContactsAreRefusedFieldByField(Database database) {
        Shop shop = Shop.open(database);
        Address empty = new Address("", Optional.empty(), " ", Optional.empty(), "12345", "Oslo", "NO");
        Refusal refusal = refusal(shop.orders()
                .place(
                        owner(),
                        Optional.empty(),
                        order(
                                Map.of(DENIED, 1),
                                with(
                                        Optional.of(empty),
                                        Optional.of(new Contact("nobody", Optional.of("x"))),
                                        Optional.empty()))));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNPROCESSABLE);
        assertThat(refusal.details())
                .extracting(detail -> detail.field() + " " + detail.code())
                .containsExactly(
                        "/billing/name address-invalid",
                        "/billing/line1 address-invalid",
                        "/billing/postcode address-invalid",
                        "/contact/email email-invalid",
                        "/contact/phone phone-invalid");
        Address abroad = new Address("A", Optional.empty(), "B", Optional.empty(), "111 22", "Stockholm", "SE");
        assertThat(refused(shop, delivering(abroad, new Timing.Complete()))).isEqualTo("country-not-served");
        Address nowhere = new Address("A", Optional.empty(), "B", Optional.empty(), "1", "C", "ZZ");
        assertThat(refused(shop, delivering(nowhere, new Timing.Complete()))).isEqualTo("address-invalid");
    }

    @OnEveryDatabase
    @Tag("L51")
    void aForwarderNeedsAPhoneNumber(Database database) {
        Shop shop = Shop.open(database);
        Contact mute = new Contact("a@b.example", Optional.empty());
        Refusal refusal = refusal(shop.orders()
                .place(
                        owner(),
                        Optional.empty(),
                        order(Map.of(BULKY, 1), with(Optional.empty(), Optional.of(mute), Optional.empty()))));
        assertThat(refusal.code()).isEqualTo("phone-required");
        assertThat(refusal.details().get(0).field()).isEqualTo("/contact/phone");
        assertThat(shop.orders()
                        .place(owner(), Optional.empty(), order(Map.of(BULKY, 1)))
                        .isDone())
                .as("the account has one")
                .isTrue();
    }

    @OnEveryDatabase
    @Tag("L63")
    void anOrderKeepsAddressesAndPaymentOfItsDay(Database database) {
        Shop shop = Shop.open(database);
        Address own = new Address("Annen AS", Optional.empty(), "Veien 9", Optional.empty(), "7010", "Trondheim", "NO");
        Order placed = shop.orders()
                .place(
                        owner(),
                        Optional.empty(),
                        order(
                                Map.of(DENIED, 2),
                                with(
                                        Optional.of(own),
                                        Optional.of(new Contact("prosjekt@kunde.example", Optional.empty())),
                                        Optional.of(PaymentMethod.BANK_TRANSFER))))
                .orElseThrow();
        assertThat(placed.snapshot().billing()).isEqualTo(own);
        assertThat(placed.snapshot().payment()).isEqualTo(PaymentMethod.BANK_TRANSFER);
        Order byDefault = shop.orders()
                .place(owner(), Optional.empty(), order(Map.of(DENIED, 2)))
                .orElseThrow();
        assertThat(byDefault.snapshot().billing()).as("the address book's").isEqualTo(OFFICE);
        assertThat(byDefault.snapshot().payment()).isEqualTo(PaymentMethod.INVOICE);
        shop.shipments()
                .register(
                        staff(),
                        Optional.empty(),
                        placed.id(),
                        Optional.empty(),
                        new RegisterShipment(Map.of(), Optional.empty(), List.of()))
                .orElseThrow();
        Order later = shop.orders().get(owner(), placed.id()).orElseThrow();
        assertThat(later.snapshot()).isEqualTo(placed.snapshot());
    }

    @OnEveryDatabase
    void aForeignOrderAnswersLikeAnUnknownOne(Database database) {
        Shop shop = Shop.open(database);
        Order placed = shop.orders()
                .place(owner(), Optional.empty(), order(Map.of(DENIED, 1)))
                .orElseThrow();
        Refusal foreign = refusal(shop.orders().get(foreigner(), placed.id()));
        Refusal unknown = refusal(shop.orders().get(foreigner(), new OrderId("nothing")));
        assertThat(foreign).isEqualTo(unknown);
        assertThat(foreign.code()).isEqualTo("order-not-found");
        OrderCommand.CancelLines cancel = new OrderCommand.CancelLines(Map.of(new LineId("1"), 1), "");
        Refusal powerless =
                refusal(shop.orders().cancel(foreigner(), Optional.empty(), placed.id(), Optional.empty(), cancel));
        assertThat(powerless)
                .isEqualTo(refusal(shop.orders()
                        .cancel(foreigner(), Optional.empty(), new OrderId("nothing"), Optional.empty(), cancel)));
        assertThat(powerless.code()).isEqualTo("right-missing");
        assertThat(shop.orders().find(foreigner(), all(10)).orElseThrow().items())
                .isEmpty();
        assertThat(shop.orders().get(buyer(), placed.id()).isDone()).isTrue();
        assertThat(shop.orders().get(staff(), placed.id()).isDone()).isTrue();
        assertThat(refusal(shop.orders().place(stranger(), Optional.empty(), order(Map.of(DENIED, 1))))
                        .kind())
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(shop.orders()
                        .place(staff(), Optional.empty(), order(Map.of(DENIED, 1)))
                        .isDone())
                .isFalse();
    }

    @OnEveryDatabase
    @Tag("L25")
    void staffCancelSingleItemsAndTheirStockIsFreeAgain(Database database) {
        Shop shop = Shop.open(database);
        Order placed = shop.orders()
                .place(owner(), Optional.empty(), order(Map.of(DENIED, 6)))
                .orElseThrow();
        OrderCommand.CancelLines cancel = new OrderCommand.CancelLines(Map.of(new LineId("1"), 2), "too many");
        assertThat(refusal(shop.orders().cancel(owner(), Optional.empty(), placed.id(), Optional.empty(), cancel))
                        .code())
                .isEqualTo("right-missing");
        assertThat(refusal(shop.orders().cancel(staff(), Optional.empty(), placed.id(), Optional.of(9L), cancel))
                        .kind())
                .isEqualTo(Refusal.Kind.PRECONDITION);
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("cancel"));
        Order cancelled = shop.orders()
                .cancel(staff(), key, placed.id(), Optional.of(placed.version()), cancel)
                .orElseThrow();
        Order again = shop.orders()
                .cancel(staff(), key, placed.id(), Optional.of(placed.version()), cancel)
                .orElseThrow();
        assertThat(again).isEqualTo(cancelled);
        assertThat(cancelled.lines().get(0).cancelled()).isEqualTo(2);
        assertThat(shop.stock(DENIED).reserved()).isEqualTo(4);
        assertThat(shop.stock(DENIED).onHand()).isEqualTo(10);
    }

    @OnEveryDatabase
    @Tag("L25")
    void linesCannotBeCancelledOnceTheyAreBeingPreparedOrHaveLeft(Database database) {
        Shop shop = Shop.open(database);
        OrderCommand.CancelLines cancel = new OrderCommand.CancelLines(Map.of(new LineId("1"), 1), "too many");
        Order placed = shop.orders()
                .place(owner(), Optional.empty(), order(Map.of(DENIED, 4)))
                .orElseThrow();
        assertThat(placed.workflowState()).isEqualTo("received");
        Order fewer = shop.orders()
                .cancel(staff(), Optional.empty(), placed.id(), Optional.empty(), cancel)
                .orElseThrow();
        assertThat(fewer.workflowState()).isEqualTo("received");
        assertThat(refusal(shop.orders().move(owner(), Optional.empty(), placed.id(), Optional.empty(), "picking"))
                        .code())
                .isEqualTo("right-missing");
        assertThat(refusal(shop.orders().move(staff(), Optional.empty(), placed.id(), Optional.of(1L), "picking"))
                        .code())
                .isEqualTo("version-changed");
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("pick"));
        Order picking = shop.orders()
                .move(staff(), key, placed.id(), Optional.of(fewer.version()), "picking")
                .orElseThrow();
        assertThat(shop.orders().move(staff(), key, placed.id(), Optional.of(fewer.version()), "picking"))
                .isEqualTo(Outcome.done(picking));
        assertThat(picking.workflowState()).isEqualTo("picking");
        assertThat(picking.status()).isEqualTo(OrderStatus.PLACED);
        assertThat(refusal(shop.orders().cancel(staff(), Optional.empty(), placed.id(), Optional.empty(), cancel))
                        .code())
                .isEqualTo("action-not-allowed");
        ship(shop, placed, Map.of(new LineId("1"), 1));
        Order partly = shop.orders().get(owner(), placed.id()).orElseThrow();
        assertThat(partly.workflowState()).isEqualTo("partly-shipped");
        assertThat(refusal(shop.orders().cancel(staff(), Optional.empty(), placed.id(), Optional.empty(), cancel))
                        .code())
                .isEqualTo("action-not-allowed");
        ship(shop, placed, Map.of());
        assertThat(shop.orders().get(owner(), placed.id()).orElseThrow().workflowState())
                .isEqualTo("shipped");
    }

    @OnEveryDatabase
    @Tag("L39")
    void whoeverAsksForACompleteDeliveryGetsNoPartOfIt(Database database) {
        Shop shop = Shop.open(database);
        Order placed = shop.orders()
                .place(
                        owner(),
                        Optional.empty(),
                        order(Map.of(DENIED, 2, UNTRACKED, 1), delivering(WAREHOUSE, new Timing.Complete())))
                .orElseThrow();
        RegisterShipment part = new RegisterShipment(Map.of(new LineId("1"), 2), Optional.empty(), List.of());
        assertThat(refusal(shop.shipments().register(staff(), Optional.empty(), placed.id(), Optional.empty(), part))
                        .code())
                .isEqualTo("delivery-complete-only");
        assertThat(shop.stock(DENIED).onHand()).isEqualTo(10);
        shop.orders()
                .cancel(
                        staff(),
                        Optional.empty(),
                        placed.id(),
                        Optional.empty(),
                        new OrderCommand.CancelLines(Map.of(new LineId("2"), 1), "not to be had"))
                .orElseThrow();
        ship(shop, placed, Map.of(new LineId("1"), 2));
        assertThat(shop.orders().get(owner(), placed.id()).orElseThrow().status())
                .isEqualTo(OrderStatus.COMPLETED);
    }

    @OnEveryDatabase
    void anOrderThatIsCancelledAltogetherIsSoInTheVendorsWordsToo(Database database) {
        Shop shop = Shop.open(database);
        Order placed = shop.orders()
                .place(owner(), Optional.empty(), order(Map.of(DENIED, 1)))
                .orElseThrow();
        Order cancelled = shop.orders()
                .cancel(
                        staff(),
                        Optional.empty(),
                        placed.id(),
                        Optional.empty(),
                        new OrderCommand.CancelLines(Map.of(new LineId("1"), 1), "not wanted"))
                .orElseThrow();
        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.workflowState()).isEqualTo("cancelled");
    }

    private static void ship(Shop shop, Order order, Map<LineId, Integer> quantities) {
        shop.shipments()
                .register(
                        staff(),
                        Optional.empty(),
                        order.id(),
                        Optional.empty(),
                        new RegisterShipment(quantities, Optional.empty(), List.of()))
                .orElseThrow();
    }

    @OnEveryDatabase
    void ordersAreListedTheNewestFirstPageByPage(Database database) {
        Shop shop = Shop.open(database);
        for (int i = 0; i < 5; i++) {
            shop.orders()
                    .place(owner(), Optional.empty(), order(Map.of(UNTRACKED, i + 1)))
                    .orElseThrow();
            shop.clock().move(Duration.ofSeconds(1));
        }
        Page<OrderSummary> first = shop.orders().find(owner(), all(3)).orElseThrow();
        assertThat(first.items()).hasSize(3).isSortedAccordingTo((a, b) -> b.id().value()
                .compareTo(a.id().value()));
        Page<OrderSummary> second = shop.orders()
                .find(
                        staff(),
                        new OrderQuery(
                                Optional.empty(), Optional.empty(), Optional.empty(), new PageRequest(first.next(), 3)))
                .orElseThrow();
        assertThat(second.items()).hasSize(2);
        assertThat(second.next()).isEmpty();
        Refusal refusal = refusal(shop.orders()
                .find(
                        owner(),
                        new OrderQuery(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                new PageRequest(Optional.of("' OR 1=1"), 3))));
        assertThat(refusal.code()).isEqualTo("cursor-invalid");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
    }

    @OnEveryDatabase
    @Tag("L23")
    void aBuyerFindsOwnOrdersByNumberArticleTimeAndPerson(Database database) {
        Shop shop = Shop.open(database);
        Order placed = shop.orders()
                .place(owner(), Optional.empty(), order(Map.of(UNTRACKED, 1)))
                .orElseThrow();
        Instant after = placed.placedAt().plusSeconds(1);

        assertThat(found(shop, Optional.of(" " + placed.number().toLowerCase(Locale.ROOT) + " "), Optional.empty()))
                .containsExactly(placed.id());
        assertThat(found(shop, Optional.of(UNTRACKED.value()), Optional.empty()))
                .containsExactly(placed.id());
        assertThat(found(shop, Optional.of("no such thing"), Optional.empty())).isEmpty();
        assertThat(found(shop, Optional.of("  "), Optional.empty())).containsExactly(placed.id());
        assertThat(found(shop, Optional.empty(), Optional.of(after))).isEmpty();
        assertThat(found(shop, Optional.empty(), Optional.of(placed.placedAt())))
                .containsExactly(placed.id());
    }

    private static List<OrderId> found(Shop shop, Optional<String> keyword, Optional<Instant> from) {
        OrderQuery query = new OrderQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                from,
                Optional.empty(),
                Optional.empty(),
                keyword,
                PageRequest.first(10));
        return shop.orders().find(owner(), query).orElseThrow().items().stream()
                .map(OrderSummary::id)
                .toList();
    }

    @OnEveryDatabase
    @Tag("L32")
    void whoSeesAnOrderSeesItsTerms(Database database) {
        Shop shop = Shop.open(database);
        Order placed = shop.orders()
                .place(owner(), Optional.empty(), order(Map.of(UNTRACKED, 1)))
                .orElseThrow();

        assertThat(shop.orders()
                        .terms(owner(), placed.id())
                        .orElseThrow()
                        .invoicing()
                        .dueDays())
                .isPositive();
        assertThat(refusal(shop.orders().terms(owner(), new OrderId("nobodys"))).code())
                .isEqualTo("order-not-found");
    }

    private static OrderQuery all(int limit) {
        return new OrderQuery(Optional.empty(), Optional.empty(), Optional.empty(), PageRequest.first(limit));
    }
}

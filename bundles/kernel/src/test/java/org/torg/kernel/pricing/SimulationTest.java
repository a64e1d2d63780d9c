package org.torg.kernel.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Customers.CUSTOMER;
import static org.torg.kernel.fixture.Customers.OTHER_CUSTOMER;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.NOK;
import static org.torg.kernel.fixture.Shop.UNTRACKED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail;
import org.torg.api.configurator.Answers;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.Simulations.Simulated;
import org.torg.api.pricing.Simulations.Simulation;
import org.torg.api.pricing.TraceEntry;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.fixture.Splint;

/** Staff see what a customer would pay: on any day, under any generation, and nobody is bound by it. */
class SimulationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate IN_SPRING = LocalDate.of(2026, 4, 1);
    private static final VendorId OTHER = new VendorId("second");

    private static final Caller PRICES = Callers.with(new Grant(Function.PRICE_SIMULATE, Scope.of(LIGHTING)));

    private static PriceRequest request(int quantity, Optional<Answers> answers) {
        return new PriceRequest(
                Optional.of(LIGHTING),
                Optional.empty(),
                List.of(new PriceRequest.Line(new LineId("a"), UNTRACKED, quantity, answers, Optional.empty())),
                Optional.empty(),
                Optional.empty());
    }

    private static Simulation simulation(AccountId account, Optional<LocalDate> date, Optional<Long> generation) {
        return new Simulation(account, date, generation, request(1, Optional.empty()));
    }

    private static PricedCart priced(Shop shop, Optional<LocalDate> date, Optional<Long> generation) {
        return shop.kernel()
                .simulations
                .price(PRICES, simulation(CUSTOMER.id(), date, generation))
                .orElseThrow()
                .priced();
    }

    private static Money goods(PricedCart priced) {
        return priced.lines().get(0).net();
    }

    private static Money nok(String amount) {
        return Money.of(NOK, new BigDecimal(amount));
    }

    /** A parameter from a day on: the next generation. */
    private static void set(Shop shop, String key, String value, LocalDate from) {
        shop.kernel()
                .vendors
                .change(STAFF, Optional.empty(), LIGHTING, new ParameterChange(key, value, from))
                .orElseThrow();
    }

    private static void priceFrom(Shop shop, LocalDate day, String amount) {
        PriceRow row = new PriceRow(
                UNTRACKED,
                PriceStore.STANDARD_LIST,
                Optional.empty(),
                Optional.empty(),
                1,
                BigMoney.of(NOK, new BigDecimal(amount)),
                Optional.of(day),
                Optional.empty());
        shop.stores().transactions().change(tx -> {
            shop.stores().prices().stage(tx, LIGHTING, "spring", List.of(row));
            shop.stores().prices().activate(tx, LIGHTING, "spring", shop.clock().now());
        });
    }

    @OnEveryDatabase
    void aPriceIsThatOfTheDay(Database database) {
        Shop shop = Shop.open(database);
        priceFrom(shop, IN_SPRING, "200.00");

        // Silver: 5 % off.
        assertThat(goods(priced(shop, Optional.empty(), Optional.empty()))).isEqualTo(nok("95.00"));
        assertThat(goods(priced(shop, Optional.of(IN_SPRING.minusDays(1)), Optional.empty())))
                .isEqualTo(nok("95.00"));
        PricedCart spring = priced(shop, Optional.of(IN_SPRING), Optional.empty());
        assertThat(goods(spring)).isEqualTo(nok("190.00"));
        assertThat(spring.date()).isEqualTo(IN_SPRING);
    }

    @OnEveryDatabase
    void aParameterIsThatOfTheDay(Database database) {
        Shop shop = Shop.open(database);
        set(shop, "loyalty.silver.percent", "50", IN_SPRING);
        set(shop, "freight.parcel.amount", "99.00", IN_SPRING);

        assertThat(goods(priced(shop, Optional.of(IN_SPRING.minusDays(1)), Optional.empty())))
                .isEqualTo(nok("95.00"));
        assertThat(goods(priced(shop, Optional.of(IN_SPRING), Optional.empty())))
                .isEqualTo(nok("50.00"));
        assertThat(parcel(shop, IN_SPRING.minusDays(1))).isEqualTo(nok("149.00"));
        assertThat(parcel(shop, IN_SPRING)).isEqualTo(nok("99.00"));
    }

    private static Money parcel(Shop shop, LocalDate date) {
        return shop
                .kernel()
                .simulations
                .price(PRICES, simulation(CUSTOMER.id(), Optional.of(date), Optional.empty()))
                .orElseThrow()
                .options()
                .stream()
                .filter(option -> option.code().equals("parcel"))
                .map(DeliveryOption::price)
                .findFirst()
                .orElseThrow();
    }

    @OnEveryDatabase
    void anEarlierGenerationHasTheParametersThatItHad(Database database) {
        Shop shop = Shop.open(database);
        set(shop, "loyalty.silver.percent", "50", TODAY);

        PricedCart first = priced(shop, Optional.empty(), Optional.of(1L));
        PricedCart second = priced(shop, Optional.empty(), Optional.of(2L));

        assertThat(goods(first)).isEqualTo(nok("95.00"));
        assertThat(first.generation()).isEqualTo(1);
        assertThat(goods(second)).isEqualTo(nok("50.00"));
        assertThat(second.generation()).isEqualTo(2);
        assertThat(goods(priced(shop, Optional.empty(), Optional.empty()))).isEqualTo(nok("50.00"));
    }

    @OnEveryDatabase
    void aCustomerSeesItsOwnTier(Database database) {
        Shop shop = Shop.open(database);
        shop.stores().transactions().change(tx -> shop.stores()
                .accounts()
                .put(tx, new Agreement(OTHER_CUSTOMER.id(), LIGHTING, Optional.of("platinum"), Set.of())));

        PricedCart platinum = shop.kernel()
                .simulations
                .price(PRICES, simulation(OTHER_CUSTOMER.id(), Optional.empty(), Optional.empty()))
                .orElseThrow()
                .priced();

        assertThat(goods(platinum)).isEqualTo(nok("85.00"));
        assertThat(platinum.account()).isEqualTo(OTHER_CUSTOMER.id());
    }

    @OnEveryDatabase
    void itIsWhatTheCustomerSeesWithAllThatWasLookedAt(Database database) {
        Shop shop = Shop.open(database);
        PricedCart shown = shop.kernel()
                .prices
                .price(Callers.buyer(), request(1, Optional.empty()))
                .orElseThrow()
                .priced();

        Simulated simulated = shop.kernel()
                .simulations
                .price(PRICES, simulation(CUSTOMER.id(), Optional.empty(), Optional.empty()))
                .orElseThrow();

        assertThat(simulated.priced().trace()).isEqualTo(shown.trace());
        assertThat(simulated.priced().gross()).isEqualTo(shown.gross());
        assertThat(simulated.priced().trace())
                .extracting(TraceEntry::standing)
                .contains(TraceEntry.Standing.REJECTED, TraceEntry.Standing.APPLIED);
        TraceReplay.Replayed replayed = TraceReplay.replay(
                simulated.priced().currency(), simulated.priced().trace());
        assertThat(replayed.differences()).isEmpty();
        assertThat(replayed.gross()).isEqualTo(simulated.priced().gross());
    }

    @OnEveryDatabase
    void nobodyIsBoundByIt(Database database) {
        Shop shop = Shop.open(database);

        PricedCart priced = priced(shop, Optional.empty(), Optional.empty());

        assertThat(priced.expiresAt()).isEqualTo(priced.pricedAt());
    }

    @OnEveryDatabase
    void aConfiguredLineIsPricedAsItsParts(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().configurator.model(Splint.device("white", "black"));

        PricedCart priced = shop.kernel()
                .simulations
                .price(
                        PRICES,
                        new Simulation(
                                CUSTOMER.id(),
                                Optional.of(IN_SPRING),
                                Optional.empty(),
                                request(1, Optional.of(Splint.LARGE))))
                .orElseThrow()
                .priced();

        assertThat(priced.lines()).extracting(PricedCart.PricedLine::bought).containsOnly(new LineId("a"));
        assertThat(priced.lines()).hasSize(2);
    }

    @OnEveryDatabase
    void nothingIsStoredButThatSomebodyLooked(Database database) {
        Shop shop = Shop.open(database);
        Simulation simulation = simulation(CUSTOMER.id(), Optional.of(IN_SPRING), Optional.empty());
        shop.kernel().simulations.price(PRICES, simulation).orElseThrow();
        shop.sent().forget();

        shop.kernel().simulations.price(PRICES, simulation).orElseThrow();

        assertThat(shop.sent().statements())
                .filteredOn(sql -> !sql.toLowerCase(Locale.ROOT).startsWith("select"))
                .singleElement()
                .asString()
                .contains("audit_entry");
        List<AuditEntry> trail = shop.kernel()
                .audit
                .find(STAFF, AuditTrail.Query.of(Optional.of("lighting/1/" + IN_SPRING)), PageRequest.first(10))
                .orElseThrow()
                .items();
        assertThat(trail)
                .extracting(AuditEntry::command, AuditEntry::account, AuditEntry::subject)
                .hasSize(2)
                .containsOnly(tuple(
                        "simulate-prices",
                        Optional.of(CUSTOMER.id()),
                        PRICES.subject().key()));
    }

    @OnEveryDatabase
    void aRefusedLookIsNone(Database database) {
        Shop shop = Shop.open(database);
        shop.sent().forget();
        Simulation far = simulation(CUSTOMER.id(), Optional.of(TODAY.plusDays(1831)), Optional.empty());
        Simulation longAgo = simulation(CUSTOMER.id(), Optional.of(TODAY.minusDays(1831)), Optional.empty());

        Refusal refusal = refusal(shop.kernel().simulations.price(PRICES, far));

        assertThat(refusal.code()).isEqualTo("date-out-of-range");
        assertThat(refusal.details()).extracting(Refusal.Detail::field).containsExactly("/date");
        assertThat(code(shop.kernel().simulations.price(PRICES, longAgo))).isEqualTo("date-out-of-range");
        assertThat(code(shop.kernel()
                        .simulations
                        .price(PRICES, simulation(CUSTOMER.id(), Optional.empty(), Optional.of(9L)))))
                .isEqualTo("generation-unknown");
        assertThat(shop.sent().statements()).noneMatch(sql -> sql.contains("INSERT"));
    }

    @OnEveryDatabase
    void onlyStaffOfTheVendorLookAndOnlyAtItsCustomers(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().registry.put(new TestVendor(OTHER.value()));
        Simulation ours = simulation(CUSTOMER.id(), Optional.empty(), Optional.empty());
        Caller others = Callers.with(new Grant(Function.PRICE_SIMULATE, Scope.of(OTHER)));

        assertThat(code(shop.kernel().simulations.price(others, ours))).isEqualTo("right-missing");
        assertThat(code(shop.kernel()
                        .simulations
                        .price(
                                others,
                                new Simulation(
                                        CUSTOMER.id(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        new PriceRequest(
                                                Optional.of(OTHER),
                                                Optional.empty(),
                                                ours.request().lines(),
                                                Optional.empty(),
                                                Optional.empty())))))
                .isEqualTo("account-not-found");
        assertThat(refusal(shop.kernel()
                        .simulations
                        .price(PRICES, simulation(new AccountId("nobody"), Optional.empty(), Optional.empty()))))
                .isEqualTo(Refusal.notFound("account"));
        assertThat(code(shop.kernel().simulations.price(Callers.owner(), ours))).isEqualTo("right-missing");
        assertThat(code(shop.kernel().simulations.price(Callers.stranger(), ours)))
                .isEqualTo("token-missing");
        assertThat(shop.kernel().simulations.price(Callers.staff(), ours).isDone())
                .isTrue();
    }
}

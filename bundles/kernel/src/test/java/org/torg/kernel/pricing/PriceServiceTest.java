package org.torg.kernel.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.pricing.Carts.nok;
import static org.torg.kernel.pricing.Carts.standard;
import static org.torg.kernel.pricing.Carts.variant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Address;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.catalog.Availability;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.order.Contact;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.PriceTag;
import org.torg.api.pricing.Prices.Quotation;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.AccountTerms;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.PriceStore;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;
import org.torg.kernel.fixture.SetClock;
import org.torg.kernel.vendor.CurrentParameters;
import org.torg.kernel.vendor.ParameterValues;
import org.torg.kernel.vendor.VendorRegistry;
import org.torg.vendors.lighting.LightingVendor;

class PriceServiceTest {

    private static final VendorId LIGHTING = new VendorId("lighting");

    private final SetClock clock = new SetClock();
    private final VendorRegistry vendors = VendorRegistry.of(new LightingVendor("1.0.0"));
    private final List<StockedVariant> articles = new ArrayList<>();
    private final List<PriceStore.PriceRow> rows = new ArrayList<>();
    private Optional<String> tier = Optional.empty();
    private final Stub<AccountStore> accounts = Stub.of(AccountStore.class)
            .on("terms", args -> args[1].equals(Carts.ACCOUNT) ? Optional.of(terms()) : Optional.empty());
    private final Stub<CatalogStore> catalog = Stub.of(CatalogStore.class).on("variants", args -> articles.stream()
            .filter(article ->
                    ((Collection<?>) args[2]).contains(article.variant().sku()))
            .toList());
    private final Stub<PriceStore> prices = Stub.of(PriceStore.class).on("prices", args -> rows.stream()
            .filter(row -> ((Collection<?>) args[2]).contains(row.sku()))
            .toList());
    private final Snapshots snapshots =
            new Snapshots(MemoryKeys.transactions(), new MemoryKeys(), clock, Duration.ofMinutes(30));
    private final Pricing pricing = new Pricing(
            vendors,
            parameters(),
            new Gate(),
            clock,
            MemoryKeys.transactions(),
            accounts.get(),
            catalog.get(),
            prices.get(),
            Carts.RATES,
            snapshots);
    private final PriceService service = new PriceService(pricing, snapshots);

    PriceServiceTest() {
        article("LAMP", "100.00", "1", false);
        article("POLE", "1000.00", "4", true);
    }

    private void article(String sku, String price, String weight, boolean bulky) {
        articles.add(
                new StockedVariant(variant(sku, "standard", weight, bulky), new Availability(StockPolicy.DENY, 10, 0)));
        rows.add(standard(sku, price));
    }

    private ParameterValues parameters() {
        return (vendor, date) -> {
            Vendor present = vendors.find(vendor).orElseThrow();
            Map<String, String> values = new TreeMap<>(present.parameters().stream()
                    .collect(Collectors.toMap(ParameterDefinition::key, ParameterDefinition::initial)));
            return new CurrentParameters(new Parameters(Carts.NOK, values), 7);
        };
    }

    private AccountTerms terms() {
        Address address =
                new Address("Butikk AS", Optional.empty(), "Gata 2", Optional.empty(), "5003", "Bergen", "NO");
        return new AccountTerms(
                new Account(
                        Carts.ACCOUNT,
                        "10001",
                        "Butikk AS",
                        Optional.empty(),
                        "NO",
                        "nb",
                        address,
                        List.of(address),
                        "faktura@butikk.example",
                        Optional.empty()),
                new Agreement(Carts.ACCOUNT, LIGHTING, tier, Set.of()));
    }

    private static Caller buyer(AccountId account) {
        return new Caller(
                new Caller.Subject.Person(new UserId("user-1")),
                Optional.of(account),
                Optional.empty(),
                Optional.empty(),
                Set.of(new Grant(Function.PRICE_READ, Scope.of(Carts.ACCOUNT))),
                Caller.Channel.API,
                "request-1",
                Locale.ENGLISH);
    }

    private static PriceRequest.Line line(String id, String sku, int quantity) {
        return new PriceRequest.Line(new LineId(id), new Sku(sku), quantity);
    }

    private static PriceRequest request(PriceRequest.Line... lines) {
        return new PriceRequest(Optional.empty(), Optional.empty(), List.of(lines), Optional.empty(), Optional.empty());
    }

    private Outcome<Quotation> price(PriceRequest request) {
        return service.price(buyer(Carts.ACCOUNT), request);
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    private static void refused(Outcome<?> outcome, Refusal.Kind kind, String code, String... fields) {
        Refusal refusal = refusal(outcome);
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.kind()).isEqualTo(kind);
        assertThat(refusal.details()).extracting(Refusal.Detail::field).containsExactly(fields);
    }

    private static void unprocessable(Outcome<?> outcome, String code, String... fields) {
        refused(outcome, Refusal.Kind.UNPROCESSABLE, code, fields);
    }

    @Test
    void aPriceTakesThreeStatementsAndItsSnapshotHoldsIt() {
        Quotation quotation =
                price(request(line("1", "LAMP", 2), line("2", "POLE", 1))).orElseThrow();

        assertThat(quotation.priced().lines().get(0).net()).isEqualTo(nok("190.00"));
        assertThat(quotation.priced().generation()).isEqualTo(7);
        assertThat(quotation.options()).extracting(DeliveryOption::code).containsExactly("forwarder");
        assertThat(snapshots.open(quotation.snapshot())).isEqualTo(Outcome.done(quotation.priced()));
        assertThat(accounts.calls() + catalog.calls() + prices.calls()).isEqualTo(3);
    }

    @Test
    @Tag("L12")
    void aStrangerSeesNoPrice() {
        Caller stranger = Caller.stranger(Caller.Channel.API, "request-1", Locale.ENGLISH);

        refused(service.price(stranger, request(line("1", "LAMP", 1))), Refusal.Kind.UNAUTHENTICATED, "token-missing");
        assertThat(accounts.calls() + catalog.calls() + prices.calls()).isZero();
    }

    @Test
    void aCallerWithoutTheRightSeesNoPrice() {
        refused(
                service.price(buyer(new AccountId("account-2")), request(line("1", "LAMP", 1))),
                Refusal.Kind.FORBIDDEN,
                "right-missing");
    }

    @Test
    void everyOddQuantityIsNamedByItsPlace() {
        unprocessable(
                price(request(
                        line("1", "LAMP", 0),
                        line("2", "LAMP", 1),
                        line("3", "LAMP", -5),
                        line("4", "LAMP", PriceRequest.MAX_QUANTITY + 1))),
                "quantity-invalid",
                "/lines/0/quantity",
                "/lines/2/quantity",
                "/lines/3/quantity");
    }

    @Test
    void theGreatestQuantityIsAllowed() {
        assertThat(price(request(line("1", "LAMP", PriceRequest.MAX_QUANTITY))).isDone())
                .isTrue();
    }

    @Test
    void unknownArticlesAreNamedByTheirPlace() {
        unprocessable(price(request(line("1", "LAMP", 1), line("2", "NONE", 1))), "sku-unknown", "/lines/1/sku");
    }

    @Test
    void twoLinesWithOneIdAreRefused() {
        unprocessable(price(request(line("1", "LAMP", 1), line("1", "POLE", 1))), "line-duplicate", "/lines/1/id");
    }

    @Test
    void noLineAndTooManyLinesAreRefused() {
        PriceRequest.Line[] many = IntStream.rangeClosed(0, PriceRequest.MAX_LINES)
                .mapToObj(i -> line(Integer.toString(i), "LAMP", 1))
                .toArray(PriceRequest.Line[]::new);

        unprocessable(price(request()), "lines-missing", "/lines");
        unprocessable(price(request(many)), "lines-too-many", "/lines");
    }

    @Test
    void anotherCurrencyIsRefused() {
        unprocessable(
                price(new PriceRequest(
                        Optional.empty(),
                        Optional.of(CurrencyUnit.of("SEK")),
                        List.of(line("1", "LAMP", 1)),
                        Optional.empty(),
                        Optional.empty())),
                "currency-mismatch",
                "/currency");
    }

    @Test
    void anArticleWithoutAPriceIsRefused() {
        articles.add(
                new StockedVariant(variant("NEW", "standard", "1", false), new Availability(StockPolicy.DENY, 1, 0)));

        unprocessable(price(request(line("1", "NEW", 1))), "price-missing", "/lines/0/sku");
    }

    @Test
    void anUnknownDeliveryOptionIsRefused() {
        unprocessable(
                price(new PriceRequest(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(line("1", "LAMP", 1)),
                        Optional.empty(),
                        Optional.of("drone"))),
                "delivery-option-unknown",
                "/deliveryOption");
    }

    @Test
    void aCountryOutsideTheMarketsIsRefused() {
        unprocessable(
                price(new PriceRequest(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(line("1", "LAMP", 1)),
                        Optional.of(new Destination("SE", "11122", Destination.Kind.BUSINESS)),
                        Optional.empty())),
                "country-not-served",
                "/destination/country");
    }

    @Test
    void aVendorIsImpliedOnlyWhereThereIsOne() {
        assertThat(price(request(line("1", "LAMP", 1))).isDone()).isTrue();
        Vendor second = new TestVendor("second");
        vendors.add(second);
        unprocessable(price(request(line("1", "LAMP", 1))), "vendor-required", "/vendor");

        vendors.remove(second);
        unprocessable(price(request(line("1", "LAMP", 1))), "vendor-required", "/vendor");
    }

    @Test
    void anUnknownVendorIsRefusedByName() {
        PriceRequest request = new PriceRequest(
                Optional.of(new VendorId("dental")),
                Optional.empty(),
                List.of(line("1", "LAMP", 1)),
                Optional.empty(),
                Optional.empty());

        refused(price(request), Refusal.Kind.UNPROCESSABLE, "vendor-unknown", "/vendor");
    }

    @Test
    void aPriceThatWasShownIsHonouredAfterPricesHaveChanged() {
        PriceRequest request = request(line("1", "LAMP", 2));
        Quotation shown = price(request).orElseThrow();
        rows.clear();
        rows.add(standard("LAMP", "500.00"));

        Priced honoured = pricing.facts(buyer(Carts.ACCOUNT), request)
                .flatMap(facts ->
                        pricing.honour(facts, snapshots.open(shown.snapshot()).orElseThrow()))
                .orElseThrow();

        assertThat(honoured.cart()).isEqualTo(shown.priced());
        assertThat(price(request).orElseThrow().priced().net())
                .isNotEqualTo(shown.priced().net());
    }

    @Test
    void aPriceThatWasShownForSomethingElseIsNotHonoured() {
        Quotation shown = price(request(line("1", "LAMP", 2))).orElseThrow();

        assertThat(List.of(
                        request(line("1", "LAMP", 3)),
                        request(line("1", "POLE", 2)),
                        request(line("2", "LAMP", 2)),
                        request(line("1", "LAMP", 2), line("2", "LAMP", 2)),
                        to(new Destination("NO", "9990", Destination.Kind.BUSINESS), line("1", "LAMP", 2)),
                        to(
                                new Destination(
                                        "NO", shown.priced().destination().postcode(), Destination.Kind.PRIVATE),
                                line("1", "LAMP", 2))))
                .allSatisfy(other -> assertThat(refusal(pricing.facts(buyer(Carts.ACCOUNT), other)
                                        .flatMap(facts -> pricing.honour(facts, shown.priced())))
                                .code())
                        .isEqualTo("snapshot-mismatch"));
    }

    @Test
    @Tag("L51")
    @Tag("L52")
    void cartRulesObjectToAMissingPhoneAndToAParcelShop() {
        PriceRequest request = new PriceRequest(
                Optional.empty(),
                Optional.empty(),
                List.of(line("1", "POLE", 1)),
                Optional.of(new Destination("NO", "5003", Destination.Kind.PARCEL_SHOP)),
                Optional.empty());
        Priced priced = pricing.price(buyer(Carts.ACCOUNT), request).orElseThrow();

        assertThat(pricing.objections(
                                priced,
                                Optional.empty(),
                                Optional.of(new Contact("ordre@butikk.example", Optional.empty())))
                        .orElseThrow())
                .extracting(Objection::code)
                .containsExactlyInAnyOrder("phone-required", "parcel-shop-refused");
    }

    @Test
    @Tag("L09")
    void aListOfArticlesShowsTheCustomersOwnPricesWithTheTierInOneStatement() {
        tier = Optional.of("gold");
        PriceTags tags =
                new PriceTags(vendors, parameters(), clock, MemoryKeys.transactions(), prices.get(), Carts.RATES);

        Map<Sku, PriceTag> shown = tags.tags(LIGHTING, terms(), articles);

        assertThat(prices.calls()).isEqualTo(1);
        PriceTag lamp = shown.get(new Sku("LAMP"));
        assertThat(lamp.list()).isEqualTo(Carts.price("100.00"));
        assertThat(lamp.net()).isEqualTo(nok("90.00"));
        assertThat(lamp.gross()).isEqualTo(nok("112.50"));
        PriceTag.TierTag gold = lamp.tier().orElseThrow();
        assertThat(gold.code()).isEqualTo("gold");
        assertThat(gold.name().english()).isEqualTo("Gold");
        assertThat(gold.colour()).matches("#[0-9a-f]{6}");
        assertThat(shown.get(new Sku("POLE")).net())
                .as("a surcharge is the order's, not the article's")
                .isEqualTo(nok("900.00"));
    }

    private static PriceRequest to(Destination destination, PriceRequest.Line... lines) {
        return new PriceRequest(
                Optional.empty(), Optional.empty(), List.of(lines), Optional.of(destination), Optional.empty());
    }
}

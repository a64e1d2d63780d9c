package org.torg.kernel.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.pricing.Carts.nok;
import static org.torg.kernel.pricing.Carts.standard;
import static org.torg.kernel.pricing.Carts.variant;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
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
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.Variant;
import org.torg.api.order.Contact;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.PriceTag;
import org.torg.api.pricing.Prices.Quotation;
import org.torg.api.store.AccountStore.AccountTerms;
import org.torg.api.store.CatalogStore.ProductRow;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;

class PriceServiceTest {

    @Nested
    class OnDerby extends Contract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }

    abstract static class Contract extends KernelContract {

        private static final Address SHOP =
                new Address("Butikk AS", Optional.empty(), "Gata 2", Optional.empty(), "5003", "Bergen", "NO");
        private static final Account BUTIKK = new Account(
                Carts.ACCOUNT,
                "10001",
                "Butikk AS",
                Optional.empty(),
                "NO",
                "nb",
                SHOP,
                List.of(SHOP),
                "faktura@butikk.example",
                Optional.empty());

        Contract(Database database) {
            super(database);
        }

        @BeforeEach
        void begin() {
            kernel.transactions.change(tx -> kernel.stores.accounts().insert(tx, BUTIKK));
            article("LAMP", "1", false);
            price("LAMP", "100.00");
            article("POLE", "4", true);
            price("POLE", "1000.00");
        }

        private void article(String sku, String weight, boolean bulky) {
            Variant variant = variant(sku, "standard", weight, bulky);
            kernel.transactions.change(tx -> kernel.stores
                    .catalog()
                    .upsert(tx, LIGHTING, List.of(new ProductRow(variant, variant.name(), Optional.of(10)))));
        }

        /** From now on, instead of an earlier one. */
        private void price(String sku, String price) {
            kernel.clock.move(Duration.ofMillis(1));
            String batch = kernel.ids.next();
            kernel.transactions.change(tx -> {
                kernel.stores.prices().stage(tx, LIGHTING, batch, List.of(standard(sku, price)));
                kernel.stores.prices().activate(tx, LIGHTING, batch, kernel.clock.now());
            });
        }

        private static Caller buyer(AccountId account) {
            return Callers.with(account, new Grant(Function.PRICE_READ, Scope.of(Carts.ACCOUNT)));
        }

        private static PriceRequest.Line line(String id, String sku, int quantity) {
            return new PriceRequest.Line(new LineId(id), new Sku(sku), quantity);
        }

        private static PriceRequest request(PriceRequest.Line... lines) {
            return new PriceRequest(
                    Optional.empty(), Optional.empty(), List.of(lines), Optional.empty(), Optional.empty());
        }

        private Outcome<Quotation> price(PriceRequest request) {
            return kernel.prices.price(buyer(Carts.ACCOUNT), request);
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
            kernel.vendors
                    .change(
                            Callers.STAFF,
                            Optional.empty(),
                            LIGHTING,
                            new ParameterChange("loyalty.gold.percent", "12", Carts.TODAY.plusDays(1)))
                    .orElseThrow();
            PriceRequest request = request(line("1", "LAMP", 2), line("2", "POLE", 1));
            // The first makes a key, the second reads it; it, parameters and VAT rates are in memory from then on.
            price(request).orElseThrow();
            price(request).orElseThrow();
            database.sent().forget();

            Quotation quotation = price(request).orElseThrow();
            List<String> statements = database.sent().statements();

            assertThat(quotation.priced().lines().get(0).net()).isEqualTo(nok("190.00"));
            assertThat(quotation.priced().generation()).isEqualTo(2);
            assertThat(quotation.options()).extracting(DeliveryOption::code).containsExactly("forwarder");
            assertThat(kernel.snapshots.open(quotation.snapshot())).isEqualTo(Outcome.done(quotation.priced()));
            assertThat(statements).hasSize(3);
        }

        @Test
        @Tag("L12")
        void aStrangerSeesNoPrice() {
            database.sent().forget();

            refused(
                    kernel.prices.price(Callers.stranger(), request(line("1", "LAMP", 1))),
                    Refusal.Kind.UNAUTHENTICATED,
                    "token-missing");
            assertThat(database.sent().statements()).isEmpty();
        }

        @Test
        void aCallerWithoutTheRightSeesNoPrice() {
            refused(
                    kernel.prices.price(buyer(new AccountId("account-2")), request(line("1", "LAMP", 1))),
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
            assertThat(price(request(line("1", "LAMP", PriceRequest.MAX_QUANTITY)))
                            .isDone())
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
            article("NEW", "1", false);

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
            kernel.registry.put(new TestVendor("second"));
            unprocessable(price(request(line("1", "LAMP", 1))), "vendor-required", "/vendor");

            kernel.registry.gap(new VendorId("second"));
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
            price("LAMP", "500.00");

            Priced honoured = kernel.pricing
                    .with(
                            buyer(Carts.ACCOUNT),
                            request,
                            facts -> kernel.pricing.honour(
                                    facts,
                                    kernel.snapshots.open(shown.snapshot()).orElseThrow()))
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
                    .allSatisfy(other -> assertThat(refusal(kernel.pricing.with(
                                            buyer(Carts.ACCOUNT),
                                            other,
                                            facts -> kernel.pricing.honour(facts, shown.priced())))
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
            Priced priced = kernel.pricing.price(buyer(Carts.ACCOUNT), request).orElseThrow();

            assertThat(kernel.pricing
                            .objections(
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
            kernel.transactions.change(tx -> kernel.stores
                    .accounts()
                    .put(tx, new Agreement(Carts.ACCOUNT, LIGHTING, Optional.of("gold"), Set.of())));
            List<Sku> skus = List.of(new Sku("LAMP"), new Sku("POLE"));
            List<StockedVariant> articles =
                    kernel.transactions.read(tx -> kernel.stores.catalog().variants(tx, LIGHTING, skus));
            AccountTerms terms = kernel.transactions
                    .read(tx -> kernel.stores.accounts().terms(tx, Carts.ACCOUNT, LIGHTING))
                    .orElseThrow();
            // Parameters and VAT rates are in memory from then on.
            kernel.tags.tags(LIGHTING, terms, articles);
            database.sent().forget();

            Map<Sku, PriceTag> shown = kernel.tags.tags(LIGHTING, terms, articles);

            assertThat(database.sent().statements()).hasSize(1);
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
}

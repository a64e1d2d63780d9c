package org.torg.kernel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.api.catalog.Catalog.Listing;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Facet;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.catalog.Variant;
import org.torg.api.pricing.PriceTag;
import org.torg.api.store.CatalogStore.ProductRow;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.job.Turns;

class CatalogTest {

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

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class Contract {

        private static final Path CATALOGUE =
                Path.of("..", "demo", "src", "main", "resources", "org", "torg", "demo", "lighting-products.csv");
        private static final Sku DOWNLIGHT = new Sku("0041203");

        final Database database;
        final Kernel kernel;
        AccountId account = new AccountId("none");
        private boolean imported;

        Contract(Database database) {
            this.database = database;
            this.kernel = new Kernel(database);
        }

        /** The catalogue is imported once for all tests of a database; each has an account of its own. */
        @BeforeEach
        void begin() throws IOException {
            if (!imported) {
                database.clean();
                importCatalogue();
                imported = true;
            }
            account = kernel.openAccount(kernel.ids.next()).id();
        }

        private void importCatalogue() throws IOException {
            try (InputStream file = Files.newInputStream(CATALOGUE)) {
                kernel.imports
                        .start(
                                STAFF,
                                Optional.empty(),
                                new ImportRequest(
                                        ImportRequest.Kind.PRODUCTS, LIGHTING, false, ImportRequest.OnError.ABORT),
                                file)
                        .orElseThrow();
            }
            assertThat(new Turns(kernel, kernel.productImport).turn()).isTrue();
        }

        @Test
        @Tag("L12")
        void strangersSeeTheCatalogueWithoutPrices() {
            Listing listing = find(Callers.stranger(), everything(200));
            CatalogEntry one = kernel.catalog
                    .get(Callers.stranger(), Optional.empty(), DOWNLIGHT)
                    .orElseThrow();

            assertThat(listing.page().items()).hasSize(200).allMatch(entry -> entry.price()
                    .isEmpty());
            assertThat(one.price()).isEmpty();
            assertThat(one.variant().attributes()).containsEntry("ip", "IP44");
        }

        @Test
        @Tag("L12")
        void registeredBusinessesSeeTheirPrices() {
            Listing listing = find(Callers.buyer(account), everything(200));
            PriceTag tag = kernel.catalog
                    .get(Callers.buyer(account), Optional.of(LIGHTING), DOWNLIGHT)
                    .orElseThrow()
                    .price()
                    .orElseThrow();

            assertThat(listing.page().items()).allMatch(entry -> entry.price().isPresent());
            assertThat(tag.list()).isEqualByComparingTo(BigMoney.parse("NOK 229.00"));
        }

        @Test
        @Tag("L12")
        void whoMaySeePricesOfAnotherAccountOnlySeesNone() {
            Caller other = Callers.with(
                    account,
                    new Grant(Function.CATALOG_READ, Scope.tenant()),
                    new Grant(Function.PRICE_READ, Scope.of(new AccountId("other"))));

            assertThat(find(other, everything(20)).page().items())
                    .allMatch(entry -> entry.price().isEmpty());
        }

        @Test
        @Tag("L08")
        void aNewCustomerHasSilverPricesUntilStaffAgreeOtherwise() {
            assertThat(tier()).isEqualTo("silver");

            kernel.accounts
                    .agree(STAFF, Optional.empty(), new Agreement(account, LIGHTING, Optional.of("platinum"), Set.of()))
                    .orElseThrow();

            assertThat(tier()).isEqualTo("platinum");
        }

        @Test
        void thePagesTogetherAreTheWholeCatalogueInOrder() {
            List<String> seen = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            do {
                Listing listing = find(
                        Callers.stranger(),
                        query(Optional.empty(), Optional.empty(), Map.of(), false, new PageRequest(cursor, 150)));
                listing.page()
                        .items()
                        .forEach(entry -> seen.add(entry.variant().sku().value()));
                cursor = listing.page().next();
            } while (cursor.isPresent());

            assertThat(seen).hasSize(1688).isSorted().doesNotHaveDuplicates();
        }

        @Test
        void aPageCostsTheSameHoweverLongItIs() {
            for (int limit : List.of(1, 50, 200)) {
                database.sent().forget();
                find(Callers.stranger(), everything(limit));
                assertThat(database.sent().statements())
                        .as("stranger, " + limit)
                        .hasSize(2);

                find(Callers.buyer(account), everything(limit));
                database.sent().forget();
                find(Callers.buyer(account), everything(limit));
                assertThat(database.sent().statements()).as("buyer, " + limit).hasSize(4);
            }
        }

        @Test
        void categoriesTextAndFacetsNarrowTheList() {
            Listing downlights = find(
                    Callers.stranger(),
                    query(Optional.of("indoor/downlights"), Optional.empty(), Map.of(), true, PageRequest.first(200)));
            Listing ip44 = find(
                    Callers.stranger(),
                    query(
                            Optional.of("indoor/downlights"),
                            Optional.empty(),
                            Map.of("ip", List.of("IP44")),
                            true,
                            PageRequest.first(200)));
            Listing words = find(
                    Callers.stranger(),
                    query(Optional.empty(), Optional.of("TJERN svart 2700"), Map.of(), false, PageRequest.first(200)));

            assertThat(downlights.page().items())
                    .isNotEmpty()
                    .allMatch(entry -> entry.variant().category().startsWith("indoor/downlights"));
            assertThat(downlights.page().items())
                    .allMatch(entry ->
                            entry.categoryName().in(Locale.forLanguageTag("nb")).equals("Downlights"));
            assertThat(ip44.page().items()).isNotEmpty().allMatch(entry -> "IP44"
                    .equals(entry.variant().attributes().get("ip")));
            assertThat(count(ip44, "ip", "IP44")).isEqualTo(count(downlights, "ip", "IP44"));
            assertThat(words.page().items()).isNotEmpty().allMatch(entry -> entry.variant()
                    .name()
                    .in(Locale.forLanguageTag("nb"))
                    .matches("(?i).*svart.*2700.*"));
            assertThat(words.facets()).isEmpty();
        }

        @Test
        void oddCursorsAreRefused() {
            for (String cursor : List.of("x", "", "!!!", "MDA0MTIwMw", "a".repeat(500))) {
                PageRequest page = new PageRequest(Optional.of(cursor), 10);
                assertThat(code(kernel.catalog.find(
                                Callers.stranger(), query(Optional.empty(), Optional.empty(), Map.of(), false, page))))
                        .as(cursor)
                        .isEqualTo("cursor-invalid");
            }
        }

        @Test
        void anArticleOfTwoVendorsNeedsTheVendorsName() {
            Variant mine = kernel.catalog
                    .get(Callers.stranger(), Optional.empty(), DOWNLIGHT)
                    .orElseThrow()
                    .variant();
            VendorId other = new VendorId("other");
            Variant theirs = new Variant(
                    other,
                    mine.sku(),
                    mine.product(),
                    mine.name(),
                    mine.description(),
                    mine.category(),
                    mine.brand(),
                    mine.ean(),
                    mine.vatCategory(),
                    mine.weightKg(),
                    mine.bulky(),
                    StockPolicy.DENY,
                    1,
                    Map.of());
            kernel.transactions.change(tx -> kernel.stores
                    .catalog()
                    .upsert(tx, other, List.of(new ProductRow(theirs, mine.name(), Optional.of(1)))));

            assertThat(code(kernel.catalog.get(Callers.stranger(), Optional.empty(), DOWNLIGHT)))
                    .isEqualTo("vendor-required");
            assertThat(kernel.catalog
                            .get(Callers.stranger(), Optional.of(other), DOWNLIGHT)
                            .orElseThrow()
                            .variant()
                            .vendor())
                    .isEqualTo(other);
            imported = false;
        }

        @Test
        void unknownArticlesAreNotFound() {
            assertThat(code(kernel.catalog.get(Callers.stranger(), Optional.empty(), new Sku("nope"))))
                    .isEqualTo("product-not-found");
            assertThat(code(kernel.catalog.get(Callers.stranger(), Optional.empty(), new Sku("' OR 1=1 --"))))
                    .isEqualTo("product-not-found");
        }

        @Test
        void theCategoryTreeHasNamesInBothLanguages() {
            List<Category> categories = kernel.catalog.categories(Callers.stranger(), Optional.of(LIGHTING));

            assertThat(categories).hasSizeGreaterThan(5);
            assertThat(categories)
                    .allMatch(category -> category.name().byLanguage().keySet().containsAll(Set.of("nb", "en")));
        }

        private String tier() {
            return kernel.catalog
                    .get(Callers.buyer(account), Optional.of(LIGHTING), DOWNLIGHT)
                    .orElseThrow()
                    .price()
                    .flatMap(PriceTag::tier)
                    .map(PriceTag.TierTag::code)
                    .orElse("none");
        }

        private static long count(Listing listing, String code, String value) {
            return listing.facets().stream()
                    .filter(facet -> facet.code().equals(code))
                    .flatMap(facet -> facet.values().stream())
                    .filter(counted -> counted.value().equals(value))
                    .mapToLong(Facet.Count::count)
                    .findFirst()
                    .orElse(0);
        }

        private Listing find(Caller caller, ProductQuery query) {
            return kernel.catalog.find(caller, query).orElseThrow();
        }

        private static ProductQuery everything(int limit) {
            return query(Optional.empty(), Optional.empty(), Map.of(), false, PageRequest.first(limit));
        }

        private static ProductQuery query(
                Optional<String> category,
                Optional<String> text,
                Map<String, List<String>> facets,
                boolean withFacets,
                PageRequest page) {
            return new ProductQuery(Optional.empty(), category, text, facets, withFacets, page);
        }
    }
}

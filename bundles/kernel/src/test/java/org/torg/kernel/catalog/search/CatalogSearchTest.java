package org.torg.kernel.catalog.search;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.CatalogEntry;
import org.torg.api.catalog.CatalogSearch.Result;
import org.torg.api.catalog.CatalogSearch.Suggestions;
import org.torg.api.catalog.Facet;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.SearchQuery;
import org.torg.api.catalog.SearchQuery.Sort;
import org.torg.api.catalog.Sku;
import org.torg.api.store.CatalogStore.ProductRow;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.StockStore.Counted;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.Outcomes;
import org.torg.kernel.job.Turns;

class CatalogSearchTest {

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
        private static final Locale NB = Locale.forLanguageTag("nb");

        final Database database;
        final Kernel kernel;
        AccountId account = new AccountId("none");

        Contract(Database database) {
            this.database = database;
            this.kernel = new Kernel(database);
        }

        @BeforeEach
        void begin() throws IOException {
            if (account.value().equals("none")) {
                database.clean();
                importCatalogue();
                account = kernel.openAccount(kernel.ids.next()).id();
            }
            kernel.indexing.look();
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
        void anArticleIsFoundByItsNumberFirst() {
            assertThat(search("0041203").page().items().get(0).variant().sku()).isEqualTo(DOWNLIGHT);
        }

        @Test
        @Tag("H25")
        void facetsNarrowWhatIsFound() {
            Result all = search(query("downlight", Map.of(), Set.of(), true));
            Facet ip = facet(all, "ip");
            Facet.Count most = ip.values().get(0);

            Result narrowed = search(query("downlight", Map.of("ip", List.of(most.value())), Set.of(), true));

            assertThat(narrowed.total()).isEqualTo(most.count()).isLessThan(all.total());
            assertThat(narrowed.page().items()).allMatch(entry -> most.value()
                    .equals(entry.variant().attributes().get("ip")));
            assertThat(facet(narrowed, "ip")).isEqualTo(ip);
            assertThat(facet(all, "brand").values()).isNotEmpty();
        }

        @Test
        @Tag("L12")
        void strangersFindWithoutPricesAndRegisteredBusinessesWithTheirs() {
            assertThat(search(Callers.stranger(), query("downlight", Map.of(), Set.of(), true), first(50))
                            .orElseThrow()
                            .page()
                            .items())
                    .isNotEmpty()
                    .allMatch(entry -> entry.price().isEmpty());
            assertThat(search(Callers.buyer(account), query("downlight", Map.of(), Set.of(), false), first(50))
                            .orElseThrow()
                            .page()
                            .items())
                    .isNotEmpty()
                    .allMatch(entry -> entry.price().isPresent());
        }

        @Test
        void aPageCostsTheSameHoweverLongItIsAndSuggestionsNothing() {
            Caller buyer = Callers.buyer(account);
            search(buyer, query("downlight", Map.of(), Set.of(), true), first(50));
            for (int limit : List.of(1, 50, 200)) {
                assertThat(statements(() ->
                                search(Callers.stranger(), query("downlight", Map.of(), Set.of(), true), first(limit))))
                        .as("stranger, " + limit)
                        .isEqualTo(2);
                assertThat(statements(() -> search(buyer, query("downlight", Map.of(), Set.of(), true), first(limit))))
                        .as("buyer, " + limit)
                        .isEqualTo(4);
                assertThat(statements(() -> search(buyer, withoutPrices("downlight"), first(limit))))
                        .as("buyer who asks for no prices, " + limit)
                        .isEqualTo(2);
            }
            assertThat(statements(() -> kernel.search.suggest(buyer, "down", Optional.empty(), 8)))
                    .isZero();
        }

        private int statements(Runnable work) {
            database.sent().forget();
            work.run();
            return database.sent().statements().size();
        }

        @Test
        void theIndexLooksWithOneStatementAndReadsWhatChangedOnly() {
            kernel.indexing.look();
            assertThat(statements(kernel.indexing::look)).isEqualTo(1);

            rename("Gullkantet prøvelampe");

            // The look, the categories, and the articles.
            assertThat(statements(kernel.indexing::look)).isEqualTo(3);
            assertThat(skus(search("prøvelampe"))).containsExactly(DOWNLIGHT.value());
            assertThat(statements(kernel.indexing::look)).isEqualTo(1);
        }

        private void rename(String name) {
            StockedVariant now = kernel.transactions
                    .read(tx -> kernel.stores.catalog().variants(tx, LIGHTING, List.of(DOWNLIGHT)))
                    .get(0);
            var old = now.variant();
            var renamed = new org.torg.api.catalog.Variant(
                    old.vendor(),
                    old.sku(),
                    old.product(),
                    org.torg.api.LocalizedText.of("nb", name),
                    old.description(),
                    old.category(),
                    old.brand(),
                    old.ean(),
                    old.vatCategory(),
                    old.weightKg(),
                    old.bulky(),
                    old.stockPolicy(),
                    old.leadDays(),
                    old.attributes());
            kernel.transactions.change(tx -> kernel.stores
                    .catalog()
                    .upsert(tx, LIGHTING, List.of(new ProductRow(renamed, renamed.name(), Optional.empty()))));
        }

        @Test
        void aFileThatSaysNothingNewChangesNothing() throws IOException {
            rename("Noe helt annet");
            importCatalogue();
            kernel.indexing.look();
            Map<VendorId, Long> before = kernel.index.versions().orElseThrow();

            importCatalogue();

            assertThat(kernel.transactions.read(kernel.stores.indexing()::marks).versions())
                    .isEqualTo(before);
        }

        @Test
        void anotherNodeFollows() {
            Kernel other = kernel.node();
            other.indexing.look();

            rename("Grønnmalt nodelampe");
            other.indexing.look();

            assertThat(other.search
                            .search(Callers.stranger(), query("nodelampe", Map.of(), Set.of(), false), first(10))
                            .orElseThrow()
                            .total())
                    .isEqualTo(1);
        }

        @Test
        void untilThereIsAnIndexSearchSaysSoAndTheCatalogueAnswers() {
            Kernel fresh = kernel.node();

            assertThat(code(fresh.search.search(
                            Callers.stranger(), query("lampe", Map.of(), Set.of(), false), first(10))))
                    .isEqualTo("search-not-ready");
            assertThat(Outcomes.refusal(fresh.search.suggest(Callers.stranger(), "la", Optional.empty(), 8))
                            .kind())
                    .isEqualTo(Refusal.Kind.UNAVAILABLE);
            assertThat(fresh.catalog
                            .get(Callers.stranger(), Optional.empty(), DOWNLIGHT)
                            .isDone())
                    .isTrue();
        }

        @Test
        void soldOutArticlesAreToldApartSoonAfter() {
            Result before = search(query("downlight", Map.of(), Set.of(AvailabilityState.IN_STOCK), false));
            CatalogEntry one = before.page().items().stream()
                    .filter(entry -> entry.availability().policy() == org.torg.api.catalog.StockPolicy.DENY)
                    .findFirst()
                    .orElse(before.page().items().get(0));
            onHand(one.variant().sku(), 0);
            kernel.node().indexing.look();
            kernel.indexing.build();

            Result after = search(query("downlight", Map.of(), Set.of(AvailabilityState.IN_STOCK), false));

            assertThat(after.total()).isEqualTo(before.total() - 1);
            onHand(one.variant().sku(), one.availability().onHand());
            kernel.indexing.build();
        }

        private void onHand(Sku sku, int onHand) {
            kernel.transactions.change(
                    tx -> kernel.stores.stock().count(tx, LIGHTING, List.of(new Counted(sku, onHand))));
        }

        @Test
        void thePagesTogetherAreAllThatWasFound() {
            List<String> seen = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            Result page;
            do {
                page = search(Callers.stranger(), withoutPrices("hvit"), new PageRequest(cursor, 37))
                        .orElseThrow();
                seen.addAll(skus(page));
                cursor = page.page().next();
            } while (cursor.isPresent());

            assertThat(seen).hasSize((int) page.total()).doesNotHaveDuplicates().hasSizeGreaterThan(37);
        }

        @Test
        void oddQuestionsAreRefusedOrFindNothing() {
            assertThat(code(search(
                            Callers.stranger(), withoutPrices("x"), new PageRequest(Optional.of("not-a-number"), 10))))
                    .isEqualTo("cursor-invalid");
            assertThat(code(search(Callers.stranger(), withoutPrices("x".repeat(1001)), first(10))))
                    .isEqualTo("text-too-long");
            assertThat(search("*:* OR sku:[* TO *]").total()).isZero();
            assertThat(search(Callers.stranger(), withoutPrices("hvit"), new PageRequest(Optional.of("999999"), 10))
                            .orElseThrow()
                            .page()
                            .items())
                    .isEmpty();
        }

        @Test
        void typingSuggestsArticlesOfTheCatalogue() {
            Suggestions found = kernel.search
                    .suggest(Callers.stranger(), "downl", Optional.empty(), 8)
                    .orElseThrow();

            assertThat(found.articles())
                    .hasSize(8)
                    .allMatch(article -> article.name().in(NB).toLowerCase(NB).contains("downl"));
            assertThat(kernel.search
                            .suggest(Callers.stranger(), " ", Optional.empty(), 8)
                            .orElseThrow()
                            .articles())
                    .isEmpty();
        }

        private static Facet facet(Result result, String code) {
            return result.facets().stream()
                    .filter(facet -> facet.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }

        private static List<String> skus(Result result) {
            return result.page().items().stream()
                    .map(entry -> entry.variant().sku().value())
                    .toList();
        }

        private static PageRequest first(int limit) {
            return PageRequest.first(limit);
        }

        private Result search(String text) {
            return search(withoutPrices(text));
        }

        private Result search(SearchQuery query) {
            return search(Callers.stranger(), query, first(200)).orElseThrow();
        }

        private Outcome<Result> search(Caller caller, SearchQuery query, PageRequest page) {
            return kernel.search.search(caller, query, page);
        }

        private static SearchQuery withoutPrices(String text) {
            return new SearchQuery(
                    Optional.of(text),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Set.of(),
                    Sort.RELEVANCE,
                    false,
                    false);
        }

        private static SearchQuery query(
                String text, Map<String, List<String>> facets, Set<AvailabilityState> states, boolean withFacets) {
            return new SearchQuery(
                    Optional.of(text),
                    Optional.empty(),
                    Optional.empty(),
                    facets,
                    states,
                    Sort.RELEVANCE,
                    withFacets,
                    true);
        }
    }
}

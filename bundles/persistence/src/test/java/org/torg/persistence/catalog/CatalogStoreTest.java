package org.torg.persistence.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.persistence.Samples.LIGHTING;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.LocalizedText;
import org.torg.api.PageRequest;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Facet;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.catalog.Sku;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.CatalogStore.Position;
import org.torg.api.store.CatalogStore.ProductRow;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.CatalogStore.UpsertCount;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.Database;
import org.torg.persistence.Plans;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

class CatalogStoreTest {

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

    abstract static class Contract extends StoreContract {
        private final CatalogStore catalog = stores.catalog();

        Contract(Database database) {
            super(database);
        }

        private void store(ProductRow... rows) {
            transactions.change(tx -> catalog.upsert(tx, LIGHTING, List.of(rows)));
        }

        private static ProductRow product(String sku, String category, String... attributes) {
            Map<String, String> map = new java.util.TreeMap<>();
            for (int i = 0; i < attributes.length; i += 2) {
                map.put(attributes[i], attributes[i + 1]);
            }
            return Samples.product(sku, category, map, 7);
        }

        private static ProductQuery query(
                Optional<String> category, Optional<String> text, Map<String, List<String>> facets) {
            return new ProductQuery(Optional.empty(), category, text, facets, true, PageRequest.first(50));
        }

        private List<String> found(ProductQuery query) {
            return skus(all(tx -> catalog.find(tx, query, Optional.empty(), 50)));
        }

        private static List<String> skus(List<StockedVariant> variants) {
            return variants.stream().map(one -> one.variant().sku().value()).toList();
        }

        @Test
        void aVariantIsReadAsItWasWritten() {
            ProductRow row = product("A-1", "indoor/downlights", "ip", "IP44", "lumen", "800");
            store(row);

            StockedVariant read = all(tx -> catalog.variants(tx, LIGHTING, List.of(new Sku("A-1"), new Sku("none"))))
                    .get(0);
            assertThat(read.variant()).isEqualTo(row.variant());
            assertThat(read.availability().onHand()).isEqualTo(7);
            assertThat(all(tx -> catalog.variants(tx, new Sku("A-1")))).containsExactly(read);
            assertThat(all(tx -> catalog.variants(tx, new VendorId("other"), List.of(new Sku("A-1")))))
                    .isEmpty();
        }

        /** It read all stock into memory for a page of articles on Derby, and took 50 ms. */
        @Test
        void aFewArticlesOfManyAreReadByTheirKeys() throws SQLException {
            store(IntStream.range(0, 2000)
                    .mapToObj(i -> product("A-" + i, "indoor"))
                    .toArray(ProductRow[]::new));
            database.analyze();
            List<Sku> asked =
                    IntStream.range(0, 24).mapToObj(i -> new Sku("A-" + i * 50)).toList();

            assertThat(all(tx -> catalog.variants(tx, LIGHTING, asked))).hasSize(24);

            // PostgreSQL may find the few pages of so small a stock as quickly read whole.
            assertThat(Plans.last(database)).isIn("index variant_pk index stock_pk", "seq scan index variant_pk");
        }

        @Test
        void aRepeatReplacesAndIsCountedAsSuch() {
            store(product("A-1", "indoor", "ip", "IP20"));

            assertThat(transactions.<UpsertCount>write(tx -> catalog.upsert(
                            tx, LIGHTING, List.of(product("A-1", "outdoor", "ip", "IP65"), product("B-1", "outdoor")))))
                    .isEqualTo(new UpsertCount(1, 1));

            assertThat(found(query(Optional.of("indoor"), Optional.empty(), Map.of())))
                    .isEmpty();
            assertThat(found(query(Optional.empty(), Optional.empty(), Map.of("ip", List.of("IP65")))))
                    .containsExactly("A-1");
            assertThat(found(query(Optional.empty(), Optional.empty(), Map.of("ip", List.of("IP20")))))
                    .isEmpty();
        }

        @Test
        void aLargeImportTakesFewStatements() {
            List<ProductRow> rows = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                rows.add(product(String.format("S%04d", i), "indoor", "ip", "IP20"));
            }

            List<ProductRow> changed = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                changed.add(product(String.format("S%04d", i), "indoor", "ip", "IP44"));
            }

            // Two parts of six: known products, products, known variants, variants, stock, facets; and three for the
            // first
            // version.
            expectStatements(15, tx -> catalog.upsert(tx, LIGHTING, rows));
            // What says nothing new is only compared.
            expectStatements(4, tx -> catalog.upsert(tx, LIGHTING, rows));
            // Two parts of five: products stay, facets are deleted before; and two for the version.
            expectStatements(12, tx -> catalog.upsert(tx, LIGHTING, changed));
        }

        @Test
        void aListIsInTheOrderOfSkuAndGoesOnBehindAPosition() {
            store(product("b", "x"), product("B", "x"), product("a-2", "x"), product("a.1", "x"));

            // As Java compares strings.
            assertThat(found(query(Optional.empty(), Optional.empty(), Map.of())))
                    .containsExactly("B", "a-2", "a.1", "b");
            ProductQuery byCategory = query(Optional.of("x"), Optional.empty(), Map.of());
            assertThat(skus(all(tx ->
                            catalog.find(tx, byCategory, Optional.of(new Position(new Sku("a-2"), LIGHTING)), 1))))
                    .containsExactly("a.1");
            assertThat(skus(all(tx -> catalog.find(
                            tx, byCategory, Optional.of(new Position(new Sku("a.1"), new VendorId("aaa"))), 10))))
                    .containsExactly("a.1", "b");
        }

        @Test
        void aCategoryHoldsItsSubcategoriesAndNotItsNamesakes() {
            store(product("A", "indoor"), product("B", "indoor/down/deep"), product("C", "indoors"));

            assertThat(found(query(Optional.of("indoor"), Optional.empty(), Map.of())))
                    .containsExactly("A", "B");
            assertThat(found(query(Optional.of("indoor/down"), Optional.empty(), Map.of())))
                    .containsExactly("B");
        }

        @Test
        void allWordsMustOccurWhateverTheirCase() {
            store(product("LAMP-1", "x"), product("LAMP-2", "x"));

            assertThat(found(query(Optional.empty(), Optional.of("ÆRLIG  lamp-2"), Map.of())))
                    .containsExactly("LAMP-2");
            assertThat(found(query(Optional.empty(), Optional.of("7090012345678 nordlys"), Map.of())))
                    .hasSize(2);
            assertThat(found(query(Optional.empty(), Optional.of("lamp missing"), Map.of())))
                    .isEmpty();
        }

        @Test
        void wildcardsOfTheDatabaseAreOrdinaryLetters() {
            store(product("LAMP-1", "x"));

            assertThat(found(query(Optional.empty(), Optional.of("%"), Map.of())))
                    .isEmpty();
            assertThat(found(query(Optional.empty(), Optional.of("LAMP_1"), Map.of())))
                    .isEmpty();
            assertThat(found(query(Optional.empty(), Optional.of("! '"), Map.of())))
                    .isEmpty();
        }

        @Test
        void valuesOfOneFacetAreAlternativesAndFacetsNarrowEachOther() {
            store(
                    product("A", "x", "ip", "IP20", "cct", "2700"),
                    product("B", "x", "ip", "IP44", "cct", "2700"),
                    product("C", "x", "ip", "IP65", "cct", "4000"));

            assertThat(found(query(
                            Optional.empty(),
                            Optional.empty(),
                            Map.of("ip", List.of("IP44", "IP65"), "cct", List.of("2700")))))
                    .containsExactly("B");
            assertThat(found(query(Optional.empty(), Optional.empty(), Map.of("brand", List.of("Nordlys")))))
                    .hasSize(3);
        }

        @Test
        void aFacetsOwnChoiceDoesNotNarrowItsOwnCounts() {
            store(
                    product("A", "x/y", "ip", "IP20", "cct", "2700"),
                    product("B", "x/y", "ip", "IP44", "cct", "2700"),
                    product("C", "x/z", "ip", "IP44", "cct", "4000"));
            ProductQuery chosen = query(Optional.of("x"), Optional.empty(), Map.of("ip", List.of("IP20")));

            List<Facet> facets = expectStatementsOfRead(2, tx -> catalog.facets(tx, chosen));

            assertThat(facets)
                    .containsExactly(
                            new Facet("brand", List.of(new Facet.Count("Nordlys", 1))),
                            new Facet("category", List.of(new Facet.Count("x/y", 1))),
                            new Facet("cct", List.of(new Facet.Count("2700", 1))),
                            new Facet("ip", List.of(new Facet.Count("IP44", 2), new Facet.Count("IP20", 1))));
            assertThat(all(tx -> catalog.facets(tx, query(Optional.empty(), Optional.empty(), Map.of()))))
                    .contains(new Facet("category", List.of(new Facet.Count("x/y", 2), new Facet.Count("x/z", 1))));
        }

        @Test
        void vendorsKeepTheirSkusApart() {
            VendorId other = new VendorId("other");
            ProductRow mine = product("A", "x");
            ProductRow theirs =
                    new ProductRow(withVendor(mine, other), LocalizedText.of("nb", "Annen"), Optional.empty());
            store(mine);
            transactions.change(tx -> catalog.upsert(tx, other, List.of(theirs)));

            assertThat(all(tx -> catalog.variants(tx, new Sku("A"))))
                    .extracting(one -> one.variant().vendor())
                    .containsExactly(LIGHTING, other);
            ProductQuery ofOther = new ProductQuery(
                    Optional.of(other), Optional.of("x"), Optional.empty(), Map.of(), true, PageRequest.first(5));
            assertThat(all(tx -> catalog.find(tx, ofOther, Optional.empty(), 5)))
                    .hasSize(1);
            assertThat(all(tx -> catalog.facets(tx, ofOther)))
                    .contains(new Facet("category", List.of(new Facet.Count("x", 1))));
        }

        private static org.torg.api.catalog.Variant withVendor(ProductRow row, VendorId vendor) {
            var v = row.variant();
            return new org.torg.api.catalog.Variant(
                    vendor,
                    v.sku(),
                    v.product(),
                    v.name(),
                    v.description(),
                    v.category(),
                    v.brand(),
                    v.ean(),
                    v.vatCategory(),
                    v.weightKg(),
                    v.bulky(),
                    v.stockPolicy(),
                    v.leadDays(),
                    v.attributes());
        }

        @Test
        void categoriesAreInsertedOrRenamed() {
            Category indoor = new Category(LIGHTING, "indoor", LocalizedText.of("nb", "Inne"));
            Category renamed = new Category(LIGHTING, "indoor", LocalizedText.of("nb", "Innendørs"));
            Category deep = new Category(LIGHTING, "indoor/deep", LocalizedText.of("nb", "Dypt"));
            transactions.change(tx -> catalog.upsertCategories(tx, List.of(indoor)));
            transactions.change(tx -> catalog.upsertCategories(tx, List.of(renamed, deep)));

            assertThat(all(tx -> catalog.categories(tx, Optional.of(LIGHTING)))).containsExactly(renamed, deep);
            assertThat(all(tx -> catalog.categories(tx, LIGHTING, List.of("indoor/deep", "none"))))
                    .containsExactly(deep);
            assertThat(all(tx -> catalog.categories(tx, Optional.empty()))).hasSize(2);
        }
    }
}

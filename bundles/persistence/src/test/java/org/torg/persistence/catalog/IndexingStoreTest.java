package org.torg.persistence.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.persistence.Samples.LIGHTING;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.LocalizedText;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.Sku;
import org.torg.api.store.CatalogStore.ProductRow;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.IndexingStore;
import org.torg.api.store.StockStore.Counted;
import org.torg.persistence.Database;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

class IndexingStoreTest {

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
        private final IndexingStore indexing = stores.indexing();

        Contract(Database database) {
            super(database);
        }

        private void store(String sku, String ip) {
            ProductRow row = Samples.product(sku, "indoor/down", Map.of("ip", ip), 7);
            transactions.change(tx -> stores.catalog().upsert(tx, LIGHTING, List.of(row)));
        }

        private long version() {
            return transactions.read(indexing::marks).versions().getOrDefault(LIGHTING, 0L);
        }

        private List<String> changedAfter(long version) {
            return transactions.read(tx -> indexing.changed(tx, LIGHTING, version, Optional.empty(), 10)).stream()
                    .map(found -> found.variant().sku().value())
                    .toList();
        }

        @Test
        void whatChangedAfterAVersionIsThereAndNothingElse() {
            store("A", "IP20");
            store("B", "IP20");
            long before = version();

            store("A", "IP20");
            assertThat(version()).as("nothing new").isEqualTo(before);

            store("B", "IP44");
            assertThat(version()).isGreaterThan(before);
            assertThat(changedAfter(before)).containsExactly("B");
            assertThat(changedAfter(0)).containsExactly("A", "B");
            List<StockedVariant> behind =
                    transactions.read(tx -> indexing.changed(tx, LIGHTING, 0, Optional.of(new Sku("A")), 1));
            assertThat(behind).hasSize(1);
        }

        @Test
        void aCategorysNewNameChangesTheArticlesBelow() {
            category("indoor", "Inne");
            store("A", "IP20");
            long before = version();

            category("indoor", "Inne");
            assertThat(changedAfter(before)).isEmpty();

            category("indoor", "Innendørs");
            assertThat(changedAfter(before)).containsExactly("A");
        }

        private void category(String path, String name) {
            transactions.change(tx -> stores.catalog()
                    .upsertCategories(tx, List.of(new Category(LIGHTING, path, LocalizedText.of("nb", name)))));
        }

        @Test
        void statesComeInTheOrderOfSkusPageByPage() {
            store("A", "IP20");
            store("B", "IP20");
            transactions.change(tx -> stores.stock().count(tx, LIGHTING, List.of(new Counted(new Sku("B"), 0))));

            List<IndexingStore.State> first = transactions.read(tx -> indexing.states(tx, Optional.empty(), 1));
            List<IndexingStore.State> rest = transactions.read(
                    tx -> indexing.states(tx, Optional.of(new ArticleKey(LIGHTING, new Sku("A"))), 10));

            assertThat(first).extracting(state -> state.key().sku().value()).containsExactly("A");
            assertThat(rest).extracting(state -> state.key().sku().value()).containsExactly("B");
            assertThat(first.get(0).state()).isNotEqualTo(rest.get(0).state());
        }

        @Test
        void eachLookIsOneStatement() {
            expectStatements(1, indexing::marks);
        }

        @Test
        void statisticsAreGatheredWhereTheDatabaseKeepsThem() {
            store("A", "IP20");

            transactions.change(indexing::analyse);

            assertThat(version()).isPositive();
        }
    }
}

package org.torg.persistence.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.persistence.Samples.LIGHTING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.catalog.Medium;
import org.torg.api.catalog.Medium.Kind;
import org.torg.api.catalog.Relation;
import org.torg.api.catalog.Sku;
import org.torg.api.store.MediaStore;
import org.torg.api.store.MediaStore.MediaRow;
import org.torg.api.store.MediaStore.OwnedMedium;
import org.torg.api.store.MediaStore.OwnerKind;
import org.torg.api.store.MediaStore.RelationRow;
import org.torg.api.store.MediaStore.StoredFile;
import org.torg.persistence.Database;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

class MediaStoreTest {

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

        private final MediaStore media = stores.media();

        Contract(Database database) {
            super(database);
        }

        private static String hash(int number) {
            return String.format("%064x", number);
        }

        private static StoredFile size(int main, int hash, int width) {
            return new StoredFile(
                    hash(hash), hash(main), "blob-" + hash, "image/png", "lamp.png", 100L * hash, width, width / 2);
        }

        private static MediaRow picture(String sku, Optional<Integer> main, String language, String title) {
            return new MediaRow(
                    OwnerKind.ARTICLE,
                    sku,
                    Kind.PICTURE,
                    main.map(Contract::hash),
                    Optional.empty(),
                    language,
                    title,
                    main.orElse(0));
        }

        private void publish(String batch, MediaRow... rows) {
            transactions.change(tx -> media.stage(tx, LIGHTING, batch, List.of(rows)));
            transactions.change(tx -> media.activate(tx, LIGHTING, batch));
        }

        private List<OwnedMedium> shown(String... skus) {
            return all(tx -> media.media(tx, LIGHTING, OwnerKind.ARTICLE, List.of(skus), Optional.empty()));
        }

        private void keep(Instant at, StoredFile... files) {
            transactions.change(tx -> media.keep(tx, LIGHTING, List.of(files), at));
        }

        @Test
        @Tag("H23")
        void rowsOfOneFileAreOneMediumWithItsSizesAndTitles() {
            keep(NOW, size(3, 1, 160), size(3, 2, 480), size(3, 3, 1200), size(4, 4, 90));
            publish(
                    "one",
                    picture("A", Optional.of(4), "nb", "En annen"),
                    picture("A", Optional.of(3), "nb", "Lampe"),
                    picture("A", Optional.of(3), "en", "Lamp"));

            List<OwnedMedium> found = shown("A", "B");

            assertThat(found).extracting(one -> one.medium().hash()).containsExactly(hash(3), hash(4));
            Medium first = found.get(0).medium();
            assertThat(first.title().byLanguage()).isEqualTo(Map.of("nb", "Lampe", "en", "Lamp"));
            assertThat(first.languages()).isEmpty();
            assertThat(first.bytes()).isEqualTo(300);
            assertThat(first.sizes())
                    .containsExactly(
                            new Medium.Size(hash(1), 160, 80),
                            new Medium.Size(hash(2), 480, 240),
                            new Medium.Size(hash(3), 1200, 600));
        }

        @Test
        void nobodySeesABatchBeforeItIsActivatedAndNothingIsLeftOfOneThatIsDiscarded() {
            keep(NOW, size(1, 1, 160));
            transactions.change(
                    tx -> media.stage(tx, LIGHTING, "one", List.of(picture("A", Optional.of(1), "nb", ""))));
            transactions.change(tx -> media.stageRelations(
                    tx,
                    LIGHTING,
                    "one",
                    List.of(new RelationRow(new Sku("A"), Relation.ACCESSORY, Optional.of(new Sku("B")), 1))));
            assertThat(shown("A")).isEmpty();

            transactions.change(tx -> media.discard(tx, "one"));
            transactions.change(tx -> media.activate(tx, LIGHTING, "one"));

            assertThat(shown("A")).isEmpty();
        }

        @Test
        void theLastBatchCountsForTheKindThatItNames() {
            keep(NOW, size(1, 1, 160), size(2, 2, 160), size(9, 9, 0));
            MediaRow document = new MediaRow(
                    OwnerKind.ARTICLE, "A", Kind.DOCUMENT, Optional.of(hash(9)), Optional.of("nb"), "nb", "FDV", 1);
            publish("one", picture("A", Optional.of(1), "nb", ""), document);
            publish("two", picture("A", Optional.of(2), "nb", ""));

            assertThat(shown("A"))
                    .extracting(one -> one.medium().hash())
                    .as("pictures were replaced, documents stay")
                    .containsExactly(hash(2), hash(9));
            assertThat(shown("A").get(1).medium().languages()).containsExactly("nb");

            publish("three", picture("A", Optional.empty(), "nb", ""));

            assertThat(shown("A")).extracting(one -> one.medium().hash()).containsExactly(hash(9));
        }

        @Test
        void ownersOfOtherKindsAndVendorsHaveTheirOwn() {
            keep(NOW, size(1, 1, 160));
            publish(
                    "one",
                    new MediaRow(
                            OwnerKind.CATEGORY,
                            "A",
                            Kind.PICTURE,
                            Optional.of(hash(1)),
                            Optional.empty(),
                            "nb",
                            "",
                            1));

            assertThat(shown("A")).isEmpty();
            assertThat(all(tx ->
                            media.media(tx, LIGHTING, OwnerKind.CATEGORY, List.of("A"), Optional.of(Kind.PICTURE))))
                    .hasSize(1);
            assertThat(all(tx -> media.media(
                            tx,
                            new org.torg.api.vendor.VendorId("other"),
                            OwnerKind.CATEGORY,
                            List.of("A"),
                            Optional.empty())))
                    .isEmpty();
        }

        @Test
        void whatIsNewIsToldApartFromWhatIsKnown() {
            keep(NOW, size(2, 1, 160));

            List<StoredFile> fresh =
                    transactions.write(tx -> media.keep(tx, LIGHTING, List.of(size(2, 1, 160), size(2, 2, 480)), NOW));

            assertThat(fresh).containsExactly(size(2, 2, 480));
            assertThat(all(tx -> media.file(tx, hash(2)))).extracting("blob").containsExactly("blob-2");
        }

        @Test
        void relatedArticlesComeInTheirOrderWithoutThoseThatAreGone() {
            transactions.change(tx -> stores.catalog()
                    .upsert(
                            tx,
                            LIGHTING,
                            List.of(
                                    Samples.product("B", "lamps", Map.of(), 7),
                                    Samples.product("C", "lamps", Map.of(), 7))));
            relate("one", related("A", Relation.ACCESSORY, "C", 2), related("A", Relation.ACCESSORY, "B", 1));
            relate("two", related("A", Relation.SPARE_PART, "C", 1), related("A", Relation.SPARE_PART, "GONE", 2));

            assertThat(related("A")).containsExactly("SPARE_PART C", "ACCESSORY B", "ACCESSORY C");

            relate("three", new RelationRow(new Sku("A"), Relation.ACCESSORY, Optional.empty(), 1));

            assertThat(related("A")).containsExactly("SPARE_PART C");
            assertThat(related("B")).isEmpty();
        }

        private static RelationRow related(String sku, Relation relation, String other, int position) {
            return new RelationRow(new Sku(sku), relation, Optional.of(new Sku(other)), position);
        }

        private void relate(String batch, RelationRow... rows) {
            transactions.change(tx -> media.stageRelations(tx, LIGHTING, batch, List.of(rows)));
            transactions.change(tx -> media.activate(tx, LIGHTING, batch));
        }

        private List<String> related(String sku) {
            return all(tx -> media.related(tx, LIGHTING, new Sku(sku))).stream()
                    .map(one ->
                            one.relation() + " " + one.variant().variant().sku().value())
                    .toList();
        }

        @Test
        void whatNobodySeesAnyMoreIsRemovedPieceByPieceAndWithItsFiles() {
            Instant lastWeek = NOW.minus(Duration.ofDays(7));
            IntStream.rangeClosed(1, 5).forEach(i -> keep(lastWeek, size(i, i, 160)));
            for (int i = 1; i <= 4; i++) {
                publish("batch" + i, picture("A", Optional.of(i), "nb", ""));
            }
            keep(NOW, size(6, 6, 160));

            List<String> blobs = new java.util.ArrayList<>();
            boolean more = true;
            while (more) {
                var pruned = transactions.write(tx -> media.prune(tx, LIGHTING, NOW.minus(Duration.ofDays(1)), 2));
                blobs.addAll(pruned.blobs());
                more = pruned.more();
            }

            assertThat(blobs)
                    .as("not the one that is shown, nor the one that has just come")
                    .containsExactlyInAnyOrder("blob-1", "blob-2", "blob-3", "blob-5");
            assertThat(shown("A")).extracting(one -> one.medium().hash()).containsExactly(hash(4));
            assertThat(all(tx -> media.file(tx, hash(3)))).isEmpty();
            assertThat(all(tx -> media.file(tx, hash(6)))).hasSize(1);
        }
    }
}

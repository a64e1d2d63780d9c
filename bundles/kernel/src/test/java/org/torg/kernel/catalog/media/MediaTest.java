package org.torg.kernel.catalog.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportRequest.Kind;
import org.torg.api.catalog.ImportRequest.OnError;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.catalog.ImportStatus.State;
import org.torg.api.catalog.Medium;
import org.torg.api.catalog.Sku;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;
import org.torg.kernel.fixture.SamplePictures;
import org.torg.kernel.job.Turns;

class MediaTest {

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

        private static final ArticleKey LAMP = key("A-1");
        private static final String HEADER = "sku;category;kind;file;language;title;position\n";
        private static final String PRODUCTS =
                "sku;product;category;brand;ean;price;currency;vat_category;weight_kg;bulky;stock_policy;stock;"
                        + "lead_days;name_nb;category_nb\n"
                        + "A-1;A;indoor/lamps;Lumo;;10,00;NOK;standard;1;no;deny;5;1;Lampe;Inne/Lamper\n"
                        + "A-2;A;indoor/lamps;Lumo;;2,00;NOK;standard;1;no;deny;0;1;Pære;Inne/Lamper\n"
                        + "A-3;A;indoor/lamps;Lumo;;3,00;NOK;standard;1;no;backorder;0;1;Skjerm;Inne/Lamper\n";

        private final Turns turns;

        Contract(Database database) {
            super(database);
            turns = new Turns(kernel, kernel.productImport, kernel.mediaImport, kernel.relationImport);
        }

        @BeforeEach
        void articles() throws IOException {
            try (var left = Files.list(database.blobs())) {
                left.filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
            }
            assertThat(carryOut(Kind.PRODUCTS, false, OnError.ABORT, PRODUCTS.getBytes(StandardCharsets.UTF_8))
                            .state())
                    .isEqualTo(State.DONE);
        }

        private static ArticleKey key(String sku) {
            return new ArticleKey(LIGHTING, new Sku(sku));
        }

        private ImportStatus carryOut(Kind kind, boolean dryRun, OnError onError, byte[] file) {
            ImportStatus started = kernel.imports
                    .start(
                            STAFF,
                            Optional.empty(),
                            new ImportRequest(kind, LIGHTING, dryRun, onError),
                            new ByteArrayInputStream(file))
                    .orElseThrow();
            assertThat(turns.turn()).isTrue();
            return kernel.imports.get(STAFF, started.id()).orElseThrow();
        }

        private ImportStatus media(OnError onError, String rows, Map<String, byte[]> files) {
            return carryOut(Kind.MEDIA, false, onError, archive(rows, files));
        }

        private static byte[] archive(String rows, Map<String, byte[]> files) {
            Map<String, byte[]> all = new LinkedHashMap<>(files);
            all.put("media.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8));
            return SamplePictures.zip(all);
        }

        private ImportStatus relations(String rows) {
            return carryOut(
                    Kind.RELATIONS,
                    false,
                    OnError.SKIP,
                    ("sku;relation;related;position\n" + rows).getBytes(StandardCharsets.UTF_8));
        }

        private List<String> report(ImportStatus status) {
            return kernel.imports.report(STAFF, status.id(), PageRequest.first(200)).orElseThrow().items().stream()
                    .map(line -> line.line() + " " + line.column() + " " + line.code())
                    .toList();
        }

        private List<Medium> shown(ArticleKey article) {
            return kernel.media.of(Callers.stranger(), article).media();
        }

        private byte[] bytes(String hash) {
            try (InputStream in =
                    kernel.media.open(Callers.stranger(), hash).orElseThrow().open()) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private long files() throws IOException {
            try (var files = Files.list(database.blobs())) {
                return files.filter(Files::isRegularFile).count();
            }
        }

        @Test
        @Tag("H23")
        void aPictureComesInSizesAndNothingIsLeftOfWhatNobodySees() {
            byte[] sent = SamplePictures.pngWithText(SamplePictures.png(1600, 800), "Ola Nordmann");
            ImportStatus status = media(
                    OnError.ABORT,
                    "A-1;;picture;front.png;nb;En lampe;\nA-1;;picture;front.png;en;A lamp;\n",
                    Map.of("front.png", sent));

            assertThat(status.state()).as(report(status).toString()).isEqualTo(State.DONE);
            Medium picture = shown(LAMP).get(0);
            assertThat(shown(LAMP)).hasSize(1);
            assertThat(picture.sizes())
                    .extracting(Medium.Size::width, Medium.Size::height)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(160, 80),
                            org.assertj.core.groups.Tuple.tuple(480, 240),
                            org.assertj.core.groups.Tuple.tuple(1200, 600));
            assertThat(picture.title().in(Locale.ENGLISH)).isEqualTo("A lamp");
            assertThat(picture.fileName()).isEqualTo("front.png");
            for (Medium.Size size : picture.sizes()) {
                byte[] kept = bytes(size.hash());
                BufferedImage read = SamplePictures.read(kept);
                assertThat(List.of(read.getWidth(), read.getHeight())).containsExactly(size.width(), size.height());
                assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Ola");
                assertThat(read.getRGB(size.width() / 4, size.height() / 2)).isEqualTo(0xffff0000);
                assertThat(read.getRGB(size.width() * 3 / 4, size.height() / 2)).isEqualTo(0xff0000ff);
            }
            assertThat(picture.bytes()).isEqualTo(bytes(picture.hash()).length);
        }

        @Test
        void aPictureThatLiesOnItsSideIsTurnedAndASmallOneStaysSmall() {
            media(
                    OnError.ABORT,
                    "A-1;;picture;phone.jpg;;;\n",
                    Map.of("phone.jpg", SamplePictures.held(SamplePictures.jpeg(300, 100), 6)));

            Medium picture = shown(LAMP).get(0);
            assertThat(picture.sizes()).extracting(Medium.Size::width).containsExactly(100);
            BufferedImage upright = SamplePictures.read(bytes(picture.hash()));
            assertThat(upright.getHeight()).isEqualTo(300);
            // Its left side has come to the top.
            assertThat(upright.getRGB(50, 20) & 0xff0000).isGreaterThan(0xc00000);
            assertThat(upright.getRGB(50, 280) & 0xff).isGreaterThan(0xc0);
        }

        @Test
        @Tag("H23")
        void categoriesHavePicturesToo() {
            media(
                    OnError.ABORT,
                    ";indoor;picture;indoor.jpg;nb;Inne;\n",
                    Map.of("indoor.jpg", SamplePictures.jpeg(400, 400)));

            List<Category> categories = kernel.catalog.categories(Callers.stranger(), Optional.empty());
            Map<Category, Medium> pictures = kernel.media.categoryPictures(Callers.stranger(), categories);

            assertThat(categories).extracting(Category::path).containsExactly("indoor", "indoor/lamps");
            assertThat(pictures).containsOnlyKeys(categories.get(0));
        }

        @Test
        void documentsSayForWhomTheyAreAndPicturesComeFirst() {
            media(
                    OnError.ABORT,
                    "A-1;;document;docs/fdv.pdf;nb;FDV-ark;1\nA-1;;picture;front.jpg;;;2\n",
                    Map.of("docs/fdv.pdf", SamplePictures.pdf(), "front.jpg", SamplePictures.jpeg(200, 100)));

            List<Medium> media = shown(LAMP);
            assertThat(media).extracting(Medium::kind).containsExactly(Medium.Kind.PICTURE, Medium.Kind.DOCUMENT);
            Medium document = media.get(1);
            assertThat(document.mediaType()).isEqualTo("application/pdf");
            assertThat(document.fileName()).isEqualTo("fdv.pdf");
            assertThat(document.languages()).containsExactly("nb");
            assertThat(document.sizes()).isEmpty();
            assertThat(bytes(document.hash())).isEqualTo(SamplePictures.pdf());
        }

        @Test
        void everyBadRowIsToldWithItsReasonAndTheGoodOnesAreShown() {
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put("good.jpg", SamplePictures.jpeg(20, 20));
            files.put("text.png", "no picture".getBytes(StandardCharsets.UTF_8));
            files.put("huge.png", SamplePictures.pngThatClaims(19_000, 19_000));
            files.put("drawing.svg", "<svg/>".getBytes(StandardCharsets.UTF_8));
            files.put("picture.pdf", SamplePictures.jpeg(20, 20));
            files.put("real.pdf", SamplePictures.pdf());
            ImportStatus status = media(
                    OnError.SKIP,
                    String.join(
                            "\n",
                            "A-1;;picture;good.jpg;;;",
                            "A-9;;picture;good.jpg;;;",
                            "A-1;;picture;absent.jpg;;;",
                            "A-1;;picture;text.png;;;",
                            "A-1;;picture;huge.png;;;",
                            "A-1;;picture;drawing.svg;;;",
                            "A-1;;document;picture.pdf;;;",
                            "A-1;;picture;real.pdf;;;",
                            "A-1;;film;good.jpg;;;",
                            "A-1;indoor;picture;good.jpg;;;",
                            ";outdoor;picture;good.jpg;;;",
                            "A-1;;picture;good.jpg;norsk;;",
                            "A-1;;picture;good.jpg;;;"),
                    files);

            assertThat(report(status))
                    .containsExactly(
                            "3 sku sku-unknown",
                            "4 file file-missing",
                            "5 file picture-unreadable",
                            "6 file picture-too-large",
                            "7 file media-type-refused",
                            "8 file file-type-mismatch",
                            "9 file media-type-refused",
                            "10 kind media-kind-unknown",
                            "11  owner-unclear",
                            "12 category category-unknown",
                            "13 language language-invalid",
                            "14  media-duplicate");
            assertThat(List.of(status.accepted(), status.rejected())).containsExactly(1L, 12L);
            assertThat(shown(LAMP)).hasSize(1);
        }

        @Test
        void anImportThatAbortsAndADryRunShowNothingAndTheDryRunKeepsNothing() throws IOException {
            long before = files();
            Map<String, byte[]> files = Map.of("a.jpg", SamplePictures.jpeg(300, 300));
            assertThat(media(OnError.ABORT, "A-1;;picture;a.jpg;;;\nA-9;;picture;a.jpg;;;\n", files)
                            .state())
                    .isEqualTo(State.ABORTED);
            assertThat(shown(LAMP)).isEmpty();
            long kept = files();

            ImportStatus dry = carryOut(Kind.MEDIA, true, OnError.ABORT, archive("A-2;;picture;a.jpg;;;\n", files));

            assertThat(List.of(dry.accepted(), dry.rejected())).containsExactly(1L, 0L);
            assertThat(shown(key("A-2"))).isEmpty();
            assertThat(files()).as("a dry run keeps no file").isEqualTo(kept).isGreaterThan(before);
        }

        @Test
        void anArchiveThatIsUnsafeOrNoneIsRefusedAsAWhole() {
            String rows = "A-1;;picture;a.jpg;;;\n";
            byte[] picture = SamplePictures.jpeg(20, 20);
            assertThat(failure(archive(rows, Map.of("a.jpg", picture, "../../b.jpg", picture))))
                    .isEqualTo("media-archive-unsafe");
            assertThat(failure(archive(rows, Map.of("a.jpg", picture, "/etc/b.jpg", picture))))
                    .isEqualTo("media-archive-unsafe");
            assertThat(failure(archive(rows, Map.of("a.jpg", picture, "C:\\b.jpg", picture))))
                    .isEqualTo("media-archive-unsafe");
            assertThat(failure(archive(rows, Map.of("a.jpg", new byte[60_000_000]))))
                    .as("sixty megabytes of nothing, in sixty kilobytes")
                    .isEqualTo("media-archive-unsafe");
            assertThat(failure(SamplePictures.zip(Map.of("a.jpg", picture)))).isEqualTo("media-table-missing");
            assertThat(failure("sku;kind;file\n".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo("media-table-missing");
            byte[] whole = archive(rows, Map.of("a.jpg", SamplePictures.jpeg(500, 500)));
            assertThat(failure(java.util.Arrays.copyOf(whole, 400))).isEqualTo("media-archive-broken");
            assertThat(shown(LAMP)).isEmpty();
        }

        private String failure(byte[] archive) {
            return carryOut(Kind.MEDIA, false, OnError.SKIP, archive)
                    .failure()
                    .orElseThrow()
                    .code();
        }

        @Test
        void aTableInAFolderNamesFilesFromThere() {
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put("__MACOSX/._media.csv", new byte[] {1});
            files.put("lamps/", new byte[0]);
            files.put("lamps/media.csv", (HEADER + "A-1;;picture;img/a.jpg;;;\n").getBytes(StandardCharsets.UTF_8));
            files.put("lamps/img/a.jpg", SamplePictures.jpeg(20, 20));

            ImportStatus status = carryOut(Kind.MEDIA, false, OnError.ABORT, SamplePictures.zip(files));

            assertThat(status.state()).as(report(status).toString()).isEqualTo(State.DONE);
            assertThat(shown(LAMP)).hasSize(1);
        }

        @Test
        void aNewFileReplacesAndTheOldOneIsDeletedADayLater() throws IOException {
            media(OnError.ABORT, "A-1;;picture;a.jpg;;;\n", Map.of("a.jpg", SamplePictures.jpeg(300, 300)));
            String old = shown(LAMP).get(0).hash();
            kernel.clock.move(Duration.ofDays(2));

            media(OnError.ABORT, "A-1;;picture;b.jpg;;;\n", Map.of("b.jpg", SamplePictures.jpeg(310, 310)));

            assertThat(shown(LAMP)).extracting(Medium::hash).doesNotContain(old).hasSize(1);
            assertThat(code(kernel.media.open(Callers.stranger(), old))).isEqualTo("media-not-found");
            assertThat(files()).as("two sizes of the one that is shown").isEqualTo(2);

            media(OnError.ABORT, "A-1;;picture;;;;\n", Map.of());
            assertThat(shown(LAMP)).isEmpty();
        }

        @Test
        void theSameFileIsKeptOnce() throws IOException {
            Map<String, byte[]> files = Map.of("a.jpg", SamplePictures.jpeg(300, 300));
            media(OnError.ABORT, "A-1;;picture;a.jpg;;;\n", files);
            long once = files();

            media(OnError.ABORT, "A-2;;picture;a.jpg;;;\n", files);

            assertThat(files()).isEqualTo(once);
            assertThat(shown(key("A-2"))).isEqualTo(shown(LAMP));
        }

        @Test
        @Tag("H31")
        @Tag("L12")
        void relatedArticlesAreShownToStrangersWithoutPrices() {
            media(OnError.ABORT, "A-2;;picture;a.jpg;;;\n", Map.of("a.jpg", SamplePictures.jpeg(300, 300)));
            ImportStatus status = relations("A-1;spare-part;A-2;2\nA-1;spare-part;A-3;1\nA-1;accessory;A-1;\n"
                    + "A-1;toy;A-2;\nA-1;accessory;A-9;\nA-9;accessory;A-1;\nA-1;spare-part;A-3;7\n");

            assertThat(report(status))
                    .containsExactly(
                            "4 related relation-to-itself",
                            "5 relation relation-unknown",
                            "6 related sku-unknown",
                            "7 sku sku-unknown",
                            "8  relation-duplicate");
            CatalogMedia.Extras extras = kernel.media.of(Callers.stranger(), LAMP);
            assertThat(extras.related())
                    .extracting(one -> one.article().sku().value() + " " + one.availability())
                    .containsExactly("A-3 " + AvailabilityState.BACKORDER, "A-2 " + AvailabilityState.SOLD_OUT);
            assertThat(extras.related().get(1).picture()).isPresent();
            assertThat(extras.toString()).doesNotContain("NOK").doesNotContain("2.00");
        }

        @Test
        void whoIsConfinedToAnotherVendorSeesNothing() {
            media(OnError.ABORT, "A-1;;picture;a.jpg;;;\n", Map.of("a.jpg", SamplePictures.jpeg(30, 30)));
            String hash = shown(LAMP).get(0).hash();
            Caller confined = confined();

            assertThat(kernel.media.of(confined, LAMP).media()).isEmpty();
            assertThat(kernel.media.pictures(confined, List.of(LAMP))).isEmpty();
            assertThat(code(kernel.media.open(confined, hash))).isEqualTo("media-not-found");
            assertThat(code(kernel.media.open(confined, "0".repeat(64)))).isEqualTo("media-not-found");
            assertThat(code(kernel.media.open(Callers.stranger(), "../etc/passwd")))
                    .isEqualTo("media-not-found");
        }

        private static Caller confined() {
            return Callers.confined(new org.torg.api.vendor.VendorId("other"));
        }

        @Test
        void onlyWhoMayImportTheCatalogueImportsMediaAndRelations() {
            for (Kind kind : List.of(Kind.MEDIA, Kind.RELATIONS)) {
                assertThat(code(kernel.imports.start(
                                Callers.buyer(new AccountId("a")),
                                Optional.empty(),
                                new ImportRequest(kind, LIGHTING, false, OnError.SKIP),
                                InputStream.nullInputStream())))
                        .isEqualTo("right-missing");
            }
        }

        @Test
        void aListOfPicturesCostsOneStatement() {
            media(OnError.ABORT, "A-1;;picture;a.jpg;;;\n", Map.of("a.jpg", SamplePictures.jpeg(30, 30)));
            database.sent().forget();

            assertThat(kernel.media.pictures(Callers.stranger(), List.of(LAMP, key("A-2"), key("A-3"))))
                    .containsOnlyKeys(LAMP);

            assertThat(database.sent().statements()).hasSize(1);
        }
    }
}

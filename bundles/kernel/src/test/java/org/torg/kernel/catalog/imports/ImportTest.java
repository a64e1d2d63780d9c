package org.torg.kernel.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.catalog.Availability;
import org.torg.api.catalog.ImportReportLine;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportRequest.Kind;
import org.torg.api.catalog.ImportRequest.OnError;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.catalog.ImportStatus.State;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.catalog.Variant;
import org.torg.api.event.Event;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.store.StockStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.job.Turns;

class ImportTest {

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

        private static final Path DEMO = Path.of("..", "demo", "src");
        private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

        final Turns turns;

        Contract(Database database) {
            super(database);
            this.turns = new Turns(kernel, kernel.productImport, kernel.priceImport);
        }

        @Test
        void separatorDecimalSignAndEncodingAreFoundOut() {
            for (String file : List.of("comma-decimal-point.csv", "windows-1252.csv", "utf8-bom-crlf.csv")) {
                database.clean();
                ImportStatus status = importSample(file);

                assertThat(status.state()).as(file).isEqualTo(State.DONE);
                assertThat(List.of(status.rows(), status.accepted(), status.rejected()))
                        .as(file)
                        .containsExactly(3L, 3L, 0L);
                assertThat(report(status)).as(file).isEmpty();
                assertThat(listPrices("0091001", "0091002", "LV91003"))
                        .as(file)
                        .containsExactlyInAnyOrder("0091001 229.00", "0091002 1249.50", "LV91003 9.90");
                Variant red = variant("LV91003");
                assertThat(red.name().byLanguage().get("nb")).as(file).isEqualTo("Mæle koblingsklemme, rød");
                assertThat(red.brand()).as(file).isEqualTo("Skjærglo");
                assertThat(variant("0091001").weightKg()).isEqualByComparingTo("0.280");
                assertThat(variant("0091001").attributes())
                        .containsEntry("colour", "grey")
                        .containsEntry("ip", "IP44");
            }
        }

        @Test
        void quotedCellsMayHoldLineBreaks() {
            ImportStatus status = importSample("quoted-newlines.csv");

            assertThat(status.accepted()).isEqualTo(3);
            assertThat(variant("0091102").name().byLanguage().get("nb")).isEqualTo("Ramme 19\" for \"Tjern\", grå");
            assertThat(variant("0091101").description().byLanguage().get("nb"))
                    .contains("\n")
                    .contains(";");
        }

        @Test
        void rowsAreCountedByTheLineOnWhichTheyBegin() {
            String broken =
                    sample("quoted-newlines.csv").replace("2990000000125", "1").replace("2990000000132", "2");

            assertThat(report(importProducts(broken, OnError.SKIP)))
                    .extracting(ImportReportLine::line)
                    .containsExactly(5L, 6L);
        }

        @Test
        void aBrokenLineHarmsNoOtherRow() {
            ImportStatus status = importSample("broken-line.csv");

            assertThat(List.of(status.accepted(), status.rejected())).containsExactly(2L, 1L);
            assertThat(found(report(status))).containsExactly("3  column-count 0091202");
            assertThat(known("0091201", "0091202", "0091203")).containsExactlyInAnyOrder("0091201", "0091203");
        }

        @Test
        void anUnknownColumnIsToldAndLeftOut() {
            ImportStatus status = importSample("unknown-column.csv");

            assertThat(List.of(status.accepted(), status.rejected())).containsExactly(2L, 0L);
            assertThat(found(report(status))).containsExactly("1 supplier_note column-unknown ");
        }

        @Test
        void everyFaultyRowIsToldWithItsReason() {
            ImportStatus status = importSample("row-errors.csv");

            assertThat(List.of(status.accepted(), status.rejected())).containsExactly(2L, 8L);
            assertThat(found(report(status)))
                    .containsExactly(
                            "3 price price-negative 0091302",
                            "4 ean ean-invalid 0091303",
                            "5 price number-invalid 0091304",
                            "6 stock_policy stock-policy-unknown 0091305",
                            "7 sku sku-duplicate 0091301",
                            "8 stock number-invalid 0091307",
                            "9 currency currency-unknown 0091308",
                            "10 sku sku-missing ");
            assertThat(known("0091301", "0091302", "0091310")).containsExactlyInAnyOrder("0091301", "0091310");
        }

        @Test
        void anImportThatAbortsStoresNothing() {
            ImportStatus status = importProducts(sample("row-errors.csv"), OnError.ABORT);

            assertThat(status.state()).isEqualTo(State.ABORTED);
            assertThat(status.failure())
                    .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("rows-rejected"));
            assertThat(report(status)).hasSize(8);
            assertThat(known("0091301", "0091310")).isEmpty();
            assertThat(listPrices("0091301", "0091310")).isEmpty();
        }

        @Test
        void anImportOfNothingButBadRowsEndsSoon() {
            String rows = "\"\n".repeat(4 * ImportProcess.MOST_REJECTED);
            String header = sample("row-errors.csv").lines().findFirst().orElseThrow();
            ImportStatus status = importProducts(header + "\n" + rows, OnError.SKIP);

            assertThat(status.state()).isEqualTo(State.ABORTED);
            assertThat(status.failure())
                    .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("rows-rejected"));
            assertThat(status.rejected())
                    .isBetween(
                            (long) ImportProcess.MOST_REJECTED,
                            (long) ImportProcess.MOST_REJECTED + ImportProcess.CHUNK);
        }

        @Test
        void aDryRunJudgesEverythingAndChangesNothing() {
            ImportStatus status = start(Kind.PRODUCTS, true, OnError.SKIP, bytes(sample("row-errors.csv")))
                    .orElseThrow();
            assertThat(turns.turn()).isTrue();

            status = status(status);
            assertThat(status.state()).isEqualTo(State.DONE);
            assertThat(List.of(status.accepted(), status.rejected())).containsExactly(2L, 8L);
            assertThat(report(status)).hasSize(8);
            assertThat(known("0091301", "0091310")).isEmpty();
            assertThat(events()).isEmpty();
        }

        @Test
        void aFileWithoutAColumnIsRefusedAsAWhole() {
            ImportStatus status = importSample("missing-column.csv");

            assertThat(status.state()).isEqualTo(State.ABORTED);
            assertThat(status.failure()).hasValueSatisfying(why -> {
                assertThat(why.code()).isEqualTo("column-missing");
                assertThat(why.details()).singleElement().satisfies(detail -> assertThat(detail.field())
                        .isEqualTo("/price"));
            });
            assertThat(known("0091001", "0091002")).isEmpty();
        }

        @Test
        void anEmptyFileIsRefusedAtOnce() {
            Outcome<ImportStatus> started = start(Kind.PRODUCTS, false, OnError.SKIP, bytes(sample("empty.csv")));

            assertThat(code(started)).isEqualTo("file-empty");
            assertThat(turns.turn()).isFalse();
        }

        @Test
        void aHeaderAloneChangesNothing() {
            importSample("comma-decimal-point.csv");

            ImportStatus status = importSample("header-only.csv");

            assertThat(status.state()).isEqualTo(State.DONE);
            assertThat(status.rows()).isZero();
            assertThat(known("0091001", "0091002", "LV91003")).hasSize(3);
        }

        @Test
        void whatLooksLikeAFormulaStaysText() {
            ImportStatus status = importSample("spreadsheet-cells.csv");

            assertThat(found(report(status))).containsExactly("4 sku sku-invalid 1,23E+05");
            assertThat(variant("0091401").name().byLanguage().get("nb")).isEqualTo("=1+1");
            assertThat(variant("0091402").description().byLanguage().get("nb")).isEqualTo("@SUM(A1:A9)");
            assertThat(variant("0091402").description().byLanguage().get("en")).isEqualTo("+47 22 00 00 00");
            assertThat(variant("27E9104").name().byLanguage().get("nb")).isEqualTo("-20 °C batteri, grå");
        }

        @Test
        void utf16IsRefusedByName() {
            byte[] utf16 = sample("comma-decimal-point.csv").getBytes(StandardCharsets.UTF_16LE);

            assertThat(importBytes(Kind.PRODUCTS, utf16).failure())
                    .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("encoding-unsupported"));
        }

        @Test
        void pricesAreJudgedAgainstArticlesAndCustomers() {
            importProducts(sample("comma-decimal-point.csv").replace("0091001", "0041203"), OnError.SKIP);
            kernel.openAccount("10042");

            ImportStatus status = importBytes(Kind.PRICES, bytes(sample("prices.csv")));

            assertThat(found(report(status)))
                    .containsExactly(
                            "3  price-duplicate 0041203",
                            "4 valid_to period-invalid 0041203",
                            "5 min_quantity quantity-invalid 0041203",
                            "6 sku sku-unknown 9999999",
                            "7 valid_from date-invalid 0041203");
            assertThat(List.of(status.accepted(), status.rejected())).containsExactly(2L, 5L);
            assertThat(prices(LocalDate.of(2027, 2, 1), "0041203"))
                    .contains("0041203 standard 10 217.50", "0041203 standard 100 1195.50");
        }

        @Test
        void anUnknownCustomerIsTold() {
            importProducts(sample("comma-decimal-point.csv").replace("0091001", "0041203"), OnError.SKIP);

            ImportStatus status = importBytes(
                    Kind.PRICES,
                    bytes("sku;price_list;account;group;min_quantity;price;currency;valid_from;valid_to\n"
                            + "0041203;agreement;77;;1;10,00;NOK;;\n0041203;agreement;77;gold;1;10,00;EUR;;\n"));

            assertThat(found(report(status)))
                    .containsExactly(
                            "2 account account-unknown 0041203",
                            "3 account account-unknown 0041203",
                            "3 currency currency-mismatch 0041203",
                            "3 group buyer-ambiguous 0041203");
        }

        @Test
        void theWholeDemoCatalogueIsImportedWithoutAFault() throws IOException {
            AccountId customer = kernel.openAccount("10042").id();
            ImportStatus products = importBytes(Kind.PRODUCTS, Files.readAllBytes(demo("lighting-products.csv")));
            ImportStatus prices = importBytes(Kind.PRICES, Files.readAllBytes(demo("lighting-prices.csv")));

            assertThat(List.of(products.accepted(), products.rejected())).containsExactly(1688L, 0L);
            assertThat(products.bytesRead()).isEqualTo(products.bytesTotal());
            assertThat(List.of(prices.accepted(), prices.rejected())).containsExactly(1374L, 0L);
            assertThat(report(products)).isEmpty();
            assertThat(report(prices)).isEmpty();
            Variant downlight = variant("0041203");
            assertThat(downlight.ean()).contains("2040076543214");
            assertThat(categoryName("indoor/downlights")).isEqualTo("Innendørs/Downlights".split("/", -1)[1]);
            assertThat(categoryName("indoor")).isEqualTo("Innendørs");
            List<PriceRow> agreed = kernel.transactions.read(tx -> kernel.stores
                    .prices()
                    .prices(tx, LIGHTING, List.of(new Sku("0041203")), customer, Set.of(), TODAY));
            assertThat(agreed).isNotEmpty();
            assertThat(events()).hasSize(2).allMatch(Event.ImportFinished.class::isInstance);
        }

        @Test
        void whatAnImportSupersedesIsRemovedAfterIt() {
            importSample("comma-decimal-point.csv");
            importSample("comma-decimal-point.csv");

            int left = kernel.transactions
                    .<PriceStore.Pruned>write(
                            tx -> kernel.stores.prices().prune(tx, LIGHTING, TODAY, Optional.empty(), 3))
                    .removed();
            Optional<Long> more = kernel.transactions
                    .<PriceStore.Pruned>write(
                            tx -> kernel.stores.prices().prune(tx, LIGHTING, TODAY, Optional.empty(), 4))
                    .next();

            assertThat(left).isZero();
            assertThat(more).as("a fourth row").isEmpty();
            assertThat(listPrices("0091001", "0091002", "LV91003")).hasSize(3);
        }

        @Test
        void theFileIsDeletedHoweverItsImportEnds() throws IOException {
            long before = files();
            importSample("comma-decimal-point.csv");
            importProducts(sample("row-errors.csv"), OnError.ABORT);
            assertThat(start(Kind.PRODUCTS, false, OnError.SKIP, new byte[0])).isInstanceOf(Outcome.Refused.class);
            assertThat(files()).isEqualTo(before);

            ImportStatus givenUp = start(Kind.PRODUCTS, false, OnError.SKIP, bytes(sample("comma-decimal-point.csv")))
                    .orElseThrow();
            assertThat(files()).isEqualTo(before + 1);
            kernel.transactions.change(
                    tx -> kernel.productImport.givenUp(tx, givenUp.id().value()));

            assertThat(files()).isEqualTo(before);
            assertThat(status(givenUp).state()).isEqualTo(State.ABORTED);
        }

        @Test
        void anUploadThatBreaksOffLeavesNothing() throws IOException {
            long before = files();
            InputStream broken =
                    new java.io.SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
                        @Override
                        public int read() throws IOException {
                            throw new IOException("connection reset");
                        }
                    });

            assertThatThrownBy(() -> kernel.imports.start(
                            STAFF,
                            Optional.empty(),
                            new ImportRequest(Kind.PRODUCTS, LIGHTING, false, OnError.SKIP),
                            broken))
                    .isInstanceOf(java.io.UncheckedIOException.class);

            assertThat(files()).isEqualTo(before);
            assertThat(turns.turn()).isFalse();
        }

        private long files() throws IOException {
            try (var files = Files.list(database.blobs())) {
                return files.count();
            }
        }

        @Test
        void aNewImportSetsStockAndPriceAndLeavesReservationsAlone() {
            importSample("comma-decimal-point.csv");
            kernel.transactions.change(tx -> kernel.stores
                    .stock()
                    .reserve(
                            tx,
                            LIGHTING,
                            List.of(new org.torg.api.store.StockStore.Quantity(new Sku("0091001"), 5, false))));

            importProducts(
                    sample("comma-decimal-point.csv")
                            .replace("229.00,NOK,standard,0.280,no,deny,12", "199.00,NOK,standard,0.280,no,deny,30"),
                    OnError.SKIP);

            assertThat(stocked("0091001").availability())
                    .isEqualTo(new Availability(org.torg.api.catalog.StockPolicy.DENY, 30, 5));
            assertThat(listPrices("0091001")).containsExactly("0091001 199.00");
        }

        @Test
        void twentyThousandPricesTakeFewStatements() {
            importProducts(sample("comma-decimal-point.csv"), OnError.SKIP);
            String rows = IntStream.range(0, 20_000)
                    .mapToObj(i -> List.of("0091001", "0091002", "LV91003").get(i % 3) + ";list" + i / 3 + ";;;"
                            + (1 + i % 7) + ";" + (10 + i % 900) + ",50;NOK;;")
                    .collect(Collectors.joining(
                            "\n",
                            "sku;price_list;account;group;min_quantity;price;currency;valid_from;valid_to\n",
                            "\n"));
            database.sent().forget();
            ImportStatus status = importBytes(Kind.PRICES, bytes(rows));

            assertThat(List.of(status.accepted(), status.rejected())).containsExactly(20_000L, 0L);
            assertThat(database.sent().statements()).hasSizeLessThan(40 * 6 + 40);
            assertThat(prices(TODAY, "0091001")).hasSizeGreaterThan(6000);
        }

        @Test
        void aTryThatBrokeOffIsRepeatedFromTheBeginning() {
            importProducts(sample("comma-decimal-point.csv").replace("0091001", "0041203"), OnError.SKIP);
            ImportStatus started = start(Kind.PRICES, false, OnError.SKIP, bytes(sample("prices.csv")))
                    .orElseThrow();
            // What a try leaves that died after its first rows: part of a report and part of a batch.
            kernel.transactions.change(tx -> {
                kernel.stores
                        .imports()
                        .report(
                                tx,
                                started.id(),
                                List.of(Faults.line(99, "x", "", "left-over", org.torg.api.Message.of("x", "x"))));
                kernel.stores
                        .prices()
                        .stage(
                                tx,
                                LIGHTING,
                                started.id().value(),
                                List.of(new PriceRow(
                                        new Sku("0041203"),
                                        "left-over",
                                        Optional.empty(),
                                        Optional.empty(),
                                        1,
                                        BigMoney.parse("NOK 1.00"),
                                        Optional.empty(),
                                        Optional.empty())));
            });

            turns.turn();

            assertThat(found(report(started))).noneMatch(line -> line.contains("left-over"));
            assertThat(prices(TODAY, "0041203"))
                    .noneMatch(price -> price.contains("left-over"))
                    .isNotEmpty();
        }

        @Test
        void anImportThatHasFinishedIsNotCarriedOutAgain() {
            ImportStatus done = importSample("comma-decimal-point.csv");
            kernel.transactions.change(tx -> kernel.stores
                    .jobs()
                    .insert(
                            tx,
                            new org.torg.api.store.JobStore.Job(
                                    kernel.ids.next(),
                                    ProductImport.KIND,
                                    done.id().value(),
                                    kernel.clock.now(),
                                    0)));

            assertThat(turns.turn()).isTrue();

            assertThat(status(done)).isEqualTo(done);
            assertThat(events()).hasSize(1);
            assertThat(turns.turn()).isFalse();
        }

        @Test
        void aRepeatUnderTheSameKeyStartsNothingNew() {
            Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("upload-1"));
            ImportRequest request = new ImportRequest(Kind.PRODUCTS, LIGHTING, false, OnError.SKIP);
            byte[] file = bytes(sample("comma-decimal-point.csv"));

            ImportStatus first = kernel.imports
                    .start(STAFF, key, request, new ByteArrayInputStream(file))
                    .orElseThrow();
            ImportStatus again = kernel.imports
                    .start(STAFF, key, request, new ByteArrayInputStream(file))
                    .orElseThrow();
            Outcome<ImportStatus> other =
                    kernel.imports.start(STAFF, key, request, new ByteArrayInputStream(bytes("sku\n1\n")));

            assertThat(again.id()).isEqualTo(first.id());
            assertThat(code(other)).isEqualTo("idempotency-key-reused");
            assertThat(turns.turn()).isTrue();
            assertThat(turns.turn()).isFalse();
        }

        @Test
        void onlyStaffMayImportAndSeeImports() {
            ImportStatus done = importSample("comma-decimal-point.csv");

            assertThat(code(kernel.imports.get(Callers.stranger(), done.id()))).isEqualTo("token-missing");
            assertThat(code(kernel.imports.get(Callers.buyer(new AccountId("a")), done.id())))
                    .isEqualTo("right-missing");
            assertThat(code(kernel.imports.start(
                            Callers.buyer(new AccountId("a")),
                            Optional.empty(),
                            new ImportRequest(Kind.PRODUCTS, LIGHTING, false, OnError.SKIP),
                            InputStream.nullInputStream())))
                    .isEqualTo("right-missing");
            assertThat(code(kernel.imports.start(
                            STAFF,
                            Optional.empty(),
                            new ImportRequest(Kind.PRODUCTS, new VendorId("nobody"), false, OnError.SKIP),
                            InputStream.nullInputStream())))
                    .isEqualTo("vendor-unknown");
        }

        /** More articles than are stored at once, so that those of the end are stored first. */
        private static byte[] descending(int stock) {
            return products(IntStream.range(0, 1100).map(i -> 1099 - i), stock);
        }

        private static byte[] products(IntStream articles, int stock) {
            return bytes(
                    articles.mapToObj(i -> String.format("S%04d;P%04d;lamps;Lumo;;10,00;NOK;standard;1;no;deny;", i, i)
                                    + stock + ";1;Lampe")
                            .collect(Collectors.joining(
                                    "\n",
                                    "sku;product;category;brand;ean;price;currency;vat_category;weight_kg;bulky;stock_policy;stock;"
                                            + "lead_days;name_nb\n",
                                    "\n")));
        }

        private void reserve(Tx tx, String sku) {
            assertThat(kernel.stores
                            .stock()
                            .reserve(tx, LIGHTING, List.of(new StockStore.Quantity(new Sku(sku), 1, false))))
                    .isEmpty();
        }

        @Test
        void anImportLocksStockInTheOrderInWhichOrdersDo() throws Exception {
            importBytes(Kind.PRODUCTS, descending(5));
            ImportStatus started =
                    start(Kind.PRODUCTS, false, OnError.SKIP, descending(7)).orElseThrow();
            ExecutorService importer = Executors.newSingleThreadExecutor();
            try {
                Future<Boolean> turn = kernel.transactions.write(tx -> {
                    reserve(tx, "S0000");
                    Future<Boolean> begun = importer.submit(turns::turn);
                    assertThat(database.somebodyWaits()).isTrue();
                    // The import waits for the first article; had it the last one already, neither could go on.
                    reserve(tx, "S1099");
                    return begun;
                });
                assertThat(turn.get(60, TimeUnit.SECONDS)).isTrue();
            } finally {
                importer.shutdown();
            }

            assertThat(status(started).state()).isEqualTo(State.DONE);
            assertThat(stocked("S0000").availability()).isEqualTo(new Availability(StockPolicy.DENY, 7, 1));
            assertThat(stocked("S0500").availability()).isEqualTo(new Availability(StockPolicy.DENY, 7, 0));
            assertThat(stocked("S1099").availability()).isEqualTo(new Availability(StockPolicy.DENY, 7, 1));
        }

        @Test
        void importsAndOrdersGoOnSideBySide() {
            importBytes(Kind.PRODUCTS, descending(1000));
            ImportStatus started =
                    start(Kind.PRODUCTS, false, OnError.SKIP, descending(2000)).orElseThrow();

            Parallel.run(5, caller -> {
                if (caller == 0) {
                    return turns.turn();
                }
                for (int i = 0; i < 50; i++) {
                    kernel.transactions.change(tx -> kernel.stores
                            .stock()
                            .reserve(
                                    tx,
                                    LIGHTING,
                                    List.of(
                                            new StockStore.Quantity(new Sku("S1099"), 1, false),
                                            new StockStore.Quantity(new Sku("S0000"), 1, false))));
                }
                return true;
            });

            assertThat(status(started).state()).isEqualTo(State.DONE);
            assertThat(stocked("S0000").availability()).isEqualTo(new Availability(StockPolicy.DENY, 2000, 200));
            assertThat(stocked("S1099").availability()).isEqualTo(new Availability(StockPolicy.DENY, 2000, 200));
        }

        @Test
        void twoImportsOfAVendorBecomeVisibleOneAfterTheOther() {
            ImportStatus one =
                    start(Kind.PRODUCTS, false, OnError.SKIP, descending(3)).orElseThrow();
            ImportStatus other = start(Kind.PRODUCTS, false, OnError.SKIP, products(IntStream.range(0, 1100), 4))
                    .orElseThrow();
            List<Turns> nodes = List.of(turns, new Turns(kernel.node(), kernel.productImport));
            database.sent().forget();

            assertThat(Parallel.run(2, node -> nodes.get(node).turn())).containsExactly(true, true);

            assertThat(List.of(status(one).state(), status(other).state())).containsOnly(State.DONE);
            assertThat(database.sent().statements())
                    .as("nobody had to begin again")
                    .filteredOn(statement -> statement.startsWith("UPDATE price_batch"))
                    .hasSize(2);
            assertThat(Set.copyOf(List.of(
                            stocked("S0000").availability().onHand(),
                            stocked("S0600").availability().onHand(),
                            stocked("S1099").availability().onHand())))
                    .as("the whole of one import")
                    .hasSize(1);
        }

        @Test
        void theReportComesInPages() {
            ImportStatus status = importSample("row-errors.csv");

            var first = kernel.imports
                    .report(STAFF, status.id(), PageRequest.first(5))
                    .orElseThrow();
            var second = kernel.imports
                    .report(STAFF, status.id(), new PageRequest(first.next(), 5))
                    .orElseThrow();

            assertThat(first.items()).extracting(ImportReportLine::line).containsExactly(3L, 4L, 5L, 6L, 7L);
            assertThat(second.items()).extracting(ImportReportLine::line).containsExactly(8L, 9L, 10L);
            assertThat(second.next()).isEmpty();
        }

        @Test
        void importsAreListedTheNewestFirst() {
            ImportStatus first = importSample("row-errors.csv");
            ImportStatus second = importSample("comma-decimal-point.csv");

            var newest =
                    kernel.imports.find(STAFF, LIGHTING, PageRequest.first(1)).orElseThrow();
            var older = kernel.imports
                    .find(STAFF, LIGHTING, new PageRequest(newest.next(), 1))
                    .orElseThrow();

            assertThat(newest.items()).containsExactly(second);
            assertThat(older.items()).containsExactly(first);
            assertThat(code(kernel.imports.find(Callers.stranger(), LIGHTING, PageRequest.first(1))))
                    .isEqualTo("token-missing");
            assertThat(code(kernel.imports.find(
                            STAFF, LIGHTING, new PageRequest(Optional.of("' OR 1 = 1"), PageRequest.DEFAULT))))
                    .isEqualTo("cursor-invalid");
        }

        private ImportStatus importSample(String file) {
            return importBytes(Kind.PRODUCTS, sampleBytes(file));
        }

        private ImportStatus importProducts(String csv, OnError onError) {
            ImportStatus started =
                    start(Kind.PRODUCTS, false, onError, bytes(csv)).orElseThrow();
            assertThat(turns.turn()).isTrue();
            return status(started);
        }

        private ImportStatus importBytes(Kind kind, byte[] file) {
            ImportStatus started = start(kind, false, OnError.SKIP, file).orElseThrow();
            assertThat(turns.turn()).isTrue();
            return status(started);
        }

        private Outcome<ImportStatus> start(Kind kind, boolean dryRun, OnError onError, byte[] file) {
            return kernel.imports.start(
                    STAFF,
                    Optional.empty(),
                    new ImportRequest(kind, LIGHTING, dryRun, onError),
                    new ByteArrayInputStream(file));
        }

        private ImportStatus status(ImportStatus started) {
            return kernel.imports.get(STAFF, started.id()).orElseThrow();
        }

        private List<ImportReportLine> report(ImportStatus status) {
            return kernel.imports
                    .report(STAFF, status.id(), PageRequest.first(200))
                    .orElseThrow()
                    .items();
        }

        private static List<String> found(List<ImportReportLine> lines) {
            return lines.stream()
                    .map(line -> line.line() + " " + line.column() + " " + line.code() + " " + line.sku())
                    .toList();
        }

        private StockedVariant stocked(String sku) {
            return kernel.transactions
                    .read(tx -> kernel.stores.catalog().variants(tx, LIGHTING, List.of(new Sku(sku))))
                    .get(0);
        }

        private Variant variant(String sku) {
            return stocked(sku).variant();
        }

        private List<String> known(String... skus) {
            Collection<Sku> asked = List.of(skus).stream().map(Sku::new).toList();
            return kernel.transactions.read(tx -> kernel.stores.catalog().variants(tx, LIGHTING, asked)).stream()
                    .map(found -> found.variant().sku().value())
                    .toList();
        }

        private String categoryName(String path) {
            return kernel.transactions
                    .read(tx -> kernel.stores.catalog().categories(tx, LIGHTING, List.of(path)))
                    .get(0)
                    .name()
                    .byLanguage()
                    .get("nb");
        }

        private List<String> listPrices(String... skus) {
            return prices(TODAY, skus).stream()
                    .map(price -> price.replace(" standard 1 ", " "))
                    .toList();
        }

        private List<String> prices(LocalDate date, String... skus) {
            Collection<Sku> asked = List.of(skus).stream().map(Sku::new).toList();
            return kernel
                    .transactions
                    .read(tx ->
                            kernel.stores.prices().prices(tx, LIGHTING, asked, new AccountId("nobody"), Set.of(), date))
                    .stream()
                    .map(row -> row.sku().value() + " " + row.list() + " " + row.minQuantity() + " "
                            + row.price().getAmount().setScale(2, java.math.RoundingMode.UNNECESSARY))
                    .toList();
        }

        private List<Event> events() {
            kernel.transactions.change(tx -> kernel.stores.events().position(tx, 100));
            return kernel.transactions.read(tx -> kernel.stores.events().feed(tx, 0, 100)).stream()
                    .map(positioned -> positioned.event().event())
                    .toList();
        }

        private static Path demo(String file) {
            return DEMO.resolve("main/resources/org/torg/demo").resolve(file);
        }

        private static String sample(String file) {
            return new String(sampleBytes(file), StandardCharsets.UTF_8);
        }

        private static byte[] sampleBytes(String file) {
            try {
                return Files.readAllBytes(
                        DEMO.resolve("test/resources/org/torg/demo/samples").resolve(file));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}

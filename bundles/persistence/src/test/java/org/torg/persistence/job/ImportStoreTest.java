package org.torg.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.persistence.Samples.LIGHTING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.Refusal;
import org.torg.api.catalog.ImportId;
import org.torg.api.catalog.ImportReportLine;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.store.ImportStore;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.Database;
import org.torg.persistence.StoreContract;

class ImportStoreTest {

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
        private final ImportStore imports = stores.imports();
        private final ImportId id = new ImportId(id());
        private final ImportStatus waiting = new ImportStatus(
                id,
                new ImportRequest(ImportRequest.Kind.PRICES, LIGHTING, true, ImportRequest.OnError.SKIP),
                ImportStatus.State.WAITING,
                4711,
                0,
                0,
                0,
                0,
                NOW,
                Optional.empty(),
                Optional.empty());

        Contract(Database database) {
            super(database);
        }

        @Test
        void anImportIsReadAsItWasWrittenLast() {
            expectStatements(1, tx -> imports.insert(tx, waiting, "blob-1"));
            assertThat(one(tx -> imports.status(tx, id))).contains(waiting);
            assertThat(one(tx -> imports.blob(tx, id))).contains("blob-1");

            ImportStatus aborted = new ImportStatus(
                    id,
                    waiting.request(),
                    ImportStatus.State.ABORTED,
                    4711,
                    100,
                    12,
                    10,
                    2,
                    NOW,
                    Optional.of(NOW.plusSeconds(1)),
                    Optional.of(Refusal.of(
                            Refusal.Kind.UNPROCESSABLE, "import-aborted", "{0} rows are bad.", Argument.number(2))));
            expectStatements(1, tx -> imports.update(tx, aborted));
            assertThat(one(tx -> imports.status(tx, id))).contains(aborted);
            assertThat(one(tx -> imports.status(tx, new ImportId("other")))).isEmpty();
        }

        @Test
        void theImportsOfAVendorAreListedTheNewestFirst() {
            VendorId vendor = new VendorId("v" + Math.floorMod(id.value().hashCode(), 1_000_000));
            List<ImportStatus> three = List.of(of(vendor, "-1"), of(vendor, "-2"), of(vendor, "-3"));
            transactions.change(tx -> three.forEach(each -> imports.insert(tx, each, "blob-1")));
            transactions.change(tx -> imports.insert(tx, waiting, "blob-1"));

            assertThat(all(tx -> imports.list(tx, vendor, Optional.empty(), 2)))
                    .containsExactly(three.get(2), three.get(1));
            assertThat(all(tx ->
                            imports.list(tx, vendor, Optional.of(three.get(1).id()), 2)))
                    .containsExactly(three.get(0));
            expectStatements(1, tx -> imports.list(tx, vendor, Optional.empty(), 2));
        }

        private ImportStatus of(VendorId vendor, String end) {
            return new ImportStatus(
                    new ImportId(id.value().substring(0, 20) + end),
                    new ImportRequest(ImportRequest.Kind.PRICES, vendor, true, ImportRequest.OnError.SKIP),
                    ImportStatus.State.WAITING,
                    4711,
                    0,
                    0,
                    0,
                    0,
                    NOW,
                    Optional.empty(),
                    Optional.empty());
        }

        private static ImportReportLine line(long line, String column) {
            return new ImportReportLine(
                    line,
                    column,
                    "SKU",
                    "number-invalid",
                    Message.of("number-invalid", "{0} is not a number.", Argument.text("x")));
        }

        @Test
        void theReportIsReadByPagesInTheOrderInWhichItWasWritten() {
            transactions.change(tx -> imports.insert(tx, waiting, "blob-1"));
            expectStatements(2, tx -> imports.report(tx, id, List.of(line(2, "sku"), line(3, ""), line(10, "ean"))));
            transactions.change(tx -> imports.report(tx, id, List.of(line(10, "price"))));

            List<ImportReportLine> inOrder = List.of(line(2, "sku"), line(3, ""), line(10, "ean"), line(10, "price"));
            List<ImportReportLine> paged = new ArrayList<>();
            for (long after = -1; paged.size() < 4; after += 2) {
                long last = after;
                paged.addAll(all(tx -> imports.report(tx, id, last, 2)));
            }
            assertThat(paged).isEqualTo(inOrder);
            assertThat(all(tx -> imports.report(tx, id, 3, 2))).isEmpty();
        }

        @Test
        void theReportOfAnAttemptThatBrokeOffIsCleared() {
            transactions.change(tx -> {
                imports.insert(tx, waiting, "blob-1");
                imports.report(tx, id, List.of(line(1, "sku")));
            });

            expectStatements(1, tx -> imports.clearReport(tx, id));
            assertThat(all(tx -> imports.report(tx, id, -1, 10))).isEmpty();
        }

        @Test
        void whatStandsInAFileMayBeOfAnyLength() {
            String sku = "S".repeat(5000);
            transactions.change(tx -> {
                imports.insert(tx, waiting, "blob-1");
                imports.report(
                        tx,
                        id,
                        List.of(new ImportReportLine(
                                1,
                                "c".repeat(5000),
                                sku,
                                "sku-invalid",
                                Message.of("sku-invalid", "{0}", Argument.text("x".repeat(40_000))))));
            });

            ImportReportLine read = all(tx -> imports.report(tx, id, -1, 10)).get(0);
            assertThat(sku).startsWith(read.sku());
            assertThat(read.message().arguments()).containsExactly(Argument.text("x".repeat(40_000)));
        }
    }
}

package org.torg.kernel.catalog.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.PageRequest;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.catalog.ProductQuery;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;
import org.torg.kernel.job.Turns;

class ExportTest {

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

        private static final Path CATALOGUE =
                Path.of("..", "demo", "src", "main", "resources", "org", "torg", "demo", "lighting-products.csv");
        private static final String HEADER =
                "sku;product;category;brand;ean;price;currency;vat_category;weight_kg;bulky;stock_policy;stock;lead_days;"
                        + "name_nb;name_en;description_nb;category_nb;attr_note\n";
        private static final List<String> ODD = List.of(
                "=1+1",
                "'=1",
                "-5",
                "+47",
                "@home",
                "''",
                "'",
                "a;b",
                "say \"hi\"",
                "linje\nlinje",
                "ære, ø & å",
                "1,5");

        Contract(Database database) {
            super(database);
        }

        private ImportStatus load(byte[] csv) {
            ImportStatus begun = kernel.imports
                    .start(
                            STAFF,
                            Optional.empty(),
                            new ImportRequest(
                                    ImportRequest.Kind.PRODUCTS, LIGHTING, false, ImportRequest.OnError.ABORT),
                            new ByteArrayInputStream(csv))
                    .orElseThrow();
            assertThat(new Turns(kernel, kernel.productImport).turn()).isTrue();
            return kernel.imports.get(STAFF, begun.id()).orElseThrow();
        }

        private byte[] export(boolean withStock) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                kernel.exports
                        .products(STAFF, LIGHTING, withStock)
                        .orElseThrow()
                        .writeTo(out);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return out.toByteArray();
        }

        private List<StockedVariant> articles() {
            ProductQuery all = new ProductQuery(
                    Optional.of(LIGHTING),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    false,
                    PageRequest.first(PageRequest.DEFAULT));
            return kernel.transactions.read(tx -> kernel.stores.catalog().find(tx, all, Optional.empty(), 10_000));
        }

        private void changesNothing() {
            List<StockedVariant> before = articles();
            Map<VendorId, Long> version =
                    kernel.transactions.read(kernel.stores.indexing()::marks).versions();
            byte[] file = export(true);

            assertThat(load(file).state()).isEqualTo(ImportStatus.State.DONE);

            assertThat(articles()).isEqualTo(before);
            assertThat(kernel.transactions.read(kernel.stores.indexing()::marks).versions())
                    .as("no article and no category was written")
                    .isEqualTo(version);
            assertThat(export(true)).as("with its prices").isEqualTo(file);
        }

        @Test
        void theDemoCatalogueImportedAgainChangesNothing() throws IOException {
            load(Files.readAllBytes(CATALOGUE));

            changesNothing();
        }

        @Test
        void oddTextsImportedAgainChangeNothing() {
            Random random = new Random(7);
            for (int round = 0; round < 5; round++) {
                StringBuilder file = new StringBuilder(HEADER);
                for (int i = 0; i < 30; i++) {
                    file.append(article(i, random));
                }
                assertThat(load(file.toString().getBytes(StandardCharsets.UTF_8))
                                .state())
                        .isEqualTo(ImportStatus.State.DONE);

                changesNothing();
            }
        }

        private static String article(int number, Random random) {
            List<String> cells = new ArrayList<>(List.of(
                    "S-" + number,
                    "P-" + number / 3,
                    "indoor/c" + number % 3,
                    odd(random),
                    "",
                    random.nextInt(10_000) + "," + (10 + random.nextInt(90)),
                    "NOK",
                    "standard",
                    random.nextInt(9) + ",12" + random.nextInt(10),
                    number % 2 == 0 ? "yes" : "no",
                    List.of("deny", "backorder", "untracked").get(number % 3),
                    Integer.toString(random.nextInt(50)),
                    "3",
                    odd(random),
                    odd(random),
                    odd(random),
                    "Inne/Gruppe " + number % 3,
                    odd(random)));
            return cells.stream()
                            .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                            .reduce((one, other) -> one + ";" + other)
                            .orElseThrow()
                    + "\n";
        }

        private static String odd(Random random) {
            return ODD.get(random.nextInt(ODD.size()));
        }

        @Test
        void whatASpreadsheetWouldTakeForAFormulaIsText() {
            load((HEADER + "A;P;indoor;Lumo;;10,00;NOK;standard;1,00;no;deny;3;1;=cmd();Lamp;;Inne;-5\n")
                    .getBytes(StandardCharsets.UTF_8));

            String file = new String(export(false), StandardCharsets.UTF_8);

            assertThat(file).contains(";'=cmd();").contains(";'-5").doesNotContain(";=");
        }

        @Test
        void theStockIsSaidOnlyWhenAskedFor() {
            load((HEADER + "A;P;indoor;Lumo;;10,00;NOK;standard;1,00;no;deny;77;1;Lampe;Lamp;;Inne;\n")
                    .getBytes(StandardCharsets.UTF_8));

            assertThat(new String(export(true), StandardCharsets.UTF_8)).contains(";77;");
            assertThat(new String(export(false), StandardCharsets.UTF_8)).doesNotContain("77");
        }

        @Test
        @Tag("L12")
        void onlyWhoMayImportMayExport() {
            assertThat(code(kernel.exports.products(Callers.stranger(), LIGHTING, false)))
                    .isEqualTo("token-missing");
            assertThat(code(kernel.exports.products(Callers.buyer(), LIGHTING, false)))
                    .isEqualTo("right-missing");
        }
    }
}

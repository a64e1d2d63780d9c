package org.torg.kernel.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Kernel.LIGHTING;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.StoreException;
import org.torg.api.account.AccountId;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.catalog.ImportStatus.State;
import org.torg.api.catalog.Sku;
import org.torg.api.store.StockStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;
import org.torg.kernel.job.Turns;

/** Articles become visible some hundred at a time. */
class StepwiseImportTest {

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

        private static final int FAILURES_UNTIL_GIVEN_UP = 5;

        Contract(Database database) {
            super(database);
        }

        @Test
        void noTransactionGrowsWithTheFile() {
            int few = mostRowsOfImporting(1000);
            int many = mostRowsOfImporting(4000);

            assertThat(many).isLessThanOrEqualTo(few);
            // An article has a row of its own, of its product, of its stock, three facets and its category's way up.
            assertThat(many).isLessThan(ImportProcess.CHUNK * 10);
        }

        private int mostRowsOfImporting(int articles) {
            database.clean();
            kernel.found();
            Turns turns = new Turns(kernel, kernel.productImport);
            ImportStatus started = start(articles, 10);
            database.sent().forget();

            assertThat(turns.turn()).isTrue();

            assertThat(status(started).accepted()).isEqualTo(articles);
            assertThat(visible("S" + (articles - 1))).isTrue();
            return database.sent().mostRows();
        }

        @Test
        void readersSeeWholeArticlesWhileOthersAreYetToCome() {
            AtomicInteger step = new AtomicInteger();
            Turns turns = turnsWith(new CountingStock() {
                @Override
                void counted(List<Counted> articles) {
                    if (step.getAndIncrement() == 1) {
                        // The second step is open: the first one's articles can be read by others, with their prices.
                        assertThat(visible("S0", "S499")).isTrue();
                        assertThat(prices("S0", "S1099")).containsExactlyInAnyOrder("S0 10.00", "S1099 10.00");
                        assertThat(database == Database.POSTGRESQL && visible("S1099"))
                                .isFalse();
                    }
                }
            });
            ImportStatus started = start(1100, 10);

            assertThat(turns.turn()).isTrue();

            assertThat(step).hasValue(3);
            assertThat(status(started).state()).isEqualTo(State.DONE);
        }

        @Test
        void whatBreaksOffBetweenStepsGoesOnAndIsToldOnce() {
            AtomicInteger step = new AtomicInteger();
            Turns turns = turnsWith(new CountingStock() {
                @Override
                void counted(List<Counted> articles) {
                    if (step.getAndIncrement() == 1) {
                        throw new StoreException(
                                StoreException.Kind.UNAVAILABLE, "as after a power cut", new IllegalStateException());
                    }
                }
            });
            ImportStatus started = start(1100, 10);

            assertThat(turns.turn()).isTrue();
            assertThat(status(started).state()).isEqualTo(State.ACTIVATING);
            assertThat(visible("S0", "S499")).isTrue();
            assertThat(visible("S500")).isFalse();

            kernel.clock.move(Duration.ofHours(1));
            assertThat(turns.turn()).isTrue();

            ImportStatus done = status(started);
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(List.of(done.rows(), done.accepted(), done.rejected())).containsExactly(1100L, 1100L, 0L);
            assertThat(visible("S0", "S500", "S1099")).isTrue();
            assertThat(prices("S0", "S1099")).containsExactlyInAnyOrder("S0 10.00", "S1099 10.00");
            kernel.transactions.change(tx -> kernel.stores.events().position(tx, 100));
            int told = kernel.transactions
                    .read(tx -> kernel.stores.events().feed(tx, 0, 100))
                    .size();
            assertThat(told).isEqualTo(1);
        }

        @Test
        void whatIsGivenUpBetweenStepsSaysThatAPartIsVisible() {
            AtomicInteger step = new AtomicInteger();
            Turns turns = turnsWith(new CountingStock() {
                @Override
                void counted(List<Counted> articles) {
                    if (step.getAndIncrement() > 0) {
                        throw new IllegalStateException("never");
                    }
                }
            });
            ImportStatus started = start(1100, 10);
            for (int i = 0; i < FAILURES_UNTIL_GIVEN_UP; i++) {
                assertThat(turns.turn()).isTrue();
                kernel.clock.move(Duration.ofDays(1));
            }

            assertThat(status(started).state()).isEqualTo(State.ABORTED);
            assertThat(status(started).failure().orElseThrow().code()).isEqualTo("import-incomplete");
            assertThat(visible("S0")).isTrue();
            assertThat(visible("S1099")).isFalse();
        }

        private Turns turnsWith(StockStore stock) {
            var node = kernel.node(stock);
            return new Turns(node, node.productImport);
        }

        private abstract class CountingStock implements StockStore {

            private final StockStore real = kernel.stores.stock();

            abstract void counted(List<Counted> articles);

            @Override
            public void count(Tx tx, VendorId vendor, List<Counted> articles) {
                counted(articles);
                real.count(tx, vendor, articles);
            }

            @Override
            public List<Sku> reserve(Tx tx, VendorId vendor, List<Quantity> quantities) {
                return real.reserve(tx, vendor, quantities);
            }

            @Override
            public void release(Tx tx, VendorId vendor, List<Quantity> quantities) {
                real.release(tx, vendor, quantities);
            }

            @Override
            public void ship(Tx tx, VendorId vendor, List<Quantity> quantities) {
                real.ship(tx, vendor, quantities);
            }
        }

        private ImportStatus start(int articles, int price) {
            String rows = IntStream.range(0, articles)
                    .mapToObj(i -> "S" + i + ";P" + i + ";lamps/indoor;Lumo;;" + price
                            + ",00;NOK;standard;1;no;deny;7;1;Lampe " + i + ";IP20")
                    .collect(Collectors.joining(
                            "\n",
                            "sku;product;category;brand;ean;price;currency;vat_category;weight_kg;bulky;stock_policy;stock;"
                                    + "lead_days;name_nb;attr_ip\n",
                            "\n"));
            return kernel.imports
                    .start(
                            STAFF,
                            Optional.empty(),
                            new ImportRequest(
                                    ImportRequest.Kind.PRODUCTS, LIGHTING, false, ImportRequest.OnError.ABORT),
                            new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)))
                    .orElseThrow();
        }

        private ImportStatus status(ImportStatus started) {
            return kernel.imports.get(STAFF, started.id()).orElseThrow();
        }

        boolean visible(String... skus) {
            return kernel.transactions
                            .read(tx -> kernel.stores.catalog().variants(tx, LIGHTING, asked(skus)))
                            .size()
                    == skus.length;
        }

        List<String> prices(String... skus) {
            return kernel
                    .transactions
                    .read(tx -> kernel.stores
                            .prices()
                            .prices(
                                    tx,
                                    LIGHTING,
                                    asked(skus),
                                    new AccountId("nobody"),
                                    Set.of(),
                                    LocalDate.of(2026, 3, 2)))
                    .stream()
                    .map(row -> row.sku().value() + " "
                            + row.price().getAmount().setScale(2, java.math.RoundingMode.UNNECESSARY))
                    .toList();
        }

        private static List<Sku> asked(String... skus) {
            return Stream.of(skus).map(Sku::new).toList();
        }
    }
}

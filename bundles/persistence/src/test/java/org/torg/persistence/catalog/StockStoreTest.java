package org.torg.persistence.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.persistence.Samples.LIGHTING;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.catalog.Availability;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.store.StockStore.Counted;
import org.torg.api.store.StockStore.Quantity;
import org.torg.persistence.Database;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

class StockStoreTest {

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
        private static final int SKUS = 5;

        Contract(Database database) {
            super(database);
        }

        @BeforeEach
        void tenOfEach() {
            transactions.change(tx -> {
                for (int i = 0; i < SKUS; i++) {
                    stores.catalog().upsert(tx, LIGHTING, List.of(Samples.product("S" + i, "indoor", Map.of(), 10)));
                }
            });
        }

        @Test
        void whatIsCountedIsOnTheShelfAndPromisesStay() {
            transactions.change(tx -> stores.stock().reserve(tx, LIGHTING, List.of(quantity(3, 4))));

            expectStatements(1, tx -> stores.stock()
                    .count(
                            tx,
                            LIGHTING,
                            List.of(
                                    new Counted(new Sku("S3"), 2),
                                    new Counted(new Sku("S1"), 0),
                                    new Counted(new Sku("unknown"), 1))));

            assertThat(List.of(stock(1).onHand(), stock(2).onHand(), stock(3).onHand(), stock(3).reserved()))
                    .containsExactly(0, 10, 2, 4);
        }

        private static Quantity quantity(int sku, int quantity) {
            return new Quantity(new Sku("S" + sku), quantity, false);
        }

        private Availability stock(int sku) {
            return all(tx -> stores.catalog().variants(tx, LIGHTING, List.of(new Sku("S" + sku))))
                    .get(0)
                    .availability();
        }

        @Test
        void aReservationOfManySkusIsOneStatement() {
            expectStatements(1, tx -> assertThat(stores.stock()
                            .reserve(tx, LIGHTING, List.of(quantity(2, 3), quantity(0, 10), quantity(1, 1))))
                    .isEmpty());

            assertThat(stock(0)).isEqualTo(new Availability(StockPolicy.DENY, 10, 10));
            assertThat(stock(2)).isEqualTo(new Availability(StockPolicy.DENY, 10, 3));
        }

        @Test
        void whatThereIsNotEnoughOfIsNamed() {
            assertThat(transactions.<List<Sku>>write(tx -> stores.stock()
                            .reserve(
                                    tx,
                                    LIGHTING,
                                    List.of(
                                            quantity(1, 11),
                                            quantity(0, 10),
                                            new Quantity(new Sku("UNKNOWN"), 1, false)))))
                    .containsExactly(new Sku("S1"), new Sku("UNKNOWN"));
        }

        @Test
        void twoLinesOfOneSkuCountTogether() {
            assertThat(transactions.<List<Sku>>write(
                            tx -> stores.stock().reserve(tx, LIGHTING, List.of(quantity(1, 6), quantity(1, 6)))))
                    .containsExactly(new Sku("S1"));
        }

        @Test
        void whatMayGoBelowZeroIsAlwaysReserved() {
            transactions.change(tx -> assertThat(
                            stores.stock().reserve(tx, LIGHTING, List.of(new Quantity(new Sku("S1"), 25, true))))
                    .isEmpty());

            assertThat(stock(1)).isEqualTo(new Availability(StockPolicy.DENY, 10, 25));
        }

        @Test
        void whatIsReleasedMayBeSoldAgainAndWhatIsShippedIsGone() {
            transactions.change(tx -> stores.stock().reserve(tx, LIGHTING, List.of(quantity(1, 8))));

            expectStatements(1, tx -> stores.stock().release(tx, LIGHTING, List.of(quantity(1, 3))));
            assertThat(stock(1)).isEqualTo(new Availability(StockPolicy.DENY, 10, 5));
            expectStatements(1, tx -> stores.stock().ship(tx, LIGHTING, List.of(quantity(1, 5))));
            assertThat(stock(1)).isEqualTo(new Availability(StockPolicy.DENY, 5, 0));
        }

        @Test
        void anArticleThatIsStoredAgainKeepsItsStock() {
            transactions.change(tx -> stores.stock().reserve(tx, LIGHTING, List.of(quantity(1, 8))));

            transactions.change(tx ->
                    stores.catalog().upsert(tx, LIGHTING, List.of(Samples.product("S1", "indoor", Map.of(), 100))));

            assertThat(stock(1)).isEqualTo(new Availability(StockPolicy.DENY, 10, 8));
        }

        @Test
        void sixtyFourBuyersOfTheLastTenGetExactlyTen() throws Exception {
            List<Callable<Boolean>> buyers = Collections.nCopies(64, () -> buys(List.of(quantity(0, 1))));

            assertThat(inParallel(buyers)).isEqualTo(10);
            assertThat(stock(0)).isEqualTo(new Availability(StockPolicy.DENY, 10, 10));
        }

        @Test
        void ordersOfManySkusInAnyOrderNeverDeadlock() throws Exception {
            Random random = new Random(7);
            List<Callable<Boolean>> buyers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                List<Quantity> lines = new ArrayList<>();
                for (int sku = 0; sku < SKUS; sku++) {
                    lines.add(quantity(sku, 1));
                }
                Collections.shuffle(lines, random);
                buyers.add(() -> buys(lines));
            }

            assertThat(inParallel(buyers)).isEqualTo(10);
            for (int sku = 0; sku < SKUS; sku++) {
                assertThat(stock(sku).reserved()).isEqualTo(10);
            }
        }

        /** Any StoreException, such as that of a deadlock, fails the test. */
        private boolean buys(List<Quantity> lines) {
            try {
                transactions.change(tx -> {
                    if (!stores.stock().reserve(tx, LIGHTING, lines).isEmpty()) {
                        throw new RefusedException(Refusal.of(Refusal.Kind.CONFLICT, "stock-insufficient", "No."));
                    }
                });
                return true;
            } catch (RefusedException e) {
                return false;
            }
        }

        private static int inParallel(List<Callable<Boolean>> work) throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(work.size());
            try {
                int succeeded = 0;
                for (Future<Boolean> one : threads.invokeAll(work, 60, TimeUnit.SECONDS)) {
                    succeeded += one.get() ? 1 : 0;
                }
                return succeeded;
            } finally {
                threads.shutdownNow();
            }
        }
    }
}

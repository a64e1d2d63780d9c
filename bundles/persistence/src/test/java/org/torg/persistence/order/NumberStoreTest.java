package org.torg.persistence.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.store.NumberStore;
import org.torg.persistence.Database;
import org.torg.persistence.StoreContract;

class NumberStoreTest {

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
        private final NumberStore numbers = stores.numbers();

        Contract(Database database) {
            super(database);
        }

        private long take(String series, int count) {
            return transactions.write(tx -> numbers.take(tx, series, 1001, count));
        }

        @Test
        void aSeriesBeginsWhereItIsToldToAndGoesOn() {
            assertThat(take("a", 1)).isEqualTo(1001);
            assertThat(take("a", 50)).isEqualTo(1002);
            assertThat(take("a", 1)).isEqualTo(1052);
            assertThat(take("b", 3)).isEqualTo(1001);
            expectStatements(2, tx -> numbers.take(tx, "a", 1001, 1));
        }

        @Test
        void aNumberThatIsRolledBackIsGivenAgain() {
            assertThat(take("a", 1)).isEqualTo(1001);
            assertThatThrownBy(() -> transactions.write(tx -> {
                        numbers.take(tx, "a", 1001, 1);
                        throw new IllegalStateException("stop");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(take("a", 1)).isEqualTo(1002);
        }

        @Test
        void nothingIsTakenByHalves() {
            assertThatThrownBy(() -> take("a", 0)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void theSeriesIsUnbrokenHoweverManyTakeFromItAndWhoeverRollsBack() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(16);
            List<Future<Optional<Long>>> takers = new ArrayList<>();
            try {
                for (int i = 0; i < 120; i++) {
                    boolean rollsBack = i % 3 == 0;
                    takers.add(threads.submit(() -> takeOrRollBack(rollsBack)));
                }
                List<Long> taken = new ArrayList<>();
                for (Future<Optional<Long>> taker : takers) {
                    taker.get(30, TimeUnit.SECONDS).ifPresent(taken::add);
                }

                assertThat(taken)
                        .containsExactlyInAnyOrderElementsOf(
                                LongStream.range(1001, 1081).boxed().toList());
            } finally {
                threads.shutdownNow();
            }
        }

        private Optional<Long> takeOrRollBack(boolean rollsBack) {
            try {
                return Optional.of(transactions.<Long>write(tx -> {
                    long number = numbers.take(tx, "new", 1001, 1);
                    if (rollsBack) {
                        throw new IllegalStateException("stop");
                    }
                    return number;
                }));
            } catch (IllegalStateException e) {
                return Optional.empty();
            }
        }
    }
}

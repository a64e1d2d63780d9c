package org.torg.persistence.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.StoreException;
import org.torg.api.account.AccountId;
import org.torg.api.store.KeyStore.SigningKey;
import org.torg.persistence.Database;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

class TransactionsTest {

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

        Contract(Database database) {
            super(database);
        }

        private static SigningKey key(String id) {
            return new SigningKey("test", id, "secret", NOW);
        }

        @Test
        void whatWasWrittenIsThereAfterwards() {
            transactions.change(tx -> stores.keys().insert(tx, key("a")));

            assertThat(all(tx -> stores.keys().keys(tx, "test"))).containsExactly(key("a"));
        }

        @Test
        void aRefusalRollsBackAndGoesOnToTheCaller() {
            AccountId account = new AccountId(id());
            RefusedException refusal = new RefusedException(Refusal.notFound("thing"));

            assertThatThrownBy(() -> transactions.change(tx -> {
                        stores.accounts().insert(tx, Samples.account(account));
                        stores.keys().insert(tx, key("a"));
                        throw refusal;
                    }))
                    .isSameAs(refusal);

            assertThat(all(tx -> stores.keys().keys(tx, "test"))).isEmpty();
            assertThat(one(tx -> stores.accounts().account(tx, account))).isEmpty();
        }

        @Test
        void aWriteSeesItsOwnChangesByEntityAndBySql() {
            AccountId account = new AccountId(id());
            boolean seen = transactions.write(tx -> {
                stores.accounts().insert(tx, Samples.account(account));
                return stores.accounts().account(tx, account).isPresent()
                        && stores.accounts().user(tx, "nobody@example.org").isEmpty();
            });

            assertThat(seen).isTrue();
        }

        @Test
        void whoReadsDoesNotChange() {
            assertThatThrownBy(() -> transactions.read(tx -> {
                        stores.keys().insert(tx, key("a"));
                        return true;
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void aReadTakesWhatIsCommittedAtEachStatementAndLeavesNoLocks() throws Exception {
            ExecutorService other = Executors.newSingleThreadExecutor();
            try {
                List<Integer> seen = transactions.read(tx -> {
                    int before = stores.keys().keys(tx, "test").size();
                    await(other.submit(
                            () -> transactions.change(w -> stores.keys().insert(w, key("a")))));
                    int between = stores.keys().keys(tx, "test").size();
                    await(other.submit(
                            () -> transactions.change(w -> stores.keys().delete(w, "test", "a"))));
                    return List.of(
                            before, between, stores.keys().keys(tx, "test").size());
                });

                assertThat(seen).containsExactly(0, 1, 0);
            } finally {
                other.shutdownNow();
            }
        }

        private static void await(Future<?> future) {
            try {
                future.get(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Test
        void aUniqueKeyViolatedIsAConflictAlsoInsideOfTheTransaction() {
            transactions.change(tx -> stores.keys().insert(tx, key("a")));

            transactions.change(tx -> assertConflict(() -> stores.keys().insert(tx, key("a"))));
            assertConflict(() -> transactions.change(tx -> stores.keys().insert(tx, key("a"))));
        }

        @Test
        void aDeadlockIsAConflictForOneOfTheTwo() throws Exception {
            transactions.change(tx -> {
                stores.keys().insert(tx, key("a"));
                stores.keys().insert(tx, key("b"));
            });
            ExecutorService threads = Executors.newFixedThreadPool(2);
            CountDownLatch bothHaveOne = new CountDownLatch(2);
            try {
                List<Future<Boolean>> outcomes = List.of(
                        threads.submit(() -> deletes("a", "b", bothHaveOne)),
                        threads.submit(() -> deletes("b", "a", bothHaveOne)));
                int committed = 0;
                for (Future<Boolean> outcome : outcomes) {
                    committed += outcome.get(30, TimeUnit.SECONDS) ? 1 : 0;
                }
                assertThat(committed).isEqualTo(1);
            } finally {
                threads.shutdownNow();
            }
        }

        private boolean deletes(String first, String second, CountDownLatch bothHaveOne) {
            try {
                transactions.change(tx -> {
                    stores.keys().delete(tx, "test", first);
                    bothHaveOne.countDown();
                    try {
                        bothHaveOne.await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    stores.keys().delete(tx, "test", second);
                });
                return true;
            } catch (StoreException e) {
                assertThat(e.kind()).isEqualTo(StoreException.Kind.CONFLICT);
                return false;
            }
        }

        @Test
        void aDefectIsNeitherAConflictNorAnAbsence() {
            String tooLong = "x".repeat(1000);

            assertThatThrownBy(() -> transactions.change(tx -> stores.keys().insert(tx, key(tooLong))))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.OTHER));
        }

        @Test
        void theConnectionGoesBackCommittingByItself() throws SQLException {
            transactions.change(tx -> stores.keys().insert(tx, key("a")));
            assertThatThrownBy(() -> transactions.write(tx -> {
                        throw new IllegalStateException("stop");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            try (Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                assertThat(connection.getAutoCommit()).isTrue();
                assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
                assertThat(statement.execute("SELECT COUNT(*) FROM signing_key"))
                        .isTrue();
            }
        }

        @Test
        void anEmptyListOfPlacesMatchesNothingAndALongOneIsFilledUp() {
            assertThat(Sql.of("").addIn("x", List.of()).text()).isEqualTo("1 = 0");
            assertThat(Sql.of("").addIn("x", List.of("a")).parameters()).containsExactly("a");
            assertThat(Sql.of("").addIn("x", List.of("a", "b", "c")).parameters())
                    .containsExactly("a", "b", "c", "c");
            assertThat(Sql.of("").addIn("x", List.of("a", "b", "c", "d", "e")).text())
                    .isEqualTo("x IN (?, ?, ?, ?, ?, ?, ?, ?)");
            assertThat(Optional.of(Sql.of("a").add("b", 1).limit(2).parameters()))
                    .contains(List.of(1, 2));
        }
    }
}

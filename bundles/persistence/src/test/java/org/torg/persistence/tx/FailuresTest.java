package org.torg.persistence.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torg.api.store.StoreException;
import org.torg.api.store.StoreException.Kind;

class FailuresTest {

    @ParameterizedTest
    @CsvSource({
        "23505, CONFLICT", "40001, CONFLICT", "40P01, CONFLICT", "55P03, CONFLICT", "40XL1, CONFLICT",
        "08001, UNAVAILABLE", "08006, UNAVAILABLE", "57P01, UNAVAILABLE", "53300, UNAVAILABLE", "XJ040, UNAVAILABLE",
        "53100, NO_ROOM", "XSLA4, NO_ROOM", "XSDG1, NO_ROOM",
        "22001, OTHER", "42X05, OTHER"
    })
    void aStateSaysWhatHappened(String state, Kind kind) {
        assertThat(Failures.of(new RuntimeException(new SQLException("", state))).kind())
                .isEqualTo(kind);
    }

    @Test
    void theReasonMayStandInTheNextExceptionOfABatch() {
        BatchUpdateException batch = new BatchUpdateException(new int[0]);
        batch.setNextException(new SQLException("", "23505"));

        assertThat(Failures.of(batch).kind()).isEqualTo(Kind.CONFLICT);
    }

    @Test
    void aFullDiskIsFullWhateverTheDatabaseMakesOfIt() {
        SQLException lost = new SQLException("", "08006", new IOException("No space left on device"));

        assertThat(Failures.of(lost).kind()).isEqualTo(Kind.NO_ROOM);
    }

    @Test
    void theMessageSaysNothingOfTheData() {
        SQLException failure = new SQLException("Key (email)=(kari@example.org) already exists", "23505");

        assertThat(Failures.of(failure).getMessage()).isEqualTo("conflict 23505");
    }

    @Test
    void aDatabaseThatIsNotThereIsUnavailableToReadersAndWriters() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/torg?connectTimeout=1");
        config.setConnectionTimeout(300);
        config.setInitializationFailTimeout(-1);
        try (HikariDataSource away = new HikariDataSource(config)) {
            // The platform is named, because it cannot be asked.
            EntityManagerFactory entityManagers = Persistence.createEntityManagerFactory(
                    "torg",
                    java.util.Map.of(
                            "javax.persistence.nonJtaDataSource",
                            away,
                            "eclipselink.target-database",
                            "PostgreSQL"));
            JpaTransactions transactions = new JpaTransactions(entityManagers, away);
            var keys = new org.torg.persistence.vendor.JdbcKeyStore();

            assertThatThrownBy(() -> transactions.read(tx -> keys.keys(tx, "x"))).satisfies(FailuresTest::unavailable);
            assertThatThrownBy(() -> transactions.write(tx -> keys.keys(tx, "x"))).satisfies(FailuresTest::unavailable);
            entityManagers.close();
        }
    }

    private static void unavailable(Throwable failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
    }
}

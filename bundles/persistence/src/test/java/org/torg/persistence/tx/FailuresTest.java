package org.torg.persistence.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Persistence;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torg.api.StoreException;
import org.torg.api.StoreException.Kind;
import org.torg.api.store.KeyStore.SigningKey;
import org.torg.persistence.Database;
import org.torg.persistence.vendor.JdbcKeyStore;

class FailuresTest {

    @ParameterizedTest
    @CsvSource({
        "23505, CONFLICT",
        "40001, CONFLICT",
        "40P01, CONFLICT",
        "55P03, CONFLICT",
        "40XL1, CONFLICT",
        "08001, UNAVAILABLE",
        "08006, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "53300, UNAVAILABLE",
        "XJ040, UNAVAILABLE",
        "53100, NO_ROOM",
        "XSLA4, NO_ROOM",
        "XSDG1, NO_ROOM",
        "22001, OTHER",
        "42X05, OTHER"
    })
    void aStateSaysWhatHappened(String state, Kind kind) {
        assertThat(Failures.of(new RuntimeException(new SQLException("", state)))
                        .kind())
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
    @EnabledOnOs(OS.LINUX)
    void theOperatingSystemsWordForAFullDiskIsKnown() {
        // A device that is always full.
        assertThatThrownBy(() -> Files.write(Path.of("/dev/full"), new byte[] {1}))
                .isInstanceOfSatisfying(IOException.class, e -> assertThat(Failures.isDiskFull(e))
                        .isTrue());
        assertThat(Failures.isDiskFull(new IOException("connection reset"))).isFalse();
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
                    Map.of("javax.persistence.nonJtaDataSource", away, "eclipselink.target-database", "PostgreSQL"));
            JpaTransactions transactions = new JpaTransactions(entityManagers, away);
            JdbcKeyStore keys = new JdbcKeyStore();

            assertThatThrownBy(() -> transactions.read(tx -> keys.keys(tx, "x")))
                    .satisfies(FailuresTest::unavailable);
            assertThatThrownBy(() -> transactions.write(tx -> keys.keys(tx, "x")))
                    .satisfies(FailuresTest::unavailable);
            entityManagers.close();
        }
    }

    @Test
    void aDatabaseThatWasAwayIsUsedWhenItIsBack() throws Exception {
        DataSource real = Database.DERBY.dataSource();
        AtomicBoolean away = new AtomicBoolean(true);
        DataSource switched = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (away.get()) {
                        throw new SQLTransientConnectionException("away");
                    }
                    return method.invoke(real, arguments);
                });
        Database.DERBY.stores();
        EntityManagerFactory entityManagers = Persistence.createEntityManagerFactory(
                "torg", Map.of("javax.persistence.nonJtaDataSource", switched, "eclipselink.session-name", "switched"));
        JpaTransactions transactions = new JpaTransactions(entityManagers, switched);
        JdbcKeyStore keys = new JdbcKeyStore();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> transactions.write(tx -> keys.keys(tx, "x")))
                    .satisfies(FailuresTest::unavailable);
        }
        away.set(false);
        assertThat(transactions.<List<SigningKey>>write(tx -> keys.keys(tx, "x")))
                .isEmpty();
        away.set(true);
        assertThatThrownBy(() -> transactions.write(tx -> keys.keys(tx, "x"))).satisfies(FailuresTest::unavailable);
        away.set(false);
        assertThat(transactions.<List<SigningKey>>write(tx -> keys.keys(tx, "x")))
                .isEmpty();
        entityManagers.close();
    }

    private static void unavailable(Throwable failure) {
        assertThat(failure).isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.kind())
                .isEqualTo(Kind.UNAVAILABLE));
    }
}

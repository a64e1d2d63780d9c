package org.torg.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.torg.api.StoreException;
import org.torg.api.store.Transactions;

/** What the tests of all stores share. Each is run on every database. */
public abstract class StoreContract {

    /** With microseconds, as the database keeps it. */
    protected static final Instant NOW = Instant.parse("2026-03-29T01:30:00.123456Z");

    protected final Database database;
    protected final Stores stores;
    protected final Transactions transactions;

    protected StoreContract(Database database) {
        this.database = database;
        this.stores = database.stores();
        this.transactions = stores.transactions();
    }

    @BeforeEach
    void begin() {
        database.clean();
        database.statements().forget();
    }

    protected void expectStatements(int count, Transactions.Change change) {
        database.statements().expect(count, () -> transactions.change(change));
    }

    /** Reads one thing, and fails unless it took one statement. */
    protected <T> Optional<T> one(Transactions.Work<Optional<T>> work) {
        return expectStatementsOfRead(1, work);
    }

    /** Reads many things, and fails unless it took one statement. */
    protected <T> List<T> all(Transactions.Work<List<T>> work) {
        return expectStatementsOfRead(1, work);
    }

    protected <T> T expectStatementsOfRead(int count, Transactions.Work<T> work) {
        database.statements().forget();
        T result = transactions.read(work);
        assertThat(database.statements().sent()).as("statements").hasSize(count);
        return result;
    }

    protected static void assertConflict(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.kind())
                .isEqualTo(StoreException.Kind.CONFLICT));
    }

    protected static String id() {
        return UUID.randomUUID().toString();
    }
}

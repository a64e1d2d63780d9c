package org.torg.persistence;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
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

    protected <T> T expectStatementsOfRead(int count, Transactions.Work<T> work) {
        database.statements().forget();
        T result = transactions.read(work);
        org.assertj.core.api.Assertions.assertThat(database.statements().sent()).hasSize(count);
        return result;
    }

    protected static String id() {
        return UUID.randomUUID().toString();
    }
}

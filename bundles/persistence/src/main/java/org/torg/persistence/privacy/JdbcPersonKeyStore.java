package org.torg.persistence.privacy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.store.PersonKeyStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement. */
@Component(service = PersonKeyStore.class)
public final class JdbcPersonKeyStore implements PersonKeyStore {

    private static final String KEYS = "SELECT owner, id, master, wrapped, created_at FROM person_key WHERE ";

    @Override
    public List<Master> masters(Tx tx) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of("SELECT running, id FROM master_key ORDER BY running"),
                        row -> new Master(row.integer("running"), row.text("id")));
    }

    @Override
    public boolean insert(Tx tx, Master master, Instant now) {
        return OpenTransaction.of(tx)
                .insertIfAbsent(Sql.of(
                        "INSERT INTO master_key (running, id, created_at) VALUES (?, ?, ?)",
                        master.running(),
                        master.id(),
                        now));
    }

    @Override
    public void forgetUnused(Tx tx, String master) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "DELETE FROM master_key WHERE id = ?"
                                + " AND NOT EXISTS (SELECT 1 FROM person_key WHERE person_key.master = master_key.id)",
                        master));
    }

    @Override
    public Optional<WrappedKey> key(Tx tx, String owner) {
        return OpenTransaction.of(tx).first(Sql.of(KEYS + "owner = ?", owner), JdbcPersonKeyStore::key);
    }

    @Override
    public List<WrappedKey> keys(Tx tx, Collection<String> owners) {
        return OpenTransaction.of(tx).list(Sql.of(KEYS).addIn("owner", owners), JdbcPersonKeyStore::key);
    }

    @Override
    public boolean insert(Tx tx, WrappedKey key) {
        return OpenTransaction.of(tx)
                .insertIfAbsent(Sql.of(
                        "INSERT INTO person_key (owner, id, master, wrapped, created_at) VALUES (?, ?, ?, ?, ?)",
                        key.owner(),
                        key.id(),
                        key.master(),
                        key.wrapped(),
                        key.createdAt()));
    }

    @Override
    public List<WrappedKey> wrappedBy(Tx tx, String master, int limit) {
        return OpenTransaction.of(tx).list(Sql.of(KEYS + "master = ?", master).limit(limit), JdbcPersonKeyStore::key);
    }

    @Override
    public boolean rewrap(Tx tx, WrappedKey key) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "UPDATE person_key SET master = ?, wrapped = ? WHERE owner = ? AND id = ?",
                                key.master(),
                                key.wrapped(),
                                key.owner(),
                                key.id()))
                == 1;
    }

    @Override
    public boolean delete(Tx tx, String owner) {
        return OpenTransaction.of(tx).update(Sql.of("DELETE FROM person_key WHERE owner = ?", owner)) == 1;
    }

    private static WrappedKey key(Row row) throws SQLException {
        return new WrappedKey(
                row.text("owner"), row.text("id"), row.text("master"), row.text("wrapped"), row.moment("created_at"));
    }
}

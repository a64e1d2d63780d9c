package org.torg.persistence.vendor;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.torg.api.store.KeyStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement. */
@Component(service = KeyStore.class)
public final class JdbcKeyStore implements KeyStore {

    @Override
    public List<SigningKey> keys(Tx tx, String purpose) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT purpose, id, secret, created_at FROM signing_key WHERE purpose = ?"
                                        + " ORDER BY created_at DESC, id DESC",
                                purpose),
                        row -> new SigningKey(
                                row.text("purpose"), row.text("id"), row.text("secret"), row.moment("created_at")));
    }

    @Override
    public void insert(Tx tx, SigningKey key) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO signing_key (purpose, id, secret, created_at) VALUES (?, ?, ?, ?)",
                        key.purpose(),
                        key.id(),
                        key.secret(),
                        key.createdAt()));
    }

    @Override
    public void delete(Tx tx, String purpose, String id) {
        OpenTransaction.of(tx).update(Sql.of("DELETE FROM signing_key WHERE purpose = ? AND id = ?", purpose, id));
    }
}

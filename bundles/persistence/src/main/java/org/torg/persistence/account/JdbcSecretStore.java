package org.torg.persistence.account;

import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.store.SecretStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement, {@code use} two. */
@Component(service = SecretStore.class)
public final class JdbcSecretStore implements SecretStore {

    @Override
    public void insert(Tx tx, SecretRow secret) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO secret (hash, purpose, subject, created_at, expires_at) VALUES (?, ?, ?, ?, ?)",
                        secret.hash(),
                        secret.purpose(),
                        secret.subject(),
                        secret.createdAt(),
                        secret.expiresAt()));
    }

    @Override
    public Optional<String> use(Tx tx, String purpose, String hash, Instant now) {
        Optional<String> subject = subject(tx, purpose, hash, now);
        // Of two at once the second waits here for the first, and then finds no row.
        boolean mine = OpenTransaction.of(tx).update(Sql.of("DELETE FROM secret WHERE hash = ?", hash)) == 1;
        return mine ? subject : Optional.empty();
    }

    @Override
    public Optional<String> subject(Tx tx, String purpose, String hash, Instant now) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                "SELECT subject FROM secret WHERE hash = ? AND purpose = ? AND expires_at > ?",
                                hash,
                                purpose,
                                now),
                        row -> row.text("subject"));
    }

    @Override
    public int end(Tx tx, String purpose, String subject) {
        return OpenTransaction.of(tx)
                .update(Sql.of("DELETE FROM secret WHERE subject = ? AND purpose = ?", subject, purpose));
    }

    @Override
    public int deleteExpiredBefore(Tx tx, Instant instant) {
        return OpenTransaction.of(tx).update(Sql.of("DELETE FROM secret WHERE expires_at < ?", instant));
    }
}

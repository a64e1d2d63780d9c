package org.torg.persistence.privacy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.store.RecipientStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Reading costs one statement (several together one for each 500), {@code insert} two, {@code update} and {@code delete} three. */
@Component(service = RecipientStore.class)
public final class JdbcRecipientStore implements RecipientStore {

    /** So many ids in one statement. */
    private static final int STEP = 500;

    private static final String ROWS =
            "SELECT r.id, r.account, r.location, r.content, r.version, r.created_at FROM recipient r WHERE ";

    @Override
    public void insert(Tx tx, RecipientRow recipient, Set<String> words) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO recipient (id, account, location, content, version, created_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        recipient.id().value(),
                        recipient.account().value(),
                        recipient.location().value(),
                        recipient.content(),
                        recipient.version(),
                        recipient.createdAt()));
        insertWords(tx, recipient.id(), words);
    }

    private static void insertWords(Tx tx, RecipientId id, Set<String> words) {
        int[] unused = OpenTransaction.of(tx)
                .batch(
                        "INSERT INTO recipient_word (recipient, token) VALUES (?, ?)",
                        words.stream()
                                .sorted()
                                .map(word -> new Object[] {id.value(), word})
                                .toList());
    }

    @Override
    public Optional<RecipientRow> recipient(Tx tx, RecipientId id) {
        return OpenTransaction.of(tx).first(Sql.of(ROWS + "r.id = ?", id.value()), JdbcRecipientStore::row);
    }

    @Override
    public List<RecipientRow> recipients(Tx tx, Collection<RecipientId> ids) {
        List<RecipientRow> found = new ArrayList<>();
        for (List<String> some : steps(ids)) {
            found.addAll(OpenTransaction.of(tx).list(Sql.of(ROWS).addIn("r.id", some), JdbcRecipientStore::row));
        }
        return found;
    }

    @Override
    public boolean update(Tx tx, RecipientId id, long expectedVersion, String content, Set<String> words) {
        boolean mine = OpenTransaction.of(tx)
                        .update(Sql.of(
                                "UPDATE recipient SET content = ?, version = version + 1 WHERE id = ? AND version = ?",
                                content,
                                id.value(),
                                expectedVersion))
                == 1;
        if (mine) {
            deleteWords(tx, id);
            insertWords(tx, id, words);
        }
        return mine;
    }

    private static void deleteWords(Tx tx, RecipientId id) {
        OpenTransaction.of(tx).update(Sql.of("DELETE FROM recipient_word WHERE recipient = ?", id.value()));
    }

    @Override
    public List<RecipientRow> find(Tx tx, AccountId account, LocationId location, Collection<String> words, int limit) {
        Sql sql = Sql.of(ROWS + "r.location = ? AND r.account = ?", location.value(), account.value());
        for (String word : words) {
            sql.add(" AND EXISTS (SELECT 1 FROM recipient_word w WHERE w.token = ? AND w.recipient = r.id)", word);
        }
        return OpenTransaction.of(tx).list(sql.limit(limit), JdbcRecipientStore::row);
    }

    @Override
    public boolean delete(Tx tx, RecipientId id) {
        deleteWords(tx, id);
        OpenTransaction.of(tx).update(Sql.of("DELETE FROM order_recipient WHERE recipient = ?", id.value()));
        return OpenTransaction.of(tx).update(Sql.of("DELETE FROM recipient WHERE id = ?", id.value())) == 1;
    }

    @Override
    public Map<RecipientId, Set<VendorId>> vendors(Tx tx, Collection<RecipientId> recipients) {
        Map<RecipientId, Set<VendorId>> vendors = new HashMap<>();
        for (List<String> some : steps(recipients)) {
            OpenTransaction.of(tx)
                    .list(
                            Sql.of("SELECT DISTINCT recipient, vendor FROM order_recipient WHERE ")
                                    .addIn("recipient", some),
                            row -> Map.entry(new RecipientId(row.text("recipient")), new VendorId(row.text("vendor"))))
                    .forEach(found -> vendors.computeIfAbsent(found.getKey(), recipient -> new HashSet<>())
                            .add(found.getValue()));
        }
        return vendors;
    }

    private static List<List<String>> steps(Collection<RecipientId> ids) {
        List<String> all = ids.stream().map(RecipientId::value).distinct().toList();
        List<List<String>> steps = new ArrayList<>();
        for (int from = 0; from < all.size(); from += STEP) {
            steps.add(all.subList(from, Math.min(all.size(), from + STEP)));
        }
        return steps;
    }

    private static RecipientRow row(Row row) throws SQLException {
        return new RecipientRow(
                new RecipientId(row.text("id")),
                new AccountId(row.text("account")),
                new LocationId(row.text("location")),
                row.text("content"),
                row.number("version"),
                row.moment("created_at"));
    }
}

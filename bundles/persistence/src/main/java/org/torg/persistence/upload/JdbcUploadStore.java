package org.torg.persistence.upload;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.store.UploadStore;
import org.torg.api.upload.FileType;
import org.torg.api.upload.Upload;
import org.torg.api.upload.UploadId;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement; {@code attach} costs two, {@code detach}, {@code release} and {@code takeTurn} up to three. */
@Component(service = UploadStore.class)
public final class JdbcUploadStore implements UploadStore {

    private static final String REMOVED = "REMOVED";
    private static final String COLUMNS =
            "SELECT u.id, u.account, u.location, u.vendor, u.recipient, u.file_type, u.label, u.size_bytes, u.received,"
                    + " u.state, u.refusal, u.stored_bytes, u.stored_sha256, u.owners, u.created_at, u.expires_at";
    private static final String ROWS = COLUMNS + " FROM upload u WHERE u.state <> 'REMOVED' AND ";

    @Override
    public void takeTurn(Tx tx, AccountId account, Optional<LocationId> location) {
        String place = place(account, location);
        OpenTransaction open = OpenTransaction.of(tx);
        Sql take = Sql.of("UPDATE upload_turn SET place = place WHERE place = ?", place);
        if (open.update(take) == 0
                && !open.insertIfAbsent(Sql.of("INSERT INTO upload_turn (place) VALUES (?)", place))) {
            open.update(take);
        }
    }

    @Override
    public Waiting waiting(Tx tx, AccountId account, Optional<LocationId> location) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                "SELECT COUNT(*) AS files, COALESCE(SUM(size_bytes), 0) AS bytes FROM upload"
                                        + " WHERE place = ? AND owners = 0 AND state NOT IN ('REMOVED', 'REFUSED')",
                                place(account, location)),
                        row -> new Waiting(row.integer("files"), row.number("bytes")))
                .orElseThrow();
    }

    @Override
    public void insert(Tx tx, UploadRow upload, Optional<UserId> person) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO upload (id, account, location, place, vendor, sent_by, recipient, file_type, label,"
                                + " size_bytes, received, state, owners, created_at, expires_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        upload.id().value(),
                        upload.account().value(),
                        Sql.text(upload.location().map(LocationId::value)),
                        place(upload.account(), upload.location()),
                        upload.vendor().value(),
                        Sql.text(person.map(UserId::value)),
                        Sql.text(upload.recipient().map(RecipientId::value)),
                        upload.type().name(),
                        Sql.text(upload.label()),
                        upload.size(),
                        upload.received(),
                        upload.state().name(),
                        upload.owners(),
                        upload.createdAt(),
                        upload.expiresAt()));
    }

    @Override
    public Optional<UploadRow> upload(Tx tx, UploadId id) {
        return OpenTransaction.of(tx).first(Sql.of(ROWS + "u.id = ?", id.value()), JdbcUploadStore::row);
    }

    @Override
    public List<UploadRow> uploads(Tx tx, Collection<UploadId> ids) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(ROWS)
                                .addIn("u.id", ids.stream().map(UploadId::value).toList()),
                        JdbcUploadStore::row);
    }

    @Override
    public List<UploadRow> at(
            Tx tx,
            AccountId account,
            Optional<LocationId> location,
            Optional<VendorId> vendor,
            Optional<UploadId> after,
            int limit) {
        Sql sql = Sql.of(ROWS + "u.place = ?", place(account, location));
        vendor.ifPresent(only -> sql.add(" AND u.vendor = ?", only.value()));
        after.ifPresent(id -> sql.add(" AND u.id > ?", id.value()));
        return OpenTransaction.of(tx).list(sql.add(" ORDER BY u.id").limit(limit), JdbcUploadStore::row);
    }

    @Override
    public boolean grow(Tx tx, UploadId id, long from, long to, Instant expiresAt) {
        return changes(
                tx,
                Sql.of(
                        "UPDATE upload SET received = ?, expires_at = ? WHERE id = ? AND received = ?"
                                + " AND state = 'UPLOADING'",
                        to,
                        expiresAt,
                        id.value(),
                        from));
    }

    @Override
    public boolean move(Tx tx, UploadId id, Upload.State from, Result to, Instant expiresAt) {
        Sql sql = Sql.of(
                "UPDATE upload SET state = ?, refusal = ?, expires_at = ?",
                to.state().name(),
                Sql.text(to.refusal()),
                expiresAt);
        to.stored()
                .ifPresent(stored -> sql.add(", stored_bytes = ?, stored_sha256 = ?", stored.size(), stored.sha256()));
        return changes(tx, sql.add(" WHERE id = ? AND state = ?", id.value(), from.name()));
    }

    @Override
    public void label(Tx tx, UploadId id, Optional<String> sealed) {
        OpenTransaction.of(tx).update(Sql.of("UPDATE upload SET label = ? WHERE id = ?", Sql.text(sealed), id.value()));
    }

    /** The row of the upload is locked first: it is not removed meanwhile. */
    @Override
    public boolean attach(Tx tx, UploadId id, String ownerKind, String owner, String part, Instant now) {
        OpenTransaction open = OpenTransaction.of(tx);
        boolean locked = changes(
                tx,
                Sql.of(
                        "UPDATE upload SET owners = owners + 1 WHERE id = ? AND state NOT IN ('REMOVED', 'REFUSED')"
                                + " AND (owners > 0 OR expires_at > ?)",
                        id.value(),
                        now));
        if (!locked) {
            return false;
        }
        boolean added = open.insertIfAbsent(Sql.of(
                "INSERT INTO upload_owner (upload, kind, owner, part) VALUES (?, ?, ?, ?)",
                id.value(),
                ownerKind,
                owner,
                part));
        if (!added) {
            open.update(Sql.of("UPDATE upload SET owners = owners - 1 WHERE id = ?", id.value()));
        }
        return added;
    }

    @Override
    public void detach(Tx tx, UploadId id, String ownerKind, String owner, String part, Instant expiresAt) {
        detach(
                tx,
                id,
                Sql.of(
                        "DELETE FROM upload_owner WHERE upload = ? AND kind = ? AND owner = ? AND part = ?",
                        id.value(),
                        ownerKind,
                        owner,
                        part),
                expiresAt);
    }

    @Override
    public void detach(Tx tx, UploadId id, String ownerKind, Instant expiresAt) {
        detach(
                tx,
                id,
                Sql.of("DELETE FROM upload_owner WHERE upload = ? AND kind = ?", id.value(), ownerKind),
                expiresAt);
    }

    /** The row of the upload is locked first, as by {@link #attach}. */
    private static void detach(Tx tx, UploadId id, Sql owners, Instant expiresAt) {
        OpenTransaction open = OpenTransaction.of(tx);
        open.update(Sql.of("UPDATE upload SET owners = owners WHERE id = ?", id.value()));
        int gone = open.update(owners);
        if (gone > 0) {
            open.update(Sql.of(
                    "UPDATE upload SET owners = owners - ?, expires_at = ? WHERE id = ?", gone, expiresAt, id.value()));
        }
    }

    @Override
    public void release(Tx tx, String ownerKind, String owner, Instant expiresAt) {
        UploadOwners.release(OpenTransaction.of(tx), ownerKind, List.of(owner), Optional.of(expiresAt));
    }

    @Override
    public List<Attached> attached(Tx tx, String ownerKind, String owner) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                COLUMNS + ", o.part FROM upload_owner o JOIN upload u ON u.id = o.upload"
                                        + " WHERE o.kind = ? AND o.owner = ? AND u.state <> 'REMOVED'"
                                        + " ORDER BY o.part, u.id",
                                ownerKind,
                                owner),
                        row -> new Attached(row.text("part"), row(row)));
    }

    @Override
    public boolean show(Tx tx, UploadId id, RecipientId recipient) {
        return changes(
                tx,
                Sql.of(
                        "UPDATE upload SET recipient = ? WHERE id = ? AND (recipient IS NULL OR recipient = ?)",
                        recipient.value(),
                        id.value(),
                        recipient.value()));
    }

    @Override
    public List<String> ownerKinds(Tx tx, UploadId id) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of("SELECT DISTINCT kind FROM upload_owner WHERE upload = ? ORDER BY kind", id.value()),
                        row -> row.text("kind"));
    }

    @Override
    public boolean remove(Tx tx, UploadId id, Optional<Instant> notAfter) {
        Sql sql = Sql.of(
                "UPDATE upload SET state = ?, label = NULL WHERE id = ? AND owners = 0 AND state <> ?",
                REMOVED,
                id.value(),
                REMOVED);
        notAfter.ifPresent(moment -> sql.add(" AND expires_at <= ?", moment));
        return changes(tx, sql);
    }

    @Override
    public List<UploadId> expired(Tx tx, Instant now, int limit) {
        return ids(
                tx,
                Sql.of(
                        "SELECT id FROM upload WHERE owners = 0 AND expires_at <= ? AND state <> 'REMOVED' ORDER BY id",
                        now),
                limit);
    }

    @Override
    public List<UploadId> removed(Tx tx, int limit) {
        return ids(tx, Sql.of("SELECT id FROM upload WHERE owners = 0 AND state = 'REMOVED' ORDER BY id"), limit);
    }

    private static List<UploadId> ids(Tx tx, Sql sql, int limit) {
        return OpenTransaction.of(tx).list(sql.limit(limit), row -> new UploadId(row.text("id")));
    }

    @Override
    public void forget(Tx tx, UploadId id) {
        OpenTransaction.of(tx).update(Sql.of("DELETE FROM upload WHERE id = ? AND state = ?", id.value(), REMOVED));
    }

    @Override
    public List<UploadRow> ofPerson(Tx tx, UserId person) {
        return OpenTransaction.of(tx)
                .list(Sql.of(ROWS + "u.sent_by = ? ORDER BY u.id", person.value()), JdbcUploadStore::row);
    }

    @Override
    public List<UploadRow> ofRecipient(Tx tx, RecipientId recipient) {
        return OpenTransaction.of(tx)
                .list(Sql.of(ROWS + "u.recipient = ? ORDER BY u.id", recipient.value()), JdbcUploadStore::row);
    }

    @Override
    public void erasePerson(Tx tx, UserId person) {
        OpenTransaction.of(tx).update(Sql.of("UPDATE upload SET sent_by = NULL WHERE sent_by = ?", person.value()));
    }

    private static boolean changes(Tx tx, Sql sql) {
        return OpenTransaction.of(tx).update(sql) == 1;
    }

    private static String place(AccountId account, Optional<LocationId> location) {
        return location.map(LocationId::value).orElse(account.value());
    }

    private static UploadRow row(Row row) throws SQLException {
        Optional<String> sha256 = row.optionalText("stored_sha256");
        long storedBytes = row.number("stored_bytes");
        return new UploadRow(
                new UploadId(row.text("id")),
                new AccountId(row.text("account")),
                row.optionalText("location").map(LocationId::new),
                new VendorId(row.text("vendor")),
                FileType.valueOf(row.text("file_type")),
                row.optionalText("label"),
                row.optionalText("recipient").map(RecipientId::new),
                row.number("size_bytes"),
                row.number("received"),
                Upload.State.valueOf(row.text("state")),
                row.optionalText("refusal"),
                sha256.map(hash -> new Upload.Stored(storedBytes, hash)),
                row.integer("owners"),
                row.moment("created_at"),
                row.moment("expires_at"));
    }
}

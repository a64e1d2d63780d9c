package org.torg.persistence.notification;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.account.UserId;
import org.torg.api.notification.Notifications.State;
import org.torg.api.store.MailStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/**
 * Claiming costs one statement when nothing is due, else two; so does removing what has had its day; all else costs one.
 *
 * <p>A mail's {@code due_at} is also the end of its lease: who claims it moves it, under the condition that it is still what
 * was read. Of two who try, one changes a row.
 */
@Component(service = MailStore.class)
public final class JdbcMailStore implements MailStore {

    private static final int ERROR = 200;
    private static final String KNOWN = "SELECT id, person, vendor, account, template, language, masked_to, state,"
            + " attempts, created_at, due_at, settled_at, error";
    private static final String WHOLE = KNOWN + ", content FROM mail";

    private record Due(MailRow mail, long dueAt) {}

    @Override
    public void insert(Tx tx, MailRow mail, Optional<String> addressKey) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO mail (id, person, vendor, account, template, language, masked_to, content, state,"
                                + " attempts, created_at, due_at, address_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        mail.id(),
                        Sql.text(mail.person().map(UserId::value)),
                        Sql.text(mail.vendor().map(VendorId::value)),
                        Sql.text(mail.account().map(AccountId::value)),
                        mail.template(),
                        mail.language(),
                        mail.maskedTo(),
                        Sql.text(mail.content()),
                        mail.state().name(),
                        mail.attempts(),
                        mail.createdAt(),
                        Sql.moment(mail.dueAt()),
                        Sql.text(addressKey)));
    }

    @Override
    public List<MailRow> claim(Tx tx, String node, Instant now, Instant leaseUntil, int limit) {
        OpenTransaction open = OpenTransaction.of(tx);
        List<Due> due = new ArrayList<>(open.list(
                Sql.of(WHOLE + " WHERE due_at <= ? ORDER BY due_at, id", now).limit(limit),
                row -> new Due(whole(row), row.number("due_at"))));
        // The same order for everybody, so that two claimers wait for each other one way only.
        due.sort(Comparator.comparing(one -> one.mail().id()));
        int[] claimed = open.batch(
                "UPDATE mail SET due_at = ?, node = ?, attempts = attempts + 1 WHERE id = ? AND due_at = ?",
                due.stream()
                        .map(one -> new Object[] {leaseUntil, node, one.mail().id(), one.dueAt()})
                        .toList());
        List<MailRow> mine = new ArrayList<>();
        for (int i = 0; i < claimed.length; i++) {
            if (claimed[i] == 1) {
                mine.add(claimed(due.get(i).mail(), leaseUntil));
            }
        }
        return mine;
    }

    private static MailRow claimed(MailRow mail, Instant leaseUntil) {
        return new MailRow(
                mail.id(),
                mail.person(),
                mail.vendor(),
                mail.account(),
                mail.template(),
                mail.language(),
                mail.maskedTo(),
                mail.content(),
                mail.state(),
                mail.attempts() + 1,
                mail.createdAt(),
                Optional.of(leaseUntil),
                mail.settledAt(),
                mail.error());
    }

    @Override
    public void extend(Tx tx, String node, Instant leaseUntil) {
        OpenTransaction.of(tx)
                .update(Sql.of("UPDATE mail SET due_at = ? WHERE node = ? AND due_at IS NOT NULL", leaseUntil, node));
    }

    @Override
    public boolean hold(Tx tx, String id, String node, Instant leaseUntil) {
        return one(tx, Sql.of("UPDATE mail SET due_at = ? WHERE id = ? AND node = ?", leaseUntil, id, node));
    }

    @Override
    public void release(Tx tx, String id, String node, Instant dueAt) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE mail SET due_at = ?, node = NULL, attempts = attempts - 1 WHERE id = ? AND node = ?",
                        dueAt,
                        id,
                        node));
    }

    @Override
    public void sent(Tx tx, String id, Instant at) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE mail SET state = ?, settled_at = ?, due_at = NULL, node = NULL, content = NULL,"
                                + " error = NULL WHERE id = ?",
                        State.SENT.name(),
                        at,
                        id));
    }

    @Override
    public boolean retry(Tx tx, String id, String node, Instant dueAt, String error) {
        return one(
                tx,
                Sql.of(
                        "UPDATE mail SET due_at = ?, node = NULL, error = ? WHERE id = ? AND node = ?",
                        dueAt,
                        cut(error),
                        id,
                        node));
    }

    @Override
    public boolean dead(Tx tx, String id, String node, Instant at, String error) {
        return one(
                tx,
                Sql.of(
                        "UPDATE mail SET state = ?, settled_at = ?, due_at = NULL, node = NULL, error = ?"
                                + " WHERE id = ? AND node = ?",
                        State.DEAD.name(),
                        at,
                        cut(error),
                        id,
                        node));
    }

    @Override
    public boolean again(Tx tx, String id, Instant dueAt) {
        return one(
                tx,
                Sql.of(
                        "UPDATE mail SET state = ?, settled_at = NULL, due_at = ?, attempts = 0"
                                + " WHERE id = ? AND state = ?",
                        State.WAITING.name(),
                        dueAt,
                        id,
                        State.DEAD.name()));
    }

    @Override
    public boolean drop(Tx tx, String id, Instant at) {
        return one(
                tx,
                Sql.of(
                        "UPDATE mail SET state = ?, settled_at = ?, content = NULL WHERE id = ? AND state = ?",
                        State.DROPPED.name(),
                        at,
                        id,
                        State.DEAD.name()));
    }

    private static boolean one(Tx tx, Sql sql) {
        return OpenTransaction.of(tx).update(sql) == 1;
    }

    @Override
    public Optional<MailRow> mail(Tx tx, String id) {
        return OpenTransaction.of(tx).first(Sql.of(WHOLE + " WHERE id = ?", id), JdbcMailStore::whole);
    }

    @Override
    public List<MailRow> find(
            Tx tx, Optional<State> state, Optional<List<VendorId>> vendors, Optional<String> before, int limit) {
        Sql sql = Sql.of(KNOWN + " FROM mail WHERE 1 = 1");
        state.ifPresent(only -> sql.add(" AND state = ?", only.name()));
        vendors.ifPresent(only -> sql.add(" AND ")
                .addIn("vendor", only.stream().map(VendorId::value).toList()));
        before.ifPresent(id -> sql.add(" AND id < ?", id));
        return OpenTransaction.of(tx).list(sql.add(" ORDER BY id DESC").limit(limit), JdbcMailStore::known);
    }

    @Override
    public List<MailRow> ofPerson(Tx tx, UserId person) {
        return OpenTransaction.of(tx)
                .list(Sql.of(WHOLE + " WHERE person = ? ORDER BY id DESC", person.value()), JdbcMailStore::whole);
    }

    @Override
    public int deleteOfPerson(Tx tx, UserId person) {
        return OpenTransaction.of(tx).update(Sql.of("DELETE FROM mail WHERE person = ?", person.value()));
    }

    @Override
    public List<MailRow> ofAddress(Tx tx, Collection<String> addressKeys) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(WHOLE + " WHERE ")
                                .addIn("address_key", addressKeys)
                                .add(" ORDER BY id DESC"),
                        JdbcMailStore::whole);
    }

    @Override
    public void delete(Tx tx, String id) {
        OpenTransaction.of(tx).update(Sql.of("DELETE FROM mail WHERE id = ?", id));
    }

    @Override
    public List<MailRow> deleteSettledBefore(Tx tx, Instant instant, int limit) {
        OpenTransaction open = OpenTransaction.of(tx);
        List<MailRow> old = open.list(
                Sql.of(KNOWN + " FROM mail WHERE settled_at < ? ORDER BY settled_at, id", instant)
                        .limit(limit),
                JdbcMailStore::known);
        open.batch(
                "DELETE FROM mail WHERE id = ?",
                old.stream().map(mail -> new Object[] {mail.id()}).toList());
        return old;
    }

    private static String cut(String error) {
        return error.length() <= ERROR ? error : error.substring(0, ERROR);
    }

    private static MailRow whole(Row row) throws SQLException {
        return read(row, row.optionalText("content"));
    }

    private static MailRow known(Row row) throws SQLException {
        return read(row, Optional.empty());
    }

    private static MailRow read(Row row, Optional<String> content) throws SQLException {
        return new MailRow(
                row.text("id"),
                row.optionalText("person").map(UserId::new),
                row.optionalText("vendor").map(VendorId::new),
                row.optionalText("account").map(AccountId::new),
                row.text("template"),
                row.text("language"),
                row.text("masked_to"),
                content,
                State.valueOf(row.text("state")),
                row.integer("attempts"),
                row.moment("created_at"),
                row.optionalMoment("due_at"),
                row.optionalMoment("settled_at"),
                row.optionalText("error"));
    }
}

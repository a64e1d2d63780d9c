package org.torg.persistence.account;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.People.InvitationId;
import org.torg.api.account.People.Rights;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.store.InvitationStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement. */
@Component(service = InvitationStore.class)
public final class JdbcInvitationStore implements InvitationStore {

    private static final String COLUMNS =
            "id, vendor, account, email, name, phone, language, role_name, functions, locations, shared_login,"
                    + " created_at, expires_at";

    private final Documents documents = new Documents();

    /** Where the rights hold, in the column of the same name. */
    record Places(List<LocationId> locations, boolean everywhere) {}

    @Override
    public void insert(Tx tx, InvitationRow invitation) {
        Rights rights = invitation.rights();
        Places places = new Places(List.copyOf(rights.locations()), rights.everywhere());
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO invitation (" + COLUMNS + ", email_key)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        invitation.id().value(),
                        Teams.vendor(invitation.team()),
                        Teams.account(invitation.team()),
                        invitation.email(),
                        invitation.name(),
                        Sql.text(invitation.phone()),
                        invitation.language(),
                        rights.role().name(),
                        ticked(rights),
                        documents.write(places),
                        rights.sharedLogin(),
                        invitation.createdAt(),
                        invitation.expiresAt(),
                        PersonEntity.key(invitation.email())));
    }

    @Override
    public Optional<InvitationRow> invitation(Tx tx, InvitationId id) {
        return OpenTransaction.of(tx)
                .first(Sql.of("SELECT " + COLUMNS + " FROM invitation WHERE id = ?", id.value()), this::read);
    }

    @Override
    public Optional<InvitationRow> invitation(Tx tx, Team team, String email) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                "SELECT " + COLUMNS
                                        + " FROM invitation WHERE account = ? AND vendor = ? AND email_key = ?",
                                Teams.account(team),
                                Teams.vendor(team),
                                PersonEntity.key(email)),
                        this::read);
    }

    @Override
    public List<InvitationRow> open(Tx tx, Team team, Instant now, Optional<String> after, int limit) {
        Sql sql = Sql.of(
                "SELECT " + COLUMNS + " FROM invitation WHERE account = ? AND vendor = ? AND expires_at > ?",
                Teams.account(team),
                Teams.vendor(team),
                now);
        after.ifPresent(id -> sql.add(" AND id < ?", id));
        return OpenTransaction.of(tx).list(sql.add(" ORDER BY id DESC").limit(limit), this::read);
    }

    @Override
    public boolean extend(Tx tx, InvitationId id, Instant expiresAt) {
        return OpenTransaction.of(tx)
                        .update(Sql.of("UPDATE invitation SET expires_at = ? WHERE id = ?", expiresAt, id.value()))
                == 1;
    }

    @Override
    public boolean delete(Tx tx, InvitationId id) {
        return OpenTransaction.of(tx).update(Sql.of("DELETE FROM invitation WHERE id = ?", id.value())) == 1;
    }

    @Override
    public int deleteExpiredBefore(Tx tx, Instant instant) {
        return OpenTransaction.of(tx).update(Sql.of("DELETE FROM invitation WHERE expires_at < ?", instant));
    }

    /** Of roles other than a colleague's nothing is ticked. */
    private static Object ticked(Rights rights) {
        return rights.role() == Role.COLLEAGUE
                ? Memberships.ticked(rights.role(), rights.functions())
                : Sql.text(Optional.empty());
    }

    /** What was ticked and is no function of the role any more is gone, to the last: then nothing is left. */
    private static Set<Function> functions(Role role, Optional<String> ticked) {
        return role == Role.COLLEAGUE
                ? ticked.map(some -> Memberships.functions(role, some)).orElse(role.functions())
                : Set.of();
    }

    private InvitationRow read(Row row) throws SQLException {
        Role role = Role.valueOf(row.text("role_name"));
        Set<Function> functions = functions(role, row.optionalText("functions"));
        Places places = documents.read(row.text("locations"), Places.class);
        return new InvitationRow(
                new InvitationId(row.text("id")),
                Teams.read(row),
                row.text("email"),
                row.text("name"),
                row.optionalText("phone"),
                row.text("language"),
                new Rights(
                        role, functions, Set.copyOf(places.locations()), places.everywhere(), row.flag("shared_login")),
                row.moment("created_at"),
                row.moment("expires_at"));
    }
}

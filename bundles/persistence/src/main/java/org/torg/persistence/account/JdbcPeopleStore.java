package org.torg.persistence.account;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.UserId;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement; {@code put} and {@code take} cost two. */
@Component(service = PeopleStore.class)
public final class JdbcPeopleStore implements PeopleStore {

    private static final String PERSON =
            "p.id, p.email, p.name, p.phone, p.language, p.active, p.created_at, p.last_seen_at, p.version";
    private static final String MEMBERSHIP =
            "m.role_name, m.vendor, m.account, m.location, m.functions, m.shared_login, m.active AS has_access,"
                    + " m.version AS rights_version";

    @Override
    public Optional<PersonRow> person(Tx tx, UserId id) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of("SELECT " + PERSON + " FROM person p WHERE p.id = ?", id.value()),
                        JdbcPeopleStore::person);
    }

    @Override
    public Optional<LoginRow> login(Tx tx, String email) {
        return login(
                tx,
                Sql.of(
                        "SELECT " + PERSON + ", p.password_hash FROM person p WHERE p.email_key = ?",
                        PersonEntity.key(email)));
    }

    @Override
    public Optional<LoginRow> login(Tx tx, UserId id) {
        return login(tx, Sql.of("SELECT " + PERSON + ", p.password_hash FROM person p WHERE p.id = ?", id.value()));
    }

    private static Optional<LoginRow> login(Tx tx, Sql sql) {
        return OpenTransaction.of(tx).list(sql, JdbcPeopleStore::login).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<LoginRow> login(Row row) throws SQLException {
        PersonRow person = person(row);
        Optional<String> hash = row.optionalText("password_hash");
        return person.email().flatMap(email -> hash.map(stored -> new LoginRow(person, email, stored)));
    }

    private static PersonRow person(Row row) throws SQLException {
        return new PersonRow(
                new UserId(row.text("id")),
                row.optionalText("email"),
                row.text("name"),
                row.optionalText("phone"),
                row.text("language"),
                row.flag("active"),
                row.moment("created_at"),
                row.optionalMoment("last_seen_at"),
                row.number("version"));
    }

    @Override
    public void insert(Tx tx, PersonRow person, Optional<String> passwordHash) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO person (id, email, email_key, name, phone, language, password_hash, active,"
                                + " created_at, last_seen_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        person.id().value(),
                        Sql.text(person.email()),
                        Sql.text(person.email().map(PersonEntity::key)),
                        person.name(),
                        Sql.text(person.phone()),
                        person.language(),
                        Sql.text(passwordHash),
                        person.active(),
                        person.createdAt(),
                        Sql.moment(person.lastSeenAt()),
                        person.version()));
    }

    @Override
    public boolean edit(Tx tx, UserId id, long expectedVersion, String name, Optional<String> phone, String language) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "UPDATE person SET name = ?, phone = ?, language = ?, version = version + 1"
                                        + " WHERE id = ? AND version = ?",
                                name,
                                Sql.text(phone),
                                language,
                                id.value(),
                                expectedVersion))
                == 1;
    }

    @Override
    public void setPassword(Tx tx, UserId id, String passwordHash) {
        OpenTransaction.of(tx)
                .update(Sql.of("UPDATE person SET password_hash = ? WHERE id = ?", passwordHash, id.value()));
    }

    @Override
    public void setNewEmail(Tx tx, UserId id, Optional<String> email) {
        OpenTransaction.of(tx)
                .update(Sql.of("UPDATE person SET new_email = ? WHERE id = ?", Sql.text(email), id.value()));
    }

    @Override
    public Optional<String> newEmail(Tx tx, UserId id) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of("SELECT new_email FROM person WHERE id = ?", id.value()),
                        row -> row.optionalText("new_email"))
                .flatMap(email -> email);
    }

    @Override
    public void setEmail(Tx tx, UserId id, String email) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE person SET email = ?, email_key = ?, new_email = NULL, version = version + 1 WHERE id = ?",
                        email,
                        PersonEntity.key(email),
                        id.value()));
    }

    @Override
    public void seen(Tx tx, UserId id, Instant at) {
        OpenTransaction.of(tx).update(Sql.of("UPDATE person SET last_seen_at = ? WHERE id = ?", at, id.value()));
    }

    @Override
    public void lock(Tx tx, Team team) {
        // Of staff there is no row for the team: who could go last is there.
        Sql sql = team instanceof Team.OfAccount of
                ? Sql.of(
                        "UPDATE account SET version = version WHERE id = ?",
                        of.account().value())
                : Sql.of(
                        "UPDATE membership SET version = version WHERE account = '' AND role_name = ?",
                        Role.ADMINISTRATOR.name());
        OpenTransaction.of(tx).update(sql);
    }

    @Override
    public List<Named> names(Tx tx, Team team) {
        Map<UserId, Named> found = new LinkedHashMap<>();
        Sql sql = Sql.of(
                "SELECT p.id, p.name, p.email, m.location, m.active AS has_access FROM membership m"
                        + " JOIN person p ON p.id = m.person WHERE m.account = ? AND m.vendor = ?",
                Teams.account(team),
                Teams.vendor(team));
        OpenTransaction.of(tx).list(sql, row -> {
            String location = row.text("location");
            Named one = new Named(
                    new UserId(row.text("id")),
                    row.text("name"),
                    row.optionalText("email"),
                    row.flag("has_access"),
                    location.isEmpty() ? Set.of() : Set.of(new LocationId(location)));
            return found.merge(one.id(), one, JdbcPeopleStore::both);
        });
        return List.copyOf(found.values());
    }

    private static Named both(Named one, Named other) {
        Set<LocationId> locations = new HashSet<>(one.locations());
        locations.addAll(other.locations());
        boolean whole = one.locations().isEmpty() || other.locations().isEmpty();
        return new Named(one.id(), one.name(), one.email(), one.active(), whole ? Set.of() : locations);
    }

    @Override
    public Optional<MemberRow> member(Tx tx, Team team, UserId user) {
        return members(tx, team, List.of(user)).stream().findFirst();
    }

    @Override
    public List<MemberRow> members(Tx tx, Team team, List<UserId> users) {
        Map<UserId, MemberRow> found = new LinkedHashMap<>();
        Sql sql = Sql.of(
                        "SELECT " + PERSON + ", " + MEMBERSHIP + ", f.person AS enrolled"
                                + " FROM membership m JOIN person p ON p.id = m.person"
                                + " LEFT JOIN second_factor f ON f.person = m.person AND f.confirmed = TRUE"
                                + " WHERE m.account = ? AND m.vendor = ? AND ",
                        Teams.account(team),
                        Teams.vendor(team))
                .addIn("m.person", users.stream().map(UserId::value).toList())
                .add(" ORDER BY p.id, m.role_name, m.location");
        OpenTransaction.of(tx).list(sql, row -> {
            MemberRow one = new MemberRow(
                    person(row),
                    new Standing(
                            List.of(Memberships.read(row)),
                            row.flag("shared_login"),
                            row.flag("has_access"),
                            row.number("rights_version")),
                    row.optionalText("enrolled").isPresent());
            return found.merge(one.person().id(), one, JdbcPeopleStore::both);
        });
        return List.copyOf(found.values());
    }

    private static MemberRow both(MemberRow one, MemberRow other) {
        List<Membership> memberships = new ArrayList<>(one.standing().memberships());
        memberships.addAll(other.standing().memberships());
        Standing standing = one.standing();
        return new MemberRow(
                one.person(),
                new Standing(memberships, standing.sharedLogin(), standing.active(), standing.version()),
                one.secondFactor());
    }

    @Override
    public boolean isMember(Tx tx, Team team, String email) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                        "SELECT p.id FROM person p JOIN membership m ON m.person = p.id"
                                                + " WHERE p.email_key = ? AND m.account = ? AND m.vendor = ?",
                                        PersonEntity.key(email),
                                        Teams.account(team),
                                        Teams.vendor(team))
                                .limit(1),
                        row -> true)
                .orElse(false);
    }

    @Override
    public void put(Tx tx, Team team, UserId user, Standing standing) {
        OpenTransaction open = OpenTransaction.of(tx);
        open.update(Sql.of(
                "DELETE FROM membership WHERE person = ? AND account = ? AND vendor = ?",
                user.value(),
                Teams.account(team),
                Teams.vendor(team)));
        open.batch(
                Memberships.INSERT,
                standing.memberships().stream()
                        .map(membership -> Memberships.row(
                                user, membership, standing.sharedLogin(), standing.active(), standing.version()))
                        .toList());
    }

    @Override
    public int countActive(Tx tx, Team team, Role role) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                "SELECT COUNT(DISTINCT m.person) AS people FROM membership m"
                                        + " JOIN person p ON p.id = m.person WHERE m.account = ? AND m.vendor = ?"
                                        + " AND m.location = '' AND m.role_name = ? AND m.functions IS NULL"
                                        + " AND m.active = TRUE AND p.active = TRUE AND p.email IS NOT NULL",
                                Teams.account(team),
                                Teams.vendor(team),
                                role.name()),
                        row -> row.integer("people"))
                .orElse(0);
    }

    @Override
    public boolean isSharedLogin(Tx tx, UserId user, AccountId account) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                "SELECT person FROM membership WHERE person = ? AND account = ? AND active = TRUE"
                                        + " AND shared_login = TRUE",
                                user.value(),
                                account.value()),
                        row -> true)
                .orElse(false);
    }

    @Override
    public Set<LocationId> known(Tx tx, AccountId account, Set<LocationId> locations) {
        Sql sql = Sql.of("SELECT id FROM location WHERE account = ? AND ", account.value())
                .addIn("id", locations.stream().map(LocationId::value).toList());
        return Set.copyOf(OpenTransaction.of(tx).list(sql, row -> new LocationId(row.text("id"))));
    }

    @Override
    public boolean hasLocations(Tx tx, AccountId account) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of("SELECT id FROM location WHERE account = ?", account.value())
                                .limit(1),
                        row -> true)
                .orElse(false);
    }

    @Override
    public int endSessions(Tx tx, UserId user, Optional<String> except) {
        Sql sql = Sql.of("DELETE FROM sign_in WHERE person = ?", user.value());
        except.ifPresent(hash -> sql.add(" AND token_hash <> ?", hash));
        return OpenTransaction.of(tx).update(sql);
    }

    @Override
    public int endSessions(Tx tx, UserId user, AccountId account) {
        return OpenTransaction.of(tx)
                .update(Sql.of("DELETE FROM sign_in WHERE person = ? AND account = ?", user.value(), account.value()));
    }

    @Override
    public void insert(Tx tx, ResetRequest request) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO reset_request (id, email, created_at) VALUES (?, ?, ?)",
                        request.id(),
                        request.email(),
                        request.createdAt()));
    }

    @Override
    public Optional<ResetRequest> take(Tx tx, String id) {
        OpenTransaction open = OpenTransaction.of(tx);
        Optional<ResetRequest> request = open.first(
                Sql.of("SELECT email, created_at FROM reset_request WHERE id = ?", id),
                row -> new ResetRequest(id, row.text("email"), row.moment("created_at")));
        boolean mine = open.update(Sql.of("DELETE FROM reset_request WHERE id = ?", id)) == 1;
        return mine ? request : Optional.empty();
    }

    @Override
    public int deleteResetRequestsBefore(Tx tx, Instant instant) {
        return OpenTransaction.of(tx).update(Sql.of("DELETE FROM reset_request WHERE created_at < ?", instant));
    }
}

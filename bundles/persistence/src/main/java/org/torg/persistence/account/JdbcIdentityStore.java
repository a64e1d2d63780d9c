package org.torg.persistence.account;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.account.ApiTokens.ApiToken;
import org.torg.api.account.ApiTokens.Reason;
import org.torg.api.account.ApiTokens.Revocation;
import org.torg.api.account.Function;
import org.torg.api.account.Role;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore.HeldMembership;
import org.torg.api.store.IdentityStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement; those that replace or erase cost two. */
@Component(service = IdentityStore.class)
public final class JdbcIdentityStore implements IdentityStore {

    private static final String TOKEN =
            "t.id, t.person, t.name AS token_name, t.functions AS most, t.account AS acts_for,"
                    + " t.created_at, t.expires_at, t.last_used_at, t.revoked_because, t.revoked_at";

    @Override
    public boolean hasAdministrator(Tx tx) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                        "SELECT person FROM membership"
                                                + " WHERE role_name = ? AND vendor = '' AND account = '' AND location = ''",
                                        Role.ADMINISTRATOR.name())
                                .limit(1),
                        row -> row.text("person"))
                .isPresent();
    }

    @Override
    public boolean complete(Tx tx, UserId user, String hash, Stage from, String newHash, Instant expiresAt) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "UPDATE sign_in SET token_hash = ?, stage = ?, expires_at = ?"
                                        + " WHERE token_hash = ? AND person = ? AND stage = ?",
                                newHash,
                                Stage.COMPLETE.name(),
                                expiresAt,
                                hash,
                                user.value(),
                                from.name()))
                == 1;
    }

    @Override
    public boolean complete(Tx tx, UserId user, String hash, String newHash, Instant expiresAt) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "UPDATE sign_in SET expires_at = CASE WHEN stage = ? THEN expires_at ELSE ? END, stage = ?,"
                                        + " token_hash = ? WHERE person = ? AND token_hash = ?",
                                Stage.COMPLETE.name(),
                                expiresAt,
                                Stage.COMPLETE.name(),
                                newHash,
                                user.value(),
                                hash))
                == 1;
    }

    @Override
    public Optional<FactorRow> factor(Tx tx, UserId user) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                "SELECT sealed_secret, confirmed, last_step FROM second_factor WHERE person = ?",
                                user.value()),
                        row -> new FactorRow(
                                row.text("sealed_secret"), row.flag("confirmed"), row.number("last_step")));
    }

    @Override
    public boolean enrol(Tx tx, UserId user, String sealedSecret, Instant now) {
        OpenTransaction open = OpenTransaction.of(tx);
        int replaced = open.update(Sql.of(
                "UPDATE second_factor SET sealed_secret = ?, created_at = ? WHERE person = ? AND confirmed = FALSE",
                sealedSecret,
                now,
                user.value()));
        return replaced == 1
                || open.insertIfAbsent(Sql.of(
                        "INSERT INTO second_factor (person, sealed_secret, confirmed, last_step, created_at)"
                                + " VALUES (?, ?, FALSE, 0, ?)",
                        user.value(),
                        sealedSecret,
                        now));
    }

    @Override
    public boolean confirm(Tx tx, UserId user, String sealedSecret, long step) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "UPDATE second_factor SET confirmed = TRUE, last_step = ?"
                                        + " WHERE person = ? AND confirmed = FALSE AND sealed_secret = ?",
                                step,
                                user.value(),
                                sealedSecret))
                == 1;
    }

    @Override
    public boolean useStep(Tx tx, UserId user, String sealedSecret, long step) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "UPDATE second_factor SET last_step = ?"
                                        + " WHERE person = ? AND confirmed = TRUE AND sealed_secret = ? AND last_step < ?",
                                step,
                                user.value(),
                                sealedSecret,
                                step))
                == 1;
    }

    @Override
    public void removeFactor(Tx tx, UserId user) {
        OpenTransaction open = OpenTransaction.of(tx);
        open.update(Sql.of("DELETE FROM second_factor WHERE person = ?", user.value()));
        open.update(Sql.of("DELETE FROM recovery_code WHERE person = ?", user.value()));
    }

    @Override
    public void replaceRecoveryCodes(Tx tx, UserId user, Collection<String> hashes) {
        OpenTransaction open = OpenTransaction.of(tx);
        open.update(Sql.of("DELETE FROM recovery_code WHERE person = ?", user.value()));
        open.batch(
                "INSERT INTO recovery_code (person, hash) VALUES (?, ?)",
                hashes.stream().map(hash -> new Object[] {user.value(), hash}).toList());
    }

    @Override
    public boolean useRecoveryCode(Tx tx, UserId user, String hash) {
        return OpenTransaction.of(tx)
                        .update(Sql.of("DELETE FROM recovery_code WHERE person = ? AND hash = ?", user.value(), hash))
                == 1;
    }

    @Override
    public int recoveryCodes(Tx tx, UserId user) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of("SELECT COUNT(*) AS codes FROM recovery_code WHERE person = ?", user.value()),
                        row -> row.integer("codes"))
                .orElse(0);
    }

    @Override
    public void insert(Tx tx, UserId user, ApiToken token, String hash) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO api_token (id, person, hash, name, functions, account, created_at, expires_at, revoked)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE)",
                        token.id(),
                        user.value(),
                        hash,
                        token.name(),
                        token.functions().stream().map(Function::name).sorted().collect(Collectors.joining(" ")),
                        Sql.text(token.account().map(AccountId::value)),
                        token.createdAt(),
                        Sql.moment(token.expiresAt())));
    }

    @Override
    public List<ApiToken> tokens(Tx tx, UserId user) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT " + TOKEN + " FROM api_token t WHERE t.person = ?"
                                        + " ORDER BY t.created_at DESC, t.id DESC",
                                user.value()),
                        JdbcIdentityStore::token);
    }

    @Override
    public boolean revoke(Tx tx, UserId user, String id, Revocation revocation) {
        return OpenTransaction.of(tx).update(revoked(user, revocation).add(" AND id = ?", id)) == 1;
    }

    @Override
    public int revokeAll(Tx tx, UserId user, Revocation revocation) {
        return OpenTransaction.of(tx).update(working(revoked(user, revocation), revocation.at()));
    }

    @Override
    public int revokeIn(Tx tx, UserId user, Optional<AccountId> account, Revocation revocation) {
        Sql sql = working(revoked(user, revocation), revocation.at());
        return OpenTransaction.of(tx)
                .update(
                        account.isPresent()
                                ? sql.add(" AND account = ?", account.get().value())
                                : sql.add(" AND account IS NULL"));
    }

    private static Sql revoked(UserId user, Revocation revocation) {
        return Sql.of(
                "UPDATE api_token SET revoked = TRUE, revoked_because = ?, revoked_at = ?"
                        + " WHERE person = ? AND revoked = FALSE",
                revocation.reason().name(),
                revocation.at(),
                user.value());
    }

    private static Sql working(Sql sql, Instant now) {
        return sql.add(" AND (expires_at IS NULL OR expires_at > ?)", now);
    }

    @Override
    public int working(Tx tx, UserId user, Instant now) {
        Sql sql = Sql.of("SELECT COUNT(*) AS tokens FROM api_token WHERE person = ? AND revoked = FALSE", user.value());
        return OpenTransaction.of(tx)
                .first(working(sql, now), row -> row.integer("tokens"))
                .orElse(0);
    }

    @Override
    public void forgetEnded(Tx tx, UserId user, Instant madeBefore) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "DELETE FROM api_token WHERE person = ? AND created_at < ?"
                                + " AND (revoked = TRUE OR expires_at < ?)",
                        user.value(),
                        madeBefore,
                        madeBefore));
    }

    @Override
    public void eraseTokens(Tx tx, UserId user, Instant now) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE api_token SET revoked = TRUE, name = '-', revoked_because = COALESCE(revoked_because, ?),"
                                + " revoked_at = COALESCE(revoked_at, ?) WHERE person = ?",
                        Reason.ACCESS_WITHDRAWN.name(),
                        now,
                        user.value()));
    }

    @Override
    public Optional<TokenRow> token(Tx tx, String id, String hash, Instant now) {
        List<HeldMembership> held = new ArrayList<>();
        // One row for each membership, or one without.
        Sql sql = Sql.of(
                "SELECT " + TOKEN
                        + ", p.language, m.role_name, m.vendor, m.account, m.location, m.functions, m.shared_login"
                        + " FROM api_token t JOIN person p ON p.id = t.person"
                        + " LEFT JOIN membership m ON m.person = t.person AND m.active = TRUE"
                        + " WHERE t.id = ? AND t.hash = ? AND t.revoked = FALSE AND p.active = TRUE"
                        + " AND (t.expires_at IS NULL OR t.expires_at > ?)"
                        + " ORDER BY m.role_name, m.vendor, m.account, m.location",
                id,
                hash,
                now);
        List<TokenRow> rows = OpenTransaction.of(tx).list(sql, row -> {
            if (row.optionalText("role_name").isPresent()) {
                held.add(new HeldMembership(Memberships.read(row), row.flag("shared_login")));
            }
            return new TokenRow(new UserId(row.text("person")), token(row), row.text("language"), List.of());
        });
        return rows.stream().findFirst().map(row -> new TokenRow(row.user(), row.token(), row.language(), held));
    }

    @Override
    public void used(Tx tx, String id, Instant at) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE api_token SET last_used_at = ?"
                                + " WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)",
                        at,
                        id,
                        at));
    }

    private static ApiToken token(Row row) throws SQLException {
        return new ApiToken(
                row.text("id"),
                row.text("token_name"),
                functions(row.text("most")),
                row.optionalText("acts_for").map(AccountId::new),
                row.moment("created_at"),
                moment(row, "expires_at"),
                moment(row, "last_used_at"),
                revocation(row));
    }

    private static Optional<Revocation> revocation(Row row) throws SQLException {
        Optional<String> reason = row.optionalText("revoked_because");
        return reason.isPresent()
                ? Optional.of(new Revocation(Reason.valueOf(reason.get()), row.moment("revoked_at")))
                : Optional.empty();
    }

    private static Optional<Instant> moment(Row row, String column) throws SQLException {
        return row.optionalText(column).isPresent() ? Optional.of(row.moment(column)) : Optional.empty();
    }

    /** Functions that there are no more give nothing. */
    private static Set<Function> functions(String names) {
        Set<String> stored = Set.of(names.split(" ", -1));
        return Stream.of(Function.values())
                .filter(function -> stored.contains(function.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}

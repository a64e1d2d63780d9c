package org.torg.persistence.account;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.Device;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore.HeldMembership;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.AccountStore.SignedInRow;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** A session with everything that decides what it may do, in one statement. */
final class SessionRows {

    private static final String COLUMNS =
            "SELECT s.token_hash, s.person, s.account AS acts_for, s.location AS acts_at, s.acting_for,"
                    + " s.acting_kind, s.acting_vendor, s.stage, s.created_at, s.expires_at, s.last_used_at, s.device, p.language,"
                    + " l.active AS location_active, g.until_day,"
                    // Read only where the session is confined.
                    + " CASE WHEN s.acting_vendor IS NULL"
                    + " OR EXISTS (SELECT 1 FROM agreement d WHERE d.account = s.account AND d.vendor = s.acting_vendor)"
                    + " OR NOT EXISTS (SELECT 1 FROM agreement n WHERE n.account = s.account)"
                    + " THEN TRUE ELSE FALSE END AS vendor_deals,"
                    + " m.person AS holder, m.role_name, m.vendor, m.account, m.location, m.functions, m.shared_login"
                    + " FROM sign_in s JOIN person p ON p.id = s.person"
                    + " LEFT JOIN location l ON l.id = s.location AND l.account = s.account"
                    + " LEFT JOIN guardianship g ON g.guardian = s.person AND g.dependant = s.acting_for";
    private static final String OWN =
            "SELECT token_hash, person, account AS acts_for, location AS acts_at, acting_for, acting_kind, acting_vendor, stage,"
                    + " created_at, expires_at, last_used_at, device FROM sign_in";
    private static final String SESSION = " WHERE s.token_hash = ? AND s.expires_at > ? AND p.active = TRUE";

    /** One row for each membership of the person, or one without; then one for each of whom the session acts for. */
    private static final String BOTH = COLUMNS
            + " LEFT JOIN membership m ON m.person = s.person AND m.active = TRUE"
            + SESSION
            + " UNION ALL "
            + COLUMNS
            + " JOIN person a ON a.id = s.acting_for AND a.active = TRUE"
            + " JOIN membership m ON m.person = s.acting_for AND m.active = TRUE"
            + SESSION;

    private SessionRows() {}

    static Optional<SignedInRow> read(OpenTransaction open, String tokenHash, Instant now) {
        List<HeldMembership> held = new ArrayList<>();
        List<Membership> actedFor = new ArrayList<>();
        List<SignedInRow> rows = open.list(Sql.of(BOTH, tokenHash, now, tokenHash, now), row -> {
            SessionRow session = session(row);
            Optional<String> holder = row.optionalText("holder");
            if (holder.isPresent() && holder.get().equals(session.user().value())) {
                held.add(new HeldMembership(Memberships.read(row), row.flag("shared_login")));
            } else if (holder.isPresent()) {
                actedFor.add(Memberships.read(row));
            }
            return new SignedInRow(
                    session,
                    row.text("language"),
                    List.of(),
                    List.of(),
                    row.optionalDate("until_day"),
                    row.flag("location_active"),
                    row.flag("vendor_deals"));
        });
        return rows.stream()
                .findFirst()
                .map(row -> new SignedInRow(
                        row.session(),
                        row.language(),
                        held,
                        actedFor,
                        row.guardedUntil(),
                        row.locationActive(),
                        row.vendorDeals()));
    }

    /** The complete ones of a person, the latest used first. */
    static List<SessionRow> of(OpenTransaction open, UserId user, Instant now, int limit) {
        return open.list(
                Sql.of(
                                OWN + " WHERE person = ? AND expires_at > ? AND stage = ?"
                                        + " ORDER BY COALESCE(last_used_at, created_at) DESC, token_hash",
                                user.value(),
                                now,
                                Stage.COMPLETE.name())
                        .limit(limit),
                SessionRows::session);
    }

    private static SessionRow session(Row row) throws SQLException {
        Optional<String> actingFor = row.optionalText("acting_for");
        Optional<VendorId> vendor = row.optionalText("acting_vendor").map(VendorId::new);
        return new SessionRow(
                row.text("token_hash"),
                new UserId(row.text("person")),
                row.optionalText("acts_for").map(AccountId::new),
                row.optionalText("acts_at").map(LocationId::new),
                actingFor.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new ActingFor(
                                new UserId(actingFor.get()), ActingFor.Kind.valueOf(row.text("acting_kind")), vendor)),
                Stage.valueOf(row.text("stage")),
                row.moment("created_at"),
                row.moment("expires_at"),
                row.optionalMoment("last_used_at").orElse(row.moment("created_at")),
                row.optionalText("device").flatMap(Device::ofCode));
    }
}

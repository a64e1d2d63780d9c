package org.torg.persistence.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.LocationId;
import org.torg.api.account.Sessions.AccountChoice;
import org.torg.api.account.Sessions.LocationChoice;
import org.torg.api.account.UserId;
import org.torg.api.store.ActingStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement. */
@Component(service = ActingStore.class)
public final class JdbcActingStore implements ActingStore {

    @Override
    public List<AccountChoice> accounts(Tx tx, Collection<UserId> people) {
        Map<String, AccountChoice> accounts = new LinkedHashMap<>();
        // One row for each account and location, or one without.
        Sql sql = Sql.of("SELECT DISTINCT a.id, a.customer_number, a.name, l.id AS place, l.name AS place_name"
                        + " FROM membership m JOIN account a ON a.id = m.account"
                        + " LEFT JOIN location l ON l.account = a.id AND l.active = TRUE"
                        + " AND (m.location = '' OR m.location = l.id) WHERE m.active = TRUE AND ")
                .addIn("m.person", people.stream().map(UserId::value).toList())
                .add(" ORDER BY a.name, a.id, l.name, l.id");
        OpenTransaction.of(tx).list(sql, row -> {
            String id = row.text("id");
            AccountChoice known = accounts.getOrDefault(
                    id, new AccountChoice(new AccountId(id), row.text("customer_number"), row.text("name"), List.of()));
            List<LocationChoice> locations = new ArrayList<>(known.locations());
            Optional<String> place = row.optionalText("place");
            if (place.isPresent()) {
                locations.add(new LocationChoice(new LocationId(place.get()), row.text("place_name")));
            }
            AccountChoice grown = new AccountChoice(known.account(), known.customerNumber(), known.name(), locations);
            accounts.put(id, grown);
            return grown;
        });
        return List.copyOf(accounts.values());
    }

    @Override
    public boolean isActive(Tx tx, AccountId account, LocationId location) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of(
                                "SELECT id FROM location WHERE id = ? AND account = ? AND active = TRUE",
                                location.value(),
                                account.value()),
                        row -> row.text("id"))
                .isPresent();
    }

    @Override
    public List<Named> people(Tx tx, AccountId account, Optional<LocationId> location, boolean sharedLogins) {
        return OpenTransaction.of(tx)
                .list(
                        people(account, location, sharedLogins),
                        row -> new Named(new UserId(row.text("id")), row.text("name")));
    }

    @Override
    public boolean works(Tx tx, AccountId account, Optional<LocationId> location, UserId person) {
        return OpenTransaction.of(tx)
                .first(people(account, location, false).add(" AND p.id = ?", person.value()), row -> row.text("id"))
                .isPresent();
    }

    private static Sql people(AccountId account, Optional<LocationId> location, boolean sharedLogins) {
        Sql sql = Sql.of(
                "SELECT DISTINCT p.id, p.name FROM membership m JOIN person p ON p.id = m.person"
                        + " WHERE m.account = ? AND m.active = TRUE AND p.active = TRUE",
                account.value());
        location.ifPresent(at -> sql.add(" AND (m.location = '' OR m.location = ?)", at.value()));
        return sharedLogins ? sql : sql.add(" AND m.shared_login = FALSE");
    }

    @Override
    public boolean choose(
            Tx tx,
            UserId user,
            String tokenHash,
            Optional<AccountId> account,
            Optional<LocationId> location,
            Optional<ActingFor> actingFor) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "UPDATE sign_in SET account = ?, location = ?, acting_for = ?, acting_kind = ?,"
                                        + " acting_vendor = ? WHERE token_hash = ? AND person = ?",
                                Sql.text(account.map(AccountId::value)),
                                Sql.text(location.map(LocationId::value)),
                                Sql.text(actingFor.map(acting -> acting.user().value())),
                                Sql.text(actingFor.map(acting -> acting.kind().name())),
                                Sql.text(
                                        actingFor.flatMap(ActingFor::confinedTo).map(VendorId::value)),
                                tokenHash,
                                user.value()))
                == 1;
    }
}

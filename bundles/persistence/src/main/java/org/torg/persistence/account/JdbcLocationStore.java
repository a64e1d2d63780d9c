package org.torg.persistence.account;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.ExternalId;
import org.torg.api.StoreException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Address;
import org.torg.api.account.Location;
import org.torg.api.account.LocationId;
import org.torg.api.store.LocationStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement. */
@Component(service = LocationStore.class)
public final class JdbcLocationStore implements LocationStore {

    private static final String SELECT =
            "SELECT id, account, location_number, name, active, version, details FROM location";

    private final Documents documents = new Documents();

    /** The document in the column of the same name. */
    record Details(Address address, Optional<String> email, Optional<String> phone, List<ExternalId> externalIds) {

        static Details of(Location location) {
            return new Details(location.address(), location.email(), location.phone(), location.externalIds());
        }
    }

    @Override
    public void insert(Tx tx, Location location) {
        int unused = OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO location (id, account, location_number, name, active, version, details)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        location.id().value(),
                        location.account().value(),
                        location.number(),
                        location.name(),
                        location.active(),
                        location.version(),
                        documents.write(Details.of(location))));
        AccountEmails.insert(OpenTransaction.of(tx), location);
    }

    @Override
    public void update(Tx tx, Location before, Location after) {
        int updated = OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE location SET location_number = ?, name = ?, active = ?, version = ?, details = ?"
                                + " WHERE id = ? AND version = ?",
                        after.number(),
                        after.name(),
                        after.active(),
                        after.version(),
                        documents.write(Details.of(after)),
                        before.id().value(),
                        before.version()));
        if (updated == 0) {
            throw new StoreException(
                    StoreException.Kind.CONFLICT, "the location has another version", new IllegalStateException());
        }
        AccountEmails.update(OpenTransaction.of(tx), before, after);
    }

    @Override
    public Optional<Location> location(Tx tx, LocationId id) {
        return OpenTransaction.of(tx).first(Sql.of(SELECT + " WHERE id = ?", id.value()), this::read);
    }

    @Override
    public List<Location> locations(Tx tx, AccountId account) {
        return OpenTransaction.of(tx).list(Sql.of(SELECT + " WHERE account = ?", account.value()), this::read);
    }

    private Location read(Row row) throws SQLException {
        Details details = documents.read(row.text("details"), Details.class);
        return new Location(
                new LocationId(row.text("id")),
                new AccountId(row.text("account")),
                row.text("location_number"),
                row.text("name"),
                details.address(),
                details.email(),
                details.phone(),
                row.flag("active"),
                details.externalIds(),
                row.number("version"));
    }
}

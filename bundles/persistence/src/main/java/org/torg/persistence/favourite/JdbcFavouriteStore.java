package org.torg.persistence.favourite;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Configuration;
import org.torg.api.favourite.Favourite;
import org.torg.api.favourite.Favourite.Sharing;
import org.torg.api.favourite.FavouriteId;
import org.torg.api.favourite.Favourites.Overview;
import org.torg.api.pricing.LineId;
import org.torg.api.store.FavouriteStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement; {@code lock}, {@code insert} and {@code delete} two, {@code forget} three. */
@Component(service = FavouriteStore.class)
public final class JdbcFavouriteStore implements FavouriteStore {

    private static final String FAVOURITE = "f.id, f.vendor, f.account, f.owner, f.sharing, f.location, f.name,"
            + " f.version, f.created_at, f.changed_at";

    /** Derby would otherwise read past all rows of others. */
    private static final String BY_ACCOUNT = " --DERBY-PROPERTIES index=favourite_account\n";

    private final Documents documents = new Documents();

    @Override
    public void insert(Tx tx, Favourite favourite) {
        OpenTransaction open = OpenTransaction.of(tx);
        open.update(Sql.of(
                "INSERT INTO favourite (id, vendor, account, owner, sharing, location, name, name_key, version,"
                        + " created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                favourite.id().value(),
                favourite.vendor().value(),
                favourite.account().value(),
                Sql.text(favourite.owner().map(UserId::value)),
                favourite.sharing().code(),
                Sql.text(favourite.location().map(LocationId::value)),
                favourite.name(),
                key(favourite.name()),
                favourite.version(),
                favourite.createdAt(),
                favourite.changedAt()));
        List<Object[]> rows = new ArrayList<>();
        for (Favourite.Line line : favourite.lines()) {
            rows.add(new Object[] {
                favourite.id().value(),
                line.id().value(),
                rows.size() + 1,
                line.sku().value(),
                line.quantity(),
                document(line)
            });
        }
        int[] unused = open.batch(
                "INSERT INTO favourite_line (favourite, line, position, sku, quantity, configuration)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private Object document(Favourite.Line line) {
        return Sql.text(line.configuration().map(documents::write));
    }

    @Override
    public Optional<Favourite> favourite(Tx tx, FavouriteId id) {
        List<Favourite.Line> lines = new ArrayList<>();
        // One row for each line, or one without.
        List<Favourite> rows = OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT " + FAVOURITE + ", l.line, l.sku, l.quantity, l.configuration FROM favourite f"
                                        + " LEFT JOIN favourite_line l ON l.favourite = f.id WHERE f.id = ?"
                                        + " ORDER BY l.position",
                                id.value()),
                        row -> {
                            if (row.optionalText("line").isPresent()) {
                                lines.add(line(row));
                            }
                            return favourite(row);
                        });
        return rows.stream().findFirst().map(favourite -> favourite.with(lines));
    }

    @Override
    public Optional<Favourite> lock(Tx tx, FavouriteId id) {
        // An update that changes nothing locks the row on every database.
        int found = OpenTransaction.of(tx)
                .update(Sql.of("UPDATE favourite SET version = version WHERE id = ?", id.value()));
        return found == 0 ? Optional.empty() : favourite(tx, id);
    }

    @Override
    public int count(Tx tx, AccountId account, Optional<UserId> owner) {
        Sql sql = Sql.of("SELECT COUNT(*) AS favourites FROM favourite WHERE account = ?", account.value());
        owner.ifPresentOrElse(
                person -> sql.add(" AND sharing = ? AND owner = ?", Sharing.PERSON.code(), person.value()),
                () -> sql.add(" AND sharing <> ?", Sharing.PERSON.code()));
        return OpenTransaction.of(tx)
                .first(sql, row -> row.integer("favourites"))
                .orElse(0);
    }

    @Override
    public List<Overview> find(Tx tx, Filter filter, Optional<FavouriteId> before, int limit) {
        Sql sql = Sql.of(
                        "SELECT " + FAVOURITE
                                + ", (SELECT COUNT(*) FROM favourite_line l WHERE l.favourite = f.id) AS line_count"
                                + " FROM favourite f" + BY_ACCOUNT + " WHERE f.account = ?",
                        filter.account().value())
                .add(
                        " AND ((f.sharing = ? AND f.owner = ?) OR f.sharing = ? OR (f.sharing = ?",
                        Sharing.PERSON.code(),
                        filter.person().value(),
                        Sharing.ACCOUNT.code(),
                        Sharing.LOCATION.code());
        filter.locations().ifPresent(locations -> sql.add(" AND ")
                .addIn(
                        "f.location",
                        locations.stream().map(LocationId::value).sorted().toList()));
        sql.add("))");
        filter.vendor().ifPresent(vendor -> sql.add(" AND f.vendor = ?", vendor.value()));
        filter.sharing().ifPresent(sharing -> sql.add(" AND f.sharing = ?", sharing.code()));
        filter.text().ifPresent(text -> sql.add(" AND f.name_key LIKE ? ESCAPE '!'", within(text)));
        filter.sku()
                .ifPresent(sku -> sql.add(
                        " AND EXISTS (SELECT 1 FROM favourite_line s WHERE s.favourite = f.id AND s.sku = ?)",
                        sku.value()));
        before.ifPresent(id -> sql.add(" AND f.id < ?", id.value()));
        return OpenTransaction.of(tx)
                .list(
                        sql.add(" ORDER BY f.id DESC").limit(limit),
                        row -> new Overview(favourite(row), row.integer("line_count")));
    }

    private static String within(String text) {
        return "%" + key(text).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    @Override
    public void edit(Tx tx, FavouriteId id, String name, Sharing sharing, Optional<LocationId> location) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE favourite SET name = ?, name_key = ?, sharing = ?, location = ? WHERE id = ?",
                        name,
                        key(name),
                        sharing.code(),
                        Sql.text(location.map(LocationId::value)),
                        id.value()));
    }

    @Override
    public void changeLine(Tx tx, FavouriteId id, Favourite.Line line) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE favourite_line SET quantity = ?, configuration = ? WHERE favourite = ? AND line = ?",
                        line.quantity(),
                        document(line),
                        id.value(),
                        line.id().value()));
    }

    @Override
    public void deleteLine(Tx tx, FavouriteId id, LineId line) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "DELETE FROM favourite_line WHERE favourite = ? AND line = ?", id.value(), line.value()));
    }

    @Override
    public void touch(Tx tx, FavouriteId id, Instant now) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE favourite SET version = version + 1, changed_at = ? WHERE id = ?", now, id.value()));
    }

    @Override
    public void delete(Tx tx, FavouriteId id) {
        OpenTransaction open = OpenTransaction.of(tx);
        open.update(Sql.of("DELETE FROM favourite_line WHERE favourite = ?", id.value()));
        open.update(Sql.of("DELETE FROM favourite WHERE id = ?", id.value()));
    }

    @Override
    public List<Saved> savedBy(Tx tx, UserId owner) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT id, name, sharing, created_at FROM favourite WHERE owner = ? ORDER BY id",
                                owner.value()),
                        row -> new Saved(
                                new FavouriteId(row.text("id")),
                                row.text("name"),
                                sharing(row),
                                row.moment("created_at")));
    }

    @Override
    public void forget(Tx tx, UserId owner) {
        OpenTransaction open = OpenTransaction.of(tx);
        String person = Sharing.PERSON.code();
        open.update(Sql.of(
                "DELETE FROM favourite_line WHERE favourite IN"
                        + " (SELECT id FROM favourite WHERE owner = ? AND sharing = ?)",
                owner.value(),
                person));
        open.update(Sql.of("DELETE FROM favourite WHERE owner = ? AND sharing = ?", owner.value(), person));
        open.update(Sql.of("UPDATE favourite SET owner = NULL WHERE owner = ?", owner.value()));
    }

    private Favourite.Line line(Row row) throws SQLException {
        return new Favourite.Line(
                new LineId(row.text("line")),
                new Sku(row.text("sku")),
                row.integer("quantity"),
                row.optionalText("configuration").map(json -> documents.read(json, Configuration.class)));
    }

    private static Sharing sharing(Row row) throws SQLException {
        return Sharing.valueOf(row.text("sharing").toUpperCase(Locale.ROOT));
    }

    private static Favourite favourite(Row row) throws SQLException {
        return new Favourite(
                new FavouriteId(row.text("id")),
                new VendorId(row.text("vendor")),
                new AccountId(row.text("account")),
                row.optionalText("owner").map(UserId::new),
                sharing(row),
                row.optionalText("location").map(LocationId::new),
                row.text("name"),
                List.of(),
                row.number("version"),
                row.moment("created_at"),
                row.moment("changed_at"));
    }
}

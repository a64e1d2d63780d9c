package org.torg.persistence.quote;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Configuration;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectListId;
import org.torg.api.quote.ProjectLists.Overview;
import org.torg.api.store.ProjectListStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement; {@code lock}, {@code insert} and {@code delete} two. */
@Component(service = ProjectListStore.class)
public final class JdbcProjectListStore implements ProjectListStore {

    private static final String LIST =
            "p.id, p.vendor, p.account, p.location, p.owner, p.name, p.version, p.created_at, p.changed_at";

    private static final String INSERT_LINE =
            "INSERT INTO project_list_line (list, line, position, sku, quantity, configuration, note)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    /** Derby would otherwise read past all rows of others. */
    private static final String BY_ACCOUNT = " --DERBY-PROPERTIES index=project_list_account\n";

    private final Documents documents = new Documents();

    @Override
    public void insert(Tx tx, ProjectList list) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "INSERT INTO project_list (id, vendor, account, location, owner, name, version, created_at,"
                                + " changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        list.id().value(),
                        list.vendor().value(),
                        list.account().value(),
                        Sql.text(list.location().map(LocationId::value)),
                        list.owner().value(),
                        list.name(),
                        list.version(),
                        list.createdAt(),
                        list.changedAt()));
        addLines(tx, list.id(), list.lines(), 1);
    }

    @Override
    public Optional<ProjectList> list(Tx tx, ProjectListId id) {
        List<ProjectList.Line> lines = new ArrayList<>();
        // One row for each line, or one without.
        List<ProjectList> rows = OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT " + LIST + ", l.line, l.sku, l.quantity, l.configuration, l.note"
                                        + " FROM project_list p LEFT JOIN project_list_line l ON l.list = p.id"
                                        + " WHERE p.id = ? ORDER BY l.position, l.line",
                                id.value()),
                        row -> {
                            if (row.optionalText("line").isPresent()) {
                                lines.add(line(row));
                            }
                            return list(row, List.of());
                        });
        return rows.stream().findFirst().map(list -> with(list, lines));
    }

    @Override
    public Optional<ProjectList> lock(Tx tx, ProjectListId id) {
        // An update that changes nothing locks the row on every database.
        int found = OpenTransaction.of(tx)
                .update(Sql.of("UPDATE project_list SET version = version WHERE id = ?", id.value()));
        return found == 0 ? Optional.empty() : list(tx, id);
    }

    @Override
    public int count(Tx tx, AccountId account) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of("SELECT COUNT(*) AS lists FROM project_list WHERE account = ?", account.value()),
                        row -> row.integer("lists"))
                .orElse(0);
    }

    @Override
    public List<Overview> find(Tx tx, Filter filter, Optional<ProjectListId> before, int limit) {
        Sql sql = Sql.of("SELECT " + LIST + ", (SELECT COUNT(*) FROM project_list_line l WHERE l.list = p.id) AS lines"
                + " FROM project_list p" + BY_ACCOUNT);
        narrow(sql, filter);
        before.ifPresent(id -> sql.add(" AND p.id < ?", id.value()));
        return OpenTransaction.of(tx)
                .list(
                        sql.add(" ORDER BY p.id DESC").limit(limit),
                        row -> new Overview(list(row, List.of()), row.integer("lines")));
    }

    @Override
    public int count(Tx tx, Filter filter) {
        Sql sql = Sql.of("SELECT COUNT(*) AS lists FROM project_list p" + BY_ACCOUNT);
        return OpenTransaction.of(tx)
                .first(narrow(sql, filter), row -> row.integer("lists"))
                .orElse(0);
    }

    private static Sql narrow(Sql sql, Filter filter) {
        sql.add(" WHERE p.account = ?", filter.account().value());
        filter.vendor().ifPresent(vendor -> sql.add(" AND p.vendor = ?", vendor.value()));
        filter.locations().ifPresent(locations -> sql.add(" AND ")
                .addIn(
                        "p.location",
                        locations.stream().map(LocationId::value).sorted().toList()));
        return sql;
    }

    @Override
    public void rename(Tx tx, ProjectListId id, String name) {
        OpenTransaction.of(tx).update(Sql.of("UPDATE project_list SET name = ? WHERE id = ?", name, id.value()));
    }

    @Override
    public void addLines(Tx tx, ProjectListId id, List<ProjectList.Line> lines, long position) {
        List<Object[]> rows = new ArrayList<>();
        for (ProjectList.Line line : lines) {
            rows.add(new Object[] {
                id.value(),
                line.id().value(),
                position + rows.size(),
                line.sku().value(),
                line.quantity(),
                document(line),
                Sql.text(line.note())
            });
        }
        OpenTransaction.of(tx).batch(INSERT_LINE, rows);
    }

    @Override
    public void changeLine(Tx tx, ProjectListId id, ProjectList.Line line) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE project_list_line SET quantity = ?, configuration = ?, note = ?"
                                + " WHERE list = ? AND line = ?",
                        line.quantity(),
                        document(line),
                        Sql.text(line.note()),
                        id.value(),
                        line.id().value()));
    }

    private Object document(ProjectList.Line line) {
        return Sql.text(line.configuration().map(documents::write));
    }

    @Override
    public void deleteLines(Tx tx, ProjectListId id, List<LineId> lines) {
        OpenTransaction.of(tx)
                .update(Sql.of("DELETE FROM project_list_line WHERE list = ? AND ", id.value())
                        .addIn("line", lines.stream().map(LineId::value).toList()));
    }

    @Override
    public void touch(Tx tx, ProjectListId id, Instant now) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE project_list SET version = version + 1, changed_at = ? WHERE id = ?", now, id.value()));
    }

    @Override
    public void delete(Tx tx, ProjectListId id) {
        OpenTransaction open = OpenTransaction.of(tx);
        open.update(Sql.of("DELETE FROM project_list_line WHERE list = ?", id.value()));
        open.update(Sql.of("DELETE FROM project_list WHERE id = ?", id.value()));
    }

    private ProjectList.Line line(Row row) throws SQLException {
        return new ProjectList.Line(
                new LineId(row.text("line")),
                new Sku(row.text("sku")),
                row.integer("quantity"),
                row.optionalText("configuration").map(json -> documents.read(json, Configuration.class)),
                row.optionalText("note"));
    }

    private static ProjectList list(Row row, List<ProjectList.Line> lines) throws SQLException {
        return new ProjectList(
                new ProjectListId(row.text("id")),
                new VendorId(row.text("vendor")),
                new AccountId(row.text("account")),
                row.optionalText("location").map(LocationId::new),
                new UserId(row.text("owner")),
                row.text("name"),
                lines,
                row.number("version"),
                row.moment("created_at"),
                row.moment("changed_at"));
    }

    private static ProjectList with(ProjectList list, List<ProjectList.Line> lines) {
        return new ProjectList(
                list.id(),
                list.vendor(),
                list.account(),
                list.location(),
                list.owner(),
                list.name(),
                lines,
                list.version(),
                list.createdAt(),
                list.changedAt());
    }
}

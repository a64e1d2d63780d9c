package org.torg.persistence.job;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.Message;
import org.torg.api.catalog.ImportId;
import org.torg.api.catalog.ImportReportLine;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.store.ImportStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement, {@code report} and the first turn of a vendor two. */
@Component(service = ImportStore.class)
public final class JpaImportStore implements ImportStore {

    private final Documents documents = new Documents();

    @Override
    public void insert(Tx tx, ImportStatus status, String blob) {
        OpenTransaction.of(tx).insert(new ImportEntity(status, blob, documents));
    }

    @Override
    public Optional<ImportStatus> status(Tx tx, ImportId id) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of("SELECT status FROM import_run WHERE id = ?", id.value()),
                        row -> documents.read(row.text("status"), ImportStatus.class));
    }

    /** Ids of later imports sort after those of earlier ones. */
    @Override
    public List<ImportStatus> list(Tx tx, VendorId vendor, Optional<ImportId> before, int limit) {
        Sql sql = Sql.of("SELECT status FROM import_run WHERE vendor = ?", vendor.value());
        before.ifPresent(id -> sql.add(" AND id < ?", id.value()));
        return OpenTransaction.of(tx)
                .list(
                        sql.add(" ORDER BY id DESC").limit(limit),
                        row -> documents.read(row.text("status"), ImportStatus.class));
    }

    @Override
    public Optional<String> blob(Tx tx, ImportId id) {
        return OpenTransaction.of(tx)
                .first(Sql.of("SELECT blob_id FROM import_run WHERE id = ?", id.value()), row -> row.text("blob_id"));
    }

    @Override
    public void update(Tx tx, ImportStatus status) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE import_run SET state = ?, status = ? WHERE id = ?",
                        status.state().name(),
                        documents.write(status),
                        status.id().value()));
    }

    @Override
    public void report(Tx tx, ImportId id, List<ImportReportLine> lines) {
        OpenTransaction open = OpenTransaction.of(tx);
        // Only the owner of the import writes its report, so that nobody takes the same numbers.
        long first = open.first(
                        Sql.of(
                                "SELECT running FROM import_report --DERBY-PROPERTIES index=import_report_last\n"
                                        + " WHERE import_id = ? ORDER BY running DESC FETCH FIRST 1 ROWS ONLY",
                                id.value()),
                        row -> row.number("running") + 1)
                .orElse(0L);
        List<Object[]> rows = new ArrayList<>();
        for (ImportReportLine line : lines) {
            rows.add(new Object[] {
                id.value(),
                first + rows.size(),
                line.line(),
                cut(line.column(), 100),
                cut(line.sku(), 200),
                line.code(),
                documents.write(line.message())
            });
        }
        open.batch(
                "INSERT INTO import_report (import_id, running, line, column_name, sku, code, message)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** What stands in a file may be of any length. */
    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    @Override
    public void clearReport(Tx tx, ImportId id) {
        OpenTransaction.of(tx).update(Sql.of("DELETE FROM import_report WHERE import_id = ?", id.value()));
    }

    @Override
    public List<ImportReportLine> report(Tx tx, ImportId id, long after, int limit) {
        Sql sql = Sql.of(
                        "SELECT line, column_name, sku, code, message FROM import_report"
                                + " --DERBY-PROPERTIES constraint=import_report_pk\n"
                                + " WHERE import_id = ? AND running > ? ORDER BY running",
                        id.value(),
                        after)
                .limit(limit);
        return OpenTransaction.of(tx).list(sql, this::line);
    }

    @Override
    public void takeTurn(Tx tx, VendorId vendor) {
        OpenTransaction open = OpenTransaction.of(tx);
        Sql take = Sql.of("UPDATE import_turn SET vendor = vendor WHERE vendor = ?", vendor.value());
        if (open.update(take) == 0
                && !open.insertIfAbsent(Sql.of("INSERT INTO import_turn (vendor) VALUES (?)", vendor.value()))) {
            open.update(take);
        }
    }

    private ImportReportLine line(Row row) throws SQLException {
        return new ImportReportLine(
                row.number("line"),
                row.text("column_name"),
                row.text("sku"),
                row.text("code"),
                documents.read(row.text("message"), Message.class));
    }
}

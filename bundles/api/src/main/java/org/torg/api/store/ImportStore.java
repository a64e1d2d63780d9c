package org.torg.api.store;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.catalog.ImportId;
import org.torg.api.catalog.ImportReportLine;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.store.Transactions.Tx;

/** Imports, their progress and their reports. */
@ProviderType
public interface ImportStore {

    void insert(Tx tx, ImportStatus status, String blob);

    Optional<ImportStatus> status(Tx tx, ImportId id);

    Optional<String> blob(Tx tx, ImportId id);

    void update(Tx tx, ImportStatus status);

    void report(Tx tx, ImportId id, List<ImportReportLine> lines);

    /** Removes the report of an attempt that broke off. */
    void clearReport(Tx tx, ImportId id);

    /**
     * In the order of line and column.
     *
     * @param after index of the last one seen, -1 at the beginning
     */
    List<ImportReportLine> report(Tx tx, ImportId id, long after, int limit);
}

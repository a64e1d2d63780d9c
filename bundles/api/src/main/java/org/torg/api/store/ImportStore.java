package org.torg.api.store;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.catalog.ImportId;
import org.torg.api.catalog.ImportReportLine;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/** Imports, their progress and their reports. */
@ProviderType
public interface ImportStore {

    void insert(Tx tx, ImportStatus status, String blob);

    Optional<ImportStatus> status(Tx tx, ImportId id);

    /**
     * Those of a vendor, the newest first. One statement.
     *
     * @param before only those that were begun before this one
     */
    List<ImportStatus> list(Tx tx, VendorId vendor, Optional<ImportId> before, int limit);

    Optional<String> blob(Tx tx, ImportId id);

    void update(Tx tx, ImportStatus status);

    /** Adds to the end of the report. Only who owns the import may. */
    void report(Tx tx, ImportId id, List<ImportReportLine> lines);

    /** Removes the report of an attempt that broke off. */
    void clearReport(Tx tx, ImportId id);

    /**
     * In the order in which they were reported.
     *
     * @param after index of the last one seen, -1 at the beginning
     */
    List<ImportReportLine> report(Tx tx, ImportId id, long after, int limit);

    /**
     * Waits until no other transaction has the turn of this vendor, and keeps it until the end of this one: imports of one
     * vendor become visible one after the other.
     */
    void takeTurn(Tx tx, VendorId vendor);
}

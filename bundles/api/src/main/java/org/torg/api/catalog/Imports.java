package org.torg.api.catalog;

import java.io.InputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.vendor.VendorId;

/**
 * Imports of products, prices, customers, relations and media from CSV: stored first, then read by a job, in bounded memory. Media
 * come as a ZIP archive of one CSV file and the files that it names.
 */
@ProviderType
public interface Imports {

    /**
     * Stores the file and queues the job. Needs {@code PRICE_IMPORT} of prices, {@code ACCOUNT_MANAGE} of
     * accounts, else {@code CATALOG_IMPORT} for the vendor. Of accounts only what is missing is added; what is there stays as it is. Refused
     * with {@code file-empty}, {@code storage-full}, {@code vendor-unknown}.
     *
     * @param csv of media a ZIP archive; semicolon or comma; UTF-8 with or without BOM, or Windows-1252; read to its end, not closed
     */
    Outcome<ImportStatus> start(Caller caller, Optional<IdempotencyKey> key, ImportRequest request, InputStream csv);

    Outcome<ImportStatus> get(Caller caller, ImportId id);

    /**
     * The imports of a vendor that the caller might have started, the newest first; a page may hold fewer than it could. Needs
     * one of the rights that {@link #start} names. Refused with {@code cursor-invalid}.
     */
    Outcome<Page<ImportStatus>> find(Caller caller, VendorId vendor, PageRequest page);

    /** The bad rows in the order of the file. */
    Outcome<Page<ImportReportLine>> report(Caller caller, ImportId id, PageRequest page);
}

package org.torg.kernel.catalog.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.torg.api.catalog.ImportId;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;

/**
 * What one kind of import is about.
 *
 * @param <G> what a good row says
 */
interface ImportContent<G> {

    /** Receives good rows chunk by chunk. */
    interface Rows<G> {
        void take(List<G> chunk);
    }

    /** Reads the file once more. */
    interface Again<G> {
        void read(Rows<G> rows);
    }

    /** What has come, and may be read again and again. */
    record Sent(ImportRequest request, Supplier<InputStream> file, Runnable checkpoint) {}

    /** The table in what has come, which is the whole unless it is an archive; to be closed. */
    default InputStream table(InputStream sent) throws IOException {
        return sent;
    }

    ImportColumns columns(VendorDescriptor vendor);

    /** The columns whose cells tell the decimal sign. */
    Set<String> numberColumns();

    /** A new one for each reading of the file. */
    RowReader<G> reader(VendorDescriptor vendor, CsvForm form);

    /** For judging the rows, with a look at what has come beside the table. */
    default RowReader<G> judging(VendorDescriptor vendor, CsvForm form, Sent sent) throws IOException {
        return reader(vendor, form);
    }

    /** For reading the file once more to make its rows visible: asks no other transaction than that one. */
    default RowReader<G> again(VendorDescriptor vendor, CsvForm form) {
        return reader(vendor, form);
    }

    /** Whether good rows are kept in the database until they are activated; else the file is read again then. */
    boolean stages();

    /** Puts good rows where nobody sees them yet; called only when it {@link #stages()}. */
    void stage(Tx tx, ImportId id, VendorDescriptor vendor, List<G> good);

    /**
     * Whether good rows become visible chunk by chunk, each in a transaction of its own, by {@link #begin} and {@link #step}; what
     * broke off then goes on at its next try and is never taken back. Else all become visible in one.
     */
    default boolean inSteps() {
        return false;
    }

    /** Before the first step. Called again after a try that broke off, and changes nothing then. */
    default void begin(Tx tx, ImportId id, VendorDescriptor vendor) {
        throw new UnsupportedOperationException("has no steps");
    }

    /** Makes these rows visible, each whole. What was visible already stays as it is. */
    default void step(Tx tx, VendorDescriptor vendor, List<G> rows) {
        throw new UnsupportedOperationException("has no steps");
    }

    /** Makes all good rows visible; not called when that is done {@link #inSteps}. */
    void activate(Tx tx, ImportId id, VendorDescriptor vendor, Again<G> file);

    /** Removes what was staged and not activated. */
    void discard(Tx tx, ImportId id);

    /** Tidies up behind an import, some at a time. */
    default void tidy(VendorId vendor, Runnable checkpoint) {
        // Most leave nothing behind.
    }
}

package org.torg.api.catalog;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.vendor.VendorId;

/** The catalogue as a file that {@link Imports} takes again. */
@ProviderType
public interface CatalogExports {

    /**
     * All articles of a vendor in the columns of the product import, with standard list prices. Needs {@code CATALOG_IMPORT} for the vendor.
     * Refused with {@code vendor-unknown}. Imported again at once, the file changes nothing.
     *
     * @param withStock whether to say what is on the shelf; else the cells are empty, and an import leaves the stock as it is
     */
    Outcome<Csv> products(Caller caller, VendorId vendor, boolean withStock);

    /** A file that is read from the database while it is written, page by page. */
    @FunctionalInterface
    interface Csv {

        /** UTF-8 with a mark, semicolons, decimal commas; text that a spreadsheet would take for a formula begins with an apostrophe. */
        void writeTo(OutputStream out) throws IOException;
    }
}

package org.torg.api.catalog;

import org.torg.api.vendor.VendorId;

/**
 * What is to be imported, and how.
 *
 * @param dryRun judge every row and report, change nothing
 */
public record ImportRequest(Kind kind, VendorId vendor, boolean dryRun, OnError onError) {

    public enum Kind {
        PRODUCTS,
        PRICES
    }

    public enum OnError {
        /** Leave out the bad rows, activate the good ones. */
        SKIP,
        /** Activate nothing when one row is bad. */
        ABORT
    }
}

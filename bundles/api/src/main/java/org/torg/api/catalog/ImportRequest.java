package org.torg.api.catalog;

import org.torg.api.vendor.VendorId;

/**
 * What is to be imported, and how.
 *
 * @param dryRun judge every row and report, change nothing
 * @param invite of accounts: send people their invitations when all is visible; else they wait until somebody sends them
 */
public record ImportRequest(Kind kind, VendorId vendor, boolean dryRun, OnError onError, boolean invite) {

    /** One that sends nothing. */
    public ImportRequest(Kind kind, VendorId vendor, boolean dryRun, OnError onError) {
        this(kind, vendor, dryRun, onError, false);
    }

    public enum Kind {
        PRODUCTS,
        PRICES,
        /** Customers with their locations, people and tiers. */
        ACCOUNTS,
        /** Pictures and documents of articles and categories. */
        MEDIA,
        /** Which articles belong to which. */
        RELATIONS
    }

    public enum OnError {
        /** Leave out the bad rows, activate the good ones. */
        SKIP,
        /** Activate nothing when one row is bad. */
        ABORT
    }
}

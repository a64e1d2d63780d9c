package org.torg.api.vendor;

/** What becomes of a price that was shown, and has not expired, when modules or parameters have changed since. */
public enum SnapshotPolicy {
    /** It is the price. */
    HONOUR,
    /** It is computed anew; where it differs the buyer is shown the difference line by line and decides again. */
    REPRICE
}

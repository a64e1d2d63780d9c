package org.torg.api.catalog;

/** What happens when more is asked for than there is. */
public enum StockPolicy {
    /** Never sold below zero. */
    DENY,
    /** Sold, and delivered when it comes in. */
    BACKORDER,
    /** Made to order; nothing is counted. */
    UNTRACKED
}

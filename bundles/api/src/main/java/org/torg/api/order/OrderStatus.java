package org.torg.api.order;

/** The kernel's closed set of order states. A vendor's workflow refines it. */
public enum OrderStatus {
    /** Placed; nothing was shipped. */
    PLACED,
    /** A part was shipped, something is still to come. */
    IN_FULFILMENT,
    /** Everything that was not cancelled was shipped. */
    COMPLETED,
    /** Every line was cancelled before anything was shipped. */
    CANCELLED
}

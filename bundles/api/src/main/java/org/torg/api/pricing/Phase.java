package org.torg.api.pricing;

/** The fixed phases of a price, in their order. */
public enum Phase {
    /** The list price for the quantity. */
    LIST,
    /** What options of a configured product add. */
    OPTION,
    LOYALTY,
    /** Prices agreed with the account or its group. */
    AGREEMENT,
    CAMPAIGN,
    /** Fees and surcharges. */
    CHARGE,
    FREIGHT,
    TAX
}

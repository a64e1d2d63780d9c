package org.torg.api.account;

/** What a right is about. A {@link Grant} joins one with the scope in which it holds. */
public enum Function {
    /** See products. Strangers have it too. */
    CATALOG_READ,
    /** See prices (L12: never for strangers). */
    PRICE_READ,
    CART_EDIT,
    ORDER_PLACE,
    ORDER_READ,
    SHIPMENT_READ,
    INVOICE_READ,
    /** See an account's own details. */
    ACCOUNT_READ,
    /** Open accounts and users, set tiers. */
    ACCOUNT_MANAGE,
    /** Change a placed order, such as cancel lines. */
    ORDER_AMEND,
    SHIPMENT_REGISTER,
    CATALOG_IMPORT,
    PRICE_IMPORT,
    PARAMETER_READ,
    PARAMETER_EDIT,
    /** See which modules a vendor is made of, and how they fare. */
    MODULE_READ,
    /** Swap the modules of a vendor. */
    MODULE_ACTIVATE,
    /** Read the event feed. */
    EVENT_READ,
    AUDIT_READ
}

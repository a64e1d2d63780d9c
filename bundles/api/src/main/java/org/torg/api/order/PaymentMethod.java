package org.torg.api.order;

/** How an order is paid. Never changed afterwards (L60). */
public enum PaymentMethod {
    /** By invoice (L63). */
    INVOICE,
    /** By bank transfer against the invoice. */
    BANK_TRANSFER
}

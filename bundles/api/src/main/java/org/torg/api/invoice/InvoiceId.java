package org.torg.api.invoice;

/** Names one invoice. Opaque; later ones have greater values. */
public record InvoiceId(String value) {}

package org.torg.api.quote;

/** Names one quote. Opaque. */
public record QuoteId(String value) {}

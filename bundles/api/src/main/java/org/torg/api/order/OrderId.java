package org.torg.api.order;

/** Names one order. Opaque; later orders have greater values. */
public record OrderId(String value) {}

package org.torg.api.cart;

/** Names one cart. Opaque. */
public record CartId(String value) {}

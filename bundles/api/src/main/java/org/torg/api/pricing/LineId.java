package org.torg.api.pricing;

/** Names a line within one cart, price request or order. */
public record LineId(String value) {}

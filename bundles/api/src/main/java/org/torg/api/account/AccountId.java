package org.torg.api.account;

/** Names one buying company. Opaque. */
public record AccountId(String value) {}

package org.torg.api.account;

/** Names one entry of an account's address book. Opaque. */
public record AddressId(String value) {}

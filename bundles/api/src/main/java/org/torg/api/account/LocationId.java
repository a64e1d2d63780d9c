package org.torg.api.account;

/** Names one clinic, shop or branch of an account. Opaque. */
public record LocationId(String value) {}

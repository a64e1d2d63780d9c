package org.torg.api.account;

/** Names one person who can sign in. Opaque. */
public record UserId(String value) {}

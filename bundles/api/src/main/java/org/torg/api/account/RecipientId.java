package org.torg.api.account;

/** Names one patient or end user. Opaque. */
public record RecipientId(String value) {}

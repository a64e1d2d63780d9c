package org.torg.api.quote;

/** Names one project list. Opaque. */
public record ProjectListId(String value) {}

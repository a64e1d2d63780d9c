package org.torg.api.catalog;

/** Names one import. Opaque. */
public record ImportId(String value) {}

package org.torg.api.favourite;

/** Names one favourite. Opaque. */
public record FavouriteId(String value) {}

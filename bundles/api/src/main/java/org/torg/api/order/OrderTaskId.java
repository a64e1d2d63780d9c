package org.torg.api.order;

/** Names one task. Opaque. */
public record OrderTaskId(String value) {}

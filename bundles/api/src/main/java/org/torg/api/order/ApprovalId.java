package org.torg.api.order;

/** Names one request for approval. Opaque. */
public record ApprovalId(String value) {}

package org.torg.api.upload;

/** Names one uploaded file. Opaque. */
public record UploadId(String value) {}

package org.torg.api.vendor;

/** Names one vendor, in lower case, such as {@code lighting}. */
public record VendorId(String value) {}

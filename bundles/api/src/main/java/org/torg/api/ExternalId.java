package org.torg.api;

/**
 * Another system's number for one of our things.
 *
 * @param system the other system's name, such as {@code erp}; 1 to 40 characters
 * @param value its number there; 1 to 100 characters
 */
public record ExternalId(String system, String value) {}

package org.torg.api.event;

import java.time.Instant;

/**
 * An event as it is stored.
 *
 * @param id names it for ever; a consumer uses it to tell repeats
 * @param at when it happened
 */
public record EventRecord(String id, Instant at, Event event) {}

package org.torg.api.module;

import java.time.Instant;
import java.util.Optional;

/**
 * How one part of a running set fares on this node, since its set was composed.
 *
 * @param module symbolic name of the bundle that it comes from
 * @param name of the part, such as {@code lighting.freight}
 * @param version of the part
 * @param contract simple name, such as {@code ShippingModule}
 * @param calls how often it was called
 * @param failures how often it threw, took too long or answered nonsense
 * @param p99Micros 99 of 100 calls took at most so many microseconds; 0 before the first
 * @param lastFailure the latest one
 */
public record PartHealth(
        String module,
        String name,
        String version,
        String contract,
        State state,
        long calls,
        long failures,
        long p99Micros,
        Optional<Failure> lastFailure) {

    public enum State {
        WORKING,
        /** Failed too often: rests for some seconds, calls are refused at once. */
        RESTING,
        /** Has rested; one call at a time tells whether it works again. */
        TRIED,
        /** Failed again and again, or does not give back its threads: not called until another generation is published. */
        QUARANTINED
    }

    /** @param reason in a few words, without personal data and without the text of an exception */
    public record Failure(Instant at, String reason) {}
}

package org.torg.api;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param after the {@link Page#next()} of the part before; empty for the first
 * @param limit how many at most, 1 to {@value #MAX}
 */
public record PageRequest(Optional<String> after, int limit) {

    public static final int MAX = 200;
    public static final int DEFAULT = 50;

    public PageRequest {
        if (limit < 1 || limit > MAX) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(Optional.empty(), limit);
    }
}

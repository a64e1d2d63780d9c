package org.torg.api.catalog;

import java.util.List;

/**
 * How many of the found variants have which value.
 *
 * @param code attribute code, or {@code brand} or {@code category}
 * @param values the most frequent first
 */
public record Facet(String code, List<Count> values) {

    public record Count(String value, long count) {}

    public Facet {
        values = List.copyOf(values);
    }
}

package org.torg.portal.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was written into the fields of a form, or into a query: kept as it was typed, so that the form can be shown again.
 *
 * @param byName in the order in which they came
 */
public record Fields(Map<String, List<String>> byName) {

    /** The field that says of which version of a thing the form was made. */
    public static final String VERSION = "version";

    public static final Fields NONE = new Fields(Map.of());

    public Fields {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        byName.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        byName = Collections.unmodifiableMap(copy);
    }

    /** As it was typed; empty text where there is no such field. */
    public String typed(String name) {
        return byName.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    /** Without spaces around it; empty when nothing is left. */
    public Optional<String> text(String name) {
        return Optional.of(typed(name).strip()).filter(text -> !text.isEmpty());
    }

    public List<String> all(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** What stands in one field between spaces, line ends, commas and semicolons; each once. */
    public List<String> listed(String name) {
        return Arrays.stream(typed(name).split("[\\s,;]+"))
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** A whole number as people write it; empty when it is none. */
    public OptionalInt number(String name) {
        String digits = typed(name).strip().replaceAll("[\\s\\u00a0\\u202f]", "");
        if (!digits.matches("-?[0-9]{1,9}")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(digits));
    }

    /** Of the thing that the form is about, where it says so. */
    public Optional<Long> version() {
        return text(VERSION).filter(digits -> digits.matches("[0-9]{1,18}")).map(Long::valueOf);
    }

    public Fields with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(byName);
        more.put(name, List.of(value));
        return new Fields(more);
    }

    public Fields without(String... names) {
        Map<String, List<String>> fewer = new LinkedHashMap<>(byName);
        List.of(names).forEach(fewer::remove);
        return new Fields(fewer);
    }

    /** One entry for each value, for hidden fields that carry a form on. */
    public List<Map.Entry<String, String>> entries() {
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        byName.forEach((name, values) -> values.forEach(value -> entries.add(Map.entry(name, value))));
        return entries;
    }
}

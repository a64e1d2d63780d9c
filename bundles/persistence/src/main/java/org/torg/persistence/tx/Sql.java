package org.torg.persistence.tx;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A statement with its parameters, put together piece by piece. Values go in as parameters only. */
public final class Sql {

    private final StringBuilder text;
    private final List<Object> parameters = new ArrayList<>();

    private Sql(String text) {
        this.text = new StringBuilder(text);
    }

    /** @param parameters String, Integer, Long, BigDecimal, Boolean, Instant, LocalDate, or what the methods below make */
    public static Sql of(String text, Object... parameters) {
        return new Sql("").add(text, parameters);
    }

    public Sql add(String more, Object... values) {
        text.append(more);
        parameters.addAll(Arrays.asList(values));
        return this;
    }

    /**
     * Adds {@code column IN (…)}. The list is filled up with its last value to a power of two, so that the database sees
     * few different statements. An empty one matches nothing.
     */
    public Sql addIn(String column, Collection<String> values) {
        if (values.isEmpty()) {
            text.append("1 = 0");
            return this;
        }
        int places = Integer.highestOneBit(Math.max(1, values.size() * 2 - 1));
        text.append(column).append(" IN (?").append(", ?".repeat(places - 1)).append(')');
        List<String> list = List.copyOf(values);
        parameters.addAll(list);
        for (int i = list.size(); i < places; i++) {
            parameters.add(list.get(list.size() - 1));
        }
        return this;
    }

    /** Cuts the result. */
    public Sql limit(int rows) {
        return add(" FETCH FIRST ? ROWS ONLY", rows);
    }

    String text() {
        return text.toString();
    }

    List<Object> parameters() {
        return parameters;
    }

    /** SQL's null has a type. */
    record Absent(int type) {}

    public static Object text(Optional<String> value) {
        return value.<Object>map(v -> v).orElse(new Absent(Types.VARCHAR));
    }

    public static Object date(Optional<LocalDate> value) {
        return value.<Object>map(v -> v).orElse(new Absent(Types.DATE));
    }

    public static Object moment(Optional<Instant> value) {
        return value.<Object>map(v -> v).orElse(new Absent(Types.BIGINT));
    }
}

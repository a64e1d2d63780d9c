package org.torg.api.configurator;

import java.math.BigDecimal;
import java.util.List;
import org.torg.api.Exact;

/** Something that is true or false of answers. A question that is not asked has no answer. */
public sealed interface Condition {

    Condition ALWAYS = new All(List.of());

    /** The option is chosen. */
    record Is(String question, String option) implements Condition {}

    /** The number was given and lies between these, both included. */
    record Within(String question, BigDecimal least, BigDecimal most) implements Condition {
        public Within {
            least = Exact.number(least);
            most = Exact.number(most);
        }
    }

    /** There is any answer. */
    record Answered(String question) implements Condition {}

    record Not(Condition condition) implements Condition {}

    /** True when there are none. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** False when there are none. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    static Condition is(String question, String option) {
        return new Is(question, option);
    }

    /** One of these options is chosen. */
    static Condition oneOf(String question, String... options) {
        return new Any(java.util.Arrays.stream(options)
                .map(option -> (Condition) new Is(question, option))
                .toList());
    }

    static Condition not(Condition condition) {
        return new Not(condition);
    }

    static Condition all(Condition... conditions) {
        return new All(List.of(conditions));
    }

    static Condition any(Condition... conditions) {
        return new Any(List.of(conditions));
    }

    /** Where the first holds, the second does. */
    static Condition implies(Condition first, Condition second) {
        return any(not(first), second);
    }
}

package org.torg.api.portal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.torg.api.Message;

/** A field of a form: what it asks, and what it takes. */
public sealed interface FormField {

    Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** In lower case with hyphens; unique in its form; {@code csrf}, {@code key} and {@code form} are taken. */
    String name();

    Message label();

    /** A sentence under the field. */
    Optional<Message> help();

    boolean required();

    /**
     * @param longest in characters, 1 to 10 000
     * @param lines how many it shows: 1 is a line, more are a block
     */
    record Line(
            String name,
            Message label,
            Optional<Message> help,
            boolean required,
            int longest,
            int lines,
            Optional<String> value)
            implements FormField {
        public Line {
            check(name);
            if (longest < 1 || longest > 10_000 || lines < 1) {
                throw new IllegalArgumentException("longest " + longest + ", lines " + lines);
            }
        }
    }

    /**
     * @param least the smallest that is taken
     * @param most the largest
     * @param decimals how many at most, 0 for whole numbers
     */
    record Numeral(
            String name,
            Message label,
            Optional<Message> help,
            boolean required,
            BigDecimal least,
            BigDecimal most,
            int decimals,
            Optional<BigDecimal> value)
            implements FormField {
        public Numeral {
            check(name);
            if (least.compareTo(most) > 0 || decimals < 0) {
                throw new IllegalArgumentException("from " + least + " to " + most);
            }
        }
    }

    /**
     * @param first the first day that is taken
     * @param last the last
     */
    record Day(
            String name,
            Message label,
            Optional<Message> help,
            boolean required,
            LocalDate first,
            LocalDate last,
            Optional<LocalDate> value)
            implements FormField {
        public Day {
            check(name);
            if (first.isAfter(last)) {
                throw new IllegalArgumentException("from " + first + " to " + last);
            }
        }
    }

    /** One of several; up to six stand side by side, more in a list. */
    record Choice(
            String name,
            Message label,
            Optional<Message> help,
            boolean required,
            List<Option> options,
            Optional<String> value)
            implements FormField {
        public Choice {
            check(name);
            options = List.copyOf(options);
        }
    }

    /**
     * @param code what is sent; 1 to 100 characters
     * @param label what is read
     */
    record Option(String code, Shown label) {}

    /** Yes or no. Required means that only yes is taken, as of a condition that must be accepted. */
    record Tick(String name, Message label, Optional<Message> help, boolean required, boolean value)
            implements FormField {
        public Tick {
            check(name);
        }
    }

    private static void check(String name) {
        if (!NAME.matcher(name).matches() || List.of("csrf", "key", "form").contains(name)) {
            throw new IllegalArgumentException("no name of a field: " + name);
        }
    }
}

package org.torg.api.configurator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.Exact;
import org.torg.api.Message;

/** One thing that is asked. */
public sealed interface Question {

    About about();

    default String code() {
        return about().code();
    }

    /**
     * What all questions have.
     *
     * @param code kebab case with dots, unique in the model, such as {@code left.receiver}
     * @param help more words, beside the label
     * @param when under which answers it is asked at all; {@link Condition#ALWAYS} for most
     * @param required whether a configuration is complete only with an answer to it, where it is asked
     */
    record About(String code, Message label, Optional<Message> help, Condition when, boolean required) {}

    /**
     * One of some options, or several of them.
     *
     * @param several whether more than one may be chosen, such as accessories
     * @param initial codes of what is chosen at the start (D14)
     */
    record Choice(About about, List<Option> options, boolean several, List<String> initial) implements Question {
        public Choice {
            options = List.copyOf(options);
            initial = List.copyOf(initial);
        }
    }

    /** @param code unique in its question */
    record Option(String code, Message label) {}

    /**
     * A number from {@code least} to {@code most} in steps from {@code least}.
     *
     * @param unit as people write it, such as {@code mm}; empty for a count
     * @param step above 0
     */
    record Measure(
            About about, String unit, BigDecimal least, BigDecimal most, BigDecimal step, Optional<BigDecimal> initial)
            implements Question {
        public Measure {
            least = Exact.number(least);
            most = Exact.number(most);
            step = Exact.number(step);
            initial = initial.map(Exact::number);
        }
    }

    /**
     * Plain text; no constraint may look at it beyond whether it was answered (D17).
     *
     * @param lines whether it may have several lines
     * @param maxLength in characters, 1 to 4,000
     * @param pattern a {@link java.util.regex.Pattern} that the whole must match, such as of an engraving
     */
    record Text(About about, boolean lines, int maxLength, Optional<String> pattern) implements Question {}

    /**
     * A day, counted from today in the seller's zone.
     *
     * @param leastDays from today, may be negative
     * @param mostDays from today
     */
    record Date(About about, int leastDays, int mostDays) implements Question {}

    /**
     * Uploaded files (D20).
     *
     * @param types such as {@code stl}, {@code ply}, {@code obj}, {@code zip}, {@code pdf}, {@code jpeg}, {@code png}
     * @param least when it is answered, 1 or more
     */
    record Files(About about, Set<String> types, int least, int most) implements Question {
        public Files {
            types = Set.copyOf(types);
        }
    }
}

package org.torg.vendors.hearing;

import static org.torg.api.configurator.Condition.is;
import static org.torg.api.configurator.Condition.oneOf;

import java.util.ArrayList;
import java.util.List;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.Wording;
import org.torg.api.configurator.Yield;

/**
 * One of the two: everything that belongs to an ear is asked for each ear that is fitted, in the same words.
 *
 * @param code {@code left} or {@code right}; the codes of its questions begin with it
 */
record Ear(String code) {

    static final List<Ear> BOTH = List.of(new Ear("left"), new Ear("right"));

    /** For which ears it is ordered: one of them, or a pair. */
    static Condition single() {
        return oneOf("ear", "left", "right");
    }

    static Condition pair() {
        return is("ear", "both");
    }

    Condition fitted() {
        return oneOf("ear", code, "both");
    }

    /** Words for questions of this ear, asked when it is fitted. */
    Wording words(Wording words) {
        return words.side(code).when(fitted());
    }

    Condition has(String question, String option) {
        return is(code + "." + question, option);
    }

    Condition hasAny(String question, String... options) {
        return oneOf(code + "." + question, options);
    }

    /** The article once where the condition holds, and twice for a pair. */
    static List<Yield> each(Condition when, String sku) {
        return List.of(
                Yield.of(Condition.all(when, single()), sku),
                new Yield(Condition.all(when, pair()), new Sku(sku), new Yield.Count.Fixed(2)));
    }

    /** The article once for each ear that has this. */
    static List<Yield> wherever(String question, String option, String sku) {
        List<Yield> yields = new ArrayList<>();
        BOTH.forEach(ear -> yields.add(Yield.of(ear.has(question, option), sku)));
        return yields;
    }
}

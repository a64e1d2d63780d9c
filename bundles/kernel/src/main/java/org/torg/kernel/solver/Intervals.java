package org.torg.kernel.solver;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.torg.api.configurator.Guidance.Range;
import org.torg.api.configurator.Question;

/**
 * The values of a number, divided where conditions look: within one interval all values are alike, so that a number is a choice
 * of intervals. Values are counted in steps from the least.
 */
final class Intervals {

    private final Question.Measure question;
    /** The first step of each interval, ascending; it ends before the next one's. */
    private final long[] starts;
    /** Number of the greatest value. */
    private final long last;

    private Intervals(Question.Measure question, long[] starts, long last) {
        this.question = question;
        this.starts = starts;
        this.last = last;
    }

    /** @param cuts steps at which an interval begins */
    static Intervals of(Question.Measure question, Iterable<Long> cuts) {
        long last = steps(question, question.most(), RoundingMode.FLOOR);
        TreeSet<Long> starts = new TreeSet<>();
        starts.add(0L);
        for (long cut : cuts) {
            if (cut > 0 && cut <= last) {
                starts.add(cut);
            }
        }
        return new Intervals(
                question, starts.stream().mapToLong(Long::longValue).toArray(), last);
    }

    /** The steps at which a condition on this number begins to hold, and no longer holds. */
    static List<Long> cuts(Question.Measure question, BigDecimal least, BigDecimal most) {
        return List.of(
                steps(question, least, RoundingMode.CEILING),
                Math.addExact(steps(question, most, RoundingMode.FLOOR), 1));
    }

    /** Numbers far outside count as just outside. */
    private static long steps(Question.Measure question, BigDecimal number, RoundingMode rounding) {
        BigDecimal clamped = number.min(question.most().add(question.step()))
                .max(question.least().subtract(question.step()));
        return clamped.subtract(question.least())
                .divide(question.step(), 0, rounding)
                .longValueExact();
    }

    int size() {
        return starts.length;
    }

    private long end(int interval) {
        return interval + 1 < starts.length ? starts[interval + 1] - 1 : last;
    }

    /** Which interval a number lies in; empty when it is not one of the values. */
    Optional<Integer> of(BigDecimal number) {
        if (number.compareTo(question.least()) < 0 || number.compareTo(question.most()) > 0) {
            return Optional.empty();
        }
        BigDecimal[] parts = number.subtract(question.least()).divideAndRemainder(question.step());
        if (parts[1].signum() != 0) {
            return Optional.empty();
        }
        int found = Arrays.binarySearch(starts, parts[0].longValueExact());
        return Optional.of(found >= 0 ? found : -found - 2);
    }

    /** Whether the values of an interval lie between these: all do, or none. */
    boolean within(int interval, BigDecimal least, BigDecimal most) {
        BigDecimal first = value(starts[interval]);
        return first.compareTo(least) >= 0 && first.compareTo(most) <= 0;
    }

    /** The value of an interval that has no other. */
    Optional<BigDecimal> only(int interval) {
        return starts[interval] == end(interval) ? Optional.of(value(starts[interval])) : Optional.empty();
    }

    /** Neighbours become one. */
    List<Range> ranges(BitSet intervals) {
        List<Range> ranges = new ArrayList<>();
        for (int from = intervals.nextSetBit(0); from >= 0; ) {
            int to = intervals.nextClearBit(from) - 1;
            ranges.add(new Range(value(starts[from]), value(end(to))));
            from = intervals.nextSetBit(to + 1);
        }
        return ranges;
    }

    private BigDecimal value(long step) {
        return question.least().add(question.step().multiply(BigDecimal.valueOf(step)));
    }
}

package org.torg.itests;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.torg.itests.Client.Reply;

/** What many clients were answered, counted by kind, and how long it took. */
final class Replies {
    private static final long LONGEST_MICROS = 120_000_000;
    private static final int DIGITS = 3;

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, Histogram> micros = new ConcurrentHashMap<>();

    /** @param what was asked for, such as {@code order} */
    void add(String what, Reply reply, long nanos) {
        count(named(reply));
        micros.computeIfAbsent(what, each -> new ConcurrentHistogram(LONGEST_MICROS, DIGITS))
                .recordValue(Math.min(LONGEST_MICROS, nanos / 1000));
    }

    /** Nothing was answered: refused, broken off, or too late. */
    void failed(UncheckedIOException e) {
        count("no reply: " + e.getCause().getClass().getSimpleName());
    }

    private void count(String name) {
        counts.computeIfAbsent(name, each -> new LongAdder()).increment();
    }

    /** The status, and the code of a problem: {@code 201}, {@code 503 vendor-failed}. */
    static String named(Reply reply) {
        if (reply.status() < 400) {
            return Integer.toString(reply.status());
        }
        return reply.status() + " "
                + (reply.header("Content-Type").startsWith("application/problem+json")
                        ? reply.json().get("code").asText()
                        : "without a code");
    }

    long of(String name) {
        LongAdder count = counts.get(name);
        return count == null ? 0 : count.sum();
    }

    /** Replies of 4xx by code, those of {@code expected} not among them. */
    SortedMap<String, Long> refused(String... expected) {
        return some("4", expected);
    }

    /** Replies of 5xx by code. */
    SortedMap<String, Long> failed(String... expected) {
        return some("5", expected);
    }

    /** Requests without a reply, by cause. */
    SortedMap<String, Long> unanswered() {
        return some("no reply");
    }

    private SortedMap<String, Long> some(String prefix, String... but) {
        SortedMap<String, Long> some = new TreeMap<>();
        counts.forEach((name, count) -> {
            if (name.startsWith(prefix) && !java.util.Set.of(but).contains(name)) {
                some.put(name, count.sum());
            }
        });
        return some;
    }

    /** One line for people: what was answered how often, and the latencies. */
    @Override
    public String toString() {
        String times = new TreeMap<>(micros)
                .entrySet().stream()
                        .map(each -> "%s p50 %.1f ms, p99 %.1f ms, max %.1f ms"
                                .formatted(
                                        each.getKey(),
                                        each.getValue().getValueAtPercentile(50) / 1000.0,
                                        each.getValue().getValueAtPercentile(99) / 1000.0,
                                        each.getValue().getMaxValue() / 1000.0))
                        .collect(Collectors.joining("; "));
        return new TreeMap<>(counts) + "; " + times;
    }
}

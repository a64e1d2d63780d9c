package org.torg.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The one table, and what went wrong. */
final class Report {
    private static final List<String> HEAD = List.of(
            "measurement", "figure", "per s", "p50 ms", "p99 ms", "CPU ms server", "CPU ms db", "ratio", "target");

    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Map<Integer, Long> statuses = new TreeMap<>();

    /** A new part of the table. */
    void part(String title) {
        rows.add(row("**" + title + "**", "", Figures.NONE, "", ""));
    }

    /** Of a load. */
    void load(String measurement, Figures figures, String ratio, String target) {
        rows.add(row(measurement, "", figures, ratio, target));
    }

    /** Of a single figure, with its unit. */
    void figure(String measurement, String figure, String ratio, String target) {
        rows.add(row(measurement, figure, Figures.NONE, ratio, target));
    }

    /** Stands below the table. */
    void note(String note) {
        notes.add(note);
    }

    /** Makes the run fail. */
    void failure(String failure) {
        failures.add(failure);
    }

    /** Counts replies; any that is not 2xx makes the run fail. */
    void replies(String measurement, Map<Integer, Long> counts) {
        counts.forEach((status, count) -> {
            statuses.merge(status, count, Long::sum);
            if (status < 200 || status > 299) {
                failure(measurement + ": " + count + " replies with status " + status);
            }
        });
    }

    boolean failed() {
        return !failures.isEmpty();
    }

    static String ratio(double value, String of) {
        return Double.isFinite(value) ? number(value) + " of " + of : "";
    }

    /** With three significant digits. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        double size = Math.abs(value);
        int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static List<String> row(String measurement, String figure, Figures figures, String ratio, String target) {
        return List.of(
                measurement,
                figure,
                number(figures.rate()),
                number(figures.p50()),
                number(figures.p99()),
                number(figures.server()),
                number(figures.database()),
                ratio,
                target);
    }

    /** The table in Markdown, its columns aligned, then notes, replies and failures. */
    String markdown() {
        int[] widths = new int[HEAD.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    HEAD.get(i).length(),
                    rows.stream()
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElse(0));
        }
        StringBuilder text = new StringBuilder();
        line(text, HEAD, widths);
        line(text, Arrays.stream(widths).mapToObj(width -> "-".repeat(width)).toList(), widths);
        rows.forEach(row -> line(text, row, widths));
        text.append('\n');
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        text.append("- Replies by status: ").append(statuses).append('\n');
        failures.forEach(failure -> text.append("- **FAILED** ").append(failure).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        text.append('|');
        for (int i = 0; i < widths.length; i++) {
            text.append(' ')
                    .append(String.format(Locale.ROOT, "%-" + widths[i] + "s", cells.get(i)))
                    .append(" |");
        }
        text.append('\n');
    }
}

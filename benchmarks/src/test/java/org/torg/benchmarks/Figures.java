package org.torg.benchmarks;

import org.HdrHistogram.Histogram;

/**
 * What a load came to. Times in milliseconds; {@link Double#NaN} where a figure was not taken.
 *
 * @param rate what was done, per second
 * @param server milliseconds of CPU of the server process for each
 * @param database milliseconds of CPU of the database's own processes for each; 0 when it lives in the server
 */
record Figures(double rate, double p50, double p99, double server, double database) {
    static final Figures NONE = new Figures(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** CPU of server and database. */
    double cpu() {
        return server + database;
    }

    static Figures of(long count, double seconds, Histogram nanos, double serverSeconds, double databaseSeconds) {
        return of(
                count,
                seconds,
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6,
                serverSeconds,
                databaseSeconds);
    }

    static Figures of(
            long count, double seconds, double p50, double p99, double serverSeconds, double databaseSeconds) {
        return new Figures(count / seconds, p50, p99, 1000 * serverSeconds / count, 1000 * databaseSeconds / count);
    }

    /** The one with the median CPU of several rounds of the same. */
    static Figures median(java.util.List<Figures> rounds) {
        return rounds.stream()
                .sorted(java.util.Comparator.comparingDouble(Figures::cpu))
                .toList()
                .get((rounds.size() - 1) / 2);
    }
}

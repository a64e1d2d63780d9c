package org.torg.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/** Clients that send one request after the other, each on a connection of its own. */
final class Load {
    private final Torg torg;

    Load(Torg torg) {
        this.torg = torg;
    }

    /** What a client sends next. */
    interface Requests {
        byte[] next();
    }

    /** @param nanos how long each reply took */
    record Outcome(Histogram nanos, Map<Integer, Long> statuses) {
        Outcome() {
            this(new Histogram(60_000_000_000L, 3), new TreeMap<>());
        }

        void add(Outcome other) {
            nanos.add(other.nanos);
            other.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
        }
    }

    /** Sends for so long and answers what it came to; the replies go to the report. */
    Figures run(String measurement, Report report, int clients, Duration time, IntFunction<Requests> requests) {
        double server = torg.cpuSeconds();
        double database = torg.databaseCpuSeconds();
        long start = System.nanoTime();
        Outcome outcome = send(clients, start + time.toNanos(), requests);
        double seconds = (System.nanoTime() - start) / 1e9;
        report.replies(measurement, outcome.statuses());
        return Figures.of(
                outcome.nanos().getTotalCount(),
                seconds,
                outcome.nanos(),
                torg.cpuSeconds() - server,
                torg.databaseCpuSeconds() - database);
    }

    private Outcome send(int clients, long end, IntFunction<Requests> requests) {
        ExecutorService executor = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Outcome>> runs = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Requests own = requests.apply(i);
                runs.add(executor.submit(() -> one(end, own)));
            }
            Outcome all = new Outcome();
            for (Future<Outcome> run : runs) {
                all.add(run.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private Outcome one(long end, Requests requests) throws IOException {
        Outcome outcome = new Outcome();
        try (Wire wire = new Wire(torg.address())) {
            for (long now = System.nanoTime(); now < end; ) {
                int status = wire.send(requests.next());
                long done = System.nanoTime();
                outcome.nanos().recordValue(done - now);
                outcome.statuses().merge(status, 1L, Long::sum);
                now = done;
            }
        }
        return outcome;
    }
}

package org.torg.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the measurements share: the report, how long to take, and tenants that are started when first needed. */
final class Context implements AutoCloseable {
    private final Torg.Home home;
    private final boolean quick;
    private final boolean full;
    private final Report report = new Report();
    private final long start = System.nanoTime();

    private @Nullable Shop derby;
    private @Nullable Shop onPostgres;
    private @Nullable Postgres postgres;

    /**
     * @param quick whether a smoke run is enough
     * @param full whether it may take longer than ten minutes
     */
    Context(Torg.Home home, boolean quick, boolean full) {
        this.home = home;
        this.quick = quick;
        this.full = full;
    }

    Report report() {
        return report;
    }

    boolean quick() {
        return quick;
    }

    boolean full() {
        return full;
    }

    /** So long, and a fifth of it when it has to be quick. */
    Duration seconds(double seconds) {
        return Duration.ofMillis((long) (quick ? 200 * seconds : 1000 * seconds));
    }

    /** Tells what is being done. */
    void say(String what) {
        System.out.printf("   %4d s  %s%n", (System.nanoTime() - start) / 1_000_000_000L, what);
    }

    Path distribution() {
        return home.distribution();
    }

    /** The folder of a tenant, before it is started. */
    Path tenant(String folder) {
        return home.work().resolve(folder);
    }

    /** How the launcher starts java, as far as it decides on speed. */
    List<String> serverOptions() {
        try {
            return Pattern.compile("-XX:(\\+Use\\w+GC|TieredStopAtLevel=\\d)")
                    .matcher(Files.readString(home.distribution().resolve("bin/torg")))
                    .results()
                    .map(MatchResult::group)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tenant on embedded Derby. */
    Shop derby() {
        if (derby == null) {
            derby = new Shop(startDerby("derby", ""));
        }
        return derby;
    }

    void closeDerby() {
        if (derby != null) {
            derby.torg().close();
            derby = null;
        }
    }

    Torg startDerby(String folder, String options) {
        say("starting a tenant on Derby");
        return Torg.start(home, folder, Optional.empty(), options);
    }

    /** A tenant on PostgreSQL. */
    Shop onPostgres() {
        if (onPostgres == null) {
            Postgres database = postgres();
            say("starting a tenant on PostgreSQL");
            onPostgres = new Shop(Torg.start(home, "postgresql", Optional.of(database), ""));
            // What autovacuum does within a minute of an import; until then plans are bad and cost twice.
            database.query("ANALYZE");
        }
        return onPostgres;
    }

    Postgres postgres() {
        if (postgres == null) {
            say("starting PostgreSQL");
            postgres = new Postgres(home.work().resolve("database"));
        }
        return postgres;
    }

    @Override
    public void close() {
        closeDerby();
        if (onPostgres != null) {
            onPostgres.torg().close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }
}

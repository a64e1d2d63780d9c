package org.torg.persistence.tx;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityExistsException;
import javax.persistence.OptimisticLockException;
import org.jspecify.annotations.Nullable;
import org.torg.api.StoreException;
import org.torg.api.StoreException.Kind;

/**
 * Reads from a failure of JDBC or JPA what it means. The codes are SQLSTATEs, see the PostgreSQL manual, appendix A, and
 * the Derby reference, "SQL error messages and exceptions".
 */
public final class Failures {

    private static final String UNIQUE_VIOLATION = "23505";

    private static final Set<String> CONFLICTS = Set.of(
            UNIQUE_VIOLATION,
            // Serialisation failure; Derby: deadlock.
            "40001",
            // PostgreSQL: deadlock, lock not available.
            "40P01",
            "55P03",
            // Derby: lock not granted in time, with and without a lock table dump.
            "40XL1",
            "40XL2");

    private static final Set<String> AWAY = Set.of(
            // PostgreSQL: too many connections, shut down by the administrator, crashed, cannot connect now, cancelled.
            "53300",
            "57P01",
            "57P02",
            "57P03",
            "57014",
            // Derby: cannot start the database, shut down, interrupted.
            "XJ040",
            "XJ041",
            "XJ004",
            "XJ015",
            "XCL52",
            "XSDB6");

    private static final Set<String> FULL = Set.of(
            // PostgreSQL: disk full.
            "53100",
            // Derby: cannot write to the log, cannot write a page, cannot create a file.
            "XSLA4",
            "XSDG1",
            "XSDF1",
            "XSDF3");

    private Failures() {}

    /** The failure as the ports state it. The message says what went wrong and nothing of the data. */
    public static StoreException of(Throwable failure) {
        if (failure instanceof StoreException already) {
            return already;
        }
        Verdict verdict = judge(failure);
        return new StoreException(
                verdict.kind(), verdict.kind().name().toLowerCase(Locale.ROOT) + " " + verdict.state(), failure);
    }

    static boolean isUniqueViolation(SQLException failure) {
        return chain(failure).stream()
                .anyMatch(cause -> cause instanceof SQLException e && UNIQUE_VIOLATION.equals(e.getSQLState()));
    }

    private record Verdict(Kind kind, String state) {}

    private static Verdict judge(Throwable failure) {
        Set<Throwable> chain = chain(failure);
        // A full disk can also look like a lost connection, because Derby shuts down: it is asked first.
        for (Kind kind : new Kind[] {Kind.NO_ROOM, Kind.CONFLICT, Kind.UNAVAILABLE}) {
            for (Throwable cause : chain) {
                if (kindOf(cause).filter(kind::equals).isPresent()) {
                    return new Verdict(kind, stateOf(cause));
                }
            }
        }
        return new Verdict(
                Kind.OTHER,
                chain.stream()
                        .map(Failures::stateOf)
                        .filter(s -> !s.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    private static Optional<Kind> kindOf(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return kindOf(sql);
        }
        if (cause instanceof OptimisticLockException || cause instanceof EntityExistsException) {
            return Optional.of(Kind.CONFLICT);
        }
        if (cause instanceof IOException io && isDiskFull(io)) {
            return Optional.of(Kind.NO_ROOM);
        }
        return Optional.empty();
    }

    private static Optional<Kind> kindOf(SQLException cause) {
        String state = stateOf(cause);
        if (FULL.contains(state)) {
            return Optional.of(Kind.NO_ROOM);
        }
        if (CONFLICTS.contains(state)) {
            return Optional.of(Kind.CONFLICT);
        }
        if (AWAY.contains(state)
                || state.startsWith("08")
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLNonTransientConnectionException) {
            return Optional.of(Kind.UNAVAILABLE);
        }
        return Optional.empty();
    }

    /** Whether the operating system said that there is no room. */
    public static boolean isDiskFull(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        // Linux: ENOSPC and EDQUOT; Windows: ERROR_DISK_FULL. Java has no exception of its own for them.
        return message.contains("no space left")
                || message.contains("quota exceeded")
                || message.contains("not enough space");
    }

    private static String stateOf(Throwable cause) {
        if (!(cause instanceof SQLException sql) || sql.getSQLState() == null) {
            return "";
        }
        // Derby appends the severity, such as XSLA4.D.0 in messages; its SQLSTATE has five characters.
        String state = sql.getSQLState();
        return state.length() > 5 ? state.substring(0, 5) : state;
    }

    /** Causes and, for a batch, its next exceptions; each once. */
    private static Set<Throwable> chain(Throwable failure) {
        Set<Throwable> chain = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(failure, chain);
        return chain;
    }

    private static void collect(@Nullable Throwable failure, Set<Throwable> chain) {
        if (failure == null || !chain.add(failure)) {
            return;
        }
        collect(failure.getCause(), chain);
        if (failure instanceof SQLException sql) {
            collect(sql.getNextException(), chain);
        }
    }
}

package org.torg.rest.http;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Argument;
import org.torg.api.StoreException;
import org.torg.api.vendor.VendorFailure;
import org.torg.http.KernelTexts;
import org.torg.http.Languages;

/** Which problem an exception is. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final List<Function<Throwable, Optional<Problem>>> RULES = List.of(
            Failures::told,
            Failures::tooLarge,
            Failures::broken,
            Failures::json,
            Failures::store,
            Failures::vendor,
            Failures::diskFull,
            Failures::database);

    private Failures() {}

    /** The problem of the first cause that has one; what nobody foresaw is logged and told as {@code internal}. */
    static Problem problem(Throwable failure) {
        Optional<Problem> known = known(failure);
        if (known.isPresent()) {
            Problem problem = known.get();
            // Slow senders must not fill the log as well.
            if (problem.status() >= 500 && !problem.code().equals(BodyBrokenException.BUSY)) {
                LOG.error("{}", problem.code(), failure);
            }
            return problem;
        }
        LOG.error("The request failed", failure);
        return Problem.of(500, "internal", "The request failed; the log has more under this request id");
    }

    private static Optional<Problem> known(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            for (Function<Throwable, Optional<Problem>> rule : RULES) {
                Optional<Problem> problem = rule.apply(cause);
                if (problem.isPresent()) {
                    return problem;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> told(Throwable cause) {
        return cause instanceof ProblemException told ? Optional.of(told.problem()) : Optional.empty();
    }

    private static Optional<Problem> tooLarge(Throwable cause) {
        return cause instanceof BodyTooLargeException large ? Optional.of(large.problem()) : Optional.empty();
    }

    private static Optional<Problem> broken(Throwable cause) {
        return cause instanceof BodyBrokenException broken ? Optional.of(broken.problem()) : Optional.empty();
    }

    /** Of the caller's making, unless one of our own shapes is at fault. */
    private static Optional<Problem> json(Throwable cause) {
        if (!(cause instanceof JsonProcessingException json)
                || json instanceof InvalidDefinitionException
                || json instanceof JsonGenerationException
                || json.getCause() instanceof BodyTooLargeException
                || json.getCause() instanceof BodyBrokenException) {
            return Optional.empty();
        }
        return Optional.of(Refusals.problem(JsonFaults.of(json), KernelTexts.wording(Languages.current())));
    }

    private static Optional<Problem> store(Throwable cause) {
        if (!(cause instanceof StoreException store)) {
            return Optional.empty();
        }
        return switch (store.kind()) {
            case CONFLICT ->
                Optional.of(Problem.of(409, "conflict", "Somebody else changed it at the same time; try again"));
            case UNAVAILABLE -> Optional.of(databaseUnavailable());
            case NO_ROOM -> Optional.of(storageFull());
            case OTHER -> Optional.empty();
        };
    }

    /** The vendor is named; what its code said is for the log. */
    private static Optional<Problem> vendor(Throwable cause) {
        return cause instanceof VendorFailure failure
                ? Optional.of(Problem.of(
                        503,
                        "vendor-failed",
                        "A part of the vendor {0} failed; try again later",
                        Argument.text(failure.vendor().value())))
                : Optional.empty();
    }

    private static Problem databaseUnavailable() {
        return Problem.of(503, "database-unavailable", "The database does not answer; try again later");
    }

    private static Problem storageFull() {
        return Problem.of(507, "storage-full", "The server has no space left; nothing was changed");
    }

    private static Optional<Problem> diskFull(Throwable cause) {
        boolean full = cause instanceof IOException
                        && String.valueOf(cause.getMessage()).contains("No space left")
                || cause instanceof SQLException sql && "53100".equals(sql.getSQLState());
        return full ? Optional.of(storageFull()) : Optional.empty();
    }

    private static Optional<Problem> database(Throwable cause) {
        if (!(cause instanceof SQLException sql)) {
            return Optional.empty();
        }
        String state = String.valueOf(sql.getSQLState());
        boolean away = sql instanceof SQLTransientConnectionException
                || sql instanceof SQLNonTransientConnectionException
                || sql instanceof SQLRecoverableException
                || state.startsWith("08")
                || state.startsWith("57P");
        return away ? Optional.of(databaseUnavailable()) : Optional.empty();
    }
}

package org.torg.rest.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
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

/** Which problem an exception is. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final List<Function<Throwable, Optional<Problem>>> RULES =
            List.of(Failures::told, Failures::tooLarge, Failures::json, Failures::diskFull, Failures::database);

    private Failures() {}

    /** The problem of the first cause that has one; what nobody foresaw is logged and told as {@code internal-error}. */
    static Problem problem(Throwable failure) {
        Optional<Problem> known = known(failure);
        if (known.isPresent()) {
            Problem problem = known.get();
            if (problem.status() >= 500) {
                LOG.error("{}", problem.code(), failure);
            }
            return problem;
        }
        LOG.error("The request failed", failure);
        return Problem.of(500, "internal-error", "The request failed; the log has more under this request id");
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

    private static Optional<Problem> json(Throwable cause) {
        if (!(cause instanceof JacksonException json)) {
            return Optional.empty();
        }
        if (tooLargeIn(json)) {
            return Optional.empty();
        }
        if (json instanceof UnrecognizedPropertyException unknown) {
            return Optional.of(badJson("unknown-field", "There is no field " + unknown.getPropertyName(), unknown));
        }
        if (json instanceof JsonMappingException mapping) {
            return Optional.of(badJson("invalid-value", why(mapping), mapping));
        }
        return Optional.of(Problem.of(400, "malformed-json", json.getOriginalMessage()));
    }

    /** Jackson's own messages name our classes; only what we wrote ourselves is told. */
    private static String why(JsonMappingException mapping) {
        boolean ours = mapping.getClass() == JsonMappingException.class;
        if (mapping instanceof ValueInstantiationException
                && mapping.getCause() instanceof IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
        return ours ? mapping.getOriginalMessage() : "The value is missing or of another kind";
    }

    private static boolean tooLargeIn(Throwable json) {
        return json.getCause() instanceof BodyTooLargeException;
    }

    private static Problem badJson(String code, String detail, JsonMappingException where) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : where.getPath()) {
            String name = step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName();
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return Problem.of(
                400,
                code,
                "The body is not what this request takes",
                List.of(new Problem.Error(pointer.toString(), code, detail)));
    }

    private static Optional<Problem> diskFull(Throwable cause) {
        boolean full = cause instanceof IOException
                        && String.valueOf(cause.getMessage()).contains("No space left")
                || cause instanceof SQLException sql && "53100".equals(sql.getSQLState());
        return full
                ? Optional.of(Problem.of(503, "storage-full", "The server has no space left; nothing was changed"))
                : Optional.empty();
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
        return away
                ? Optional.of(Problem.of(503, "database-unavailable", "The database does not answer; try again later"))
                : Optional.empty();
    }
}

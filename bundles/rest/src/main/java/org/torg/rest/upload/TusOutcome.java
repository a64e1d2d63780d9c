package org.torg.rest.upload;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.http.Wording;
import org.torg.http.upload.TusHeaders;
import org.torg.rest.http.Problem;

/** The statuses that tus has for some refusals, which clients of it know. */
final class TusOutcome {

    private TusOutcome() {}

    /** The value, or the problem that tus wants, or the ordinary one. */
    static <T> T orProblem(Outcome<T> outcome, Wording words) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            Optional<Integer> status = TusHeaders.status(refused.refusal());
            if (status.isPresent()) {
                throw new WebApplicationException(problem(status.get(), refused.refusal(), words));
            }
        }
        return outcome.orElseThrow();
    }

    private static Response problem(int status, Refusal refusal, Wording words) {
        Response.ResponseBuilder reply = Problem.worded(status, refusal.code(), words.of(refusal.message()), List.of())
                .response();
        if (status == TusHeaders.LOCKED) {
            reply.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return reply.build();
    }
}

package org.torg.rest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import javax.ws.rs.core.Response;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.http.KernelTexts;
import org.torg.http.Languages;
import org.torg.http.Wording;

/**
 * Why a request failed, after RFC 9457.
 *
 * @param type a URN that ends in the code
 * @param code stable, for machines: lower case with hyphens
 * @param detail for people; never personal data, never a stack trace
 * @param errors what is wrong with which part of the request; may be empty
 */
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String requestId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Error> errors) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One thing that is wrong.
     *
     * @param pointer a JSON pointer (RFC 6901) into the request, or an empty string
     */
    public record Error(
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String pointer, String code, String detail) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem of the request that this thread serves, in the language of that request. */
    public static Problem of(int status, String code, String english, Argument... arguments) {
        Wording wording = KernelTexts.wording(Languages.current());
        return worded(status, code, wording.of(Message.of("problem." + code, english, arguments)), List.of());
    }

    /** A problem of the request that this thread serves, whose texts are in its language already. */
    public static Problem worded(int status, String code, String detail, List<Error> errors) {
        return new Problem(
                "urn:torg:problem:" + code, title(status), status, code, detail, RequestId.current(), errors);
    }

    /** The reply that tells this problem. */
    public Response.ResponseBuilder response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        if (known != null) {
            return known.getReasonPhrase();
        }
        return switch (status) {
            case 422 -> "Unprocessable Content";
            case 507 -> "Insufficient Storage";
            default -> "Error";
        };
    }
}

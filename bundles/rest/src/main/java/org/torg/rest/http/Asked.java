package org.torg.rest.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.SecurityContext;
import javax.ws.rs.core.UriInfo;
import org.torg.api.IdempotencyKey;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;

/**
 * What a request says besides its path and body: who asks, under which key, for which version, with which query. A
 * bean parameter of resource methods. What is malformed is refused by a {@link RefusedException}, which becomes a
 * problem.
 */
public class Asked {

    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");
    private static final Pattern ANY_TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e]{0,100}\"");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    @Context
    SecurityContext security;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    public Caller caller() {
        return CallerFilter.caller(security);
    }

    public Locale language() {
        return caller().language();
    }

    /** Refused with {@code idempotency-key-invalid}. */
    public Optional<IdempotencyKey> key() {
        Optional<String> value = header("Idempotency-Key");
        if (value.isPresent() && !IdempotencyKey.isValid(value.get())) {
            throw malformed("idempotency-key-invalid", "An idempotency key has 1 to 100 printable ASCII characters.");
        }
        return value.map(IdempotencyKey::new);
    }

    /**
     * The version that {@code If-Match} states; empty when it states none, or any. Refused with
     * {@code if-match-invalid}, and with {@code version-changed} when it is a tag that no version has.
     */
    public Optional<Long> expectedVersion() {
        Optional<String> value = header(HttpHeaders.IF_MATCH).filter(tag -> !tag.equals("*"));
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Matcher tag = TAG.matcher(value.get());
        if (tag.matches()) {
            return Optional.of(Long.valueOf(tag.group(1)));
        }
        if (ANY_TAG.matcher(value.get()).matches()) {
            throw new RefusedException(Refusal.of(
                    Refusal.Kind.PRECONDITION, "version-changed", "It was changed meanwhile; read it again."));
        }
        throw malformed("if-match-invalid", "If-Match holds one entity tag, such as \"7\", or *.");
    }

    public Query query() {
        return new Query(uri.getQueryParameters());
    }

    /** Refuses every query parameter, for routes that have none. */
    public Asked withoutQuery() {
        return query().settle(this);
    }

    /**
     * An id from the path.
     *
     * @param what is named, such as {@code order}; text that no id can be is answered as an unknown id
     */
    public String id(String what, String value) {
        if (!ID.matcher(value).matches()) {
            throw new RefusedException(Refusal.notFound(what));
        }
        return value;
    }

    /** The token of this request, for ending its session. */
    public Optional<String> token() {
        return header(HttpHeaders.AUTHORIZATION).flatMap(CallerFilter::token);
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(headers.getHeaderString(name)).map(String::strip);
    }

    private static RefusedException malformed(String code, String english) {
        return new RefusedException(Refusal.of(Refusal.Kind.MALFORMED, code, english));
    }
}

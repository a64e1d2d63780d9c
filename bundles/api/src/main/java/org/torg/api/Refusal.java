package org.torg.api;

import java.util.List;
import java.util.Optional;

/**
 * Why something was not done. Nothing was changed.
 *
 * @param kind the family, which decides the HTTP status
 * @param code the machine code, stable, in kebab case, such as {@code stock-insufficient}
 * @param message for people; its key is looked up in the message bundles
 * @param details one entry for each part of the input that is at fault; may be empty
 */
public record Refusal(Kind kind, String code, Message message, List<Detail> details) {

    public enum Kind {
        /** The request is malformed: broken JSON, an unknown field, a value outside its type. 400. */
        MALFORMED,
        /** Nobody is signed in, or the token is not valid. 401. */
        UNAUTHENTICATED,
        /** The caller lacks the right. 403. */
        FORBIDDEN,
        /** There is no such thing, or it is not the caller's to see. 404. */
        NOT_FOUND,
        /** The state of things forbids it now: another version, not enough stock, a key used otherwise. 409. */
        CONFLICT,
        /** The stated version is not the current one. 412. */
        PRECONDITION,
        /** Understood and well-formed, but the content is not acceptable. 422. */
        UNPROCESSABLE,
        /** Too often or too many. 429. */
        THROTTLED,
        /** A part that is needed is away for the moment. 503. */
        UNAVAILABLE,
        /** No room is left to store it. 507. */
        NO_ROOM
    }

    /**
     * @param field where, as a JSON pointer such as {@code /lines/0/quantity}; empty when the whole is meant
     * @param code machine code of this detail
     * @param message for people
     */
    public record Detail(String field, String code, Message message) {}

    public Refusal {
        details = List.copyOf(details);
    }

    public static Refusal of(Kind kind, String code, String english, Argument... arguments) {
        return new Refusal(kind, code, Message.of("refusal." + code, english, arguments), List.of());
    }

    public static Refusal notFound(String what) {
        return of(Kind.NOT_FOUND, what + "-not-found", "There is no such " + what + ".");
    }

    public Refusal with(List<Detail> more) {
        return new Refusal(kind, code, message, more);
    }

    public static Detail detail(String field, String code, String english, Argument... arguments) {
        return new Detail(field, code, Message.of("refusal." + code, english, arguments));
    }

    public Optional<Detail> firstDetail() {
        return details.stream().findFirst();
    }
}

package org.torg.rest.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import org.torg.api.Argument;
import org.torg.api.Refusal;

/**
 * What is wrong with a body that could not be read. Says where, and never repeats what was sent or what the parser
 * said, except for the names of fields.
 */
public final class JsonFaults {

    private JsonFaults() {}

    public static Refusal of(JsonProcessingException fault) {
        if (fault instanceof UnrecognizedPropertyException unknown) {
            return at(pointer(unknown), "field-unknown", "There is no such field.");
        }
        if (isConstraint(fault)) {
            return refusal("json-too-large", "The JSON is nested too deeply, or a text or number in it is too long.");
        }
        if (fault instanceof JsonMappingException mapping && !isSyntax(mapping)) {
            String pointer = pointer(mapping);
            return pointer.isEmpty()
                    ? refusal("json-unfit", "The JSON is not of the kind that is expected here.")
                    : at(pointer, "type-wrong", "The value is not of the type that is expected here.");
        }
        JsonProcessingException syntax =
                fault.getCause() instanceof JsonProcessingException cause && isSyntax(fault) ? cause : fault;
        String code = isDuplicate(syntax) ? "field-repeated" : "json-broken";
        String english = isDuplicate(syntax)
                ? "A field occurs twice in one object, at line {0}, column {1}."
                : "This is not JSON: it breaks at line {0}, column {1}.";
        JsonLocation location = syntax.getLocation() == null ? JsonLocation.NA : syntax.getLocation();
        return Refusal.of(
                Refusal.Kind.MALFORMED,
                code,
                english,
                Argument.number(Math.max(1, location.getLineNr())),
                Argument.number(Math.max(1, location.getColumnNr())));
    }

    /** For a body that is not there at all. */
    public static Refusal missing() {
        return refusal("body-missing", "A JSON body is required.");
    }

    private static Refusal refusal(String code, String english) {
        return Refusal.of(Refusal.Kind.MALFORMED, code, english);
    }

    private static Refusal at(String pointer, String code, String english) {
        return refusal(code, english).with(List.of(Refusal.detail(pointer, code, english)));
    }

    /** Databind wraps what the parser throws while an object is being read. */
    private static boolean isSyntax(JsonProcessingException fault) {
        return !(fault instanceof JsonMappingException)
                || fault.getCause() instanceof JsonProcessingException cause
                        && !(cause instanceof JsonMappingException)
                        && !(cause instanceof com.fasterxml.jackson.core.exc.InputCoercionException);
    }

    private static boolean isConstraint(JsonProcessingException fault) {
        return fault instanceof StreamConstraintsException || fault.getCause() instanceof StreamConstraintsException;
    }

    /** The parser has no exception of its own for it. */
    private static boolean isDuplicate(JsonProcessingException fault) {
        return fault.getOriginalMessage() != null && fault.getOriginalMessage().startsWith("Duplicate field");
    }

    private static String pointer(JsonMappingException fault) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference part : fault.getPath()) {
            pointer.append('/')
                    .append(part.getFieldName() == null ? part.getIndex() : Pointers.escape(part.getFieldName()));
        }
        return pointer.toString();
    }
}

package org.torg.rest.pricing;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.rest.http.Faults;

/**
 * A line that is to be priced or ordered.
 *
 * @param id the caller's name for it; its place in the list, from 1, when absent
 * @param answers of an article that is configured, by the codes of their questions
 * @param recipient whom it is for
 */
public record LineJson(
        Optional<String> id,
        Optional<String> sku,
        Optional<BigInteger> quantity,
        Optional<Map<String, AnswerJson>> answers,
        Optional<String> recipient) {

    private static final int LONGEST_ID = 36;

    /** All lines, each with an id of its own. */
    public static List<PriceRequest.Line> read(Faults faults, String at, Optional<List<LineJson>> lines) {
        List<PriceRequest.Line> read = faults.each(
                at, lines, PriceRequest.MAX_LINES, "lines-too-many", (pointer, line) -> line.read(faults, pointer));
        if (lines.isEmpty() || lines.get().isEmpty()) {
            faults.add(at, "lines-missing", "There must be a line at least.");
        }
        Set<LineId> ids = new HashSet<>();
        read.forEach(line -> faults.holds(ids.add(line.id()), at, "line-repeated", "Two lines have the same id."));
        return read;
    }

    private PriceRequest.Line read(Faults faults, String at) {
        String place = Integer.toString(Integer.parseInt(at.substring(at.lastIndexOf('/') + 1)) + 1);
        return new PriceRequest.Line(
                id(
                        faults,
                        at + "/id",
                        id,
                        "line-id-invalid",
                        "An id has 1 to 36 letters, digits, dots, _ and -.",
                        place),
                sku(faults, at + "/sku", sku),
                quantity(faults, at + "/quantity", quantity),
                answers.map(given -> AnswerJson.read(faults, at + "/answers", Optional.of(given))),
                AnswerJson.recipient(faults, at + "/recipient", recipient));
    }

    /** A line's name in the form that every line has. */
    public static LineId id(
            Faults faults, String at, Optional<String> value, String code, String english, String otherwise) {
        return new LineId(faults.text(at, value, LONGEST_ID)
                .filter(id -> faults.holds(LineId.isValid(id), at, code, english))
                .orElse(otherwise));
    }

    public static Sku sku(Faults faults, String at, Optional<String> value) {
        String sku = faults.required(at, value, "-");
        if (value.isPresent() && !Sku.isValid(sku)) {
            faults.add(at, "sku-invalid", "This is not an article number.");
        }
        return new Sku(sku);
    }

    public static int quantity(Faults faults, String at, Optional<BigInteger> value) {
        return faults.whole(at, value, 1, PriceRequest.MAX_QUANTITY, "quantity-invalid");
    }
}

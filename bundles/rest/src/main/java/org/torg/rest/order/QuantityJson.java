package org.torg.rest.order;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.rest.http.Faults;
import org.torg.rest.pricing.LineJson;

/** So many of a line. */
public record QuantityJson(Optional<String> line, Optional<BigInteger> quantity) {

    /** Each line once; when a list is there, it holds something. */
    public static Map<LineId, Integer> read(Faults faults, String at, Optional<List<QuantityJson>> lines) {
        Map<LineId, Integer> quantities = new HashMap<>();
        faults.holds(lines.isEmpty() || !lines.get().isEmpty(), at, "lines-missing", "There must be a line at least.");
        faults.each(at, lines, PriceRequest.MAX_LINES, "lines-too-many", (pointer, line) -> {
            faults.required(pointer + "/line", line.line(), "");
            LineId id = LineJson.id(
                    faults, pointer + "/line", line.line(), "line-unknown", "There is no such line.", pointer);
            int quantity = LineJson.quantity(faults, pointer + "/quantity", line.quantity());
            faults.holds(
                    quantities.put(id, quantity) == null, pointer + "/line", "line-repeated", "A line is named twice.");
            return id;
        });
        return quantities;
    }
}

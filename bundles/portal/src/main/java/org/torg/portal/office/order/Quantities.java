package org.torg.portal.office.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.order.Order;
import org.torg.api.order.OrderLine;
import org.torg.api.pricing.LineId;
import org.torg.portal.page.Fields;

/** How many of each line of an order somebody has written into a form. An empty field and a zero are none. */
public final class Quantities {

    private static final String FIELD = "quantity.";

    private Quantities() {}

    public static String field(OrderLine line) {
        return FIELD + line.id().value();
    }

    /**
     * Refused with {@code quantity-invalid} where something is no number, and with {@code lines-missing} where nothing is left:
     * to a service that would mean all.
     */
    public static Outcome<Map<LineId, Integer>> of(Order order, Fields form) {
        Map<LineId, Integer> quantities = new LinkedHashMap<>();
        List<Refusal.Detail> faults = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            Optional<String> typed = form.text(field(line));
            if (typed.isEmpty()) {
                continue;
            }
            int quantity = form.number(field(line)).orElse(-1);
            if (quantity < 0) {
                faults.add(Refusal.detail(
                        "/quantities/" + line.id().value(), "quantity-invalid", "A quantity is at least 1."));
            } else if (quantity > 0) {
                quantities.put(line.id(), quantity);
            }
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.UNPROCESSABLE, "quantity-invalid", "A quantity is at least 1.")
                            .with(faults));
        }
        return quantities.isEmpty()
                ? Outcome.refused(Refusal.of(Refusal.Kind.UNPROCESSABLE, "lines-missing", "State at least one line."))
                : Outcome.done(quantities);
    }
}

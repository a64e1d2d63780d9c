package org.torg.api.pricing;

import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.Message;

/**
 * One step of a price. Replaying the steps in their order gives every amount to the minor unit.
 *
 * @param line the line; empty for a step on the order as a whole
 * @param quantity of the line, so that a unit price can be replayed; 1 for a step on the order
 * @param charge for freight, fees and surcharges
 * @param module which code asked for it
 * @param value what was asked for; a LIST step has a unit price, a TAX step a rate
 * @param base the amount to which the value was applied; for a unit price the amount before
 * @param result what this step adds or takes away
 * @param vatCategory of the line, of the tax, or stated for the charge; empty for a step on the goods as a whole, and for
 *     a charge that follows them
 * @param standing {@link Standing#APPLIED}, or why it did not count; such an entry has a result of zero
 */
public record TraceEntry(
        Phase phase,
        Optional<LineId> line,
        int quantity,
        Optional<ChargeKind> charge,
        ModuleRef module,
        String rule,
        Message message,
        Optional<Adjustment.Value> value,
        Money base,
        Money result,
        String vatCategory,
        Standing standing) {

    public enum Standing {
        APPLIED,
        /** Applied, but cut so that no amount falls below zero. */
        LIMITED,
        /** Looked at, and not applied. The message says why. */
        REJECTED
    }

    public boolean counts() {
        return standing != Standing.REJECTED;
    }
}

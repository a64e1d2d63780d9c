package org.torg.api.pricing;

import java.util.List;
import java.util.Optional;
import org.torg.api.Message;

/**
 * What a module answers.
 *
 * @param rejected candidates that it looked at and that did not apply, and why; they are part of the trace
 */
public record Contribution(List<Adjustment> adjustments, List<Rejected> rejected) {

    public static final Contribution NONE = new Contribution(List.of(), List.of());

    /** @param line the line it would have applied to; empty for the order */
    public record Rejected(Optional<LineId> line, String rule, Message why) {}

    public Contribution {
        adjustments = List.copyOf(adjustments);
        rejected = List.copyOf(rejected);
    }

    public static Contribution of(Adjustment... adjustments) {
        return new Contribution(List.of(adjustments), List.of());
    }
}

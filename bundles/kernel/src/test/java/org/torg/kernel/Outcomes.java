package org.torg.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.torg.api.Outcome;
import org.torg.api.Refusal;

/** Looks into answers that are expected to be refusals. */
public final class Outcomes {
    private Outcomes() {}

    public static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    /** The code of the refusal, or {@code done}. */
    public static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "done";
    }
}

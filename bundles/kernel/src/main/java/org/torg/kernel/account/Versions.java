package org.torg.kernel.account;

import java.util.Optional;
import org.torg.api.Refusal;

/** Whether somebody else was faster. */
final class Versions {

    private Versions() {}

    /** @param expected what the caller has seen; empty: whatever there is */
    static Optional<Refusal> objection(Optional<Long> expected, long stored) {
        return expected.filter(version -> version != stored)
                .map(version -> Refusal.of(
                        Refusal.Kind.PRECONDITION,
                        "version-changed",
                        "Somebody else changed this since you have seen it."));
    }
}

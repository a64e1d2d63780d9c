package org.torg.kernel.pricing;

import org.torg.api.Message;
import org.torg.api.pricing.ModuleRef;
import org.torg.api.pricing.Phase;

/** Who asks for a change of a price, and why. */
record Step(Phase phase, ModuleRef module, String rule, Message message) {

    Step because(Message other) {
        return new Step(phase, module, rule, other);
    }
}

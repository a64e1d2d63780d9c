package org.torg.kernel.vendor;

import java.util.function.Function;
import org.torg.api.Outcome;
import org.torg.api.module.ModuleSet;

/** Brings up the modules of a set that does not serve. */
public interface EarlierCode {

    /**
     * Evaluates something with these modules, beside those that serve, and lets them go again. Refused with
     * {@code generation-not-available}, and as the evaluation is.
     */
    <T> Outcome<T> with(ModuleSet set, Function<GuardedVendor, Outcome<T>> evaluation);
}

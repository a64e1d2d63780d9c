package org.torg.kernel.pricing;

import java.time.LocalDate;
import java.util.Optional;
import org.torg.api.Outcome;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Guidance;
import org.torg.kernel.vendor.CurrentParameters;
import org.torg.kernel.vendor.GuardedVendor;

/** Judges what articles are configured to be, for who prices and orders them. */
public interface Configurator {

    /**
     * How things stand under these answers; empty when articles of this product are not configured. Refused with
     * {@code answer-invalid} for what no model could take.
     *
     * @param vendor under one generation, whose models count
     * @param today business date of the seller
     * @param product code of the article's product
     */
    Outcome<Optional<Guidance>> guide(
            GuardedVendor vendor, CurrentParameters parameters, LocalDate today, String product, Answers answers);
}

package org.torg.kernel.vendor;

import java.time.LocalDate;
import org.torg.api.vendor.VendorId;

/** Answers what a vendor's parameters are worth. Called for every price: answers from memory as a rule. */
public interface ParameterValues {

    /**
     * Each key that the vendor defines has a valid value.
     *
     * @param vendor present now
     * @param date business date in the seller's zone
     */
    CurrentParameters at(VendorId vendor, LocalDate date);
}

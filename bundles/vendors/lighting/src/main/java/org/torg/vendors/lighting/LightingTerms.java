package org.torg.vendors.lighting;

import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Terms.Amendment;
import org.torg.api.vendor.Terms.Invoicing;

/** What Lysverk promises with every order. */
final class LightingTerms {

    /** L32, from the last delivery. */
    private static final int RETURN_WINDOW_DAYS = 50;

    /** L37. */
    private static final int WARRANTY_MONTHS = 12;

    private static final int DUE_DAYS = 14;

    private LightingTerms() {}

    static Terms of() {
        return new Terms(
                RETURN_WINDOW_DAYS,
                true,
                WARRANTY_MONTHS,
                Amendment.STAFF_BEFORE_SHIPMENT,
                new Invoicing(Invoicing.Trigger.PER_SHIPMENT, Invoicing.Charges.FIRST_INVOICE, DUE_DAYS));
    }
}

package org.torg.api.vendor;

/**
 * The terms under which an order was bought: closed data, stored by content hash, by which the order is judged for ever.
 *
 * @param returnWindowDays days after the last delivery in which goods may be returned without a reason; 0: never (L32)
 * @param returnFreightFree whether a return within the window costs the buyer nothing (L34)
 * @param warrantyMonths from the delivery of the goods (L37)
 * @param amendment what may be changed after the order was placed
 * @param invoicing when and how it is invoiced
 */
public record Terms(
        int returnWindowDays, boolean returnFreightFree, int warrantyMonths, Amendment amendment, Invoicing invoicing) {

    /** Who may amend a placed order. */
    public enum Amendment {
        /** Staff, as long as nothing was prepared for shipment (L25-L29). */
        STAFF_BEFORE_SHIPMENT,
        NOBODY
    }

    /**
     * @param trigger what makes an invoice due
     * @param charges on which invoice freight, fees and surcharges go
     * @param dueDays days from the invoice date to the due date
     */
    public record Invoicing(Trigger trigger, Charges charges, int dueDays) {

        public enum Trigger {
            /** One invoice for each delivery, only what was shipped (L54-L56). */
            PER_SHIPMENT
        }

        public enum Charges {
            /** Whole, on the first invoice of the order (L50, L57). */
            FIRST_INVOICE
        }
    }
}

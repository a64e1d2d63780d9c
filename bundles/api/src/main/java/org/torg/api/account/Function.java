package org.torg.api.account;

import java.util.Locale;
import java.util.Optional;

/** What a right is about. A {@link Grant} joins one with the scope in which it holds. */
public enum Function {
    /** See products. Strangers have it too. */
    CATALOG_READ,
    /** See prices (L12: never for strangers). */
    PRICE_READ,
    CART_EDIT,
    ORDER_PLACE,
    /** Answer customers who ask for a quote, with prices of one's own choice. */
    QUOTE_ANSWER,
    /** Approve orders of colleagues who may not place them alone; nobody approves their own. */
    ORDER_APPROVE,
    ORDER_READ,
    SHIPMENT_READ,
    /** See invoices, what is unpaid of them, and the balance (H10). */
    INVOICE_READ,
    /** See an account's own details, its locations and its people. */
    ACCOUNT_READ,
    /** Change an account's own details and address book, ask for new locations. */
    ACCOUNT_EDIT,
    /** Invite people, set their rights, withdraw their access: an owner for the account, an administrator for staff. */
    USER_MANAGE,
    /** See patients and end users by name; each look is audited. */
    RECIPIENT_READ,
    RECIPIENT_EDIT,
    /** Open and edit accounts of others, create locations, set tiers. */
    ACCOUNT_MANAGE,
    /** Decide what customers have asked for. */
    REQUEST_DECIDE,
    /** Act in the name of a customer, marked as such. */
    ACT_FOR,
    /** Export and erase what is kept of a person. */
    PERSONAL_DATA,
    /** See which mails could not be sent, and send them again. */
    MAIL_READ,
    /** Change a placed order, such as cancel lines. */
    ORDER_AMEND,
    SHIPMENT_REGISTER,
    CATALOG_IMPORT,
    PRICE_IMPORT,
    /** See what a customer would pay, on any day and under any generation of a vendor's modules and parameters. */
    PRICE_SIMULATE,
    PARAMETER_READ,
    PARAMETER_EDIT,
    /** See which modules a vendor is made of, and how they fare. */
    MODULE_READ,
    /** Swap the modules of a vendor. */
    MODULE_ACTIVATE,
    /** Read the event feed. */
    EVENT_READ,
    AUDIT_READ;

    /** As it is written in JSON, such as {@code invoice-read}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Function> of(String code) {
        for (Function function : values()) {
            if (function.code().equals(code)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }
}

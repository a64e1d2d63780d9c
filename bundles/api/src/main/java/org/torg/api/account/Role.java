package org.torg.api.account;

import static org.torg.api.account.Function.*;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Named bundles of functions. Which person has which role, in which scope, and which of its functions, is data. */
public enum Role {
    /** The account owner: everything that a customer can do (H05). */
    OWNER(
            Side.CUSTOMER,
            EnumSet.of(
                    CATALOG_READ,
                    PRICE_READ,
                    CART_EDIT,
                    ORDER_PLACE,
                    ORDER_APPROVE,
                    ORDER_READ,
                    SHIPMENT_READ,
                    INVOICE_READ,
                    ACCOUNT_READ,
                    ACCOUNT_EDIT,
                    USER_MANAGE,
                    RECIPIENT_READ,
                    RECIPIENT_EDIT,
                    AUDIT_READ)),
    /** Orders, but sees no invoices (H10). */
    BUYER(
            Side.CUSTOMER,
            EnumSet.of(
                    CATALOG_READ,
                    PRICE_READ,
                    CART_EDIT,
                    ORDER_PLACE,
                    ORDER_READ,
                    SHIPMENT_READ,
                    ACCOUNT_READ,
                    RECIPIENT_READ,
                    RECIPIENT_EDIT)),
    /** Of these an owner ticks those that a colleague has (H09, H11). */
    COLLEAGUE(
            Side.CUSTOMER,
            EnumSet.of(
                    CATALOG_READ,
                    PRICE_READ,
                    CART_EDIT,
                    ORDER_PLACE,
                    ORDER_APPROVE,
                    ORDER_READ,
                    SHIPMENT_READ,
                    INVOICE_READ,
                    ACCOUNT_READ,
                    ACCOUNT_EDIT,
                    RECIPIENT_READ,
                    RECIPIENT_EDIT,
                    AUDIT_READ)),
    /** The vendor's order desk. */
    STAFF_ORDERS(
            Side.STAFF,
            EnumSet.of(
                    CATALOG_READ,
                    PRICE_READ,
                    ORDER_READ,
                    ORDER_AMEND,
                    QUOTE_ANSWER,
                    PRICE_SIMULATE,
                    SHIPMENT_READ,
                    SHIPMENT_REGISTER,
                    INVOICE_READ,
                    ACCOUNT_READ,
                    ACT_FOR,
                    RECIPIENT_READ)),
    /** Who picks and sends: no prices, no invoices. */
    STAFF_WAREHOUSE(Side.STAFF, EnumSet.of(CATALOG_READ, ORDER_READ, SHIPMENT_READ, SHIPMENT_REGISTER)),
    STAFF_FINANCE(
            Side.STAFF,
            EnumSet.of(CATALOG_READ, PRICE_READ, ORDER_READ, SHIPMENT_READ, INVOICE_READ, ACCOUNT_READ, AUDIT_READ)),
    /** Customer service: accounts, what customers ask for, and ordering for them. */
    STAFF_SUPPORT(
            Side.STAFF,
            EnumSet.of(
                    CATALOG_READ,
                    PRICE_READ,
                    PRICE_SIMULATE,
                    ORDER_READ,
                    SHIPMENT_READ,
                    ACCOUNT_READ,
                    ACCOUNT_MANAGE,
                    REQUEST_DECIDE,
                    ACT_FOR,
                    MAIL_READ)),
    /** The vendor's catalogue, prices and parameters. */
    STAFF_CATALOG(
            Side.STAFF,
            EnumSet.of(
                    CATALOG_READ,
                    PRICE_READ,
                    CATALOG_IMPORT,
                    PRICE_IMPORT,
                    PRICE_SIMULATE,
                    PARAMETER_READ,
                    PARAMETER_EDIT)),
    /** Who swaps the vendor's modules. */
    STAFF_MODULES(
            Side.STAFF,
            EnumSet.of(CATALOG_READ, PRICE_READ, PRICE_SIMULATE, PARAMETER_READ, MODULE_READ, MODULE_ACTIVATE)),
    /** Another system that follows the event feed. */
    INTEGRATION(Side.STAFF, EnumSet.of(CATALOG_READ, EVENT_READ, ORDER_READ, SHIPMENT_READ, INVOICE_READ)),
    /** All that the vendor's staff can do. */
    ADMINISTRATOR(
            Side.STAFF,
            EnumSet.of(
                    CATALOG_READ,
                    PRICE_READ,
                    ORDER_READ,
                    ORDER_AMEND,
                    QUOTE_ANSWER,
                    SHIPMENT_READ,
                    SHIPMENT_REGISTER,
                    INVOICE_READ,
                    ACCOUNT_READ,
                    ACCOUNT_MANAGE,
                    REQUEST_DECIDE,
                    USER_MANAGE,
                    ACT_FOR,
                    PERSONAL_DATA,
                    MAIL_READ,
                    RECIPIENT_READ,
                    CATALOG_IMPORT,
                    PRICE_IMPORT,
                    PRICE_SIMULATE,
                    PARAMETER_READ,
                    PARAMETER_EDIT,
                    MODULE_READ,
                    MODULE_ACTIVATE,
                    EVENT_READ,
                    AUDIT_READ));

    /** Whose people have a role. */
    public enum Side {
        /** In the scope of an account or of some of its locations. */
        CUSTOMER,
        /** In the scope of a vendor or of the tenant; needs a second factor. */
        STAFF
    }

    private final Side side;
    private final Set<Function> functions;

    Role(Side side, Set<Function> functions) {
        this.side = side;
        this.functions = Set.copyOf(functions);
    }

    public Side side() {
        return side;
    }

    public Set<Function> functions() {
        return functions;
    }

    /** As it is written in JSON, such as {@code staff-orders}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> of(String code) {
        for (Role role : values()) {
            if (role.code().equals(code)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}

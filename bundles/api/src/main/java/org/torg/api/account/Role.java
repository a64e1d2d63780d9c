package org.torg.api.account;

import static org.torg.api.account.Function.*;

import java.util.EnumSet;
import java.util.Set;

/** Named bundles of functions. Which person has which role, and in which scope, is data. */
public enum Role {
    /** The account owner: everything that a customer can do. */
    OWNER(EnumSet.of(
            CATALOG_READ, PRICE_READ, CART_EDIT, ORDER_PLACE, ORDER_READ, SHIPMENT_READ, INVOICE_READ, ACCOUNT_READ)),
    /** Orders, but sees no invoices (H10). */
    BUYER(EnumSet.of(CATALOG_READ, PRICE_READ, CART_EDIT, ORDER_PLACE, ORDER_READ, SHIPMENT_READ, ACCOUNT_READ)),
    /** The vendor's order desk and warehouse. */
    STAFF_ORDERS(EnumSet.of(
            CATALOG_READ,
            PRICE_READ,
            ORDER_READ,
            ORDER_AMEND,
            SHIPMENT_READ,
            SHIPMENT_REGISTER,
            INVOICE_READ,
            ACCOUNT_READ)),
    /** The vendor's catalogue, prices and parameters. */
    STAFF_CATALOG(EnumSet.of(CATALOG_READ, PRICE_READ, CATALOG_IMPORT, PRICE_IMPORT, PARAMETER_READ, PARAMETER_EDIT)),
    /** Who swaps the vendor's modules. */
    STAFF_MODULES(EnumSet.of(CATALOG_READ, PRICE_READ, PARAMETER_READ, MODULE_READ, MODULE_ACTIVATE)),
    /** Another system that follows the event feed. */
    INTEGRATION(EnumSet.of(CATALOG_READ, EVENT_READ, ORDER_READ, SHIPMENT_READ, INVOICE_READ)),
    /** All that the vendor's staff can do. */
    ADMINISTRATOR(EnumSet.of(
            CATALOG_READ,
            PRICE_READ,
            ORDER_READ,
            ORDER_AMEND,
            SHIPMENT_READ,
            SHIPMENT_REGISTER,
            INVOICE_READ,
            ACCOUNT_READ,
            ACCOUNT_MANAGE,
            CATALOG_IMPORT,
            PRICE_IMPORT,
            PARAMETER_READ,
            PARAMETER_EDIT,
            MODULE_READ,
            MODULE_ACTIVATE,
            EVENT_READ,
            AUDIT_READ));

    private final Set<Function> functions;

    Role(Set<Function> functions) {
        this.functions = Set.copyOf(functions);
    }

    public Set<Function> functions() {
        return functions;
    }
}

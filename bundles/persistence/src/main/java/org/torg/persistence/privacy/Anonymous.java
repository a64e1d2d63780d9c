package org.torg.persistence.privacy;

import static org.torg.api.store.PersonalDataStore.ERASED;

import java.util.Optional;
import org.torg.api.account.Address;
import org.torg.api.invoice.Invoice;
import org.torg.api.order.Checkout;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.Order;

/** Documents without the people in them. Country and place stay: VAT and statistics depend on them. */
final class Anonymous {

    private static final Contact NOBODY = new Contact(ERASED, Optional.empty());

    private Anonymous() {}

    static Order.Snapshot of(Order.Snapshot known) {
        return new Order.Snapshot(
                known.customerNumber(),
                known.organisationNumber(),
                of(known.billing()),
                of(known.delivery()),
                NOBODY,
                known.purchaseOrderReference(),
                known.payment(),
                Optional.empty(),
                known.externalIds(),
                known.language());
    }

    static Checkout of(Checkout known) {
        return new Checkout(
                known.prices(),
                known.delivery().map(Anonymous::of),
                known.billing().map(Anonymous::of),
                known.contact().map(contact -> NOBODY),
                known.purchaseOrderReference(),
                known.payment(),
                Optional.empty(),
                known.externalIds(),
                known.actingFor());
    }

    static Invoice of(Invoice known) {
        return new Invoice(
                known.id(),
                known.number(),
                known.vendor(),
                known.account(),
                known.order(),
                known.orderNumber(),
                known.shipment(),
                known.seller(),
                known.date(),
                known.taxPoint(),
                known.dueDate(),
                known.paymentReference(),
                known.customerNumber(),
                known.buyerOrganisationNumber(),
                of(known.billing()),
                of(known.delivery()),
                ERASED,
                known.purchaseOrderReference(),
                known.currency(),
                known.lines(),
                known.charges(),
                known.vat(),
                known.net(),
                known.vatTotal(),
                known.gross(),
                known.vatDifference(),
                known.issuedAt(),
                known.location());
    }

    private static DeliveryChoice of(DeliveryChoice known) {
        return new DeliveryChoice(of(known.address()), known.kind(), known.option(), known.timing());
    }

    private static Address of(Address known) {
        return new Address(
                ERASED, Optional.empty(), ERASED, Optional.empty(), known.postcode(), known.city(), known.country());
    }
}

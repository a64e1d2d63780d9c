package org.torg.api.order;

import java.util.List;
import java.util.Optional;
import org.torg.api.ExternalId;
import org.torg.api.account.Address;
import org.torg.api.account.UserId;

/**
 * What is stated when an order is placed.
 *
 * @param prices on which price the buyer agrees
 * @param delivery empty: the cart's, else the account's first delivery address, in parts where that is possible
 * @param billing empty: the account's
 * @param contact empty: the account's invoice e-mail and phone
 * @param purchaseOrderReference the buyer's own reference; 1 to 100 characters
 * @param payment empty: by invoice
 * @param note for the vendor; plain text, up to 2,000 characters
 * @param actingFor confirms in whose name it is ordered, where it is in somebody's (D10)
 */
public record Checkout(
        PriceAgreement prices,
        Optional<DeliveryChoice> delivery,
        Optional<Address> billing,
        Optional<Contact> contact,
        Optional<String> purchaseOrderReference,
        Optional<PaymentMethod> payment,
        Optional<String> note,
        List<ExternalId> externalIds,
        Optional<UserId> actingFor) {

    public Checkout {
        externalIds = List.copyOf(externalIds);
    }

    /** In nobody else's name. */
    public Checkout(
            PriceAgreement prices,
            Optional<DeliveryChoice> delivery,
            Optional<Address> billing,
            Optional<Contact> contact,
            Optional<String> purchaseOrderReference,
            Optional<PaymentMethod> payment,
            Optional<String> note,
            List<ExternalId> externalIds) {
        this(prices, delivery, billing, contact, purchaseOrderReference, payment, note, externalIds, Optional.empty());
    }
}

package org.torg.rest.vendor;

import java.util.Optional;
import org.torg.api.vendor.LegalEntity;
import org.torg.rest.account.AddressJson;

/**
 * A company that sells: what its invoices say.
 *
 * @param payee to whom is paid, where that is not the seller itself (L61)
 * @param bankAccount of the payee
 */
public record SellerJson(
        String id,
        String name,
        String organisationNumber,
        String vatNumber,
        Optional<String> registerNote,
        AddressJson address,
        String email,
        String phone,
        Optional<String> payee,
        String bankAccount) {

    public static SellerJson of(LegalEntity seller) {
        return new SellerJson(
                seller.id(),
                seller.name(),
                seller.organisationNumber(),
                seller.vatNumber(),
                seller.registerNote(),
                AddressJson.of(seller.address()),
                seller.email(),
                seller.phone(),
                seller.payee(),
                seller.bankAccount());
    }
}

package org.torg.api.account;

import java.util.List;
import java.util.Optional;

/**
 * A buying company.
 *
 * @param customerNumber the vendor's number for it, unique in the tenant
 * @param organisationNumber of the country's company register, digits only
 * @param language ISO 639-1 code of its documents
 * @param billing where invoices go
 * @param deliveries delivery addresses, the default first; never empty
 * @param invoiceEmail where invoices are mailed when an order states nothing else
 */
public record Account(
        AccountId id,
        String customerNumber,
        String name,
        Optional<String> organisationNumber,
        String country,
        String language,
        Address billing,
        List<Address> deliveries,
        String invoiceEmail,
        Optional<String> phone) {

    public Account {
        deliveries = List.copyOf(deliveries);
    }
}

package org.torg.rest.account;

import java.util.List;
import java.util.Optional;
import org.torg.api.account.Account;

/** The buying company for which the caller acts. */
public record AccountJson(
        String id,
        String customerNumber,
        String name,
        Optional<String> organisationNumber,
        String country,
        String language,
        AddressJson billing,
        List<AddressJson> deliveries,
        String invoiceEmail,
        Optional<String> phone) {

    static AccountJson of(Account account) {
        return new AccountJson(
                account.id().value(),
                account.customerNumber(),
                account.name(),
                account.organisationNumber(),
                account.country(),
                account.language(),
                AddressJson.of(account.billing()),
                account.deliveries().stream()
                        .map(entry -> AddressJson.of(entry.address()))
                        .toList(),
                account.invoiceEmail(),
                account.phone());
    }
}

package org.torg.api.account;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.torg.api.ExternalId;

/**
 * A buying company.
 *
 * @param customerNumber the vendor's number for it, unique in the tenant
 * @param organisationNumber of the country's company register, digits only
 * @param language ISO 639-1 code of its documents
 * @param billing where invoices go
 * @param deliveries the address book, the default first; never empty
 * @param invoiceEmails where invoices are mailed when an order states nothing else; never empty
 * @param verified whether somebody of the company has confirmed these details (D04)
 * @param preferences small settings of the customer, by key (D11); at most 50
 * @param version grows with every change; the entity tag
 */
public record Account(
        AccountId id,
        String customerNumber,
        String name,
        Optional<String> organisationNumber,
        String country,
        String language,
        Address billing,
        List<DeliveryAddress> deliveries,
        List<String> invoiceEmails,
        Optional<String> phone,
        boolean verified,
        Map<String, String> preferences,
        List<ExternalId> externalIds,
        long version) {

    public Account {
        deliveries = List.copyOf(deliveries);
        invoiceEmails = List.copyOf(invoiceEmails);
        preferences = Collections.unmodifiableMap(new TreeMap<>(preferences));
        externalIds = List.copyOf(externalIds);
    }

    /** A new one that is known well: its entries of the address book are called by their first lines. */
    public Account(
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
        this(
                id,
                customerNumber,
                name,
                organisationNumber,
                country,
                language,
                billing,
                book(deliveries),
                List.of(invoiceEmail),
                phone,
                true,
                Map.of(),
                List.of(),
                1);
    }

    private static List<DeliveryAddress> book(List<Address> addresses) {
        return IntStream.range(0, addresses.size())
                .mapToObj(i -> new DeliveryAddress(
                        new AddressId(Integer.toString(i + 1)),
                        addresses.get(i).name(),
                        addresses.get(i),
                        Optional.empty()))
                .toList();
    }

    /** The first of them. */
    public String invoiceEmail() {
        return invoiceEmails.get(0);
    }

    public Account withId(AccountId other) {
        return new Account(
                other,
                customerNumber,
                name,
                organisationNumber,
                country,
                language,
                billing,
                deliveries,
                invoiceEmails,
                phone,
                verified,
                preferences,
                externalIds,
                version);
    }
}

package org.torg.rest.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.Message;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts.Consultant;
import org.torg.api.account.Accounts.Summary;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.account.LocationId;
import org.torg.http.Wording;

/**
 * A buying company.
 *
 * @param deliveries the address book as the caller sees it; the first is taken when an order names none
 * @param verified whether somebody of the company has confirmed these details
 * @param managers who looks after the account
 * @param warnings what is doubtful about it
 */
public record AccountJson(
        String id,
        String customerNumber,
        String name,
        Optional<String> organisationNumber,
        String country,
        String language,
        AddressJson billing,
        List<DeliveryAddressJson> deliveries,
        List<String> invoiceEmails,
        Optional<String> phone,
        boolean verified,
        Map<String, String> preferences,
        List<ExternalIdJson> externalIds,
        List<ManagerJson> managers,
        List<WarningJson> warnings) {

    static AccountJson of(Account account, List<Consultant> managers, List<Message> warnings, Wording wording) {
        return new AccountJson(
                account.id().value(),
                account.customerNumber(),
                account.name(),
                account.organisationNumber(),
                account.country(),
                account.language(),
                AddressJson.of(account.billing()),
                account.deliveries().stream().map(DeliveryAddressJson::of).toList(),
                account.invoiceEmails(),
                account.phone(),
                account.verified(),
                account.preferences(),
                account.externalIds().stream().map(ExternalIdJson::of).toList(),
                managers.stream()
                        .map(manager -> new ManagerJson(manager.vendor().value(), manager.name(), manager.email()))
                        .toList(),
                warnings.stream()
                        .map(warning -> new WarningJson(warning.key(), wording.of(warning)))
                        .toList());
    }

    /** An entry of the address book. */
    public record DeliveryAddressJson(String id, String label, Optional<String> location, AddressJson address) {

        static DeliveryAddressJson of(DeliveryAddress entry) {
            return new DeliveryAddressJson(
                    entry.id().value(),
                    entry.label(),
                    entry.location().map(LocationId::value),
                    AddressJson.of(entry.address()));
        }
    }

    /** Somebody of a vendor's staff. */
    public record ManagerJson(String vendor, String name, String email) {}

    public record WarningJson(String key, String text) {}

    /** An account in staff's list. */
    public record AccountSummaryJson(
            String id, String customerNumber, String name, Optional<String> organisationNumber, String city) {

        static AccountSummaryJson of(Summary account) {
            return new AccountSummaryJson(
                    account.id().value(),
                    account.customerNumber(),
                    account.name(),
                    account.organisationNumber(),
                    account.city());
        }
    }
}

package org.torg.kernel.account;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.Details;
import org.torg.api.account.AddressId;
import org.torg.api.account.DeliveryAddress;

/** An account with something else in it. */
final class AccountChange {

    private AccountChange() {}

    /** As it begins: what the kernel gives is given here. Addresses of locations wait for their locations. */
    static Account opened(AccountId id, Account asked) {
        List<DeliveryAddress> asGiven = asked.deliveries();
        List<DeliveryAddress> numbered = IntStream.range(0, asGiven.size())
                .mapToObj(i -> new DeliveryAddress(
                        new AddressId(Integer.toString(i + 1)),
                        asGiven.get(i).label(),
                        asGiven.get(i).address(),
                        asGiven.get(i).location()))
                .toList();
        return copy(
                        withDetails(asked, AccountForm.normal(asked.country(), details(asked)), 1),
                        numbered,
                        asked.verified(),
                        1)
                .withId(id);
    }

    static Details details(Account account) {
        return new Details(
                account.name(),
                account.organisationNumber(),
                account.language(),
                account.billing(),
                account.invoiceEmails(),
                account.phone(),
                account.preferences(),
                account.externalIds());
    }

    static Account withDetails(Account account, Details details, long version) {
        return new Account(
                account.id(),
                account.customerNumber(),
                details.name(),
                details.organisationNumber(),
                account.country(),
                details.language(),
                details.billing(),
                account.deliveries(),
                details.invoiceEmails(),
                details.phone(),
                account.verified(),
                details.preferences(),
                details.externalIds(),
                version);
    }

    static Details withNumber(Details details, Optional<String> organisationNumber) {
        return new Details(
                details.name(),
                organisationNumber,
                details.language(),
                details.billing(),
                details.invoiceEmails(),
                details.phone(),
                details.preferences(),
                details.externalIds());
    }

    static Account withBook(Account account, List<DeliveryAddress> book, long version) {
        return copy(account, book, account.verified(), version);
    }

    static Account verified(Account account) {
        return account.verified() ? account : copy(account, account.deliveries(), true, account.version() + 1);
    }

    private static Account copy(Account account, List<DeliveryAddress> book, boolean verified, long version) {
        return new Account(
                account.id(),
                account.customerNumber(),
                account.name(),
                account.organisationNumber(),
                account.country(),
                account.language(),
                account.billing(),
                book,
                account.invoiceEmails(),
                account.phone(),
                verified,
                account.preferences(),
                account.externalIds(),
                version);
    }
}

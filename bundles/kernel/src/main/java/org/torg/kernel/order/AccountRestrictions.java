package org.torg.kernel.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.account.Account;
import org.torg.api.order.Checkout;
import org.torg.api.vendor.AccountPolicy;
import org.torg.kernel.account.AddressBook;
import org.torg.kernel.pricing.PriceFacts;

/**
 * What the account itself forbids an order: nothing is sold before somebody of the company has confirmed its details (D04),
 * and where addresses are the vendor's, goods go to an entry of the address book that the buyer is offered, and invoices to
 * the billing address (D38, D39).
 */
final class AccountRestrictions {

    private AccountRestrictions() {}

    static Optional<Refusal> objection(PriceFacts facts, Checkout checkout) {
        Account account = facts.account();
        if (!account.verified()) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "account-unverified",
                    "Somebody of the company confirms its details before it orders."));
        }
        AccountPolicy policy = facts.vendor().accounts(facts.parameters().parameters());
        return policy.addresses() == AccountPolicy.Addresses.BY_VENDOR
                ? addresses(account, checkout)
                : Optional.empty();
    }

    private static Optional<Refusal> addresses(Account account, Checkout checkout) {
        List<Detail> faults = new ArrayList<>();
        checkout.delivery()
                .filter(delivery -> !AddressBook.holds(account, delivery.address()))
                .ifPresent(delivery -> faults.add(fault("/delivery/address")));
        checkout.billing()
                .filter(billing -> !AddressBook.isSame(account.billing(), billing))
                .ifPresent(billing -> faults.add(fault("/billing")));
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Refusal.Kind.UNPROCESSABLE,
                        faults.get(0).code(),
                        faults.get(0).message(),
                        faults));
    }

    private static Detail fault(String pointer) {
        return Refusal.detail(
                pointer, "address-not-in-book", "This vendor sends only to addresses that it has on file. Contact it.");
    }
}

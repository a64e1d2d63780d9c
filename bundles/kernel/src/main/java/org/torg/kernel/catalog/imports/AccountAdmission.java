package org.torg.kernel.catalog.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.LocationId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.account.AccountIntake;

/** Adds what is missing of the rows of one file, in the transaction that makes them visible, and counts it. */
final class AccountAdmission {

    /** Rows of one customer stand together as a rule. */
    private static final int REMEMBERED = 2000;

    private final AccountStore accounts;
    private final AccountIntake intake;
    private final VendorId vendor;
    private final boolean invite;
    private final Map<String, Customer> customers = recent();
    private long newAccounts;
    private long newLocations;
    private long newPeople;

    AccountAdmission(AccountStore accounts, AccountIntake intake, VendorId vendor, boolean invite) {
        this.accounts = accounts;
        this.intake = intake;
        this.vendor = vendor;
        this.invite = invite;
    }

    /** @param foreign whether it became another vendor's, too, since the rows were judged */
    private record Customer(AccountId id, Map<String, LocationId> locations, boolean foreign) {}

    /** Forgets what was not used for long. */
    static <T> Map<String, T> recent() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    long accounts() {
        return newAccounts;
    }

    long locations() {
        return newLocations;
    }

    long people() {
        return newPeople;
    }

    void admit(Tx tx, List<AccountRow> rows) {
        Set<String> asked = rows.stream()
                .map(AccountRow::customerNumber)
                .filter(number -> !customers.containsKey(number))
                .collect(Collectors.toSet());
        Map<String, AccountId> known = asked.isEmpty() ? Map.of() : accounts.byCustomerNumbers(tx, asked);
        for (AccountRow row : rows) {
            Customer customer = customers.get(row.customerNumber());
            if (customer == null) {
                // One that was known when the chunk began may have been forgotten since.
                Optional<AccountId> id = asked.contains(row.customerNumber())
                        ? Optional.ofNullable(known.get(row.customerNumber()))
                        : accounts.byCustomerNumbers(tx, Set.of(row.customerNumber())).values().stream()
                                .findFirst();
                customer = customer(tx, row, id);
                customers.put(row.customerNumber(), customer);
            }
            if (!customer.foreign()) {
                admit(tx, row, customer);
            }
        }
    }

    private Customer customer(Tx tx, AccountRow row, Optional<AccountId> known) {
        if (known.isPresent() && intake.concernsOthers(tx, known.get(), vendor)) {
            return new Customer(known.get(), Map.of(), true);
        }
        AccountId id = known.orElseGet(() -> {
            newAccounts++;
            return intake.open(tx, row.account());
        });
        boolean unused = intake.agree(tx, new Agreement(id, vendor, row.tier(), row.groups()));
        Map<String, LocationId> locations = new HashMap<>();
        if (known.isPresent()) {
            intake.locations(tx, id).forEach(location -> locations.put(location.number(), location.id()));
        }
        return new Customer(id, locations, false);
    }

    private void admit(Tx tx, AccountRow row, Customer customer) {
        row.location().ifPresent(location -> customer.locations().computeIfAbsent(location.number(), number -> {
            newLocations++;
            return intake.open(tx, customer.id(), location).id();
        }));
        row.person().ifPresent(person -> {
            Set<LocationId> at = new HashSet<>();
            person.locations()
                    .forEach(number -> Optional.ofNullable(customer.locations().get(number))
                            .ifPresent(at::add));
            // Nobody gets more than was said because a location has gone.
            if (at.size() == person.locations().size()
                    && intake.invite(tx, customer.id(), row.account(), person.at(at), invite)) {
                newPeople++;
            }
        });
    }
}

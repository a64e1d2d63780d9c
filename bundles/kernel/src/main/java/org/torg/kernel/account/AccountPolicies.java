package org.torg.kernel.account;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Role;
import org.torg.api.store.AccountStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.AccountPolicy.Addresses;
import org.torg.api.vendor.AccountPolicy.Registration;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.vendor.Generations;
import org.torg.kernel.vendor.VendorRegistry;

/**
 * How customers come, and what they may change of themselves, by the vendors with which they deal. Nothing here waits for a
 * vendor or fails with one: what it said last stands. Not to be asked inside a transaction.
 */
@Component(service = AccountPolicies.class)
public final class AccountPolicies {

    /** Of a vendor of the tenant that nobody could ask yet: what it might forbid is forbidden. */
    static final AccountPolicy CLOSED = new AccountPolicy(Registration.BY_VENDOR, Addresses.BY_VENDOR, 8, false);

    private final VendorRegistry vendors;
    private final Generations generations;
    private final Transactions transactions;
    private final AccountStore store;

    @Activate
    public AccountPolicies(
            @Reference VendorRegistry vendors,
            @Reference Generations generations,
            @Reference Transactions transactions,
            @Reference AccountStore store) {
        this.vendors = vendors;
        this.generations = generations;
        this.transactions = transactions;
        this.store = store;
    }

    /** Of one vendor. */
    public AccountPolicy policy(VendorId vendor) {
        return generations.accounts(vendor).orElse(CLOSED);
    }

    /** The strictest of the vendors that have agreed something with the account, else of all. Costs one statement. */
    public AccountPolicy forAccount(AccountId account) {
        List<Agreement> agreements = transactions.read(tx -> store.agreements(tx, account));
        return strictest(agreements.stream().map(Agreement::vendor).toList());
    }

    /** The strictest of these that trade here; of all when none of them does. */
    public AccountPolicy strictest(Collection<VendorId> dealing) {
        Set<VendorId> trading = vendors.trading();
        Set<VendorId> asked = dealing.stream().filter(trading::contains).collect(Collectors.toSet());
        return (asked.isEmpty() ? trading : asked)
                .stream().map(this::policy).reduce(AccountPolicies::strictest).orElse(CLOSED);
    }

    /** Characters that a password has at least, wherever its person buys (H04): the highest of all vendors. */
    public int passwordMinimum() {
        return strictest(List.of()).passwordMinimum();
    }

    /** Roles of customers who need a second factor with one vendor or another. */
    public Set<Role> secondFactorRoles() {
        return strictest(List.of()).secondFactorRoles();
    }

    private static AccountPolicy strictest(AccountPolicy one, AccountPolicy other) {
        return new AccountPolicy(
                rank(one.registration()) >= rank(other.registration()) ? one.registration() : other.registration(),
                rank(one.addresses()) >= rank(other.addresses()) ? one.addresses() : other.addresses(),
                Math.max(one.passwordMinimum(), other.passwordMinimum()),
                Stream.of(one, other)
                        .flatMap(policy -> policy.secondFactorRoles().stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static int rank(Registration registration) {
        return switch (registration) {
            case SELF -> 0;
            case SELF_BUSINESS -> 1;
            case BY_VENDOR -> 2;
        };
    }

    private static int rank(Addresses addresses) {
        return switch (addresses) {
            case AT_ONCE -> 0;
            case PER_ORDER -> 1;
            case BY_VENDOR -> 2;
        };
    }
}

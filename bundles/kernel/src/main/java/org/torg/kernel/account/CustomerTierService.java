package org.torg.kernel.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.pricing.CustomerTiers;
import org.torg.api.pricing.LoyaltyProgram;
import org.torg.api.pricing.LoyaltyProgram.History;
import org.torg.api.store.AccountStore;
import org.torg.api.store.OrderStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;
import org.torg.kernel.vendor.Generation;
import org.torg.kernel.vendor.Generations;
import org.torg.kernel.vendor.VendorRegistry;

/** Asks each vendor's programme what it would suggest, and changes nothing (L10). */
@Component(service = CustomerTiers.class)
public final class CustomerTierService implements CustomerTiers {

    private final Transactions transactions;
    private final AccountStore store;
    private final OrderStore orders;
    private final VendorRegistry vendors;
    private final Generations generations;
    private final Clock clock;
    private final AccountAccess access;

    @Activate
    public CustomerTierService(
            @Reference Transactions transactions,
            @Reference AccountStore store,
            @Reference OrderStore orders,
            @Reference VendorRegistry vendors,
            @Reference Generations generations,
            @Reference Gate gate,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.orders = orders;
        this.vendors = vendors;
        this.generations = generations;
        this.clock = clock;
        this.access = new AccountAccess(gate, transactions, store);
    }

    @Override
    public Outcome<List<CustomerTier>> of(Caller caller, AccountId account) {
        return access.requireStaff(caller, Function.ACCOUNT_READ)
                .<Outcome<List<CustomerTier>>>map(Outcome::refused)
                .orElseGet(() -> access.read(caller, account).map(seen -> tiers(caller, account)));
    }

    private List<CustomerTier> tiers(Caller caller, AccountId account) {
        List<Agreement> agreements = transactions.read(tx -> store.agreements(tx, account));
        List<CustomerTier> tiers = new ArrayList<>();
        vendors.present().stream()
                .map(vendor -> vendor.descriptor().id())
                .filter(vendor -> caller.may(Function.ACCOUNT_READ, Scope.of(vendor)))
                .sorted(Comparator.comparing(VendorId::value))
                .forEach(vendor -> {
                    Optional<String> given = agreements.stream()
                            .filter(agreement -> agreement.vendor().equals(vendor))
                            .findFirst()
                            .flatMap(Agreement::tier);
                    Outcome<Optional<CustomerTier>> asked = generations.using(
                            Optional.of(vendor), generation -> Outcome.done(ask(generation, account, given)));
                    if (asked.isDone()) {
                        asked.orElseThrow().ifPresent(tiers::add);
                    }
                });
        return tiers;
    }

    private Optional<CustomerTier> ask(Generation generation, AccountId account, Optional<String> given) {
        VendorDescriptor vendor = generation.vendor().descriptor();
        Optional<LoyaltyProgram> programme = generation.vendor().loyalty();
        if (programme.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = clock.today(vendor.seller().zone());
        Instant since = today.minusYears(1).atStartOfDay(vendor.seller().zone()).toInstant();
        Parameters parameters = generation.parameters(today).parameters();
        History year = transactions.read(tx -> orders.ordered(tx, account, vendor.id(), vendor.currency(), since));
        try {
            return Optional.of(new CustomerTier(
                    vendor.id(),
                    programme.get().tiers(parameters),
                    given,
                    programme.get().suggest(year, parameters),
                    year));
        } catch (VendorFailure e) {
            return Optional.empty();
        }
    }
}

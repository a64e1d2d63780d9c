package org.torg.kernel.account;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.People.Team;
import org.torg.api.account.Scope;
import org.torg.api.store.AccountStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;
import org.torg.kernel.vendor.VendorRegistry;

/**
 * Whose business the people of a team are: of an account its own people's, that of the tenant's staff, and, as {@link Dealing}
 * says, that of the staff of the vendors with which it deals; of staff that of the administrators of the same scope. To all
 * others the team does not exist; to its own people a missing right is named.
 */
@Component(service = TeamGate.class)
public final class TeamGate {

    private static final String FALLBACK_COUNTRY = "NO";

    private final Gate gate;
    private final Transactions transactions;
    private final AccountStore accounts;
    private final VendorRegistry vendors;

    @Activate
    public TeamGate(
            @Reference Gate gate,
            @Reference Transactions transactions,
            @Reference AccountStore accounts,
            @Reference VendorRegistry vendors) {
        this.gate = gate;
        this.transactions = transactions;
        this.accounts = accounts;
        this.vendors = vendors;
    }

    /**
     * As whom a caller comes to a team.
     *
     * @param asStaff to the people of a customer, as the vendor's or the tenant's staff
     * @param only the locations at which the caller has the right, where it has not the whole account
     * @param country of the team: that of phone numbers which state none
     * @param name of the account or vendor, for mails
     */
    record Entry(boolean asStaff, Optional<Set<LocationId>> only, String country, String name) {}

    /** What is to be done with a team. */
    private enum Purpose {
        /** Seen, if only what is near to some locations. */
        SEE_PARTLY,
        SEE,
        CHANGE
    }

    /** For who may see this of the team as a whole. */
    Outcome<Entry> whole(Caller caller, Function function, Team team) {
        return enter(caller, function, team, Purpose.SEE);
    }

    /** For who may see this of the team, if only at some locations. */
    Outcome<Entry> partly(Caller caller, Function function, Team team) {
        return enter(caller, function, team, Purpose.SEE_PARTLY);
    }

    /** For who may change this in the team. Of staff only those who may it for every vendor with which the account deals. */
    Outcome<Entry> change(Caller caller, Function function, Team team) {
        return enter(caller, function, team, Purpose.CHANGE);
    }

    /** As {@link #change}, for the vendor's or the tenant's staff alone. */
    Outcome<Entry> changeAsStaff(Caller caller, Function function, AccountId id) {
        return account(caller, function, id, Purpose.CHANGE)
                .flatMap(entry -> entry.asStaff() ? Outcome.done(entry) : denied(caller, function));
    }

    private Outcome<Entry> enter(Caller caller, Function function, Team team, Purpose purpose) {
        return team instanceof Team.OfAccount of
                ? account(caller, function, of.account(), purpose)
                : staff(caller, function, (Team.Staff) team);
    }

    private Outcome<Entry> account(Caller caller, Function function, AccountId id, Purpose purpose) {
        if (caller.may(function, Scope.tenant())) {
            return entry(id, true, Optional.empty());
        }
        if (caller.may(function, Scope.of(id))) {
            return entry(id, false, Optional.empty());
        }
        Set<LocationId> locations = locations(caller, function, id);
        if (purpose == Purpose.SEE_PARTLY && !locations.isEmpty()) {
            return entry(id, false, Optional.of(locations));
        }
        if (!caller.mayAnywhere(function)) {
            return denied(caller, function);
        }
        List<VendorId> vendors = Dealing.vendors(transactions.read(tx -> accounts.agreements(tx, id)));
        if (Dealing.partly(caller, function, vendors)) {
            return purpose == Purpose.CHANGE && !Dealing.wholly(caller, function, vendors)
                    ? Outcome.refused(Dealing.othersConcerned())
                    : entry(id, true, Optional.empty());
        }
        return isInside(caller, id) ? denied(caller, function) : Outcome.refused(Refusal.notFound("account"));
    }

    private static Set<LocationId> locations(Caller caller, Function function, AccountId id) {
        Set<LocationId> locations = new HashSet<>();
        for (Grant grant : caller.grants()) {
            if (grant.function() == function
                    && grant.scope() instanceof Scope.OfLocation at
                    && at.account().equals(id)) {
                locations.add(at.location());
            }
        }
        return locations;
    }

    private static boolean isInside(Caller caller, AccountId id) {
        return caller.grants().stream().map(Grant::scope).anyMatch(Standing.isIn(id));
    }

    private Outcome<Entry> entry(AccountId id, boolean asStaff, Optional<Set<LocationId>> only) {
        return transactions
                .read(tx -> accounts.account(tx, id))
                .map(account -> Outcome.done(entry(account, asStaff, only)))
                .orElseGet(() -> Outcome.refused(Refusal.notFound("account")));
    }

    private static Entry entry(Account account, boolean asStaff, Optional<Set<LocationId>> only) {
        return new Entry(asStaff, only, account.country(), account.name());
    }

    private Outcome<Entry> staff(Caller caller, Function function, Team.Staff team) {
        Scope scope = scope(team);
        if (caller.may(function, scope)) {
            return team.vendor()
                            .filter(vendor -> !vendors.trading().contains(vendor))
                            .isPresent()
                    ? Outcome.refused(Refusal.notFound("vendor"))
                    : Outcome.done(
                            new Entry(false, Optional.empty(), country(), name(team.vendor(), caller.language())));
        }
        return isOfStaff(caller, team) || !caller.mayAnywhere(function)
                ? denied(caller, function)
                : Outcome.refused(Refusal.notFound("vendor"));
    }

    /** Whether the caller works here; everybody may look at the catalogue. */
    private static boolean isOfStaff(Caller caller, Team.Staff team) {
        return caller.grants().stream()
                .filter(grant -> grant.function() != Function.CATALOG_READ)
                .map(Grant::scope)
                .anyMatch(scope -> scope instanceof Scope.Tenant
                        || (scope instanceof Scope.OfVendor of
                                && team.vendor().map(of.vendor()::equals).orElse(true)));
    }

    private static Scope scope(Team.Staff team) {
        return team.vendor().map(Scope::of).orElseGet(Scope::tenant);
    }

    /** Only what the whole tenant's staff may do is asked for here: whoever has the right elsewhere has it not here. */
    private <T> Outcome<T> denied(Caller caller, Function function) {
        Refusal refusal =
                gate.require(rightless(caller), function, Scope.tenant()).orElseGet(() -> Refusal.notFound("account"));
        return Outcome.refused(refusal);
    }

    private static Caller rightless(Caller caller) {
        return new Caller(
                caller.subject(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                caller.channel(),
                caller.requestId(),
                caller.language());
    }

    /** Of the tenant's first vendor. */
    String country() {
        return vendors.present().stream()
                .findFirst()
                .map(vendor -> vendor.descriptor().seller().address().country())
                .orElse(FALLBACK_COUNTRY);
    }

    /** What the vendor calls itself, or the tenant's first. */
    String name(Optional<VendorId> vendor, Locale language) {
        Optional<Vendor> meant = vendor.flatMap(vendors::find)
                .or(() -> vendors.present().stream().findFirst());
        return meant.map(one -> one.descriptor().name().in(language)).orElse("Torg");
    }
}

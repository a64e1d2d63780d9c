package org.torg.kernel.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.RefusedException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Guardianship;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.GuardianStore;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;
import org.torg.kernel.vendor.KnownVendors;

/** Who may act for somebody in their care, until when, and what staff have seen of it (B02). */
@Component(service = Guardians.class)
public final class Guardians {

    private static final int PROOF = 200;

    private final Transactions transactions;
    private final GuardianStore store;
    private final PeopleStore people;
    private final AccountStore accounts;
    private final Gate gate;
    private final Commands commands;
    private final TenantDay day;

    @Activate
    public Guardians(
            @Reference Transactions transactions,
            @Reference GuardianStore store,
            @Reference PeopleStore people,
            @Reference AccountStore accounts,
            @Reference Gate gate,
            @Reference Commands commands,
            @Reference KnownVendors vendors,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.people = people;
        this.accounts = accounts;
        this.gate = gate;
        this.commands = commands;
        this.day = new TenantDay(vendors, clock);
    }

    Outcome<Guardianship> guard(
            Caller caller,
            Optional<IdempotencyKey> key,
            UserId guardian,
            UserId dependant,
            LocalDate until,
            String proof) {
        Guardianship asked = new Guardianship(guardian, dependant, until, proof);
        Optional<Refusal> objection = denied(caller, guardian, dependant)
                .or(() -> MemberChanges.own(caller, guardian))
                .or(() -> RightsRules.beyondProgram(caller, lent(dependant)))
                .or(() -> objection(asked));
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        return commands.run(
                caller,
                key,
                "guard",
                List.of(guardian.value(), dependant.value(), until.toString(), proof),
                target -> found(guardian, dependant),
                () -> Outcome.done(tx -> {
                    store.put(tx, asked);
                    return effect(tx, asked);
                }));
    }

    Outcome<Guardianship> end(Caller caller, UserId guardian, UserId dependant) {
        Optional<Refusal> denied = denied(caller, guardian, dependant);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        return commands.run(
                caller,
                "end-guard",
                () -> Outcome.done(tx -> {
                    Guardianship there = store.guardianship(tx, guardian, dependant)
                            .orElseThrow(() -> new RefusedException(unknown()));
                    // Today is no day of it any more.
                    LocalDate yesterday = day.today().minusDays(1);
                    Guardianship ended = new Guardianship(
                            guardian,
                            dependant,
                            there.until().isBefore(yesterday) ? there.until() : yesterday,
                            there.proof());
                    store.put(tx, ended);
                    return effect(tx, ended);
                }));
    }

    /** What the guardian may then do. */
    private List<Membership> lent(UserId dependant) {
        return transactions.read(tx -> accounts.memberships(tx, dependant)).stream()
                .filter(membership -> Standing.accountOf(membership.scope()).isPresent())
                .toList();
    }

    private Outcome<Guardianship> found(UserId guardian, UserId dependant) {
        return transactions
                .read(tx -> store.guardianship(tx, guardian, dependant))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(unknown()));
    }

    private static Refusal unknown() {
        return Refusal.notFound("guardianship");
    }

    private Optional<Refusal> objection(Guardianship asked) {
        List<Detail> faults = new ArrayList<>();
        if (asked.guardian().equals(asked.dependant())) {
            faults.add(fault("/dependant"));
        }
        if (asked.until().isBefore(day.today())) {
            faults.add(fault("/until"));
        }
        ContactRules.text(asked.proof(), PROOF, "/proof").ifPresent(faults::add);
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                Refusal.Kind.UNPROCESSABLE,
                                "guardianship-invalid",
                                "A guardian, somebody else, a day to come and what was seen are needed.")
                        .with(faults));
    }

    private static Detail fault(String pointer) {
        return Refusal.detail(pointer, "value-invalid", "This is missing, too long or not of the right form.");
    }

    /**
     * Both must be people of accounts that the caller looks after; others are unknown. Of the dependant every account must be
     * the caller's alone to change: the guardian acts in all of them.
     */
    private Optional<Refusal> denied(Caller caller, UserId guardian, UserId dependant) {
        if (!caller.mayAnywhere(Function.ACCOUNT_MANAGE)) {
            return gate.requireAnywhere(caller, Function.ACCOUNT_MANAGE);
        }
        boolean mine = transactions.read(tx -> people.login(tx, guardian).isPresent()
                && people.person(tx, dependant).isPresent()
                && (caller.may(Function.ACCOUNT_MANAGE, Scope.tenant())
                        || (dealing(tx, guardian).stream()
                                        .anyMatch(vendors -> Dealing.partly(caller, Function.ACCOUNT_MANAGE, vendors))
                                && isWhollyTheirs(caller, dealing(tx, dependant)))));
        return mine ? Optional.empty() : Optional.of(TeamMembers.unknown());
    }

    private static boolean isWhollyTheirs(Caller caller, List<List<VendorId>> dealing) {
        return !dealing.isEmpty()
                && dealing.stream().allMatch(vendors -> Dealing.wholly(caller, Function.ACCOUNT_MANAGE, vendors));
    }

    /** With whom each of the person's accounts deals. */
    private List<List<VendorId>> dealing(Tx tx, UserId user) {
        return accounts(tx, user).stream()
                .map(account -> Dealing.vendors(accounts.agreements(tx, account)))
                .toList();
    }

    private Set<AccountId> accounts(Tx tx, UserId user) {
        Set<AccountId> found = new LinkedHashSet<>();
        accounts.memberships(tx, user)
                .forEach(membership -> Standing.accountOf(membership.scope()).ifPresent(found::add));
        return found;
    }

    /** Audited for the account in which the dependant is. */
    private Effect<Guardianship> effect(Tx tx, Guardianship guardianship) {
        Optional<AccountId> account =
                accounts(tx, guardianship.dependant()).stream().findFirst();
        return new Effect<>(guardianship, guardianship.dependant().value(), account, List.of());
    }
}

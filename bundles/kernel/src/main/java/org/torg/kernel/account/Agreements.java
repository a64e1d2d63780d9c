package org.torg.kernel.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.Consultant;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.account.AccountAccess.Side;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;

/** What vendors have agreed with an account, and who looks after it (L08, L10, L11). */
final class Agreements {

    private final AccountAccess access;
    private final Gate gate;
    private final Commands commands;
    private final Transactions transactions;
    private final AccountStore store;
    private final Tiers tiers;

    Agreements(
            AccountAccess access,
            Gate gate,
            Commands commands,
            Transactions transactions,
            AccountStore store,
            Tiers tiers) {
        this.access = access;
        this.gate = gate;
        this.commands = commands;
        this.transactions = transactions;
        this.store = store;
        this.tiers = tiers;
    }

    Outcome<List<Agreement>> list(Caller caller, AccountId id) {
        return access.read(caller, id)
                .map(seen -> shown(
                        caller, seen.side(), transactions.read(tx -> store.agreements(tx, id)), Agreement::vendor));
    }

    Outcome<List<Consultant>> managers(Caller caller, AccountId id) {
        return access.read(caller, id)
                .map(seen -> shown(
                        caller, seen.side(), transactions.read(tx -> store.managers(tx, id)), Consultant::vendor));
    }

    /** What one vendor has agreed is no business of another one's staff. */
    private <T> List<T> shown(Caller caller, Side side, List<T> all, Function<T, VendorId> vendor) {
        Optional<Set<VendorId>> staffOf = side == Side.CUSTOMER
                ? Optional.empty()
                : access.staffOf(caller, org.torg.api.account.Function.ACCOUNT_READ);
        return all.stream()
                .filter(one -> staffOf.isEmpty() || staffOf.get().contains(vendor.apply(one)))
                .toList();
    }

    Outcome<Agreement> agree(Caller caller, Optional<IdempotencyKey> key, Agreement agreement) {
        Optional<Refusal> denied =
                gate.require(caller, org.torg.api.account.Function.ACCOUNT_MANAGE, Scope.of(agreement.vendor()));
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        return commands.run(
                caller,
                key,
                "agree",
                agreement,
                target -> access.serve(caller, agreement.account()).flatMap(account -> stored(agreement)),
                () -> prepare(caller, agreement));
    }

    private Outcome<Change<Agreement>> prepare(Caller caller, Agreement agreement) {
        return access.serve(caller, agreement.account()).flatMap(account -> tiers.objection(agreement)
                .or(() -> agreement.manager().flatMap(manager -> manager(manager, agreement.vendor())))
                .<Outcome<Change<Agreement>>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(tx -> {
                    store.put(tx, agreement);
                    return new Effect<>(
                            agreement, agreement.account().value(), Optional.of(agreement.account()), List.of());
                })));
    }

    /** Why this person cannot look after accounts of the vendor. */
    private Optional<Refusal> manager(UserId manager, VendorId vendor) {
        List<Membership> memberships = transactions.read(
                tx -> store.isActive(tx, manager) ? store.memberships(tx, manager) : List.<Membership>of());
        boolean staff = memberships.stream()
                .anyMatch(membership -> membership.role().side() == Role.Side.STAFF
                        && membership.scope().covers(Scope.of(vendor)));
        return staff
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                Refusal.Kind.UNPROCESSABLE,
                                "manager-unknown",
                                "An account is looked after by an active person of the vendor's staff.")
                        .with(List.of(
                                Refusal.detail("/manager", "manager-unknown", "Nobody of the staff has this id."))));
    }

    private Outcome<Agreement> stored(Agreement asked) {
        return transactions.read(tx -> store.agreements(tx, asked.account())).stream()
                .filter(agreement -> agreement.vendor().equals(asked.vendor()))
                .findFirst()
                .map(Outcome::done)
                .orElseGet(AccountAccess::unknown);
    }
}

package org.torg.kernel.quote;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.Scope;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectListId;
import org.torg.api.store.ProjectListStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Gate;

/** Which project lists somebody sees: those of the account, at the locations where they may buy. A foreign one is an unknown one. */
@Component(service = ListAccess.class)
public final class ListAccess {

    private final Gate gate;
    private final Transactions transactions;
    private final ProjectListStore lists;

    @Activate
    public ListAccess(@Reference Gate gate, @Reference Transactions transactions, @Reference ProjectListStore lists) {
        this.gate = gate;
        this.transactions = transactions;
        this.lists = lists;
    }

    /** The account in which the caller may plan, at some location at least. */
    Outcome<AccountId> account(Caller caller) {
        return gate.requireAnywhere(caller, Function.CART_EDIT)
                .<Outcome<AccountId>>map(Outcome::refused)
                .orElseGet(() -> caller.account()
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Refusal.notFound("account"))));
    }

    /** The account for which the caller may open something new, at the chosen location where there is one. */
    Outcome<AccountId> here(Caller caller) {
        return gate.requireHere(caller, Function.CART_EDIT)
                .<Outcome<AccountId>>map(Outcome::refused)
                .orElseGet(() -> account(caller));
    }

    Outcome<ProjectList> read(Caller caller, ProjectListId id) {
        return account(caller).flatMap(account -> transactions
                .read(tx -> lists.list(tx, id))
                .filter(list -> isSeen(caller, account, list))
                .<Outcome<ProjectList>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(notFound())));
    }

    /** As it is now, for this transaction alone. */
    ProjectList lock(Tx tx, Caller caller, ProjectListId id) {
        AccountId account = account(caller).orElseThrow();
        return lists.lock(tx, id)
                .filter(list -> isSeen(caller, account, list))
                .orElseThrow(() -> new RefusedException(notFound()));
    }

    private boolean isSeen(Caller caller, AccountId account, ProjectList list) {
        return list.account().equals(account)
                && gate.covers(caller, Function.CART_EDIT, list.account(), list.location(), list.vendor());
    }

    /** Where the caller may buy; empty: in the account as a whole. */
    static Optional<Set<LocationId>> locations(Caller caller, AccountId account) {
        if (caller.location().isPresent()) {
            return caller.location().map(Set::of);
        }
        if (caller.may(Function.CART_EDIT, Scope.of(account))) {
            return Optional.empty();
        }
        return Optional.of(caller.grants().stream()
                .filter(grant -> grant.function() == Function.CART_EDIT)
                .map(Grant::scope)
                .filter(Scope.OfLocation.class::isInstance)
                .map(Scope.OfLocation.class::cast)
                .filter(scope -> scope.account().equals(account))
                .map(Scope.OfLocation::location)
                .collect(Collectors.toUnmodifiableSet()));
    }

    static Refusal notFound() {
        return Refusal.notFound("project-list");
    }
}

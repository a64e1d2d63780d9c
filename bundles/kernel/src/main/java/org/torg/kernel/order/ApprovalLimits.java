package org.torg.kernel.order;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.order.ApprovalRule;
import org.torg.api.store.AccountStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.pricing.PriceFacts;

/** Whether an order needs a second person. The rules come with the account: an account without any pays nothing for it. */
@Component(service = ApprovalLimits.class)
public final class ApprovalLimits {
    private final Transactions transactions;
    private final AccountStore accounts;

    @Activate
    public ApprovalLimits(@Reference Transactions transactions, @Reference AccountStore accounts) {
        this.transactions = transactions;
        this.accounts = accounts;
    }

    /**
     * The lowest amount above which this caller needs a second person here; empty when the caller may order it alone. Roles
     * are asked for only where a rule that names one could matter. In somebody's name both persons' roles count.
     */
    Optional<Money> limit(Caller caller, PriceFacts facts, Money gross) {
        List<ApprovalRule> exceeded = facts.approvals().stream()
                .filter(rule -> exceeds(rule, caller.location(), gross))
                .toList();
        if (exceeded.isEmpty()) {
            return Optional.empty();
        }
        AccountId account = facts.account().id();
        boolean mayApprove = caller.may(Function.ORDER_APPROVE, place(account, caller.location()));
        Set<Role> roles =
                exceeded.stream().anyMatch(rule -> rule.role().isPresent()) ? roles(caller, account) : Set.of();
        return exceeded.stream()
                .filter(rule -> rule.role().map(roles::contains).orElse(!mayApprove))
                .map(ApprovalRule::above)
                .min(Money::compareTo);
    }

    /** An amount in another currency says nothing; an order of no location in particular is one of each. */
    static boolean exceeds(ApprovalRule rule, Optional<LocationId> location, Money gross) {
        boolean here = rule.location().isEmpty()
                || location.isEmpty()
                || rule.location().equals(location);
        return here
                && rule.above().getCurrencyUnit().equals(gross.getCurrencyUnit())
                && gross.isGreaterThan(rule.above());
    }

    private Set<Role> roles(Caller caller, AccountId account) {
        Set<UserId> people = new HashSet<>();
        caller.user().ifPresent(people::add);
        caller.actingFor().map(Caller.ActingFor::user).ifPresent(people::add);
        Set<Role> roles = new HashSet<>();
        for (UserId person : people) {
            for (Membership membership : transactions.read(tx -> accounts.memberships(tx, person))) {
                if (holds(membership, account, caller.location())) {
                    roles.add(membership.role());
                }
            }
        }
        return roles;
    }

    /** Whether somebody has this role there; without a location in particular, anywhere in the account. */
    public static boolean holds(Membership membership, AccountId account, Optional<LocationId> location) {
        Scope place = place(account, location);
        return membership.role().side() == Role.Side.CUSTOMER
                && (membership.scope().covers(place) || (location.isEmpty() && place.covers(membership.scope())));
    }

    /** Where an order belongs. */
    public static Scope place(AccountId account, Optional<LocationId> location) {
        return location.<Scope>map(at -> new Scope.OfLocation(account, at)).orElseGet(() -> Scope.of(account));
    }

    static Refusal required(Money limit) {
        String why = "An order of more than {0} needs the approval of a second person.";
        return Refusal.of(Refusal.Kind.CONFLICT, "approval-required", why, Argument.amount(limit))
                .with(List.of(Refusal.detail("", "approval-required", why, Argument.amount(limit))));
    }

    static Refusal needless() {
        return Refusal.of(Refusal.Kind.CONFLICT, "approval-needless", "You may order this without approval.");
    }
}

package org.torg.kernel.approval;

import static org.torg.kernel.order.ApprovalLimits.holds;
import static org.torg.kernel.order.ApprovalLimits.place;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.order.ApprovalRule;
import org.torg.api.store.ApprovalStore;
import org.torg.api.store.ApprovalStore.Colleague;
import org.torg.api.store.Transactions.Tx;

/**
 * Who could be the second person: with access to the account, {@code ORDER_APPROVE} there, and {@code PRICE_READ}, because
 * they agree on a price.
 */
@Component(service = Approvers.class)
public final class Approvers {
    private final ApprovalStore store;

    @Activate
    public Approvers(@Reference ApprovalStore store) {
        this.store = store;
    }

    /**
     * Those who may approve there.
     *
     * @param except who are party to it
     */
    List<Colleague> at(Tx tx, AccountId account, Optional<LocationId> location, Set<UserId> except) {
        return store.colleagues(tx, account).stream()
                .filter(colleague -> !except.contains(colleague.user()))
                .filter(colleague -> mayApprove(colleague, place(account, location)))
                .toList();
    }

    /** Who has asked, where they still have access. */
    Optional<Colleague> colleague(Tx tx, AccountId account, UserId user) {
        return store.colleagues(tx, account).stream()
                .filter(colleague -> colleague.user().equals(user))
                .findFirst();
    }

    /**
     * Why somebody would ask in vain: at a place where a rule holds nobody may approve, or the only one who may is held by the
     * rule.
     */
    Optional<Refusal> missing(Tx tx, AccountId account, List<ApprovalRule> rules) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        List<Colleague> colleagues = store.colleagues(tx, account);
        List<LocationId> locations = store.locations(tx, account);
        for (int i = 0; i < rules.size(); i++) {
            ApprovalRule rule = rules.get(i);
            if (places(rule, locations).anyMatch(location -> isInVain(account, location, rule, colleagues))) {
                return Optional.of(refusal("/rules/" + i));
            }
        }
        return Optional.empty();
    }

    /** Refused when nobody could decide. */
    static Refusal refusal(String pointer) {
        String why = "There is nobody else who may approve there.";
        Refusal refusal = Refusal.of(Refusal.Kind.UNPROCESSABLE, "approver-missing", why);
        return pointer.isEmpty() ? refusal : refusal.with(List.of(Refusal.detail(pointer, "approver-missing", why)));
    }

    /** Each location for itself; an account without any as a whole. */
    private static Stream<Optional<LocationId>> places(ApprovalRule rule, List<LocationId> locations) {
        if (rule.location().isPresent() || locations.isEmpty()) {
            return Stream.of(rule.location());
        }
        return locations.stream().map(Optional::of);
    }

    private static boolean isInVain(
            AccountId account, Optional<LocationId> location, ApprovalRule rule, List<Colleague> colleagues) {
        List<Colleague> approvers = colleagues.stream()
                .filter(colleague -> mayApprove(colleague, place(account, location)))
                .toList();
        if (approvers.size() != 1 || rule.role().isEmpty()) {
            return approvers.isEmpty();
        }
        return approvers.get(0).memberships().stream()
                .anyMatch(membership -> membership.role() == rule.role().get() && holds(membership, account, location));
    }

    private static boolean mayApprove(Colleague colleague, Scope place) {
        return may(colleague, Function.ORDER_APPROVE, place) && may(colleague, Function.PRICE_READ, place);
    }

    private static boolean may(Colleague colleague, Function function, Scope place) {
        return colleague.memberships().stream()
                .anyMatch(membership -> membership.functions().contains(function)
                        && membership.scope().covers(place));
    }
}

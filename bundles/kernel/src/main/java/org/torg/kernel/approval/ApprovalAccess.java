package org.torg.kernel.approval;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.Approvals.Approval;
import org.torg.api.order.Approvals.State;
import org.torg.api.store.ApprovalStore;
import org.torg.api.store.ApprovalStore.Filter;
import org.torg.api.store.ApprovalStore.Request;
import org.torg.api.store.Transactions;
import org.torg.kernel.command.Gate;
import org.torg.kernel.order.ApprovalLimits;

/**
 * Whose approval it is: who has asked sees it, and who may decide it. To everybody else it does not exist, colleagues
 * included.
 */
@Component(service = ApprovalAccess.class)
public final class ApprovalAccess {
    private final Transactions transactions;
    private final ApprovalStore store;
    private final Gate gate;

    @Activate
    public ApprovalAccess(@Reference Transactions transactions, @Reference ApprovalStore store, @Reference Gate gate) {
        this.transactions = transactions;
        this.store = store;
        this.gate = gate;
    }

    /** What of all approvals the caller sees, in the account for which they act. */
    Outcome<Filter> filter(Caller caller, Optional<State> state) {
        Optional<Refusal> denied = denied(caller);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        if (caller.account().isEmpty() || caller.user().isEmpty()) {
            return Outcome.refused(Refusal.notFound("account"));
        }
        AccountId account = caller.account().get();
        boolean everywhere = caller.may(Function.ORDER_APPROVE, Scope.of(account));
        return Outcome.done(new Filter(
                account,
                caller.user().get(),
                everywhere ? Optional.empty() : Optional.of(places(caller, account)),
                state));
    }

    private static Set<LocationId> places(Caller caller, AccountId account) {
        Set<LocationId> places = new HashSet<>();
        for (Grant grant : caller.grants()) {
            if (grant.function() == Function.ORDER_APPROVE
                    && grant.scope() instanceof Scope.OfLocation at
                    && at.account().equals(account)) {
                places.add(at.location());
            }
        }
        return places;
    }

    /** One that the caller sees. */
    Outcome<Request> visible(Caller caller, ApprovalId id) {
        Optional<Refusal> denied = denied(caller);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        return transactions
                .read(tx -> store.request(tx, id))
                .filter(request -> caller.account()
                        .filter(request.approval().account()::equals)
                        .isPresent())
                .filter(request -> isAsker(caller, request.approval()) || mayDecide(caller, request.approval()))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("approval")));
    }

    /**
     * An open one that the caller may decide. Nobody decides what they have asked for, whether by a program or in another's
     * name, nor what was asked for in theirs; and nobody decides in the name of somebody else.
     */
    Outcome<Request> decidable(Caller caller, ApprovalId id) {
        return visible(caller, id).flatMap(request -> {
            Approval approval = request.approval();
            if (isParty(caller, request)) {
                return Outcome.refused(Refusal.of(
                        Refusal.Kind.FORBIDDEN, "own-request", "Nobody decides what they have asked for themselves."));
            }
            // A login that several share does not tell who approves, whoever is chosen.
            if (caller.actingFor().isPresent() || caller.mustChoosePerson()) {
                return Outcome.refused(Refusal.of(
                        Refusal.Kind.FORBIDDEN,
                        "own-name-required",
                        "This is done in the own name only, not in that of somebody else."));
            }
            return mayDecide(caller, approval) ? open(request) : Outcome.refused(Refusal.notFound("approval"));
        });
    }

    /** An open one that the caller has asked for. */
    Outcome<Request> own(Caller caller, ApprovalId id) {
        return visible(caller, id)
                .flatMap(request -> isAsker(caller, request.approval())
                        ? open(request)
                        : Outcome.refused(Refusal.of(
                                Refusal.Kind.FORBIDDEN,
                                "request-of-another",
                                "Only who has asked takes the request back.")));
    }

    private static Outcome<Request> open(Request request) {
        return request.approval().state() == State.OPEN ? Outcome.done(request) : Outcome.refused(decided());
    }

    static Refusal decided() {
        return Refusal.of(Refusal.Kind.CONFLICT, "approval-decided", "This was decided already.");
    }

    /** Of the two rights one lets somebody in; to be asked before anything is read. */
    private Optional<Refusal> denied(Caller caller) {
        return caller.mayAnywhere(Function.ORDER_PLACE)
                ? Optional.empty()
                : gate.requireAnywhere(caller, Function.ORDER_APPROVE);
    }

    private static boolean isAsker(Caller caller, Approval approval) {
        return caller.user().filter(approval.askedBy()::equals).isPresent();
    }

    private static boolean isParty(Caller caller, Request request) {
        UserId asker = request.approval().askedBy();
        Optional<UserId> named = caller.actingFor().map(Caller.ActingFor::user);
        return isAsker(caller, request.approval())
                || named.filter(asker::equals).isPresent()
                || (request.actingFor().isPresent()
                        && (request.actingFor().equals(caller.user())
                                || request.actingFor().equals(named)));
    }

    private static boolean mayDecide(Caller caller, Approval approval) {
        return caller.may(Function.ORDER_APPROVE, ApprovalLimits.place(approval.account(), approval.location()));
    }
}

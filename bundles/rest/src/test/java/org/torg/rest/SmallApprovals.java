package org.torg.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.cart.CartId;
import org.torg.api.catalog.Sku;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.ApprovalRule;
import org.torg.api.order.Approvals;
import org.torg.api.order.Checkout;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;

/** Approvals in memory, of one account. */
final class SmallApprovals implements Approvals {

    private final SmallMarket market;
    private final Map<ApprovalId, Approval> approvals = new LinkedHashMap<>();
    private final List<Object> asked = new ArrayList<>();
    private Rules rules = new Rules(Samples.ACCOUNT, List.of(), 0);

    SmallApprovals(SmallMarket market) {
        this.market = market;
    }

    /** What was asked of the service, in its order. */
    List<Object> asked() {
        return asked;
    }

    @Override
    public Outcome<Rules> rules(Caller caller, AccountId account) {
        return account.equals(Samples.ACCOUNT)
                ? market.allowed(caller, Function.ACCOUNT_READ, rules)
                : Outcome.refused(Refusal.notFound("account"));
    }

    @Override
    public Outcome<Rules> setRules(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId account,
            Optional<Long> expectedVersion,
            List<ApprovalRule> wanted) {
        return rules(caller, account).flatMap(present -> {
            if (expectedVersion.isPresent() && expectedVersion.get() != present.version()) {
                return Outcome.refused(Refusal.of(Refusal.Kind.PRECONDITION, "version-changed", "Read it again."));
            }
            asked.add(wanted);
            rules = new Rules(account, wanted, present.version() + 1);
            return Outcome.done(rules);
        });
    }

    @Override
    public Outcome<Approval> ask(
            Caller caller, Optional<IdempotencyKey> key, CartId cart, Checkout checkout, String note) {
        asked.add(checkout);
        return market.allowed(
                        caller,
                        Function.ORDER_PLACE,
                        approval("approval-" + (approvals.size() + 1), cart, note, State.OPEN))
                .map(this::store);
    }

    private Approval store(Approval approval) {
        approvals.put(approval.id(), approval);
        return approval;
    }

    private static Approval approval(String id, CartId cart, String note, State state) {
        boolean open = state == State.OPEN;
        return new Approval(
                new ApprovalId(id),
                Samples.VENDOR,
                Samples.ACCOUNT,
                Optional.of(new LocationId("location-1")),
                cart,
                Samples.BUYER,
                Samples.nok("1250.00"),
                note,
                state,
                Samples.NOW,
                open ? Optional.empty() : Optional.of(Samples.BUYER),
                open ? Optional.empty() : Optional.of(Samples.NOW),
                state == State.DECLINED ? Optional.of("nei") : Optional.empty(),
                state == State.APPROVED ? Optional.of(new OrderId("order-1")) : Optional.empty());
    }

    @Override
    public Outcome<Page<Approval>> find(Caller caller, Optional<State> state, PageRequest page) {
        asked.add(state);
        return market.allowed(
                caller, Function.ORDER_APPROVE, new Page<>(List.copyOf(approvals.values()), Optional.of("approval-1")));
    }

    @Override
    public Outcome<Approval> get(Caller caller, ApprovalId id) {
        return approvals.containsKey(id)
                ? market.allowed(caller, Function.ORDER_APPROVE, approvals.get(id))
                : Outcome.refused(Refusal.notFound("approval"));
    }

    @Override
    public Outcome<Order> approve(Caller caller, Optional<IdempotencyKey> key, ApprovalId id, PriceAgreement prices) {
        asked.add(prices);
        return get(caller, id).map(approval -> {
            store(approval(id.value(), approval.cart(), approval.note(), State.APPROVED));
            return Samples.order(
                    "order-1",
                    List.of(new PriceRequest.Line(new LineId("1"), new Sku("SL-1001"), 1)),
                    new Checkout(
                            prices,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of()));
        });
    }

    @Override
    public Outcome<Approval> decline(Caller caller, Optional<IdempotencyKey> key, ApprovalId id, String reason) {
        asked.add(reason);
        return end(caller, id, State.DECLINED);
    }

    @Override
    public Outcome<Approval> withdraw(Caller caller, Optional<IdempotencyKey> key, ApprovalId id) {
        return end(caller, id, State.WITHDRAWN);
    }

    private Outcome<Approval> end(Caller caller, ApprovalId id, State state) {
        return get(caller, id).map(approval -> store(approval(id.value(), approval.cart(), approval.note(), state)));
    }
}

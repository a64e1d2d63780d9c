package org.torg.kernel.approval;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.cart.CartId;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.ApprovalRule;
import org.torg.api.order.Approvals;
import org.torg.api.order.Checkout;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.Orders;
import org.torg.api.order.PriceAgreement;
import org.torg.api.store.ApprovalStore;
import org.torg.api.store.ApprovalStore.Request;
import org.torg.api.store.Transactions;
import org.torg.kernel.command.Commands;
import org.torg.kernel.order.Cursor;

/** Asks a second person, and does what they say. */
@Component(service = Approvals.class)
public final class ApprovalService implements Approvals {
    private static final Logger LOG = LoggerFactory.getLogger(ApprovalService.class);

    private final Commands commands;
    private final Transactions transactions;
    private final ApprovalStore store;
    private final Orders orders;
    private final RuleBook rules;
    private final ApprovalAccess access;
    private final ApprovalAsking asking;
    private final ApprovalDeciding deciding;

    @Activate
    public ApprovalService(
            @Reference Commands commands,
            @Reference Transactions transactions,
            @Reference ApprovalStore store,
            @Reference Orders orders,
            @Reference RuleBook rules,
            @Reference ApprovalAccess access,
            @Reference ApprovalAsking asking,
            @Reference ApprovalDeciding deciding) {
        this.commands = commands;
        this.transactions = transactions;
        this.store = store;
        this.orders = orders;
        this.rules = rules;
        this.access = access;
        this.asking = asking;
        this.deciding = deciding;
    }

    @Override
    public Outcome<Rules> rules(Caller caller, AccountId account) {
        return rules.rules(caller, account);
    }

    @Override
    public Outcome<Rules> setRules(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId account,
            Optional<Long> expectedVersion,
            List<ApprovalRule> wanted) {
        return rules.set(caller, key, account, expectedVersion, wanted);
    }

    @Override
    public Outcome<Approval> ask(
            Caller caller, Optional<IdempotencyKey> key, CartId cart, Checkout checkout, String note) {
        return commands.run(
                caller,
                key,
                "ask-for-approval",
                List.of(cart.value(), checkout, note),
                target -> get(caller, new ApprovalId(target)),
                () -> asking.prepare(caller, cart, checkout, note));
    }

    @Override
    public Outcome<Page<Approval>> find(Caller caller, Optional<State> state, PageRequest page) {
        return access.filter(caller, state).flatMap(filter -> Cursor.of(page)
                .map(after -> Cursor.page(
                        transactions.read(tx -> store.find(tx, filter, after.map(ApprovalId::new), page.limit() + 1)),
                        page,
                        approval -> approval.id().value())));
    }

    @Override
    public Outcome<Approval> get(Caller caller, ApprovalId id) {
        return access.visible(caller, id).map(Request::approval);
    }

    @Override
    public Outcome<Order> approve(Caller caller, Optional<IdempotencyKey> key, ApprovalId id, PriceAgreement prices) {
        Outcome<Order> approved = commands.run(
                caller,
                key,
                "approve",
                List.of(id.value(), prices),
                target -> orders.get(caller, new OrderId(target)),
                () -> access.decidable(caller, id).flatMap(request -> deciding.approve(caller, request, prices)));
        return approved.map(order -> {
            LOG.info("Order {} is {} after approval", order.number(), order.status());
            return order;
        });
    }

    @Override
    public Outcome<Approval> decline(Caller caller, Optional<IdempotencyKey> key, ApprovalId id, String reason) {
        return commands.run(
                caller,
                key,
                "decline-approval",
                List.of(id.value(), reason),
                target -> get(caller, new ApprovalId(target)),
                () -> ApprovalDeciding.invalid(reason)
                        .<Outcome<Request>>map(Outcome::refused)
                        .orElseGet(() -> access.decidable(caller, id))
                        .flatMap(request ->
                                deciding.end(caller, request.approval(), State.DECLINED, Optional.of(reason))));
    }

    @Override
    public Outcome<Approval> withdraw(Caller caller, Optional<IdempotencyKey> key, ApprovalId id) {
        return commands.run(
                caller,
                key,
                "withdraw-approval",
                id.value(),
                target -> get(caller, new ApprovalId(target)),
                () -> access.own(caller, id)
                        .flatMap(request ->
                                deciding.end(caller, request.approval(), State.WITHDRAWN, Optional.empty())));
    }
}

package org.torg.rest;

import java.util.List;
import java.util.Optional;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.order.OrderTask;
import org.torg.api.order.OrderTaskId;
import org.torg.api.order.OrderTasks;

/** One open task. */
final class SmallOrderTasks implements OrderTasks {

    private final SmallMarket market;

    SmallOrderTasks(SmallMarket market) {
        this.market = market;
    }

    @Override
    public Outcome<Page<OrderTask>> find(Caller caller, TaskQuery query) {
        return market.allowed(
                caller,
                Function.ORDER_AMEND,
                new Page<>(List.of(Samples.task(query.state().orElse(OrderTask.State.OPEN))), Optional.empty()));
    }

    @Override
    public Outcome<OrderTask> done(
            Caller caller, Optional<IdempotencyKey> key, OrderTaskId id, Optional<Long> expectedVersion) {
        return id.value().equals("task-1")
                ? market.allowed(caller, Function.ORDER_AMEND, Samples.task(OrderTask.State.DONE))
                : Outcome.refused(Refusal.notFound("order-task"));
    }
}

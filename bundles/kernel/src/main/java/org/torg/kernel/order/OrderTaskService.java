package org.torg.kernel.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.event.Event;
import org.torg.api.order.OrderTask;
import org.torg.api.order.OrderTaskId;
import org.torg.api.order.OrderTasks;
import org.torg.api.store.OrderTaskStore;
import org.torg.api.store.OrderTaskStore.Filter;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;

/** Shows staff what orders bring for them to do, and notes what is done. */
@Component(service = OrderTasks.class)
public final class OrderTaskService implements OrderTasks {
    private final Commands commands;
    private final Transactions transactions;
    private final OrderTaskStore store;
    private final Visibility visibility;
    private final Clock clock;

    @Activate
    public OrderTaskService(
            @Reference Commands commands,
            @Reference Transactions transactions,
            @Reference OrderTaskStore store,
            @Reference Visibility visibility,
            @Reference Clock clock) {
        this.commands = commands;
        this.transactions = transactions;
        this.store = store;
        this.visibility = visibility;
        this.clock = clock;
    }

    @Override
    public Outcome<Page<OrderTask>> find(Caller caller, TaskQuery query) {
        return visibility
                .requireAnywhere(caller, Function.ORDER_AMEND)
                .<Outcome<Page<OrderTask>>>map(Outcome::refused)
                .orElseGet(
                        () -> Cursor.of(query.page()).map(after -> page(caller, query, after.map(OrderTaskId::new))));
    }

    private Page<OrderTask> page(Caller caller, TaskQuery query, Optional<OrderTaskId> before) {
        Filter filter = new Filter(vendors(caller, query.vendor()), query.state(), query.order());
        List<OrderTask> found = transactions.read(
                tx -> store.find(tx, filter, before, query.page().limit() + 1));
        return Cursor.page(found, query.page(), task -> task.id().value());
    }

    /** Empty: all of the tenant. */
    private static Optional<List<VendorId>> vendors(Caller caller, Optional<VendorId> wanted) {
        if (caller.may(Function.ORDER_AMEND, Scope.tenant())) {
            return wanted.map(List::of);
        }
        return Optional.of(caller.grants().stream()
                .filter(grant -> grant.function() == Function.ORDER_AMEND)
                .flatMap(grant -> grant.scope() instanceof Scope.OfVendor of
                        ? Optional.of(of.vendor()).stream()
                        : Optional.<VendorId>empty().stream())
                .filter(own -> wanted.isEmpty() || wanted.get().equals(own))
                .distinct()
                .toList());
    }

    @Override
    public Outcome<OrderTask> done(
            Caller caller, Optional<IdempotencyKey> key, OrderTaskId id, Optional<Long> expectedVersion) {
        return commands.run(
                caller,
                key,
                "finish-order-task",
                List.of(id.value(), expectedVersion),
                target -> visible(caller, id),
                () -> visible(caller, id).flatMap(task -> prepare(caller, task, expectedVersion)));
    }

    private Outcome<OrderTask> visible(Caller caller, OrderTaskId id) {
        Optional<Refusal> denied = visibility.requireAnywhere(caller, Function.ORDER_AMEND);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Optional<OrderTask> found = transactions.read(tx -> store.task(tx, id));
        if (found.isEmpty()) {
            return Outcome.refused(unknown());
        }
        OrderTask task = found.get();
        return visibility
                .requireOfVendor(
                        caller, Function.ORDER_AMEND, task.account(), task.location(), task.vendor(), "order-task")
                .<Outcome<OrderTask>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(task));
    }

    private static Refusal unknown() {
        return Refusal.notFound("order-task");
    }

    private Outcome<Change<OrderTask>> prepare(Caller caller, OrderTask task, Optional<Long> expectedVersion) {
        Optional<UserId> who = caller.user();
        if (who.isEmpty()) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.FORBIDDEN, "person-required", "A task is done by a person."));
        }
        if (expectedVersion.isPresent() && expectedVersion.get() != task.version()) {
            return Outcome.refused(OrderChanges.versionChanged());
        }
        if (task.state() == OrderTask.State.DONE) {
            return Outcome.refused(wasDone());
        }
        return Outcome.done(tx -> {
            Instant now = clock.now();
            if (!store.done(tx, task.id(), who.get(), now)) {
                throw new RefusedException(wasDone());
            }
            return new Effect<>(
                    task.done(who.get(), now),
                    task.id().value(),
                    Optional.of(task.account()),
                    List.of(new Event.OrderTaskDone(
                            task.vendor(), Optional.of(task.account()), task.order(), task.id(), task.code())));
        });
    }

    private static Refusal wasDone() {
        return Refusal.of(Refusal.Kind.CONFLICT, "task-done", "This was done already.");
    }
}

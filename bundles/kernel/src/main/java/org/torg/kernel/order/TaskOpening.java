package org.torg.kernel.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Message;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.order.Order;
import org.torg.api.order.Order.LineDetail;
import org.torg.api.order.OrderTask;
import org.torg.api.order.OrderTaskId;
import org.torg.api.store.OrderTaskStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Ids;

/** Makes tasks for staff of what configured lines bring, such as fetching models (D33). */
@Component(service = TaskOpening.class)
public final class TaskOpening {
    private final OrderTaskStore store;
    private final Contents contents;
    private final Ids ids;

    @Activate
    public TaskOpening(@Reference OrderTaskStore store, @Reference Contents contents, @Reference Ids ids) {
        this.store = store;
        this.contents = contents;
        this.ids = ids;
    }

    /** One statement, when there are any. */
    void open(Tx tx, Order order) {
        List<OrderTask> tasks = new ArrayList<>();
        for (LineDetail detail : order.details()) {
            for (String code : detail.tasks()) {
                tasks.add(new OrderTask(
                        new OrderTaskId(ids.next()),
                        order.id(),
                        order.number(),
                        order.vendor(),
                        order.account(),
                        order.location(),
                        detail.line(),
                        code,
                        label(tx, detail, code),
                        OrderTask.State.OPEN,
                        order.placedAt(),
                        Optional.empty(),
                        Optional.empty(),
                        1));
            }
        }
        if (!tasks.isEmpty()) {
            store.insert(tx, tasks);
        }
    }

    private Message label(Tx tx, LineDetail detail, String code) {
        return detail.configuration()
                .flatMap(configuration -> contents.model(tx, configuration.model()).tasks().stream()
                        .filter(task -> task.code().equals(code))
                        .map(ConfigurationModel.Task::label)
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("a task that its model does not have"));
    }
}

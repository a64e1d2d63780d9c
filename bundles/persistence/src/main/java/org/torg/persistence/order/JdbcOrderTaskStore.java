package org.torg.persistence.order;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.Message;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderTask;
import org.torg.api.order.OrderTaskId;
import org.torg.api.pricing.LineId;
import org.torg.api.store.OrderTaskStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/** Each method costs one statement. */
@Component(service = OrderTaskStore.class)
public final class JdbcOrderTaskStore implements OrderTaskStore {

    private static final String ROWS =
            "SELECT id, order_id, order_number, vendor, account, location, line, code, label, state, created_at,"
                    + " done_by, done_at, version FROM order_task WHERE 1 = 1";

    private final Documents documents = new Documents();

    @Override
    public void insert(Tx tx, List<OrderTask> tasks) {
        int[] unused = OpenTransaction.of(tx)
                .batch(
                        "INSERT INTO order_task (id, order_id, order_number, vendor, account, location, line, code, label,"
                                + " state, created_at, done_by, done_at, version)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        tasks.stream().map(this::row).toList());
    }

    private Object[] row(OrderTask task) {
        return new Object[] {
            task.id().value(),
            task.order().value(),
            task.orderNumber(),
            task.vendor().value(),
            task.account().value(),
            Sql.text(task.location().map(LocationId::value)),
            task.line().value(),
            task.code(),
            documents.write(task.label()),
            task.state().name(),
            task.createdAt(),
            Sql.text(task.doneBy().map(UserId::value)),
            Sql.moment(task.doneAt()),
            task.version()
        };
    }

    @Override
    public Optional<OrderTask> task(Tx tx, OrderTaskId id) {
        return OpenTransaction.of(tx).first(Sql.of(ROWS + " AND id = ?", id.value()), this::task);
    }

    @Override
    public List<OrderTask> find(Tx tx, Filter filter, Optional<OrderTaskId> before, int limit) {
        Sql sql = Sql.of(ROWS);
        filter.vendors().ifPresent(vendors -> sql.add(" AND ")
                .addIn("vendor", vendors.stream().map(VendorId::value).toList()));
        filter.state().ifPresent(state -> sql.add(" AND state = ?", state.name()));
        filter.order().ifPresent(order -> sql.add(" AND order_id = ?", order.value()));
        before.ifPresent(id -> sql.add(" AND id < ?", id.value()));
        return OpenTransaction.of(tx).list(sql.add(" ORDER BY id DESC").limit(limit), this::task);
    }

    @Override
    public boolean done(Tx tx, OrderTaskId id, UserId by, Instant at) {
        return OpenTransaction.of(tx)
                        .update(Sql.of(
                                "UPDATE order_task SET state = ?, done_by = ?, done_at = ?, version = version + 1"
                                        + " WHERE id = ? AND state = ?",
                                OrderTask.State.DONE.name(),
                                by.value(),
                                at,
                                id.value(),
                                OrderTask.State.OPEN.name()))
                == 1;
    }

    private OrderTask task(Row row) throws SQLException {
        return new OrderTask(
                new OrderTaskId(row.text("id")),
                new OrderId(row.text("order_id")),
                row.text("order_number"),
                new VendorId(row.text("vendor")),
                new AccountId(row.text("account")),
                row.optionalText("location").map(LocationId::new),
                new LineId(row.text("line")),
                row.text("code"),
                documents.read(row.text("label"), Message.class),
                OrderTask.State.valueOf(row.text("state")),
                row.moment("created_at"),
                row.optionalText("done_by").map(UserId::new),
                row.optionalMoment("done_at"),
                row.number("version"));
    }
}

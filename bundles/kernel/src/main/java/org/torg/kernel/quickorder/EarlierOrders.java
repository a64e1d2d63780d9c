package org.torg.kernel.quickorder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderLine;
import org.torg.api.pricing.LineId;
import org.torg.api.quickorder.Report.Note;
import org.torg.api.store.OrderStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.order.Visibility;

/**
 * Rows of what an account has ordered before: each article as it was asked for then, configured or not, without anything about a
 * recipient. What is sealed in the order is not read at all (D16).
 */
@Component(service = EarlierOrders.class)
public final class EarlierOrders {

    private final Transactions transactions;
    private final OrderStore orders;
    private final Visibility visibility;

    @Activate
    public EarlierOrders(
            @Reference Transactions transactions, @Reference OrderStore orders, @Reference Visibility visibility) {
        this.transactions = transactions;
        this.orders = orders;
        this.visibility = visibility;
    }

    /** One of the caller's own account. Needs {@code ORDER_READ}. */
    Outcome<Order> own(Caller caller, OrderId id) {
        Optional<Refusal> denied = visibility.requireAnywhere(caller, Function.ORDER_READ);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Optional<Order> found = transactions.read(tx -> orders.order(tx, id)).filter(order -> caller.account()
                .filter(order.account()::equals)
                .isPresent());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.notFound("order"));
        }
        Order order = found.get();
        return visibility
                .require(caller, Function.ORDER_READ, order.account(), order.location(), order.vendor(), "order")
                .<Outcome<Order>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(order));
    }

    /** In the order of its lines. */
    static List<TypedRow> rows(Order order) {
        Map<LineId, Order.LineDetail> details = new HashMap<>();
        order.details().forEach(detail -> details.put(detail.line(), detail));
        List<TypedRow> rows = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            // Of a configured line the first part stands for all.
            Order.LineDetail detail = details.remove(line.bought());
            if (detail != null) {
                rows.add(row(rows.size() + 1L, detail));
            } else if (line.partOf().isEmpty()) {
                rows.add(row(rows.size() + 1L, line.sku(), line.ordered(), Optional.empty(), List.of()));
            }
        }
        return rows;
    }

    private static TypedRow row(long number, Order.LineDetail detail) {
        List<Note> notes = new ArrayList<>();
        if (detail.recipient().isPresent()) {
            notes.add(Notes.RECIPIENT_LEFT_OUT);
        }
        Optional<Answers> all = detail.configuration().map(Configuration::answers);
        Optional<Answers> kept = all.map(EarlierOrders::withoutFiles);
        if (!kept.equals(all)) {
            notes.add(Notes.FILES_LEFT_OUT);
        }
        return row(number, detail.sku(), detail.quantity(), kept, notes);
    }

    private static TypedRow row(long number, Sku sku, int quantity, Optional<Answers> answers, List<Note> notes) {
        String count = Integer.toString(quantity);
        return new TypedRow(number, List.of(sku.value(), count), sku.value(), count, answers, notes, Optional.empty());
    }

    private static Answers withoutFiles(Answers answers) {
        Answers kept = answers;
        for (var answer : answers.byQuestion().entrySet()) {
            kept = answer.getValue() instanceof Answer.Uploaded ? kept.without(answer.getKey()) : kept;
        }
        return kept;
    }
}

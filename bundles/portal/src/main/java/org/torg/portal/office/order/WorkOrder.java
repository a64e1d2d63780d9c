package org.torg.portal.office.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.torg.api.Refusal;
import org.torg.api.account.Function;
import org.torg.api.account.Recipient;
import org.torg.api.account.RecipientId;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.Medium;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.invoice.InvoiceSummary;
import org.torg.api.order.Cancellation;
import org.torg.api.order.Order;
import org.torg.api.order.Order.LineDetail;
import org.torg.api.order.OrderLine;
import org.torg.api.order.OrderTask;
import org.torg.api.order.Orders.LineFile;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.TraceEntry;
import org.torg.api.vendor.Workflow;
import org.torg.api.vendor.Workflow.State;
import org.torg.portal.order.AnswerSheet;
import org.torg.portal.order.PlacedOrder;
import org.torg.portal.page.Fields;

/**
 * An order as staff work on it.
 *
 * @param workflow of its vendor, as it is or was last; empty where nobody knows it: nothing can be moved by hand then
 * @param rights what the reader may do at the vendor
 * @param sheets what was answered, by line
 * @param people whom lines are for, by those who have asked to see it
 * @param typed what was sent, to be shown again where it was refused
 * @param refusal of what was just tried
 */
public record WorkOrder(
        Order order,
        Optional<Workflow> workflow,
        Set<Function> rights,
        List<Shipment> shipments,
        List<InvoiceSummary> invoices,
        List<Cancellation> cancellations,
        List<OrderTask> tasks,
        List<LineFile> files,
        Map<LineId, AnswerSheet> sheets,
        Map<RecipientId, Recipient> people,
        List<History.Step> history,
        Map<ArticleKey, Medium> pictures,
        Fields typed,
        Optional<Refusal> refusal) {

    public WorkOrder {
        rights = Set.copyOf(rights);
        shipments = List.copyOf(shipments);
        invoices = List.copyOf(invoices);
        cancellations = List.copyOf(cancellations);
        tasks = List.copyOf(tasks);
        files = List.copyOf(files);
        sheets = Map.copyOf(sheets);
        people = Map.copyOf(people);
        history = List.copyOf(history);
        pictures = Map.copyOf(pictures);
    }

    /** Without people and what is about them. */
    @Override
    public String toString() {
        return "WorkOrder[" + order.id() + "]";
    }

    public boolean may(Function function) {
        return rights.contains(function);
    }

    public Optional<State> state() {
        return workflow.flatMap(known -> NextSteps.state(known, order.workflowState()));
    }

    public NextSteps next() {
        return workflow.map(known -> NextSteps.of(known, order.workflowState(), order.status()))
                .orElse(NextSteps.NONE);
    }

    /** The vendor's states in their order, as far as this order can come through them. */
    public List<State> way() {
        return workflow.map(known -> NextSteps.way(known, order.workflowState()))
                .orElse(List.of());
    }

    /** How many of these states lie behind it. */
    public int done() {
        return way().stream().map(State::code).toList().indexOf(order.workflowState());
    }

    public boolean isOpen() {
        return order.lines().stream().anyMatch(line -> line.open() > 0);
    }

    /** Whether lines can be cancelled now by this reader. */
    public boolean isCancellable() {
        return may(Function.ORDER_AMEND) && next().may(Workflow.Action.CANCEL_LINES) && isOpen();
    }

    /** Whether goods can be sent now by this reader; where nobody knows its workflow the kernel says. */
    public boolean isShippable() {
        return may(Function.SHIPMENT_REGISTER) && isOpen() && (workflow.isEmpty() || next().may(Workflow.Action.SHIP));
    }

    public Optional<LineDetail> detail(OrderLine line) {
        return order.details().stream()
                .filter(detail -> detail.line().equals(line.partOf().orElse(line.id())))
                .findFirst();
    }

    /** Whether this is the first line of what was bought together: there its answers are told. */
    public boolean leads(OrderLine line) {
        return PlacedOrder.leads(order, line);
    }

    public Optional<AnswerSheet> sheet(OrderLine line) {
        return Optional.ofNullable(sheets.get(PlacedOrder.bought(line)));
    }

    public List<LineFile> files(OrderLine line) {
        LineId bought = PlacedOrder.bought(line);
        return files.stream().filter(file -> file.line().equals(bought)).toList();
    }

    public boolean isForSomebody() {
        return order.details().stream().anyMatch(detail -> detail.recipient().isPresent());
    }

    public Optional<Recipient> person(OrderLine line) {
        return detail(line).flatMap(LineDetail::recipient).flatMap(id -> Optional.ofNullable(people.get(id)));
    }

    public List<TraceEntry> steps(OrderLine line) {
        return order.price().trace().stream()
                .filter(step -> step.line().filter(line.id()::equals).isPresent())
                .toList();
    }

    /** The steps that are about no line alone. */
    public List<TraceEntry> steps() {
        return order.price().trace().stream()
                .filter(step -> step.line().isEmpty())
                .toList();
    }

    public Optional<Medium> picture(OrderLine line) {
        return Optional.ofNullable(pictures.get(new ArticleKey(order.vendor(), line.sku())));
    }

    /** Why the quantity of a line is wrong. */
    public Optional<Refusal.Detail> fault(OrderLine line) {
        return refusal.stream()
                .flatMap(told -> told.details().stream())
                .filter(detail ->
                        detail.field().equals("/quantities/" + line.id().value()))
                .findFirst();
    }
}

package org.torg.portal.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.Message;
import org.torg.api.account.RecipientId;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.Medium;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.invoice.InvoiceSummary;
import org.torg.api.order.Cancellation;
import org.torg.api.order.Order;
import org.torg.api.order.OrderLine;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.TraceEntry;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Workflow;
import org.torg.portal.look.Reader;

/**
 * An order with what has become of it.
 *
 * @param cancellations what was taken back of it
 * @param models by which its articles were configured
 * @param pictures of its articles as they look today
 * @param terms under which it was bought
 * @param sheets what was answered, by line
 * @param people whom lines are for, by name, for those who may see it (H41)
 */
public record PlacedOrder(
        Order order,
        List<Shipment> shipments,
        List<InvoiceSummary> invoices,
        List<Cancellation> cancellations,
        List<ConfigurationModel> models,
        Map<ArticleKey, Medium> pictures,
        Optional<Terms> terms,
        Map<LineId, AnswerSheet> sheets,
        Map<LineId, String> people) {

    public PlacedOrder {
        shipments = List.copyOf(shipments);
        invoices = List.copyOf(invoices);
        cancellations = List.copyOf(cancellations);
        models = List.copyOf(models);
        pictures = Map.copyOf(pictures);
        sheets = Map.copyOf(sheets);
        people = Map.copyOf(people);
    }

    /** Without people and what is about them. */
    @Override
    public String toString() {
        return "PlacedOrder[" + order.id() + "]";
    }

    /** What was answered about a line; nothing for one that was not configured. */
    public List<AnswerSheet.Row> answers(OrderLine line) {
        return leads(order, line)
                ? Optional.ofNullable(sheets.get(bought(line)))
                        .map(AnswerSheet::rows)
                        .orElse(List.of())
                : List.of();
    }

    public Optional<String> person(OrderLine line) {
        return leads(order, line) ? Optional.ofNullable(people.get(bought(line))) : Optional.empty();
    }

    /** By whom a line's person is known in addresses; only where the reader may see who it is. */
    public Optional<String> recipient(OrderLine line) {
        return person(line).flatMap(name -> order.details().stream()
                .filter(detail -> detail.line().equals(bought(line)))
                .flatMap(detail -> detail.recipient().stream())
                .map(RecipientId::value)
                .findFirst());
    }

    /** The line that was bought, of which this one may be a part. */
    public static LineId bought(OrderLine line) {
        return line.partOf().orElse(line.id());
    }

    /** Whether a line is the first of what was bought as one: it tells what concerns them all. */
    public static boolean leads(Order order, OrderLine line) {
        return order.lines().stream()
                .filter(other -> bought(other).equals(bought(line)))
                .findFirst()
                .filter(line::equals)
                .isPresent();
    }

    /** The vendor's own state, in its words of today or, while it is away, its last. */
    public Optional<Workflow.State> state(Reader reader) {
        return reader.words(order.vendor()).state(order.workflowState());
    }

    public List<TraceEntry> steps(OrderLine line) {
        return order.price().trace().stream()
                .filter(step -> step.line().filter(line.id()::equals).isPresent())
                .toList();
    }

    public List<Happening> history(Reader reader) {
        return Happening.of(this, reader);
    }

    /** What the vendor does about it besides delivering, such as fetching models (D33). */
    public List<Message> tasks() {
        return order.details().stream()
                .flatMap(detail -> model(detail).stream().flatMap(model -> model.tasks().stream()
                        .filter(task -> detail.tasks().contains(task.code()))))
                .map(ConfigurationModel.Task::label)
                .distinct()
                .toList();
    }

    /** Whether something is still to leave. */
    public boolean isOpen() {
        return order.lines().stream().anyMatch(line -> line.open() > 0);
    }

    private Optional<ConfigurationModel> model(Order.LineDetail detail) {
        return detail.configuration().flatMap(configured -> models.stream()
                .filter(model -> model.product().equals(configured.product()))
                .findFirst());
    }

    public Optional<Medium> picture(OrderLine line) {
        return Optional.ofNullable(pictures.get(new ArticleKey(order.vendor(), line.sku())));
    }

    /** Where the goods can be followed (L24). */
    public Optional<String> tracking() {
        return shipments.stream()
                .flatMap(shipment -> shipment.parcels().stream())
                .flatMap(parcel -> parcel.trackingUrl().stream())
                .filter(url -> url.startsWith("https://"))
                .findFirst();
    }
}

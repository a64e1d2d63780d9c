package org.torg.portal.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.Medium;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.invoice.InvoiceSummary;
import org.torg.api.order.Order;
import org.torg.api.order.OrderLine;
import org.torg.api.pricing.TraceEntry;
import org.torg.api.vendor.Workflow;
import org.torg.portal.look.Reader;

/**
 * An order with what has become of it.
 *
 * @param pictures of its articles as they look today
 */
public record PlacedOrder(
        Order order, List<Shipment> shipments, List<InvoiceSummary> invoices, Map<ArticleKey, Medium> pictures) {

    public PlacedOrder {
        shipments = List.copyOf(shipments);
        invoices = List.copyOf(invoices);
        pictures = Map.copyOf(pictures);
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

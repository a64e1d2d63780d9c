package org.torg.portal.order;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Recipients;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.fulfilment.Shipments;
import org.torg.api.invoice.Invoices;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.Orders;
import org.torg.api.pricing.LineId;
import org.torg.portal.page.Visit;

/** Orders as their page and their documents show them: each with what has become of it, as far as the reader may see it. */
@Component(service = PlacedOrders.class)
public final class PlacedOrders {

    private final Orders orders;
    private final Shipments shipments;
    private final Invoices invoices;
    private final Recipients recipients;
    private final CatalogMedia media;

    @Activate
    public PlacedOrders(
            @Reference Orders orders,
            @Reference Shipments shipments,
            @Reference Invoices invoices,
            @Reference Recipients recipients,
            @Reference CatalogMedia media) {
        this.orders = orders;
        this.shipments = shipments;
        this.invoices = invoices;
        this.recipients = recipients;
        this.media = media;
    }

    /** The order that the route of the visit names; a foreign one is refused as an unknown one. */
    PlacedOrder read(Visit visit) {
        Caller caller = visit.caller();
        Orders.Dossier dossier =
                orders.dossier(caller, new OrderId(visit.id("order"))).orElseThrow();
        Order order = dossier.order();
        Set<ArticleKey> articles = order.lines().stream()
                .map(line -> new ArticleKey(order.vendor(), line.sku()))
                .collect(Collectors.toSet());
        return new PlacedOrder(
                order,
                items(shipments.find(caller, Optional.of(order.id()), PageRequest.first(100))),
                items(invoices.find(caller, Optional.of(order.id()), PageRequest.first(100))),
                dossier.cancellations(),
                dossier.models(),
                media.pictures(caller, articles),
                Optional.of(dossier.terms()),
                AnswerSheet.byLine(order, dossier.models(), visit.reader()),
                people(caller, order));
    }

    /** Whom its lines are for: each look is audited, so nobody is looked up whom the reader may not see. */
    private Map<LineId, String> people(Caller caller, Order order) {
        Map<RecipientId, String> names = recipients.names(
                caller,
                order.details().stream()
                        .flatMap(detail -> detail.recipient().stream())
                        .toList());
        Map<LineId, String> people = new HashMap<>();
        order.details()
                .forEach(detail ->
                        detail.recipient().map(names::get).ifPresent(name -> people.put(detail.line(), name)));
        return people;
    }

    /** Nothing, where somebody has no right to it: the part is left out then. */
    private static <T> List<T> items(Outcome<Page<T>> outcome) {
        return outcome.isDone() ? outcome.orElseThrow().items() : List.of();
    }
}

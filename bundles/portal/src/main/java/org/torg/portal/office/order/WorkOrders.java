package org.torg.portal.office.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Recipient;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Recipients;
import org.torg.api.account.Scope;
import org.torg.api.audit.AuditTrail;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.CatalogMedia;
import org.torg.api.fulfilment.Shipment;
import org.torg.api.fulfilment.Shipments;
import org.torg.api.invoice.Invoices;
import org.torg.api.order.Cancellation;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderTask;
import org.torg.api.order.OrderTasks;
import org.torg.api.order.Orders;
import org.torg.portal.order.AnswerSheet;
import org.torg.portal.page.Visit;

/** Gathers what a member of staff may know of an order. What they have no right to is left out. */
@Component(service = WorkOrders.class)
public final class WorkOrders {

    /** Asks to see whom lines are for; each such look is logged. */
    static final String PEOPLE = "people";

    private static final PageRequest PART = PageRequest.first(100);

    private final Orders orders;
    private final OrderTasks tasks;
    private final Shipments shipments;
    private final Invoices invoices;
    private final Recipients recipients;
    private final AuditTrail trail;
    private final CatalogMedia media;

    @Activate
    public WorkOrders(
            @Reference Orders orders,
            @Reference OrderTasks tasks,
            @Reference Shipments shipments,
            @Reference Invoices invoices,
            @Reference Recipients recipients,
            @Reference AuditTrail trail,
            @Reference CatalogMedia media) {
        this.orders = orders;
        this.tasks = tasks;
        this.shipments = shipments;
        this.invoices = invoices;
        this.recipients = recipients;
        this.trail = trail;
        this.media = media;
    }

    static OrderId id(Visit visit) {
        return new OrderId(visit.id("order"));
    }

    WorkOrder of(Visit visit, Optional<Refusal> refusal) {
        Caller caller = visit.caller();
        Orders.Dossier dossier = orders.dossier(caller, id(visit)).orElseThrow();
        Order order = dossier.order();
        Set<Function> rights = Stream.of(Function.values())
                .filter(function -> caller.may(function, Scope.of(order.vendor())))
                .collect(Collectors.toSet());
        List<Shipment> sent = items(shipments.find(caller, Optional.of(order.id()), PART));
        List<Cancellation> cancelled = dossier.cancellations();
        List<OrderTask> toDo = items(tasks.find(
                caller,
                new OrderTasks.TaskQuery(
                        Optional.of(order.vendor()), Optional.empty(), Optional.of(order.id()), PART)));
        List<AuditTrail.Named> done = rights.contains(Function.AUDIT_READ)
                ? items(trail.named(
                        caller, AuditTrail.Query.of(Optional.of(order.id().value())), PART))
                : List.of();
        return new WorkOrder(
                order,
                visit.reader().words(order.vendor()).workflow(),
                rights,
                sent,
                items(invoices.find(caller, Optional.of(order.id()), PART)),
                cancelled,
                toDo,
                orders.files(caller, order.id()).orElseThrow(),
                AnswerSheet.byLine(order, dossier.models(), visit.reader()),
                people(visit, order, rights),
                History.of(order, sent, cancelled, toDo, done, visit.reader()),
                media.pictures(
                        caller,
                        order.lines().stream()
                                .map(line -> new ArticleKey(order.vendor(), line.sku()))
                                .collect(Collectors.toSet())),
                visit.form(),
                refusal);
    }

    private Map<RecipientId, Recipient> people(Visit visit, Order order, Set<Function> rights) {
        if (!visit.query().has(PEOPLE) || !rights.contains(Function.RECIPIENT_READ)) {
            return Map.of();
        }
        return order.details().stream()
                .flatMap(detail -> detail.recipient().stream())
                .distinct()
                .map(id -> recipients.get(visit.caller(), id))
                .filter(Outcome::isDone)
                .map(Outcome::orElseThrow)
                .collect(Collectors.toMap(Recipient::id, person -> person));
    }

    private static <T> List<T> items(Outcome<Page<T>> outcome) {
        return outcome.isDone() ? outcome.orElseThrow().items() : List.of();
    }
}

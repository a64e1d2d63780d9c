package org.torg.kernel.order;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.StoreException;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.order.Order;
import org.torg.api.order.OrderCommand;
import org.torg.api.order.OrderId;
import org.torg.api.store.OrderStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.VendorStore.Content.TermsContent;
import org.torg.api.vendor.Workflow;
import org.torg.kernel.command.Ids;
import org.torg.kernel.order.OrderDecision.Accepted;
import org.torg.kernel.order.OrderDecision.Refused;

/** The shell around a decision: loads the order and the terms it was bought under, and asks. No vendor code is called. */
@Component(service = OrderChanges.class)
public final class OrderChanges {
    private final Transactions transactions;
    private final OrderStore orders;
    private final Contents contents;
    private final Visibility visibility;
    private final Clock clock;
    private final Ids ids;

    @Activate
    public OrderChanges(
            @Reference Transactions transactions,
            @Reference OrderStore orders,
            @Reference Contents contents,
            @Reference Visibility visibility,
            @Reference Clock clock,
            @Reference Ids ids) {
        this.transactions = transactions;
        this.orders = orders;
        this.contents = contents;
        this.visibility = visibility;
        this.clock = clock;
        this.ids = ids;
    }

    /** An accepted command, with the order before it. */
    public record Change(Order before, Accepted accepted) {}

    private record Loaded(Order order, TermsContent terms, Workflow workflow, int shipments) {}

    /**
     * What the command would do.
     *
     * @param function that the caller needs for the order's vendor
     * @param expectedVersion refused with {@code version-changed} when the order has another one
     */
    public Outcome<Change> decide(
            Caller caller, Function function, OrderId id, Optional<Long> expectedVersion, OrderCommand command) {
        Optional<Refusal> denied = visibility.requireAnywhere(caller, function);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Optional<Loaded> loaded = load(id, command instanceof OrderCommand.Ship);
        if (loaded.isEmpty()) {
            return Outcome.refused(Refusal.notFound("order"));
        }
        Order order = loaded.get().order();
        Optional<Refusal> refusal = visibility.requireOfVendor(
                caller, function, order.account(), order.location(), order.vendor(), "order");
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (expectedVersion.isPresent() && expectedVersion.get() != order.version()) {
            return Outcome.refused(versionChanged());
        }
        OrderDecision.Decision decision = OrderDecision.decide(order, command, circumstances(loaded.get()));
        if (decision instanceof Refused refused) {
            return Outcome.refused(refused.refusal());
        }
        return Outcome.done(new Change(order, (Accepted) decision));
    }

    private Optional<Loaded> load(OrderId id, boolean withShipments) {
        return transactions.read(tx -> orders.order(tx, id)
                .map(order -> new Loaded(
                        whole(order),
                        contents.terms(tx, order.termsHash()),
                        contents.texts(tx, order.textsHash()).workflow(),
                        withShipments ? orders.shipmentCount(tx, id) : 0)));
    }

    /** An order is read row by row: somebody who changes it meanwhile may leave its head older than its lines. */
    static Order whole(Order order) {
        if (order.status() != OrderDecision.statusOf(order.lines())) {
            throw new StoreException(
                    StoreException.Kind.CONFLICT,
                    "the order was changed while it was read",
                    new IllegalStateException());
        }
        return order;
    }

    private Circumstances circumstances(Loaded loaded) {
        return new Circumstances(
                clock.now(),
                loaded.terms().seller().zone(),
                loaded.terms().terms(),
                loaded.workflow(),
                new ShipmentId(ids.next()),
                loaded.shipments());
    }

    /** Somebody else has changed the thing since the caller has seen it. */
    public static Refusal versionChanged() {
        return Refusal.of(
                Refusal.Kind.PRECONDITION, "version-changed", "Somebody else changed this since you have seen it.");
    }
}

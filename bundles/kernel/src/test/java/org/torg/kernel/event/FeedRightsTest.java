package org.torg.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Kernel.LIGHTING;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.event.Event;
import org.torg.api.event.EventRecord;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.invoice.InvoiceId;
import org.torg.api.order.OrderId;
import org.torg.kernel.command.Effect;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;

/** Who is told of which events. */
class FeedRightsTest {

    private static final Money GROSS = Money.of(CurrencyUnit.of("NOK"), 125);
    private static final List<Event> SOME = List.of(
            new Event.OrderPlaced(LIGHTING, Optional.empty(), new OrderId("o"), "1", GROSS),
            new Event.ShipmentRegistered(LIGHTING, Optional.empty(), new OrderId("o"), new ShipmentId("s"), List.of()),
            new Event.InvoiceIssued(LIGHTING, Optional.empty(), new OrderId("o"), new InvoiceId("i"), "7", GROSS),
            new Event.ParametersChanged(LIGHTING, Optional.empty(), 2));

    @Test
    @Tag("H10")
    void eachKindOfEventIsDecided() {
        assertThat(FeedRights.NEEDED.keySet())
                .as("decide in FeedRights who is told of a new kind of event")
                .isEqualTo(Set.of(Event.class.getPermittedSubclasses()));
        FeedRights.NEEDED.forEach((kind, needed) -> assertThat(needed.equals(Optional.of(Function.INVOICE_READ)))
                .as(kind.getSimpleName())
                .isEqualTo(kind.getSimpleName().contains("Invoice")));
    }

    @Test
    void otherSystemsAreToldOfEverything() {
        for (Optional<Function> needed : FeedRights.NEEDED.values()) {
            assertThat(Role.INTEGRATION.functions())
                    .containsAll(needed.map(Set::of).orElse(Set.of()));
        }
    }

    @OnEveryDatabase
    @Tag("H10")
    void aReaderIsToldOfWhatItMaySeeAlone(Database database) {
        database.clean();
        Kernel kernel = new Kernel(database);
        kernel.transactions.change(tx -> kernel.commands.record(
                tx, Callers.STAFF, "place-order", new Effect<>("o", "o", Optional.empty(), SOME)));

        assertThat(read(kernel)).containsExactly(SOME.get(3));
        assertThat(read(kernel, Function.ORDER_READ)).containsExactly(SOME.get(0), SOME.get(3));
        assertThat(read(kernel, Function.SHIPMENT_READ)).containsExactly(SOME.get(1), SOME.get(3));
        assertThat(read(kernel, Function.ORDER_READ, Function.SHIPMENT_READ, Function.INVOICE_READ))
                .isEqualTo(SOME);
    }

    private static List<Event> read(Kernel kernel, Function... functions) {
        Set<Function> all = EnumSet.of(Function.EVENT_READ, functions);
        List<Event> told = new ArrayList<>();
        for (Scope scope : List.of(Scope.tenant(), Scope.of(LIGHTING))) {
            Caller reader = Callers.with(
                    all.stream().map(function -> new Grant(function, scope)).toArray(Grant[]::new));
            List<Event> seen = new EventService(kernel.transactions, kernel.stores.events(), kernel.gate)
                    .after(reader, Optional.empty(), PageRequest.MAX).orElseThrow().items().stream()
                            .map(EventRecord::event)
                            .toList();
            assertThat(told.isEmpty() || told.equals(seen)).isTrue();
            told = new ArrayList<>(seen);
        }
        return told;
    }
}

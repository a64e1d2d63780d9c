package org.torg.kernel.privacy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.order.OrderId;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PersonalDataStore;
import org.torg.api.store.PersonalDataStore.KnownOrder;
import org.torg.api.store.Transactions.Tx;

/** Orders and invoices: whom to reach, where to deliver, and who has ordered. */
@Component(service = PersonalData.class)
public final class OrderData implements PersonalData {

    private final PersonalDataStore store;
    private final PeopleStore people;
    private final Retention retention;
    private final OrderWords words;

    @Activate
    public OrderData(
            @Reference PersonalDataStore store,
            @Reference PeopleStore people,
            @Reference Retention retention,
            @Reference OrderWords words) {
        this.store = store;
        this.people = people;
        this.retention = retention;
        this.words = words;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of("personal-data.orders", "Contact, delivery address and note of orders and their invoices"),
                Message.of("personal-data.orders-why", "To deliver and to account; the law wants accounts kept"),
                Optional.of(Period.ofYears(Retention.LONGEST))));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        return found(tx, subject);
    }

    private List<KnownOrder> found(Tx tx, Subject subject) {
        return subject instanceof Subject.Patient
                ? List.of()
                : store.orders(tx, subject.id(), Emails.of(people, tx, subject));
    }

    /** Until the day on which the first of them may go: the rest is looked at again then. */
    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        List<KnownOrder> held = held(found(tx, subject));
        return held.stream()
                .map(retention::until)
                .min(LocalDate::compareTo)
                .map(until -> new Hold(
                        "accounting",
                        Message.of(
                                "personal-data.hold-accounting",
                                "The law wants {0} orders and their invoices kept.",
                                Argument.number(held.size())),
                        Optional.of(until)))
                .stream()
                .toList();
    }

    private List<KnownOrder> held(List<KnownOrder> orders) {
        return orders.stream().filter(retention::isHeld).toList();
    }

    @Override
    public void erase(Tx tx, Subject subject) {
        if (subject instanceof Subject.Patient) {
            return;
        }
        List<KnownOrder> orders = found(tx, subject);
        List<OrderId> held = held(orders).stream().map(KnownOrder::id).toList();
        Set<OrderId> kept = Set.copyOf(held);
        List<OrderId> free = orders.stream()
                .map(KnownOrder::id)
                .filter(id -> !kept.contains(id))
                .toList();
        words.erase(tx, orders.stream().map(KnownOrder::id).toList());
        store.hold(tx, subject.id(), Emails.of(people, tx, subject), held);
        store.eraseOrders(tx, free);
    }
}

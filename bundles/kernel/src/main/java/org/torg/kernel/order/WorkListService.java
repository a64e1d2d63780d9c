package org.torg.kernel.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.order.OrderId;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.WorkLists;
import org.torg.api.store.OrderStore.Filter;
import org.torg.api.store.Transactions;
import org.torg.api.store.WorkListStore;
import org.torg.api.vendor.VendorId;

/** Finds and counts what is to be worked on. Each status is asked for on its own: so an index gives the newest of it. */
@Component(service = WorkLists.class)
public final class WorkListService implements WorkLists {

    private static final Set<OrderStatus> OPEN = Set.of(OrderStatus.PLACED, OrderStatus.IN_FULFILMENT);

    private final Transactions transactions;
    private final WorkListStore store;
    private final Visibility visibility;

    @Activate
    public WorkListService(
            @Reference Transactions transactions, @Reference WorkListStore store, @Reference Visibility visibility) {
        this.transactions = transactions;
        this.store = store;
        this.visibility = visibility;
    }

    @Override
    public Outcome<Page<Item>> find(Caller caller, Query query) {
        return Cursor.of(query.page()).flatMap(after -> filters(caller, query.vendor(), query.statuses())
                .map(filters -> page(query, filters, after.map(OrderId::new))));
    }

    private Page<Item> page(Query query, List<Filter> filters, Optional<OrderId> before) {
        int limit = query.page().limit() + 1;
        WorkListStore.Sought sought =
                new WorkListStore.Sought(query.states(), query.text().map(String::strip), query.from(), query.until());
        List<Item> found = new ArrayList<>();
        for (Filter filter : filters) {
            found.addAll(transactions.read(tx -> store.find(tx, filter, sought, before, limit)));
        }
        List<Item> newest = found.stream()
                .sorted(Comparator.comparing((Item item) -> item.order().id().value())
                        .reversed())
                .limit(limit)
                .toList();
        return Cursor.page(newest, query.page(), item -> item.order().id().value());
    }

    @Override
    public Outcome<List<Count>> open(Caller caller, Optional<VendorId> vendor) {
        return filters(caller, vendor, OPEN).map(filters -> filters.stream()
                .flatMap(WorkListService::byVendor)
                .flatMap(filter -> transactions.read(tx -> store.count(tx, filter, MOST)).stream())
                .sorted(Comparator.comparing((Count count) -> count.vendor().value())
                        .thenComparing(Count::status)
                        .thenComparing(Count::state))
                .toList());
    }

    /** One of each vendor, so that a busy one leaves room for the others. */
    private static Stream<Filter> byVendor(Filter filter) {
        return filter.vendors().isEmpty()
                ? Stream.of(filter)
                : filter.vendors().get().stream()
                        .map(vendor -> new Filter(
                                filter.accounts(), Optional.of(List.of(vendor)), filter.status(), filter.locations()));
    }

    /** One for each status; none at all where nothing can be the caller's. */
    private Outcome<List<Filter>> filters(Caller caller, Optional<VendorId> vendor, Set<OrderStatus> statuses) {
        return visibility
                .filter(caller, Function.ORDER_READ, vendor, Optional.empty(), Optional.empty())
                .map(found -> found.stream()
                        .flatMap(filter -> statuses.isEmpty()
                                ? Stream.of(filter)
                                : statuses.stream()
                                        .sorted()
                                        .map(status -> new Filter(
                                                filter.accounts(),
                                                filter.vendors(),
                                                Optional.of(status),
                                                filter.locations())))
                        .toList());
    }
}

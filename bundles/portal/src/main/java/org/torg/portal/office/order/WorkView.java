package org.torg.portal.office.order;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.WorkLists;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;
import org.torg.portal.look.Reader;

/**
 * One of the views of the work list.
 *
 * @param code as it stands in the address
 * @param label in the reader's language
 * @param statuses and states of the orders in it; none: any
 * @param counted whether all that is in it is open, and therefore counted
 */
public record WorkView(String code, String label, Set<OrderStatus> statuses, Set<String> states, boolean counted) {

    static final String OPEN = "open";
    static final String HOLD = "hold";
    private static final Set<OrderStatus> UNFINISHED = EnumSet.of(OrderStatus.PLACED, OrderStatus.IN_FULFILMENT);

    public WorkView {
        statuses = Set.copyOf(statuses);
        states = Set.copyOf(states);
    }

    /** Those of one vendor, by its own states; of several vendors by the states that all have. */
    public static List<WorkView> of(Reader reader, List<VendorId> vendors) {
        List<WorkView> views = new ArrayList<>();
        views.add(new WorkView(OPEN, reader.text("work.open"), UNFINISHED, Set.of(), true));
        if (vendors.size() == 1) {
            views.addAll(states(reader, vendors.get(0)));
        } else {
            views.add(status(reader, OrderStatus.PLACED));
            views.add(status(reader, OrderStatus.IN_FULFILMENT));
            Set<String> holds = vendors.stream()
                    .flatMap(vendor -> open(reader, vendor))
                    .map(Workflow.State::code)
                    .filter(NextSteps::isHold)
                    .collect(Collectors.toSet());
            if (!holds.isEmpty()) {
                views.add(new WorkView(HOLD, reader.text("work.hold"), UNFINISHED, holds, true));
            }
        }
        views.add(status(reader, OrderStatus.COMPLETED));
        views.add(status(reader, OrderStatus.CANCELLED));
        views.add(new WorkView("all", reader.text("orders.all"), Set.of(), Set.of(), false));
        return views;
    }

    private static WorkView status(Reader reader, OrderStatus status) {
        return new WorkView(
                status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                reader.word("order.status", status),
                Set.of(status),
                Set.of(),
                UNFINISHED.contains(status));
    }

    /** The vendor's states in its own order; all in which orders wait are one view. */
    private static List<WorkView> states(Reader reader, VendorId vendor) {
        Map<String, WorkView> views = new LinkedHashMap<>();
        open(reader, vendor).forEach(state -> {
            boolean hold = NextSteps.isHold(state.code());
            String code = hold ? HOLD : "state-" + state.code();
            Set<String> states = Stream.concat(
                            Optional.ofNullable(views.get(code)).stream().flatMap(view -> view.states().stream()),
                            Stream.of(state.code()))
                    .collect(Collectors.toSet());
            views.put(code, new WorkView(code, reader.of(vendor, state.label()), UNFINISHED, states, true));
        });
        return List.copyOf(views.values());
    }

    /** Those in which an order can be that is not at its end. */
    private static Stream<Workflow.State> open(Reader reader, VendorId vendor) {
        return reader.words(vendor).workflow().stream().flatMap(workflow -> workflow.states().stream()
                .filter(state -> !isEnd(state)
                        && (state.code().equals(workflow.initial())
                                || workflow.transitions().stream()
                                        .filter(step -> step.to().equals(state.code()))
                                        .flatMap(step -> NextSteps.state(workflow, step.from()).stream())
                                        .anyMatch(from -> !isEnd(from)))));
    }

    private static boolean isEnd(Workflow.State state) {
        return state.when().filter(status -> !UNFINISHED.contains(status)).isPresent();
    }

    public boolean holds(WorkLists.Count count) {
        return (statuses.isEmpty() || statuses.contains(count.status()))
                && (states.isEmpty() || states.contains(count.state()));
    }

    /** How many orders are in it, as it stands beside its name; empty where nobody counts. */
    public Optional<String> count(Reader reader, List<WorkLists.Count> counts) {
        return counted
                ? Optional.of(total(reader, counts.stream().filter(this::holds).toList()))
                : Optional.empty();
    }

    /** The sum of these; a plus where some were not counted to the end. */
    public static String total(Reader reader, List<WorkLists.Count> counts) {
        int sum = counts.stream().mapToInt(WorkLists.Count::orders).sum();
        return sum < WorkLists.MOST ? reader.number(sum) : reader.number(WorkLists.MOST) + "+";
    }
}

package org.torg.portal.office.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.api.order.OrderStatus.CANCELLED;
import static org.torg.api.order.OrderStatus.COMPLETED;
import static org.torg.api.order.OrderStatus.IN_FULFILMENT;
import static org.torg.api.order.OrderStatus.PLACED;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Message;
import org.torg.api.order.OrderStatus;
import org.torg.api.vendor.Workflow;
import org.torg.api.vendor.Workflow.Action;
import org.torg.api.vendor.Workflow.State;
import org.torg.api.vendor.Workflow.Transition;

/** What a laboratory's staff are offered in each state. */
class NextStepsTest {

    private static final Workflow LABORATORY = new Workflow(
            "awaiting",
            List.of(
                    state("awaiting", Optional.of(PLACED), Action.CANCEL_LINES),
                    state("on-hold-scans-missing", Optional.empty(), Action.CANCEL_LINES),
                    state("production", Optional.empty()),
                    state("control", Optional.empty()),
                    state("approved", Optional.empty(), Action.SHIP),
                    state("partly", Optional.of(IN_FULFILMENT), Action.SHIP),
                    state("sent", Optional.of(COMPLETED)),
                    state("cancelled", Optional.of(CANCELLED))),
            steps(
                    "awaiting>on-hold-scans-missing",
                    "awaiting>production",
                    "awaiting>cancelled",
                    "on-hold-scans-missing>awaiting",
                    "on-hold-scans-missing>production",
                    "production>control",
                    "control>production",
                    "control>approved",
                    "approved>partly",
                    "approved>sent",
                    "partly>sent"));

    private static State state(String code, Optional<OrderStatus> when, Action... actions) {
        return new State(code, Message.of(code, code), Message.of(code, code), Set.of(actions), when);
    }

    private static List<Transition> steps(String... steps) {
        return Arrays.stream(steps)
                .map(step -> step.split(">", 2))
                .map(ends -> new Transition(ends[0], ends[1]))
                .toList();
    }

    private static List<String> moves(String at) {
        return NextSteps.of(LABORATORY, at, PLACED).moves().stream()
                .map(move -> move.state().code())
                .toList();
    }

    @Test
    @Tag("D25")
    @Tag("D27")
    void onlyDeclaredStepsAreOfferedAndNoneThatTheLinesDecide() {
        assertThat(moves("awaiting")).containsExactly("production");
        assertThat(moves("production")).containsExactly("control");
        assertThat(moves("approved")).isEmpty();
        assertThat(moves("unknown")).isEmpty();
    }

    @Test
    @Tag("D26")
    void waitingIsAskedForWithItsReasonAndNotAsAStep() {
        assertThat(NextSteps.of(LABORATORY, "awaiting", PLACED).holds())
                .extracting(State::code)
                .containsExactly("on-hold-scans-missing");
        assertThat(moves("on-hold-scans-missing")).containsExactly("awaiting", "production");
        assertThat(NextSteps.isHold("on-hold")).isTrue();
        assertThat(NextSteps.isHold("on-holiday")).isFalse();
    }

    @Test
    void theWayBackIsToldFromTheWayOn() {
        List<NextSteps.Move> moves = NextSteps.of(LABORATORY, "control", PLACED).moves();
        assertThat(moves).extracting(NextSteps.Move::forward).containsExactly(false, true);
    }

    @Test
    @Tag("D28")
    void whatIsLockedNamesTheStateThatOpensIt() {
        NextSteps awaiting = NextSteps.of(LABORATORY, "awaiting", PLACED);
        assertThat(awaiting.may(Action.CANCEL_LINES)).isTrue();
        assertThat(awaiting.locked()).singleElement().satisfies(locked -> {
            assertThat(locked.action()).isEqualTo(Action.SHIP);
            assertThat(locked.opens()).map(State::code).contains("approved");
        });
        assertThat(NextSteps.of(LABORATORY, "production", PLACED).locked())
                .filteredOn(locked -> locked.action() == Action.CANCEL_LINES)
                .singleElement()
                .satisfies(locked -> assertThat(locked.opens()).isEmpty());
    }

    @Test
    void nothingIsLeftOfAnOrderThatIsClosed() {
        assertThat(NextSteps.of(LABORATORY, "sent", COMPLETED)).isEqualTo(NextSteps.NONE);
        assertThat(NextSteps.of(LABORATORY, "awaiting", CANCELLED)).isEqualTo(NextSteps.NONE);
    }

    @Test
    void theWayShowsWaitingOnlyWhereTheOrderWaits() {
        assertThat(NextSteps.way(LABORATORY, "production"))
                .extracting(State::code)
                .containsExactly("awaiting", "production", "control", "approved", "sent");
        assertThat(NextSteps.way(LABORATORY, "on-hold-scans-missing"))
                .extracting(State::code)
                .startsWith("awaiting", "on-hold-scans-missing", "production");
    }
}

package org.torg.kernel.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Shop.BULKY;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.UNTRACKED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts.NewLine;
import org.torg.api.cart.FollowingCarts.Source;
import org.torg.api.configurator.Answer;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.kernel.cart.CartFilling.Plan;
import org.torg.kernel.cart.CartFilling.Target;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Scanned;
import org.torg.kernel.fixture.Splint;

/** Carts and orders for many patients cost as many statements as those for a few. */
@Tag("D19")
class ManyRecipientsTest {

    private static final int FEW = 3;

    /** One more is added. A batch has a hundred entries of the audit. */
    private static final int MANY = 99;

    @OnEveryDatabase
    void aHundredPatientsCostAsManyStatementsAsThree(Database database) {
        Map<String, Integer> few = new Day(database, FEW).costs();
        Map<String, Integer> many = new Day(database, MANY).costs();

        assertThat(many).isEqualTo(few);
        // What an edit and a look cost at most, whoever they are for.
        assertThat(many.get("read the cart")).isLessThanOrEqualTo(12);
        assertThat(many.get("add a line")).isLessThanOrEqualTo(17);
        assertThat(many.get("check out")).isLessThanOrEqualTo(28);
        assertThat(many.get("read the order")).isLessThanOrEqualTo(6);
    }

    /** One patient and one splint a line, from the first line to the order. */
    private static final class Day {

        private final Database database;
        private final Scanned scanned;
        private final int lines;
        private final Map<String, Integer> costs = new TreeMap<>();

        Day(Database database, int lines) {
            this.database = database;
            this.lines = lines;
            scanned = Scanned.open(database);
            scanned.clinic.shop().onHand(DENIED, 1000);
            scanned.clinic.shop().onHand(BULKY, 1000);
        }

        private <T> T counted(String what, Supplier<Outcome<T>> work) {
            database.sent().forget();
            T done = work.get().orElseThrow();
            costs.put(what, database.sent().statements().size());
            return done;
        }

        private NewLine line(int patient, RecipientId recipient) {
            return new NewLine(UNTRACKED, 1, Optional.of(Splint.forPatient("note " + patient)), Optional.of(recipient));
        }

        Map<String, Integer> costs() {
            Caller dentist = scanned.dentist;
            List<RecipientId> patients = IntStream.range(0, lines)
                    .mapToObj(i -> scanned.patient(dentist, "Patient " + i))
                    .toList();
            // Models and texts are kept by then.
            scanned.add(scanned.cart(), Splint.forPatient("first")).orElseThrow();
            List<NewLine> asked = IntStream.range(0, lines)
                    .mapToObj(i -> line(i, patients.get(i)))
                    .toList();
            CartId id = counted("fill", () -> scanned.kernel
                            .filling
                            .plan(dentist, new Target.Anew(Optional.of(LIGHTING)), asked)
                            .map(plan -> filled(plan)))
                    .id();
            assertThat(scanned.kernel
                            .carts
                            .get(dentist, id)
                            .orElseThrow()
                            .cart()
                            .lines())
                    .hasSize(lines);
            Cart read = counted("read the cart", () -> scanned.kernel.carts.get(dentist, id))
                    .cart();
            assertThat(read.lines()
                            .get(lines - 1)
                            .configuration()
                            .orElseThrow()
                            .answers()
                            .to("notes"))
                    .contains(new Answer.Words("note " + (lines - 1)));
            counted(
                    "add a line",
                    () -> scanned.kernel.carts.addLine(dentist, Optional.empty(), id, line(lines, scanned.patient)));
            Order placed = counted("check out", () -> scanned.checkOut(id));
            order(dentist, placed.id(), "read the order");
            order(scanned.lab(), placed.id(), "read the order as staff");
            counted(
                    "follow the order",
                    () -> scanned.kernel.followingCarts.open(
                            dentist, Optional.empty(), new Source.OfOrder(placed.id()), Optional.empty(), true));
            return costs;
        }

        private Cart filled(Plan plan) {
            return scanned.kernel
                    .transactions
                    .write(tx -> scanned.kernel.filling.carryOut(tx, plan))
                    .cart();
        }

        private void order(Caller caller, OrderId id, String what) {
            Order read = counted(what, () -> scanned.kernel.orders.get(caller, id));
            assertThat(read.details()).hasSize(lines + 1);
            assertThat(read.details()
                            .get(lines - 1)
                            .configuration()
                            .orElseThrow()
                            .answers()
                            .to("notes"))
                    .contains(new Answer.Words("note " + (lines - 1)));
        }
    }
}

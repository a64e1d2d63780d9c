package org.torg.kernel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.buyer;
import static org.torg.kernel.fixture.Callers.foreigner;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Callers.staff;
import static org.torg.kernel.fixture.Outcomes.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.torg.api.account.Caller;
import org.torg.api.order.Cancellation;
import org.torg.api.order.Order;
import org.torg.api.order.OrderCommand;
import org.torg.api.pricing.LineId;
import org.torg.api.privacy.Subject;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;

/** Why parts of an order were cancelled is kept, shown to who sees the order, and goes with the people. */
@Tag("L25")
class CancellationReasonTest {

    private static final String REASON = "Kari Nordmann ringte: trenger bare én";

    @OnEveryDatabase
    void theReasonsStandOnTheOrderForStaffAndTheAccountAlone(Database database) {
        Shop shop = Shop.open(database);
        Order order = cancelled(shop);

        for (Caller caller : List.of(staff(), owner(), buyer())) {
            List<Cancellation> cancellations =
                    shop.orders().cancellations(caller, order.id()).orElseThrow();
            assertThat(cancellations)
                    .extracting(Cancellation::reason)
                    .containsExactly(Optional.of(REASON), Optional.of("Utgått"));
            assertThat(cancellations).extracting(Cancellation::revision).containsExactly(2, 3);
            assertThat(cancellations.get(0).quantities()).isEqualTo(Map.of(new LineId("1"), 2));
            assertThat(cancellations.get(0).at()).isEqualTo(order.changedAt());
        }
        assertThat(code(shop.orders().cancellations(foreigner(), order.id()))).isEqualTo("order-not-found");
        assertThat(database.texts()).noneMatch(text -> text.contains("Nordmann") || text.contains("Utgått"));
    }

    @OnEveryDatabase
    @Tag("L04")
    void theWordsGoWithWhoHasOrderedAndTheCancellationStays(Database database) {
        Shop shop = Shop.open(database);
        Order order = cancelled(shop);
        shop.stores().transactions().change(tx -> shop.stores()
                .accounts()
                .insert(
                        tx,
                        new org.torg.api.store.AccountStore.UserRow(
                                order.placedBy(),
                                "kari@post.example",
                                "Kari",
                                "nb",
                                "hash",
                                true,
                                shop.clock().now()),
                        List.of()));

        shop.kernel()
                .privacy
                .erase(Callers.STAFF, Optional.empty(), new Subject.User(order.placedBy()))
                .orElseThrow();

        assertThat(shop.orders().cancellations(staff(), order.id()).orElseThrow())
                .hasSize(2)
                .allSatisfy(cancellation -> {
                    assertThat(cancellation.reason()).isEmpty();
                    assertThat(cancellation.quantities()).isNotEmpty();
                });
        assertThat(database.columns().get("person_key.owner"))
                .doesNotContain("order:" + order.id().value());
    }

    private static Order cancelled(Shop shop) {
        Order order = shop.orders()
                .place(buyer(), Optional.empty(), Shop.order(Map.of(Shop.UNTRACKED, 5)))
                .orElseThrow();
        cancel(shop, order, 2, REASON);
        return cancel(shop, order, 1, "Utgått");
    }

    private static Order cancel(Shop shop, Order order, int quantity, String reason) {
        return shop.orders()
                .cancel(
                        staff(),
                        Optional.empty(),
                        order.id(),
                        Optional.empty(),
                        new OrderCommand.CancelLines(Map.of(new LineId("1"), quantity), reason))
                .orElseThrow();
    }
}

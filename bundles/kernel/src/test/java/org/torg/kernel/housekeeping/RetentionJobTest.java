package org.torg.kernel.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Outcomes.code;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.cart.Cart;
import org.torg.api.event.EventRecord;
import org.torg.api.event.Events;
import org.torg.api.store.EventStore;
import org.torg.kernel.event.EventService;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.job.Turns;
import org.torg.kernel.privacy.RetentionPeriods;

/** What is old goes, in bounded parts, and what somebody still waits for stays. */
class RetentionJobTest {

    private static final Caller READER =
            Caller.machine("reader", Function.EVENT_READ, Function.ORDER_READ, Function.INVOICE_READ);

    @OnEveryDatabase
    void aCartThatNobodyHasTouchedForAYearGoesWithItsLines(Database database) {
        Shop shop = Shop.open(database);
        Cart old = cart(shop);
        shop.clock().move(Duration.ofDays(200));
        Cart young = cart(shop);
        shop.clock().move(Duration.ofDays(170));

        round(shop);

        assertThat(database.columns().get("cart.id")).containsExactly(young.id().value());
        assertThat(database.columns().get("cart_line.cart"))
                .containsExactly(young.id().value())
                .doesNotContain(old.id().value());
    }

    @OnEveryDatabase
    void anEventGoesAfterNinetyDaysUnlessSomebodyHasStillToBeTold(Database database) {
        Shop shop = Shop.open(database);
        place(shop, 3);
        Events events =
                new EventService(shop.kernel().transactions, shop.stores().events(), shop.kernel().gate);
        List<EventRecord> seen = feed(events, Optional.empty());
        String waiting = seen.get(1).id();
        database.run(
                "INSERT INTO event_delivery (event_id, consumer, attempts) VALUES ('" + waiting + "', 'parked', 10)");
        String place = next(events, Optional.empty());
        shop.clock().move(Duration.ofDays(91));
        place(shop, 2);
        assertThat(feed(events, Optional.of("1"))).hasSize(4);

        round(shop);

        assertThat(database.columns().get("event.id")).hasSize(3).contains(waiting);
        assertThat(database.columns().get("event_feed.event_id")).hasSize(2).doesNotContain(waiting);
        assertThat(feed(events, Optional.of(place)))
                .as("who is up to date misses nothing")
                .hasSize(2);
        assertThat(feed(events, Optional.empty())).as("who begins anew").hasSize(2);
        assertThat(code(events.after(READER, Optional.of("1"), 10))).isEqualTo("events-expired");
        boolean done =
                shop.stores().transactions().write(tx -> shop.stores().events().done(tx, waiting, "parked"));
        assertThat(done).isTrue();
        round(shop);
        assertThat(database.columns().get("event.id")).hasSize(2);
    }

    @OnEveryDatabase
    void whatTheFeedHasNotBeenToldStays(Database database) {
        Shop shop = Shop.open(database);
        place(shop, 1);
        shop.clock().move(Duration.ofDays(400));

        round(shop);

        assertThat(database.columns().get("event.id")).hasSize(1);
        assertThat(database.columns().get("event_delivery.consumer")).contains(EventStore.FEED);
    }

    @OnEveryDatabase
    void whoDidWhatIsKeptForAsLongAsAccountsAre(Database database) {
        Shop shop = Shop.open(database);
        place(shop, 2);
        shop.clock().move(Duration.ofDays(365 * 7L + 360));
        round(shop);
        assertThat(database.columns().get("audit_entry.command")).contains("place-order");

        shop.clock().move(Duration.ofDays(20));
        round(shop);

        assertThat(database.columns().get("audit_entry.command")).doesNotContain("place-order");
    }

    @OnEveryDatabase
    void moreThanOnePartIsRemovedPartByPart(Database database) {
        Shop shop = Shop.open(database);
        shop.stores().transactions().change(tx -> {
            for (int i = 0; i < 1001; i++) {
                String id = "00000000-0000-7000-8000-" + String.format("%012d", i);
                shop.stores()
                        .audit()
                        .insert(
                                tx,
                                List.of(new org.torg.api.audit.AuditEntry(
                                        id,
                                        shop.clock().now(),
                                        "machine:test",
                                        Optional.empty(),
                                        Optional.empty(),
                                        "JOB",
                                        "test",
                                        "test",
                                        "t")));
            }
        });
        shop.clock().move(Duration.ofDays(365 * 9L));
        database.sent().forget();

        round(shop);

        assertThat(database.columns().get("audit_entry.id")).isEmpty();
        assertThat(database.sent().statements().stream().filter(sql -> sql.startsWith("DELETE FROM audit_entry")))
                .hasSize(3);
    }

    @OnEveryDatabase
    void zeroKeepsForEver(Database database) {
        Shop shop = Shop.open(database);
        cart(shop);
        place(shop, 1);
        feed(
                new EventService(shop.kernel().transactions, shop.stores().events(), shop.kernel().gate),
                Optional.empty());
        shop.clock().move(Duration.ofDays(365 * 20L));

        run(shop, new Kept(0, 0, 0, 0));

        assertThat(database.columns().get("cart.id")).hasSize(1);
        assertThat(database.columns().get("event.id")).hasSize(1);
        assertThat(database.columns().get("audit_entry.command")).contains("place-order");
    }

    private static Cart cart(Shop shop) {
        Cart cart = shop.carts()
                .create(Callers.buyer(), Optional.empty(), Optional.empty())
                .orElseThrow();
        return shop.carts()
                .addLine(Callers.buyer(), Optional.empty(), cart.id(), Shop.UNTRACKED, 1)
                .orElseThrow();
    }

    private static void place(Shop shop, int orders) {
        for (int i = 0; i < orders; i++) {
            shop.orders()
                    .place(Callers.buyer(), Optional.empty(), Shop.order(Map.of(Shop.UNTRACKED, 1)))
                    .orElseThrow();
        }
    }

    private static List<EventRecord> feed(Events events, Optional<String> after) {
        return events.after(READER, after, 100).orElseThrow().items();
    }

    private static String next(Events events, Optional<String> after) {
        return events.after(READER, after, 100).orElseThrow().next().orElseThrow();
    }

    private static void round(Shop shop) {
        run(shop, new Kept(12, 1, 8, 90));
    }

    private static void run(Shop shop, Kept kept) {
        RetentionJob job = new RetentionJob(
                new RetentionPeriods(kept),
                shop.kernel().transactions,
                shop.stores().jobs(),
                shop.stores().retention(),
                shop.clock());
        Turns turns = new Turns(shop.kernel(), job);
        assertThat(turns.turn()).isTrue();
        while (turns.turn()) {
            // The days that were planned and have passed since.
        }
    }
}

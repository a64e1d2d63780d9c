package org.torg.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Outcomes.code;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.Page;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.api.event.Event;
import org.torg.api.event.EventRecord;
import org.torg.api.fulfilment.ShipmentId;
import org.torg.api.order.OrderId;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Subscriptions;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.KernelContract;

class EventTest {

    @Nested
    class OnDerby extends Contract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }

    private static final class Invoicing implements EventConsumer {

        final List<String> handled = new ArrayList<>();
        Consumer<Tx> effect = tx -> {};

        @Override
        public String name() {
            return Subscriptions.INVOICING;
        }

        @Override
        public void handle(Tx tx, EventRecord event) {
            effect.accept(tx);
            handled.add(event.event().subject());
        }
    }

    abstract static class Contract extends KernelContract {

        final Invoicing invoicing = new Invoicing();
        final Deliveries deliveries;
        final EventService events;
        final Caller reader = Caller.machine("erp", Function.EVENT_READ, Function.ORDER_READ, Function.SHIPMENT_READ);

        Contract(Database database) {
            super(database);
            this.deliveries = new Deliveries(kernel.transactions, kernel.stores.events(), kernel.clock);
            this.events = new EventService(kernel.transactions, kernel.stores.events(), kernel.gate);
        }

        @Test
        void aConsumerGetsEachEventOnce() {
            deliveries.add(invoicing);
            ship("1");
            ship("2");

            while (deliveries.turn()) {
                // As long as there may be more.
            }

            assertThat(invoicing.handled).containsExactly("1", "2");
            kernel.clock.move(Duration.ofDays(1));
            assertThat(deliveries.turn()).isFalse();
        }

        @Test
        void deliveriesWaitForAConsumerThatIsAway() {
            ship("1");
            assertThat(deliveries.turn()).isFalse();

            deliveries.add(invoicing);

            assertThat(deliveries.turn()).isTrue();
            assertThat(invoicing.handled).containsExactly("1");
        }

        @Test
        void whatAConsumerDoesIsStoredTogetherWithTheDelivery() {
            deliveries.add(invoicing);
            ship("1");
            invoicing.effect = tx -> {
                kernel.stores.numbers().take(tx, "series", 1, 1);
                throw new IllegalStateException("Kari Nordmann");
            };
            deliveries.turn();
            invoicing.effect = tx -> kernel.stores.numbers().take(tx, "series", 1, 1);
            kernel.clock.move(Duration.ofSeconds(2));
            deliveries.turn();

            assertThat(invoicing.handled).containsExactly("1");
            long next = kernel.transactions.write(tx -> kernel.stores.numbers().take(tx, "series", 1, 1));
            assertThat(next).isEqualTo(2);
        }

        @Test
        void aFailingDeliveryIsTriedLaterAndThenParked() {
            deliveries.add(invoicing);
            ship("1");
            invoicing.effect = tx -> {
                throw new IllegalStateException("Kari Nordmann");
            };
            for (int attempt = 1; attempt <= Deliveries.TRIES; attempt++) {
                assertThat(deliveries.turn()).as("try " + attempt).isTrue();
                assertThat(deliveries.turn()).isFalse();
                kernel.clock.move(Deliveries.LONGEST_DELAY);
            }
            invoicing.effect = tx -> {};
            kernel.clock.move(Duration.ofDays(30));

            assertThat(deliveries.turn()).isFalse();
            assertThat(invoicing.handled).isEmpty();
        }

        @Test
        void whatIsLeftAtAStopIsGivenBackAndDoesNotCountAsATry() {
            for (int i = 0; i <= Deliveries.TRIES; i++) {
                ship("done " + i);
            }
            ship("left");
            for (int i = 0; i <= Deliveries.TRIES; i++) {
                Deliveries stopped = new Deliveries(kernel.transactions, kernel.stores.events(), kernel.clock);
                stopped.add(invoicing);
                invoicing.effect = tx -> stopped.stop();
                assertThat(stopped.turn()).isTrue();
                assertThat(stopped.turn()).isFalse();
                assertThat(invoicing.handled).hasSize(i + 1);
                kernel.clock.move(Duration.ofMillis(1));
            }
            deliveries.add(invoicing);
            invoicing.effect = tx -> {
                invoicing.effect = later -> {};
                throw new IllegalStateException();
            };

            assertThat(deliveries.turn()).isTrue();

            // Had the stops counted as tries, this failure would have been the last.
            kernel.clock.move(Duration.ofSeconds(2));
            assertThat(deliveries.turn()).isTrue();
            assertThat(invoicing.handled).hasSize(Deliveries.TRIES + 2).doesNotHaveDuplicates();
        }

        @Test
        void oneBadEventHoldsUpNoOther() {
            deliveries.add(invoicing);
            ship("bad");
            ship("good");
            invoicing.effect = tx -> {
                invoicing.effect = later -> {};
                throw new IllegalStateException();
            };

            deliveries.turn();

            assertThat(invoicing.handled).containsExactly("good");
        }

        @Test
        void theDispatcherIsWokenByACommit() throws Exception {
            CountDownLatch handled = new CountDownLatch(1);
            invoicing.effect = tx -> handled.countDown();
            Dispatcher dispatcher =
                    new Dispatcher(kernel.transactions, kernel.stores.events(), kernel.clock, kernel.nudge);
            dispatcher.addConsumer(invoicing);
            try {
                ship("1");

                assertThat(handled.await(4, TimeUnit.SECONDS)).isTrue();
            } finally {
                dispatcher.stop();
            }
        }

        @Test
        void anIdleDispatcherCostsOneStatementATurn() {
            deliveries.add(invoicing);
            database.sent().forget();

            deliveries.turn();

            assertThat(database.sent().statements()).hasSize(1);
        }

        @Test
        void theDispatcherGivesPositionsToEventsThatNobodyReads() {
            FeedPositions feed = new FeedPositions(kernel.transactions, kernel.stores.events());
            many("dental", FeedPositions.BATCH + 1);

            assertThat(feed.turn()).isTrue();
            assertThat(positioned()).isEqualTo(FeedPositions.BATCH);
            assertThat(feed.turn()).isFalse();
            assertThat(positioned()).isEqualTo(FeedPositions.BATCH + 1);

            database.sent().forget();
            assertThat(feed.turn()).isFalse();
            assertThat(database.sent().statements()).as("idle").isEmpty();
            ship("1");
            feed.tell();
            assertThat(feed.turn()).isFalse();
            assertThat(positioned()).isEqualTo(FeedPositions.BATCH + 2);
        }

        @Test
        void aCommitWakesTheDispatcherToGivePositions() {
            Dispatcher dispatcher =
                    new Dispatcher(kernel.transactions, kernel.stores.events(), kernel.clock, kernel.nudge);
            try {
                ship("1");
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
                while (positioned() == 0 && System.nanoTime() - end < 0) {
                    Thread.onSpinWait();
                }

                assertThat(positioned()).isEqualTo(1);
            } finally {
                dispatcher.stop();
            }
        }

        @Test
        void theFirstReaderAfterALongTimeNumbersSomeAndIsAnswered() {
            many("dental", 2500);
            database.sent().forget();

            Page<EventRecord> page = events.after(reader, Optional.empty(), 100).orElseThrow();

            assertThat(page.items()).hasSize(100);
            assertThat(page.next()).contains("100");
            assertThat(database.sent().statements()).hasSizeLessThanOrEqualTo(15);
            assertThat(positioned()).isEqualTo(2000);
            assertThat(readAll(1000)).hasSize(2500);
        }

        @Test
        void aReaderOfOneVendorPassesOverSoManyEventsOfOthersInOneCall() {
            Caller ofLighting = Callers.with(
                    new Grant(Function.EVENT_READ, Scope.of(Kernel.LIGHTING)),
                    new Grant(Function.SHIPMENT_READ, Scope.of(Kernel.LIGHTING)));
            int passed = 3 + (EventService.PARTS - 1) * EventService.MAX;
            many("dental", passed + 1);
            ship("mine");
            ship("also mine");
            new FeedPositions(kernel.transactions, kernel.stores.events()).position(100);
            database.sent().forget();

            Page<EventRecord> first =
                    events.after(ofLighting, Optional.empty(), 3).orElseThrow();
            int statements = database.sent().statements().size();
            Page<EventRecord> second = events.after(ofLighting, first.next(), 1).orElseThrow();
            Page<EventRecord> third = events.after(ofLighting, second.next(), 1).orElseThrow();
            Page<EventRecord> end = events.after(ofLighting, third.next(), 1).orElseThrow();

            assertThat(first.items()).isEmpty();
            assertThat(first.next()).contains(Integer.toString(passed));
            assertThat(statements).isEqualTo(1 + EventService.PARTS);
            assertThat(subjects(second)).containsExactly("mine");
            assertThat(subjects(third)).containsExactly("also mine");
            assertThat(end.items()).isEmpty();
            assertThat(end.next()).isEqualTo(third.next());
        }

        private int positioned() {
            return kernel.transactions
                    .read(tx -> kernel.stores.events().feed(tx, 0, 10_000))
                    .size();
        }

        /** Events that many small commands would have made. */
        private void many(String vendor, int count) {
            List<Event> made = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                made.add(new Event.ShipmentRegistered(
                        new VendorId(vendor),
                        Optional.empty(),
                        new OrderId("o" + i),
                        new ShipmentId("s" + i),
                        List.of()));
            }
            kernel.transactions.change(tx -> kernel.commands.record(
                    tx, Callers.STAFF, "register-shipment", new Effect<>("", "many", Optional.empty(), made)));
        }

        @Test
        void theFeedIsReadInPagesToItsEnd() {
            for (int i = 0; i < 7; i++) {
                ship("e" + i);
            }

            assertThat(readAll(3)).containsExactly("e0", "e1", "e2", "e3", "e4", "e5", "e6");
        }

        /** The later event is committed and read before the earlier one commits: that one must still come. */
        @Test
        void anEventThatCommitsLateIsNotMissed() throws Exception {
            CountDownLatch stored = new CountDownLatch(1);
            CountDownLatch mayCommit = new CountDownLatch(1);
            ExecutorService thread = Executors.newFixedThreadPool(2);
            Future<?> late = thread.submit(() -> kernel.transactions.change(tx -> {
                record(tx, "late");
                stored.countDown();
                await(mayCommit);
            }));
            assertThat(stored.await(20, TimeUnit.SECONDS)).isTrue();
            ship("early");
            // Derby lets a reader wait for the row that is not committed yet; PostgreSQL passes it over.
            Future<Page<EventRecord>> first = thread.submit(
                    () -> events.after(reader, Optional.empty(), 100).orElseThrow());
            if (database == Database.POSTGRESQL) {
                assertThat(subjects(first.get(20, TimeUnit.SECONDS))).containsExactly("early");
            }
            mayCommit.countDown();
            late.get(20, TimeUnit.SECONDS);
            thread.shutdown();

            Page<EventRecord> page = first.get(30, TimeUnit.SECONDS);
            List<String> seen = new ArrayList<>(subjects(page));
            seen.addAll(subjects(events.after(reader, page.next(), 100).orElseThrow()));
            assertThat(seen).containsExactlyInAnyOrder("early", "late");
        }

        @Test
        void readersInParallelWithWritersMissNothing() throws Exception {
            int writers = 4;
            int each = 25;
            ExecutorService threads = Executors.newFixedThreadPool(writers);
            List<Future<?>> writing = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                String name = "w" + w + "-";
                writing.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        ship(name + i);
                    }
                }));
            }
            List<String> seen = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            boolean writersDone = false;
            while (true) {
                Page<EventRecord> page = events.after(reader, cursor, 10).orElseThrow();
                seen.addAll(subjects(page));
                cursor = page.next();
                if (page.items().isEmpty()) {
                    if (writersDone) {
                        break;
                    }
                    writersDone = writing.stream().allMatch(Future::isDone);
                }
            }
            for (Future<?> future : writing) {
                future.get(30, TimeUnit.SECONDS);
            }
            threads.shutdown();

            assertThat(seen).hasSize(writers * each).doesNotHaveDuplicates();
        }

        @Test
        void theFeedIsForThoseWhoMayReadIt() {
            ship("1");
            Caller ofOther = Callers.with(new Grant(Function.EVENT_READ, Scope.of(new VendorId("dental"))));

            assertThat(code(events.after(Callers.stranger(), Optional.empty(), 1)))
                    .isEqualTo("token-missing");
            assertThat(code(events.after(reader, Optional.of("x"), 1))).isEqualTo("cursor-invalid");
            assertThat(code(events.after(reader, Optional.empty(), 0))).isEqualTo("limit-invalid");
            assertThat(code(events.after(reader, Optional.empty(), 1001))).isEqualTo("limit-invalid");
            Page<EventRecord> others =
                    events.after(ofOther, Optional.empty(), 1).orElseThrow();
            assertThat(others.items()).isEmpty();
            assertThat(others.next()).isPresent();
        }

        private List<String> readAll(int limit) {
            List<String> seen = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            while (true) {
                Page<EventRecord> page = events.after(reader, cursor, limit).orElseThrow();
                if (page.items().isEmpty()) {
                    return seen;
                }
                seen.addAll(subjects(page));
                cursor = page.next();
            }
        }

        private static List<String> subjects(Page<EventRecord> page) {
            return page.items().stream().map(event -> event.event().subject()).toList();
        }

        private void ship(String order) {
            kernel.transactions.change(tx -> record(tx, order));
            kernel.nudge.wake();
        }

        private void record(Tx tx, String order) {
            Event event = new Event.ShipmentRegistered(
                    Kernel.LIGHTING, Optional.empty(), new OrderId(order), new ShipmentId("s" + order), List.of());
            kernel.commands.record(
                    tx,
                    Callers.STAFF,
                    "register-shipment",
                    new Effect<>(order, order, Optional.empty(), List.of(event)));
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

package org.torg.persistence.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.persistence.Samples.LIGHTING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.audit.AuditEntry;
import org.torg.api.event.Event;
import org.torg.api.event.EventRecord;
import org.torg.api.order.OrderId;
import org.torg.api.store.CommandStore.Delivery;
import org.torg.api.store.EventStore;
import org.torg.api.store.EventStore.ClaimedDelivery;
import org.torg.api.store.EventStore.PositionedEvent;
import org.torg.api.store.Transactions.Tx;
import org.torg.persistence.Database;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

class EventStoreTest {

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

    abstract static class Contract extends StoreContract {
        private static final Instant LEASE = NOW.plusSeconds(60);

        private final EventStore events = stores.events();
        private final ExecutorService threads = Executors.newFixedThreadPool(8);

        Contract(Database database) {
            super(database);
        }

        @AfterEach
        void stop() {
            threads.shutdownNow();
        }

        private EventRecord store(Tx tx, String order, Instant at, String... consumers) {
            EventRecord event = new EventRecord(
                    Samples.newId(at),
                    at,
                    new Event.OrderLinesCancelled(
                            LIGHTING, Optional.of(new AccountId("a-1")), new OrderId(order), 2, Map.of("l-1", 3)));
            AuditEntry audit = new AuditEntry(
                    Samples.newId(at),
                    at,
                    "machine:test",
                    Optional.empty(),
                    Optional.empty(),
                    "JOB",
                    "r",
                    "cancel-lines",
                    order);
            stores.commands()
                    .record(
                            tx,
                            audit,
                            List.of(event),
                            List.of(consumers).stream()
                                    .map(consumer -> new Delivery(event.id(), consumer))
                                    .toList(),
                            Optional.empty());
            return event;
        }

        private EventRecord store(String order, Instant at, String... consumers) {
            return transactions.write(tx -> store(tx, order, at, consumers));
        }

        private List<ClaimedDelivery> claim(Instant now, String... consumers) {
            return transactions.write(tx -> events.claim(tx, List.of(consumers), now, now.plusSeconds(60), 10));
        }

        @Test
        void whatIsDueIsClaimedOldestFirstAndOnlyOnce() {
            EventRecord second = store("o-2", NOW.plusMillis(2), "invoicing", EventStore.FEED);
            EventRecord first = store("o-1", NOW.plusMillis(1), "invoicing", EventStore.FEED);

            expectStatements(2, tx -> assertThat(events.claim(
                            tx, List.of("invoicing", EventStore.FEED, "mail"), NOW.plusSeconds(1), LEASE, 10))
                    .containsExactly(
                            new ClaimedDelivery(first, "invoicing", 1), new ClaimedDelivery(second, "invoicing", 1)));
            expectStatements(1, tx -> assertThat(events.claim(tx, List.of("invoicing"), NOW.plusSeconds(2), LEASE, 10))
                    .isEmpty());
        }

        @Test
        void whatIsNotYetDueWaits() {
            store("o-1", NOW, "invoicing");

            assertThat(claim(NOW.minusMillis(1), "invoicing")).isEmpty();
            assertThat(claim(NOW, "mail")).isEmpty();
            assertThat(claim(NOW, "invoicing")).hasSize(1);
        }

        @Test
        void aLeaseThatRanOutIsClaimedAgain() {
            store("o-1", NOW, "invoicing");
            claim(NOW, "invoicing");

            assertThat(claim(NOW.plusSeconds(59), "invoicing")).isEmpty();
            assertThat(claim(NOW.plusSeconds(60), "invoicing"))
                    .extracting(ClaimedDelivery::attempts)
                    .containsExactly(2);
        }

        @Test
        void aDeliveryIsDoneOnce() {
            EventRecord event = store("o-1", NOW, "invoicing");
            claim(NOW, "invoicing");

            assertThat(transactions.<Boolean>write(tx -> events.done(tx, event.id(), "invoicing")))
                    .isTrue();
            assertThat(transactions.<Boolean>write(tx -> events.done(tx, event.id(), "invoicing")))
                    .isFalse();
            assertThat(claim(NOW.plusSeconds(999), "invoicing")).isEmpty();
        }

        @Test
        void aFailedDeliveryIsDueAgainAndAParkedOneNever() {
            EventRecord event = store("o-1", NOW, "invoicing");
            claim(NOW, "invoicing");
            transactions.change(tx -> events.retry(tx, event.id(), "invoicing", NOW.plusSeconds(5), "x".repeat(5000)));

            assertThat(claim(NOW.plusSeconds(4), "invoicing")).isEmpty();
            assertThat(claim(NOW.plusSeconds(5), "invoicing")).hasSize(1);

            transactions.change(tx -> events.park(tx, event.id(), "invoicing", "given up"));
            assertThat(claim(NOW.plusSeconds(99999), "invoicing")).isEmpty();
        }

        @Test
        void twoClaimersNeverGetTheSame() throws Exception {
            Set<String> stored = new TreeSet<>();
            for (int i = 0; i < 60; i++) {
                stored.add(store("o-" + i, NOW.plusMillis(i), "invoicing").id());
            }
            Callable<List<String>> claimer = () -> {
                List<String> mine = new ArrayList<>();
                for (int i = 0; i < 30; i++) {
                    transactions
                            .<List<ClaimedDelivery>>write(
                                    tx -> events.claim(tx, List.of("invoicing"), NOW.plusSeconds(1), LEASE, 5))
                            .forEach(delivery -> mine.add(delivery.event().id()));
                }
                return mine;
            };

            List<String> claimed = new ArrayList<>();
            for (Future<List<String>> one : threads.invokeAll(List.of(claimer, claimer, claimer, claimer))) {
                claimed.addAll(one.get(60, TimeUnit.SECONDS));
            }

            assertThat(claimed).containsExactlyInAnyOrderElementsOf(stored);
        }

        @Test
        void theFeedIsGapFreeAndInOrder() {
            EventRecord first = store("o-1", NOW, EventStore.FEED, "invoicing");
            EventRecord second = store("o-2", NOW.plusMillis(1), EventStore.FEED);
            EventRecord third = store("o-3", NOW.plusMillis(2), EventStore.FEED);

            assertThat(all(tx -> events.feed(tx, 0, 10))).isEmpty();
            assertThat(transactions.<Integer>write(tx -> events.position(tx, 2)))
                    .isEqualTo(2);
            assertThat(transactions.<Integer>write(tx -> events.position(tx, 2)))
                    .isEqualTo(1);
            expectStatements(1, tx -> assertThat(events.position(tx, 2)).isZero());

            assertThat(all(tx -> events.feed(tx, 0, 10)))
                    .containsExactly(
                            new PositionedEvent(1, first),
                            new PositionedEvent(2, second),
                            new PositionedEvent(3, third));
            assertThat(all(tx -> events.feed(tx, 1, 1))).containsExactly(new PositionedEvent(2, second));
            assertThat(one(tx -> events.event(tx, third.id()))).contains(third);
        }

        /**
         * The transaction with the smaller id commits last. A reader who has gone past the other must still get it.
         */
        @Test
        void anEventThatIsCommittedLateIsNotMissed() throws Exception {
            CountDownLatch firstHasStored = new CountDownLatch(1);
            CountDownLatch firstMayCommit = new CountDownLatch(1);
            Future<EventRecord> first = threads.submit(() -> transactions.write(tx -> {
                EventRecord event = store(tx, "o-1", NOW, EventStore.FEED);
                firstHasStored.countDown();
                await(firstMayCommit);
                return event;
            }));
            await(firstHasStored);
            EventRecord second = store("o-2", NOW.plusSeconds(5), EventStore.FEED);
            // PostgreSQL reads past the open transaction, Derby waits for it.
            Future<Integer> positioned = threads.submit(() -> transactions.write(tx -> events.position(tx, 10)));
            if (database == Database.POSTGRESQL) {
                assertThat(positioned.get(10, TimeUnit.SECONDS)).isEqualTo(1);
                assertThat(all(tx -> events.feed(tx, 0, 10))).containsExactly(new PositionedEvent(1, second));
            }
            firstMayCommit.countDown();
            EventRecord late = first.get(10, TimeUnit.SECONDS);
            positioned.get(30, TimeUnit.SECONDS);
            transactions.change(tx -> events.position(tx, 10));

            List<PositionedEvent> feed = all(tx -> events.feed(tx, 0, 10));
            assertThat(feed).extracting(PositionedEvent::position).containsExactly(1L, 2L);
            assertThat(feed).extracting(PositionedEvent::event).containsExactlyInAnyOrder(late, second);
            if (database == Database.POSTGRESQL) {
                assertThat(all(tx -> events.feed(tx, 1, 10))).containsExactly(new PositionedEvent(2, late));
            }
        }

        @Test
        void aFollowerMissesNothingHoweverManyWriteAndNumberAtOnce() throws Exception {
            int writers = 4;
            int each = 25;
            List<Future<?>> running = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                int writer = w;
                running.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        // Ids of different writers are mixed up on purpose.
                        Instant at = NOW.plusMillis((i * 7919L + writer * 104729L) % 1000);
                        store("o-" + writer + "-" + i, at, EventStore.FEED);
                    }
                }));
            }
            List<PositionedEvent> seen = new ArrayList<>();
            List<Future<?>> numberers = new ArrayList<>();
            for (int n = 0; n < 2; n++) {
                numberers.add(threads.submit(() -> {
                    for (int i = 0; i < 60; i++) {
                        transactions.change(tx -> events.position(tx, 7));
                    }
                }));
            }
            for (int i = 0; i < 500 && seen.size() < writers * each; i++) {
                long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).position();
                seen.addAll(transactions.read(tx -> events.feed(tx, last, 20)));
                transactions.change(tx -> events.position(tx, 20));
            }
            for (Future<?> one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
            for (Future<?> one : numberers) {
                one.get(60, TimeUnit.SECONDS);
            }
            while (transactions.<Integer>write(tx -> events.position(tx, 100)) > 0) {
                // Until all are numbered.
            }
            long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).position();
            seen.addAll(transactions.read(tx -> events.feed(tx, last, 1000)));

            assertThat(seen)
                    .extracting(PositionedEvent::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, writers * each).boxed().toList());
            assertThat(seen.stream().map(one -> one.event().event().subject())).doesNotHaveDuplicates();
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

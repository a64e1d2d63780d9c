package org.torg.persistence.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.persistence.Samples.LIGHTING;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.account.AccountId;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail.Query;
import org.torg.api.event.Event;
import org.torg.api.event.EventRecord;
import org.torg.api.order.OrderId;
import org.torg.api.store.CommandStore;
import org.torg.api.store.CommandStore.Delivery;
import org.torg.api.store.CommandStore.Reply;
import org.torg.api.store.EventStore;
import org.torg.persistence.Database;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

class CommandStoreTest {

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
        private final CommandStore commands = stores.commands();
        private final Reply reply = new Reply("user:u-1", "key-1", "place-order", "h".repeat(64), "o-1", NOW);

        Contract(Database database) {
            super(database);
        }

        @Test
        void aCommandCostsOneStatementForEachTableItFills() {
            EventRecord placed = event("o-1");
            EventRecord completed = event("o-2");

            expectStatements(
                    4,
                    tx -> commands.record(
                            tx,
                            audit("o-1", 0),
                            List.of(placed, completed),
                            List.of(
                                    new Delivery(placed.id(), EventStore.FEED),
                                    new Delivery(placed.id(), "invoicing"),
                                    new Delivery(completed.id(), EventStore.FEED)),
                            Optional.of(reply)));
            expectStatements(1, tx -> commands.record(tx, audit("o-3", 1), List.of(), List.of(), Optional.empty()));

            assertThat(one(tx -> stores.events().event(tx, placed.id()))).contains(placed);
        }

        @Test
        void aReplyIsReadAsItWasWritten() {
            transactions.change(tx -> commands.record(tx, audit("o-1", 0), List.of(), List.of(), Optional.of(reply)));

            assertThat(one(tx -> commands.reply(tx, "user:u-1", "key-1"))).contains(reply);
            assertThat(one(tx -> commands.reply(tx, "user:u-2", "key-1"))).isEmpty();
        }

        @Test
        void aKeyIsUsedOnceAndTheLoserLeavesNothing() {
            transactions.change(tx -> commands.record(tx, audit("o-1", 0), List.of(), List.of(), Optional.of(reply)));

            assertConflict(() -> transactions.change(
                    tx -> commands.record(tx, audit("o-2", 1), List.of(), List.of(), Optional.of(reply))));
            assertThat(all(tx -> commands.audit(tx, Query.of(Optional.of("o-2")), Optional.empty(), 10)))
                    .isEmpty();
        }

        @Test
        void oldRepliesAreForgotten() {
            transactions.change(tx -> commands.record(tx, audit("o-1", 0), List.of(), List.of(), Optional.of(reply)));

            assertThat(transactions.<Integer>write(tx -> commands.deleteRepliesBefore(tx, NOW)))
                    .isZero();
            assertThat(transactions.<Integer>write(tx -> commands.deleteRepliesBefore(tx, NOW.plusNanos(1000))))
                    .isEqualTo(1);
        }

        @Test
        void theAuditTrailIsReadNewestFirst() {
            AuditEntry first = audit("o-1", 0);
            AuditEntry second = audit("o-2", 1);
            AuditEntry third = audit("o-1", 2);
            transactions.change(tx -> List.of(first, second, third)
                    .forEach(entry -> commands.record(tx, entry, List.of(), List.of(), Optional.empty())));

            assertThat(all(tx -> commands.audit(tx, Query.ALL, Optional.empty(), 2)))
                    .containsExactly(third, second);
            assertThat(all(tx -> commands.audit(tx, Query.of(Optional.of("o-1")), Optional.of(third.id()), 10)))
                    .containsExactly(first);
        }

        private static EventRecord event(String order) {
            return new EventRecord(
                    Samples.newId(NOW),
                    NOW,
                    new Event.OrderPlaced(
                            LIGHTING,
                            Optional.of(new AccountId("a-1")),
                            new OrderId(order),
                            "1001",
                            Samples.nok("129.00")));
        }

        private static AuditEntry audit(String target, int second) {
            return new AuditEntry(
                    Samples.newId(NOW.plusSeconds(second)),
                    NOW,
                    "user:u-1",
                    Optional.of("user:u-9"),
                    Optional.of(new AccountId("a-1")),
                    "API",
                    "r-1",
                    "place-order",
                    target);
        }
    }
}

package org.torg.persistence.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.LocalizedText;
import org.torg.api.Message;
import org.torg.api.order.OrderStatus;
import org.torg.api.store.KeyStore.SigningKey;
import org.torg.api.store.VendorStore;
import org.torg.api.store.VendorStore.Content;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;
import org.torg.persistence.Database;
import org.torg.persistence.Samples;
import org.torg.persistence.StoreContract;

class VendorStoreTest {

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
        private static final Content TERMS = new Content.TermsContent(
                new Terms(
                        50,
                        true,
                        12,
                        Terms.Amendment.STAFF_BEFORE_SHIPMENT,
                        new Terms.Invoicing(
                                Terms.Invoicing.Trigger.PER_SHIPMENT, Terms.Invoicing.Charges.FIRST_INVOICE, 14)),
                Samples.seller("nordlys"));
        private static final Content TEXTS = new Content.TextsContent(
                new Texts(Map.of("nb", Map.of("state.received", "Mottatt"))),
                new Workflow(
                        "received",
                        List.of(new Workflow.State(
                                "received",
                                Message.of("state.received", "Received"),
                                Message.of("state.received.text", "We have it."),
                                Set.of(Workflow.Action.SHIP, Workflow.Action.CANCEL_LINES),
                                Optional.of(OrderStatus.PLACED))),
                        List.of(new Workflow.Transition("received", "received"))));

        private final VendorStore vendors = stores.vendors();

        Contract(Database database) {
            super(database);
        }

        @Test
        void contentIsReadAsItWasWritten() {
            expectStatements(2, tx -> vendors.put(tx, "hash-1", TERMS));
            transactions.change(tx -> vendors.put(tx, "hash-2", TEXTS));

            assertThat(one(tx -> vendors.content(tx, "hash-1"))).contains(TERMS);
            assertThat(one(tx -> vendors.content(tx, "hash-2"))).contains(TEXTS);
            assertThat(one(tx -> vendors.content(tx, "other"))).isEmpty();
        }

        @Test
        void contentThatIsThereStaysAndTheTransactionGoesOn() {
            transactions.change(tx -> vendors.put(tx, "hash-1", TERMS));

            expectStatements(1, tx -> vendors.put(tx, "hash-1", TEXTS));

            assertThat(one(tx -> vendors.content(tx, "hash-1"))).contains(TERMS);
        }

        @Test
        void manyMayPutTheSameContentAtTheSameTime() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                List<Future<?>> puts = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    String key = "k-" + i;
                    puts.add(threads.submit(() -> transactions.change(tx -> {
                        vendors.put(tx, "hash-1", TERMS);
                        stores.keys().insert(tx, new SigningKey("after", key, "s", NOW));
                    })));
                }
                for (Future<?> put : puts) {
                    put.get(30, TimeUnit.SECONDS);
                }
            } finally {
                threads.shutdownNow();
            }

            assertThat(all(tx -> stores.keys().keys(tx, "after"))).hasSize(16);
        }

        @Test
        void ofEachVendorTheFaceIsKeptThatItHadLast() {
            VendorStore.Face first = face("nordlys", "Nordlys");
            VendorStore.Face renamed = face("nordlys", "Nordlys Belysning");
            VendorStore.Face other = face("bittlab", "Bittlab");
            expectStatements(2, tx -> vendors.putFace(tx, first));
            expectStatements(1, tx -> vendors.putFace(tx, renamed));
            transactions.change(tx -> vendors.putFace(tx, other));

            assertThat(all(vendors::faces)).containsExactly(other, renamed);
        }

        private static VendorStore.Face face(String id, String name) {
            return new VendorStore.Face(
                    new VendorDescriptor(
                            new VendorId(id),
                            "1.0.0",
                            LocalizedText.of("nb", name),
                            Samples.seller(id),
                            CurrencyUnit.of("NOK"),
                            List.of("NO", "SE"),
                            List.of("nb", "en"),
                            "#123456"),
                    ((Content.TextsContent) TEXTS).texts(),
                    ((Content.TextsContent) TEXTS).workflow());
        }

        @Test
        void keysAreListedNewestFirstForTheirPurpose() {
            SigningKey old = new SigningKey("snapshot", "a", "secret-1", NOW);
            SigningKey fresh = new SigningKey("snapshot", "b", "secret-2", NOW.plusSeconds(1));
            transactions.change(tx -> {
                stores.keys().insert(tx, old);
                stores.keys().insert(tx, fresh);
                stores.keys().insert(tx, new SigningKey("cursor", "a", "secret-3", NOW));
            });
            assertThat(all(tx -> stores.keys().keys(tx, "snapshot"))).containsExactly(fresh, old);

            transactions.change(tx -> stores.keys().delete(tx, "snapshot", "a"));
            assertThat(all(tx -> stores.keys().keys(tx, "snapshot"))).containsExactly(fresh);
        }
    }
}

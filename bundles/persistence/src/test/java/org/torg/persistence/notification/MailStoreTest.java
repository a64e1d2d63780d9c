package org.torg.persistence.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.StoreException;
import org.torg.api.account.UserId;
import org.torg.api.notification.Notifications.State;
import org.torg.api.store.MailStore;
import org.torg.api.store.MailStore.MailRow;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.Database;
import org.torg.persistence.StoreContract;

class MailStoreTest {

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

        private final MailStore mails = stores.mails();

        Contract(Database database) {
            super(database);
        }

        private MailRow insert(String id, Instant dueAt, Optional<String> person, Optional<String> vendor) {
            MailRow row = new MailRow(
                    id,
                    person.map(UserId::new),
                    vendor.map(VendorId::new),
                    Optional.empty(),
                    "invitation",
                    "nb",
                    "k…@b.example",
                    Optional.of("content".repeat(1000)),
                    State.WAITING,
                    0,
                    NOW,
                    Optional.of(dueAt),
                    Optional.empty(),
                    Optional.empty());
            expectStatements(1, tx -> mails.insert(tx, row));
            return row;
        }

        private MailRow insert(String id) {
            return insert(id, NOW, Optional.of("u1"), Optional.of("lighting"));
        }

        private List<MailRow> claim(String node, Instant now) {
            return transactions.write(tx -> mails.claim(tx, node, now, now.plusSeconds(60), 10));
        }

        private MailRow read(String id) {
            return one(tx -> mails.mail(tx, id)).orElseThrow();
        }

        @Test
        void whatIsInsertedIsRead() {
            MailRow row = insert("m1");

            assertThat(read("m1")).isEqualTo(row);
            assertThat(one(tx -> mails.mail(tx, "m2"))).isEmpty();
        }

        @Test
        void aMailIsClaimedWhenItIsDueAndByOneNode() {
            insert("m1");
            insert("m2", NOW.plusSeconds(1), Optional.empty(), Optional.empty());

            expectStatements(1, tx -> assertThat(mails.claim(tx, "n1", NOW.minusSeconds(1), LEASE, 10))
                    .isEmpty());
            expectStatements(2, tx -> {
                List<MailRow> claimed = mails.claim(tx, "n1", NOW, LEASE, 10);
                assertThat(claimed).singleElement().satisfies(mail -> {
                    assertThat(mail.id()).isEqualTo("m1");
                    assertThat(mail.attempts()).isEqualTo(1);
                    assertThat(mail.content()).isPresent();
                });
            });

            assertThat(claim("n2", NOW)).isEmpty();
        }

        @Test
        void twoNodesThatClaimAtOnceShareTheMails() throws Exception {
            for (int i = 0; i < 40; i++) {
                insert("m" + i);
            }
            ExecutorService threads = Executors.newFixedThreadPool(2);
            List<Future<List<String>>> nodes = new ArrayList<>();
            for (String node : List.of("n1", "n2")) {
                nodes.add(threads.submit(() -> {
                    List<String> mine = new ArrayList<>();
                    boolean more = true;
                    while (more) {
                        try {
                            List<MailRow> claimed = claim(node, NOW);
                            claimed.forEach(mail -> mine.add(mail.id()));
                            more = !transactions
                                    .<List<MailRow>>read(tx -> mails.find(
                                            tx, Optional.of(State.WAITING), Optional.empty(), Optional.empty(), 100))
                                    .stream()
                                    .allMatch(mail -> mail.attempts() > 0);
                        } catch (StoreException e) {
                            assertThat(e.kind()).isEqualTo(StoreException.Kind.CONFLICT);
                        }
                    }
                    return mine;
                }));
            }
            List<String> all = new ArrayList<>();
            for (Future<List<String>> node : nodes) {
                all.addAll(node.get());
            }
            threads.shutdown();

            assertThat(all).hasSize(40);
            assertThat(new HashSet<>(all)).hasSize(40);
        }

        @Test
        void whoHasLostItsLeaseIsTold() {
            insert("m1");
            claim("n1", NOW);
            assertThat(hold("n1", LEASE)).isTrue();
            transactions.change(tx -> mails.extend(tx, "n1", LEASE.plusSeconds(10)));
            assertThat(claim("n2", LEASE.plusSeconds(9))).isEmpty();

            assertThat(claim("n2", LEASE.plusSeconds(10)).get(0).attempts()).isEqualTo(2);

            assertThat(hold("n1", LEASE.plusSeconds(99))).isFalse();
            assertThat(transactions.<Boolean>write(tx -> mails.retry(tx, "m1", "n1", NOW, "e")))
                    .isFalse();
            assertThat(transactions.<Boolean>write(tx -> mails.dead(tx, "m1", "n1", NOW, "e")))
                    .isFalse();
            assertThat(hold("n2", LEASE.plusSeconds(99))).isTrue();
        }

        private boolean hold(String node, Instant until) {
            return transactions.write(tx -> mails.hold(tx, "m1", node, until));
        }

        @Test
        void aSentOneIsLeftWithoutItsContentAndNobodyTakesItAgain() {
            insert("m1");
            claim("n1", NOW);

            expectStatements(1, tx -> mails.sent(tx, "m1", NOW.plusSeconds(5)));

            assertThat(read("m1").state()).isEqualTo(State.SENT);
            assertThat(read("m1").content()).isEmpty();
            assertThat(read("m1").settledAt()).contains(NOW.plusSeconds(5));
            transactions.change(tx -> mails.extend(tx, "n1", NOW));
            assertThat(claim("n2", NOW.plus(Duration.ofDays(99)))).isEmpty();
        }

        @Test
        void aFailedOneComesAgainWhenItIsDue() {
            insert("m1");
            claim("n1", NOW);

            transactions.change(tx -> assertThat(mails.retry(tx, "m1", "n1", NOW.plusSeconds(60), "e".repeat(999)))
                    .isTrue());
            // A beat for the others that the node still has.
            transactions.change(tx -> mails.extend(tx, "n1", NOW.plusSeconds(999)));

            assertThat(read("m1").error().orElseThrow()).hasSize(200);
            assertThat(claim("n1", NOW.plusSeconds(59))).isEmpty();
            assertThat(claim("n1", NOW.plusSeconds(60)).get(0).attempts()).isEqualTo(2);
        }

        @Test
        void oneThatIsGivenBackIsAsBeforeItsClaim() {
            MailRow row = insert("m1");
            claim("n1", NOW);

            transactions.change(tx -> mails.release(tx, "m1", "n1", NOW));

            assertThat(read("m1")).isEqualTo(row);
        }

        @Test
        void aDeadOneKeepsItsContentUntilItIsDropped() {
            insert("m1");
            claim("n1", NOW);
            assertThat(transactions.<Boolean>write(tx -> mails.again(tx, "m1", NOW)))
                    .as("not dead yet")
                    .isFalse();
            transactions.change(
                    tx -> assertThat(mails.dead(tx, "m1", "n1", NOW, "refused")).isTrue());
            assertThat(read("m1").content()).isPresent();
            assertThat(claim("n1", NOW.plus(Duration.ofDays(99)))).isEmpty();

            expectStatements(1, tx -> assertThat(mails.again(tx, "m1", NOW)).isTrue());
            assertThat(claim("n1", NOW).get(0).attempts()).isEqualTo(1);
            assertThat(transactions.<Boolean>write(tx -> mails.drop(tx, "m1", NOW)))
                    .as("not dead any more")
                    .isFalse();

            transactions.change(
                    tx -> assertThat(mails.dead(tx, "m1", "n1", NOW, "refused")).isTrue());
            expectStatements(1, tx -> assertThat(mails.drop(tx, "m1", NOW)).isTrue());
            assertThat(read("m1").content()).isEmpty();
            assertThat(read("m1").state()).isEqualTo(State.DROPPED);
        }

        @Test
        void theListIsTheNewestFirstOfTheseVendorsAndThisState() {
            insert("m1");
            insert("m2", NOW, Optional.empty(), Optional.of("dental"));
            insert("m3", NOW, Optional.empty(), Optional.empty());
            claim("n1", NOW);
            transactions.change(tx -> mails.sent(tx, "m2", NOW));

            assertThat(find(Optional.empty(), Optional.empty(), Optional.empty()))
                    .containsExactly("m3", "m2", "m1");
            assertThat(find(Optional.of(State.SENT), Optional.empty(), Optional.empty()))
                    .containsExactly("m2");
            assertThat(find(Optional.empty(), Optional.of(List.of("lighting")), Optional.empty()))
                    .containsExactly("m1");
            assertThat(find(Optional.empty(), Optional.of(List.of()), Optional.empty()))
                    .isEmpty();
            assertThat(find(Optional.empty(), Optional.empty(), Optional.of("m3")))
                    .containsExactly("m2", "m1");
        }

        private List<String> find(Optional<State> state, Optional<List<String>> vendors, Optional<String> before) {
            return all(tx -> mails.find(
                            tx,
                            state,
                            vendors.map(ids -> ids.stream().map(VendorId::new).toList()),
                            before,
                            10))
                    .stream()
                    .map(MailRow::id)
                    .toList();
        }

        @Test
        void aPersonsMailsAreFoundAndRemoved() {
            insert("m1");
            insert("m2", NOW, Optional.of("u2"), Optional.empty());

            assertThat(all(tx -> mails.ofPerson(tx, new UserId("u1"))))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.content()).isPresent());
            expectStatements(1, tx -> assertThat(mails.deleteOfPerson(tx, new UserId("u1")))
                    .isEqualTo(1));
            assertThat(one(tx -> mails.mail(tx, "m1"))).isEmpty();
            assertThat(one(tx -> mails.mail(tx, "m2"))).isPresent();
        }

        @Test
        void whatWasSettledLongAgoIsRemovedAndWhatWaitsIsNot() {
            insert("m1");
            insert("m2");
            claim("n1", NOW);
            transactions.change(tx -> mails.sent(tx, "m1", NOW));

            assertThat(transactions.<List<MailRow>>write(tx -> mails.deleteSettledBefore(tx, NOW, 10)))
                    .isEmpty();
            expectStatements(2, tx -> assertThat(mails.deleteSettledBefore(tx, NOW.plusSeconds(1), 10))
                    .extracting(MailRow::id)
                    .containsExactly("m1"));
            assertThat(one(tx -> mails.mail(tx, "m1"))).isEmpty();
            assertThat(one(tx -> mails.mail(tx, "m2"))).isPresent();
        }
    }
}

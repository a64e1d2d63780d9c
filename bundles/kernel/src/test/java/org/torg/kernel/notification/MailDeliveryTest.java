package org.torg.kernel.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Argument;
import org.torg.api.account.UserId;
import org.torg.api.notification.MailTransport;
import org.torg.api.notification.MailTransport.Mail;
import org.torg.api.notification.Notifications.State;
import org.torg.api.privacy.Subject;
import org.torg.api.store.MailStore.MailRow;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.KernelContract;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.job.Turns;
import org.torg.kernel.notification.MailPersonalData.MailKept;
import org.torg.kernel.notification.Mailer.Letter;
import org.torg.kernel.notification.Mailer.Link;

class MailDeliveryTest {

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

    abstract static class Contract extends KernelContract {

        private final MailNode one = new MailNode(kernel);
        private final MailNode other = new MailNode(kernel);

        Contract(Database database) {
            super(database);
        }

        private void queue(String to, Optional<String> person, Optional<VendorId> vendor) {
            kernel.transactions.change(tx -> kernel.mails.queue(
                    tx,
                    new Letter(
                            person.map(UserId::new),
                            to,
                            vendor,
                            Optional.empty(),
                            "invitation",
                            "nb",
                            List.of(Argument.text("Kari Nordmann"), Argument.text("Fjellheim")),
                            Optional.of(new Link("activate", "s3cr3t")))));
        }

        private void queue(String to) {
            queue(to, Optional.empty(), Optional.of(Kernel.LIGHTING));
        }

        private List<MailRow> all() {
            return kernel.transactions.read(
                    tx -> kernel.stores.mails().find(tx, Optional.empty(), Optional.empty(), Optional.empty(), 100));
        }

        private MailRow only() {
            String id = all().get(0).id();
            return kernel.transactions
                    .<Optional<MailRow>>read(tx -> kernel.stores.mails().mail(tx, id))
                    .orElseThrow();
        }

        @Test
        void aMailLeavesOnceAndItsContentIsGone() {
            queue("kari@fjellheim.example");

            one.run();
            other.run();

            assertThat(one.sent).singleElement().satisfies(mail -> {
                assertThat(mail.to()).containsExactly("kari@fjellheim.example");
                assertThat(mail.subject()).isEqualTo("Velkommen til Fjellheim");
                assertThat(mail.text()).contains("https://shop.example/activate#s3cr3t");
            });
            assertThat(other.sent).isEmpty();
            assertThat(only().state()).isEqualTo(State.SENT);
            assertThat(only().content()).isEmpty();
        }

        @Test
        void theKeyOfAMailWithoutAPersonGoesWithIt() {
            queue("kari@fjellheim.example");
            MailRow before = only();

            one.run();

            Optional<MailContent> content = kernel.transactions.read(tx -> kernel.mails.open(tx, before));
            assertThat(content).isEmpty();
        }

        @Test
        @Tag("D09")
        void usersOfOneMailboxGetTheirMailsAtTheAddressesAsWritten() {
            List<String> addresses =
                    List.of("Klinikk+anna@Tannlege.example", "Klinikk+bo@Tannlege.example", "Klinikk@Tannlege.example");
            addresses.forEach(this::queue);

            one.run();

            assertThat(one.sent.stream().flatMap(mail -> mail.to().stream()))
                    .containsExactlyInAnyOrderElementsOf(addresses);
        }

        @Test
        void twoNodesShareTheMailsAndSendNoneTwice() {
            for (int i = 0; i < 50; i++) {
                queue("k" + i + "@fjellheim.example");
            }
            List<MailNode> nodes = List.of(one, other);

            Parallel.run(2, i -> {
                int turns = 0;
                while (turns++ < 500 && !all().stream().allMatch(mail -> mail.state() == State.SENT)) {
                    try {
                        nodes.get(i).run();
                    } catch (org.torg.api.StoreException e) {
                        // Two claimed at the same time; the loser tries again.
                        assertThat(e.kind()).isEqualTo(org.torg.api.StoreException.Kind.CONFLICT);
                    }
                }
                return turns;
            });

            List<String> ids = new ArrayList<>(one.ids());
            ids.addAll(other.ids());
            assertThat(ids).hasSize(50);
            assertThat(new HashSet<>(ids)).hasSize(50);
        }

        @Test
        void aMailWaitsLongerAfterEachFailureAndIsThenDead() {
            queue("kari@fjellheim.example");
            one.server = mail -> {
                throw MailNode.away();
            };
            List<Duration> waits = List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(4),
                    Duration.ofHours(12),
                    Duration.ofDays(1),
                    Duration.ofDays(1),
                    Duration.ofDays(1),
                    Duration.ofDays(1));
            for (int i = 0; i < waits.size(); i++) {
                one.run();
                assertThat(only().attempts()).isEqualTo(i + 1);
                kernel.clock.move(waits.get(i).minusSeconds(1));
                one.run();
                assertThat(only().attempts()).isEqualTo(i + 1);
                assertThat(only().state()).isEqualTo(State.WAITING);
                kernel.clock.move(Duration.ofSeconds(1));
            }

            one.run();

            assertThat(only().state()).isEqualTo(State.DEAD);
            assertThat(only().error()).contains("no connection");
            kernel.clock.move(Duration.ofDays(30));
            one.run();
            assertThat(only().attempts()).isEqualTo(11);
        }

        @Test
        void whatTheServerRefusesForGoodIsDeadAtOnceAndItsErrorNamesNobody() {
            queue("kari@fjellheim.example");
            one.server = mail -> {
                throw MailNode.refused();
            };

            one.run();

            assertThat(only().state()).isEqualTo(State.DEAD);
            assertThat(only().error()).contains("550 5.1.1 … unknown");
        }

        @Test
        void aRefusedMailDoesNotKeepTheOthersBack() {
            for (int i = 0; i < 10; i++) {
                queue("k" + i + "@fjellheim.example");
            }
            one.server = mail -> {
                if (!mail.to().get(0).startsWith("k9")) {
                    throw MailNode.refused();
                }
            };

            one.run();

            assertThat(one.sent).hasSize(1);
        }

        @Test
        void aServerThatIsAwayIsLetAloneAndMailsThatWereNotTriedLoseNothing() {
            for (int i = 0; i < 10; i++) {
                queue("k" + i + "@fjellheim.example");
            }
            one.server = mail -> {
                throw MailNode.away();
            };

            one.run();
            assertThat(all().stream().filter(mail -> mail.attempts() == 1)).hasSize(MailDelivery.FAILURES);
            assertThat(all().stream().filter(mail -> mail.attempts() == 0)).hasSize(10 - MailDelivery.FAILURES);

            one.server = mail -> {};
            one.run();
            assertThat(one.sent).as("while it rests").isEmpty();
            kernel.clock.move(MailDelivery.REST);
            one.run();
            assertThat(one.sent).hasSize(10);
        }

        @Test
        void withoutAWayOutMailsWaitAndTheDatabaseIsLeftAlone() {
            queue("kari@fjellheim.example");
            one.way.removeTransport(one);
            database.sent().forget();

            one.run();

            assertThat(database.sent().statements()).isEmpty();
            kernel.clock.move(Duration.ofDays(30));
            assertThat(only().attempts()).isZero();
            assertThat(only().state()).isEqualTo(State.WAITING);
            one.way.addTransport(one);
            one.run();
            assertThat(one.sent).hasSize(1);
        }

        @Test
        void anotherNodeRepeatsUnderTheSameIdWhatADeadOneHadClaimed() {
            queue("kari@fjellheim.example");
            one.server = mail -> {
                one.sent.add(mail);
                throw new ProcessDied();
            };
            assertThatThrownBy(one::run).isInstanceOf(ProcessDied.class);
            other.run();
            assertThat(other.sent).as("while the lease lasts").isEmpty();

            kernel.clock.move(MailDelivery.LEASE.plusSeconds(1));
            other.run();

            assertThat(other.ids()).isEqualTo(one.ids());
        }

        /** Nobody catches it. */
        private static final class ProcessDied extends Error {
            private static final long serialVersionUID = 1L;
        }

        @Test
        void aLongAnswerKeepsItsLease() {
            queue("kari@fjellheim.example");
            queue("ola@fjellheim.example");
            one.server = mail -> {
                for (int i = 0; i < 5; i++) {
                    kernel.clock.move(Duration.ofSeconds(40));
                    one.delivery.extendLeases();
                    other.run();
                }
            };

            one.run();

            assertThat(other.sent).isEmpty();
            assertThat(one.sent).hasSize(2);
        }

        @Test
        void whatAnotherNodeTookMeanwhileIsNotSentHere() {
            queue("kari@fjellheim.example");
            queue("ola@fjellheim.example");
            one.server = mail -> {
                // This node stood still for a while, and the other took both for abandoned.
                one.server = again -> {};
                kernel.clock.move(MailDelivery.LEASE.plusSeconds(1));
                other.run();
            };

            one.run();

            assertThat(other.sent).hasSize(2);
            assertThat(one.sent).as("only the one that it was about to send").hasSize(1);
        }

        @Test
        void aStoppedNodeGivesBackWhatItHasClaimed() {
            queue("kari@fjellheim.example");
            queue("ola@fjellheim.example");
            one.server = mail -> one.delivery.stop();

            one.run();
            other.run();

            assertThat(one.sent).hasSize(1);
            assertThat(other.sent).hasSize(1);
        }

        @Test
        void aMailThatKillsTheProcessEachTimeIsGivenUp() {
            queue("kari@fjellheim.example");
            one.server = mail -> {
                throw new ProcessDied();
            };
            for (int i = 0; i < Retries.TRIES; i++) {
                assertThatThrownBy(one::run).isInstanceOf(ProcessDied.class);
                kernel.clock.move(MailDelivery.LEASE.plusSeconds(1));
            }

            one.run();

            assertThat(only().state()).isEqualTo(State.DEAD);
            assertThat(only().error()).contains("died");
        }

        @Test
        void whoeverWasErasedGetsNoMail() {
            queue("kari@fjellheim.example", Optional.of("kari"), Optional.of(Kernel.LIGHTING));
            kernel.transactions.change(tx -> kernel.vault.destroy(tx, "kari"));

            one.run();

            assertThat(one.sent).isEmpty();
            assertThat(only().state()).isEqualTo(State.DROPPED);
        }

        @Test
        void erasingAPersonRemovesTheMailsAndTheExportShowsThemBefore() {
            MailPersonalData data = new MailPersonalData(
                    kernel.stores.mails(), kernel.stores.people(), kernel.mails, kernel.addressKeys);
            Subject kari = new Subject.User(new UserId("kari"));
            queue("kari@fjellheim.example", Optional.of("kari"), Optional.of(Kernel.LIGHTING));
            queue("ola@fjellheim.example", Optional.of("ola"), Optional.of(Kernel.LIGHTING));

            List<? extends Record> kept = kernel.transactions.read(tx -> data.export(tx, kari));
            assertThat(kept).singleElement().satisfies(mail -> assertThat(((MailKept) mail).to())
                    .isEqualTo("kari@fjellheim.example"));
            kernel.transactions.change(tx -> data.erase(tx, kari));

            one.run();
            assertThat(one.sent).singleElement().satisfies(mail -> assertThat(mail.to())
                    .containsExactly("ola@fjellheim.example"));
            List<? extends Record> after = kernel.transactions.read(tx -> data.export(tx, kari));
            assertThat(after).isEmpty();
        }

        @Test
        void aMailWaitsAWhileForItsVendorAndThenLeavesWithoutItsName() {
            queue("kari@fjellheim.example", Optional.empty(), Optional.of(new VendorId("gone")));

            one.run();
            assertThat(only().error()).contains("vendor-away");
            kernel.clock.move(Duration.ofMinutes(1));
            one.run();
            assertThat(one.sent).isEmpty();
            kernel.clock.move(Duration.ofMinutes(5));
            one.run();

            assertThat(one.sent).singleElement().satisfies(mail -> assertThat(mail.fromName())
                    .isEqualTo("Torg"));
        }

        @Test
        void oldMailsAreRemovedAndThoseThatWaitAreNot() {
            MailRetention retention = new MailRetention(
                    kernel.transactions, kernel.stores.jobs(), kernel.stores.mails(), kernel.mails, kernel.clock);
            Turns turns = new Turns(kernel, retention);
            queue("kari@fjellheim.example");
            one.run();
            queue("ola@fjellheim.example");
            while (turns.turn()) {
                // All that are due.
            }
            assertThat(all()).hasSize(2);

            kernel.clock.move(MailRetention.KEPT.plusDays(1));
            while (turns.turn()) {
                // All that are due.
            }

            assertThat(all()).singleElement().satisfies(mail -> assertThat(mail.state())
                    .isEqualTo(State.WAITING));
        }

        @Test
        void aQueuedMailLeavesAtOnce() throws Exception {
            CountDownLatch left = new CountDownLatch(1);
            MailWay way = new MailWay();
            MailDispatcher dispatcher = new MailDispatcher(
                    kernel.transactions,
                    kernel.stores.mails(),
                    kernel.mails,
                    new MailComposer(kernel.vendors, "https://shop.example"),
                    way,
                    kernel.clock,
                    kernel.ids,
                    kernel.nudge);
            MailTransport transport = new MailTransport() {
                @Override
                public void send(Mail mail) {
                    left.countDown();
                }
            };
            way.addTransport(transport);
            try {
                queue("kari@fjellheim.example");
                kernel.nudge.settle();

                assertThat(left.await(4, TimeUnit.SECONDS)).isTrue();
            } finally {
                dispatcher.stop();
            }
        }
    }
}

package org.torg.kernel.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Outcomes.code;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.Argument;
import org.torg.api.IdempotencyKey;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.api.audit.AuditTrail;
import org.torg.api.notification.Notifications;
import org.torg.api.notification.Notifications.Notification;
import org.torg.api.notification.Notifications.State;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.KernelContract;
import org.torg.kernel.notification.Mailer.Letter;

class NotificationServiceTest {

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

        private static final Caller LIGHTING_STAFF =
                Callers.with(new Grant(Function.MAIL_READ, Scope.of(Kernel.LIGHTING)));
        private static final Caller DENTAL_STAFF =
                Callers.with(new Grant(Function.MAIL_READ, Scope.of(new VendorId("dental"))));

        private final MailNode node = new MailNode(kernel);
        private final Notifications notifications = node.notifications;

        Contract(Database database) {
            super(database);
        }

        private void queue(String to, Optional<VendorId> vendor) {
            kernel.transactions.change(tx -> kernel.mails.queue(
                    tx,
                    new Letter(
                            Optional.empty(),
                            to,
                            vendor,
                            Optional.empty(),
                            "password-changed",
                            "nb",
                            List.of(Argument.text("Kari"), Argument.text("Lysverk")),
                            Optional.empty())));
        }

        private Notification dead() {
            queue("kari@fjellheim.example", Optional.of(Kernel.LIGHTING));
            node.server = mail -> {
                throw MailNode.refused();
            };
            node.run();
            node.server = mail -> {};
            return list(LIGHTING_STAFF).items().get(0);
        }

        private Page<Notification> list(Caller caller) {
            return notifications
                    .find(caller, Optional.empty(), PageRequest.first(10))
                    .orElseThrow();
        }

        @Test
        void staffSeeTheirVendorsMailsWithMaskedAddresses() {
            queue("ingrid@fjellheim.example", Optional.of(Kernel.LIGHTING));
            queue("x@y.example", Optional.empty());

            assertThat(list(LIGHTING_STAFF).items()).singleElement().satisfies(mail -> {
                assertThat(mail.to()).isEqualTo("i…@fjellheim.example");
                assertThat(mail.state()).isEqualTo(State.WAITING);
                assertThat(mail.error()).isEmpty();
                assertThat(mail.dueAt()).isPresent();
            });
            assertThat(list(DENTAL_STAFF).items()).isEmpty();
            assertThat(list(Callers.STAFF).items()).hasSize(2);
        }

        @Test
        void whoeverLacksTheRightIsToldSo() {
            for (Caller caller : List.of(Callers.owner(), Callers.with())) {
                assertThat(code(notifications.find(caller, Optional.empty(), PageRequest.first(1))))
                        .isEqualTo("right-missing");
                assertThat(code(notifications.again(caller, Optional.empty(), "x")))
                        .isEqualTo("right-missing");
                assertThat(code(notifications.drop(caller, Optional.empty(), "x")))
                        .isEqualTo("right-missing");
            }
            assertThat(code(notifications.find(Callers.stranger(), Optional.empty(), PageRequest.first(1))))
                    .isEqualTo("token-missing");
        }

        @Test
        void theListSaysWhenThereIsNoWayOut() {
            queue("ingrid@fjellheim.example", Optional.of(Kernel.LIGHTING));
            node.way.removeTransport(node);

            assertThat(list(LIGHTING_STAFF).items().get(0).error()).contains("no-transport");
        }

        @Test
        void theListIsReadInParts() {
            for (int i = 0; i < 5; i++) {
                queue("k" + i + "@fjellheim.example", Optional.of(Kernel.LIGHTING));
            }
            Page<Notification> first = notifications
                    .find(LIGHTING_STAFF, Optional.of(State.WAITING), PageRequest.first(3))
                    .orElseThrow();
            Page<Notification> second = notifications
                    .find(LIGHTING_STAFF, Optional.of(State.WAITING), new PageRequest(first.next(), 3))
                    .orElseThrow();

            assertThat(first.items()).hasSize(3);
            assertThat(second.items()).hasSize(2);
            assertThat(second.next()).isEmpty();
            assertThat(second.items()).doesNotContainAnyElementsOf(first.items());
            assertThat(code(notifications.find(
                            LIGHTING_STAFF, Optional.empty(), new PageRequest(Optional.of("' OR 1=1"), 3))))
                    .isEqualTo("cursor-invalid");
        }

        @Test
        void aDeadOneIsTriedAgainFromTheBeginning() {
            Notification dead = dead();
            assertThat(dead.state()).isEqualTo(State.DEAD);
            assertThat(dead.sentAt()).isEmpty();

            Notification again = notifications
                    .again(LIGHTING_STAFF, Optional.empty(), dead.id())
                    .orElseThrow();
            node.run();

            assertThat(again.state()).isEqualTo(State.WAITING);
            assertThat(again.attempts()).isZero();
            assertThat(node.ids()).containsExactly(dead.id());
            assertThat(list(LIGHTING_STAFF).items().get(0).sentAt()).isPresent();
            assertThat(code(notifications.again(LIGHTING_STAFF, Optional.empty(), dead.id())))
                    .isEqualTo("mail-not-dead");
        }

        @Test
        void aDeadOneIsDroppedAndItsContentIsGone() {
            Notification dead = dead();

            Notification dropped = notifications
                    .drop(LIGHTING_STAFF, Optional.empty(), dead.id())
                    .orElseThrow();

            assertThat(dropped.state()).isEqualTo(State.DROPPED);
            assertThat(kernel.transactions.<Optional<String>>read(tx -> kernel.stores
                            .mails()
                            .mail(tx, dead.id())
                            .orElseThrow()
                            .content()))
                    .isEmpty();
            assertThat(code(notifications.again(LIGHTING_STAFF, Optional.empty(), dead.id())))
                    .isEqualTo("mail-not-dead");
            assertThat(code(notifications.drop(LIGHTING_STAFF, Optional.empty(), dead.id())))
                    .isEqualTo("mail-not-dead");
        }

        @Test
        void oneThatIsNotDeadKeepsItsKeyWhenDroppingItIsRefused() {
            queue("kari@fjellheim.example", Optional.of(Kernel.LIGHTING));
            String id = list(LIGHTING_STAFF).items().get(0).id();

            assertThat(code(notifications.drop(LIGHTING_STAFF, Optional.empty(), id)))
                    .isEqualTo("mail-not-dead");

            node.run();
            assertThat(node.ids()).containsExactly(id);
        }

        @Test
        void aRepeatUnderItsKeyIsAnsweredAndDoesNothing() {
            Notification dead = dead();
            Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("k"));
            notifications.drop(LIGHTING_STAFF, key, dead.id()).orElseThrow();

            Notification repeated =
                    notifications.drop(LIGHTING_STAFF, key, dead.id()).orElseThrow();

            assertThat(repeated.state()).isEqualTo(State.DROPPED);
        }

        @Test
        void anotherVendorsMailAnswersAsAnUnknownOne() {
            Notification dead = dead();

            assertThat(notifications.again(DENTAL_STAFF, Optional.empty(), dead.id()))
                    .isEqualTo(notifications.again(DENTAL_STAFF, Optional.empty(), "unknown"));
            assertThat(code(notifications.drop(DENTAL_STAFF, Optional.empty(), dead.id())))
                    .isEqualTo("mail-not-found");
        }

        @Test
        void theAuditNamesWhoDecidedAndNoAddress() {
            Notification dead = dead();
            notifications.again(LIGHTING_STAFF, Optional.empty(), dead.id()).orElseThrow();

            assertThat(kernel.audit
                            .find(Callers.STAFF, AuditTrail.Query.of(Optional.of(dead.id())), PageRequest.first(10))
                            .orElseThrow()
                            .items())
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.command()).isEqualTo("send-mail-again");
                        assertThat(entry.subject()).isEqualTo("user:somebody");
                        assertThat(entry.toString()).doesNotContain("fjellheim");
                    });
        }
    }
}

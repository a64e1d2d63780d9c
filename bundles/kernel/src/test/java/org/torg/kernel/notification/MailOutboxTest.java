package org.torg.kernel.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.account.UserId;
import org.torg.api.store.MailStore.MailRow;
import org.torg.kernel.command.Effect;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.KernelContract;
import org.torg.kernel.notification.Mailer.Letter;
import org.torg.kernel.notification.Mailer.Link;

class MailOutboxTest {

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

        private static final String SECRET = "a-secret-that-nobody-may-read";

        private final Letters letters = new Letters(kernel);

        Contract(Database database) {
            super(database);
        }

        private Letter letter(Optional<UserId> person) {
            return new Letter(
                    person,
                    "Kari+Clinic@Fjellheim.example",
                    Optional.of(Kernel.LIGHTING),
                    Optional.empty(),
                    "invitation",
                    "nb",
                    List.of(Argument.text("Kari Nordmann"), Argument.text("Fjellheim"), Argument.number(3)),
                    Optional.of(new Link("activate", SECRET)));
        }

        @Test
        void aLetterIsKeptAsItWasQueued() {
            Letter letter = letter(Optional.of(new UserId("kari")));

            kernel.transactions.change(tx -> kernel.mails.queue(tx, letter));

            assertThat(letters.waiting()).containsExactly(letter);
            assertThat(letters.secret("Kari+Clinic@Fjellheim.example")).isEqualTo(SECRET);
        }

        @Test
        void aLetterGoesWithTheChangeThatWasRolledBack() {
            assertThatThrownBy(() -> kernel.transactions.change(tx -> {
                        kernel.mails.queue(tx, letter(Optional.empty()));
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(letters.waiting()).isEmpty();
        }

        @Test
        void nothingOfItCanBeReadInTheDatabase() {
            kernel.transactions.change(tx -> kernel.mails.queue(tx, letter(Optional.empty())));

            MailRow row = kernel.transactions
                    .read(tx ->
                            kernel.stores.mails().find(tx, Optional.empty(), Optional.empty(), Optional.empty(), 10))
                    .get(0);
            MailRow whole = kernel.transactions
                    .<Optional<MailRow>>read(tx -> kernel.stores.mails().mail(tx, row.id()))
                    .orElseThrow();
            assertThat(whole.maskedTo()).isEqualTo("K…@Fjellheim.example");
            assertThat(whole.content().orElseThrow()).doesNotContain(SECRET, "Kari", "Nordmann", "Fjellheim");
            assertThat(whole.toString()).doesNotContain("Fjellheim");
        }

        @Test
        void nobodyReadsItOnceThePersonsKeyIsDestroyed() {
            kernel.transactions.change(tx -> kernel.mails.queue(tx, letter(Optional.of(new UserId("kari")))));
            kernel.transactions.change(tx -> kernel.vault.destroy(tx, "kari"));

            Optional<MailContent> content = kernel.transactions.read(tx -> kernel.mails.open(
                    tx, kernel.stores.mails().ofPerson(tx, new UserId("kari")).get(0)));

            assertThat(content).isEmpty();
        }

        @Test
        void theCommandThatQueuedItWakesTheSenderAfterItsCommit() {
            AtomicInteger woken = new AtomicInteger();
            kernel.nudge.register(() -> woken.set(letters.waiting().size()));

            kernel.commands.run(
                    Callers.STAFF,
                    "test",
                    () -> Outcome.done(tx -> {
                        kernel.mails.queue(tx, letter(Optional.empty()));
                        return new Effect<>("done", "target", Optional.empty(), List.of());
                    }));

            assertThat(woken).hasValue(1);
        }
    }
}

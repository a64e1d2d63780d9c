package org.torg.kernel.notification;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Message;
import org.torg.api.account.UserId;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.MailStore;
import org.torg.api.store.MailStore.MailRow;
import org.torg.api.store.Transactions.Tx;

/** Which mails were written to a person. */
@Component(service = PersonalData.class)
public final class MailPersonalData implements PersonalData {

    private final MailStore store;
    private final MailOutbox outbox;

    @Activate
    public MailPersonalData(@Reference MailStore store, @Reference MailOutbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /**
     * @param to the whole address while it waits, afterwards as staff see it
     * @param sent when it left
     */
    public record MailKept(String template, String language, String to, Instant created, Optional<Instant> sent) {}

    @Override
    public String name() {
        return "mails";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of("privacy.mails.what", "Mails to you: which and when, the address in part"),
                Message.of("privacy.mails.purpose", "To send them, and to find out why one has not arrived"),
                Optional.of(Period.ofDays((int) MailRetention.KEPT.toDays()))));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        return user(subject)
                .map(user -> store.ofPerson(tx, user).stream()
                        .map(mail -> kept(tx, mail))
                        .toList())
                .orElse(List.of());
    }

    private MailKept kept(Tx tx, MailRow mail) {
        return new MailKept(
                mail.template(),
                mail.language(),
                outbox.open(tx, mail).map(MailContent::to).orElse(mail.maskedTo()),
                mail.createdAt(),
                mail.settledAt());
    }

    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return List.of();
    }

    /** Those that wait are not sent any more. */
    @Override
    public void erase(Tx tx, Subject subject) {
        user(subject).ifPresent(user -> {
            int unused = store.deleteOfPerson(tx, user);
        });
    }

    private static Optional<UserId> user(Subject subject) {
        return subject instanceof Subject.User known ? Optional.of(known.user()) : Optional.empty();
    }
}

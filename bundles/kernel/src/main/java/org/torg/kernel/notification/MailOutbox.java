package org.torg.kernel.notification;

import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.account.UserId;
import org.torg.api.notification.Notifications.State;
import org.torg.api.store.MailStore;
import org.torg.api.store.MailStore.MailRow;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Ids;
import org.torg.kernel.command.Nudge;
import org.torg.kernel.privacy.AddressKeys;
import org.torg.kernel.privacy.Vault;

/**
 * Keeps mails until they leave. Address, arguments and link are sealed under the key of the person to whom the mail is
 * written, so that whoever is erased gets no more mail; a mail to one without a login has a key of its own.
 */
@Component(service = {Mailer.class, MailOutbox.class})
public final class MailOutbox implements Mailer {

    /** Tells somebody who was erased. */
    public static final String FAREWELL = "account-erased";

    private final MailStore store;
    private final Vault vault;
    private final AddressKeys addresses;
    private final Ids ids;
    private final Clock clock;
    private final Nudge nudge;

    @Activate
    public MailOutbox(
            @Reference MailStore store,
            @Reference Vault vault,
            @Reference AddressKeys addresses,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference Nudge nudge) {
        this.store = store;
        this.vault = vault;
        this.addresses = addresses;
        this.ids = ids;
        this.clock = clock;
        this.nudge = nudge;
    }

    @Override
    public void queue(Tx tx, Letter letter) {
        if (!MailTexts.isTemplate(letter.template())) {
            throw new IllegalArgumentException("no template " + letter.template());
        }
        String id = ids.next();
        Instant now = clock.now();
        String content = MailContent.of(letter).write();
        store.insert(
                tx,
                new MailRow(
                        id,
                        letter.person(),
                        letter.vendor(),
                        letter.account(),
                        letter.template(),
                        letter.language(),
                        MaskedAddress.of(letter.to()),
                        Optional.of(vault.seal(tx, owner(letter.person(), id), content)),
                        State.WAITING,
                        0,
                        now,
                        Optional.of(now),
                        Optional.empty(),
                        Optional.empty()),
                // One to a person is found by the person.
                letter.person().isEmpty() ? Optional.of(addresses.of(tx, letter.to())) : Optional.empty());
        nudge.owe();
    }

    /** What a stored mail holds; empty when it was removed, or can no longer be read by anybody. */
    Optional<MailContent> open(Tx tx, MailRow mail) {
        return mail.content()
                .flatMap(content -> vault.open(tx, owner(mail.person(), mail.id()), content))
                .map(MailContent::read);
    }

    /** Whether nothing of a mail is to be left once it was sent or given up: who gets it was erased. */
    static boolean isFarewell(MailRow mail) {
        return mail.template().equals(FAREWELL);
    }

    /** Destroys the key of a mail that has one of its own. */
    void forget(Tx tx, MailRow mail) {
        if (mail.person().isEmpty()) {
            vault.destroy(tx, mail.id());
        }
    }

    private static String owner(Optional<UserId> person, String id) {
        return person.map(UserId::value).orElse(id);
    }
}

package org.torg.kernel.account;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.account.UserId;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.LoginRow;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.account.OneTimeSecrets.Purpose;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.notification.Mailer.Link;

/** The user name becomes another e-mail (D05): once staff have agreed, and who reads the new address has confirmed it. */
@Component(service = EmailChange.class)
public final class EmailChange {

    private final Transactions transactions;
    private final PeopleStore people;
    private final OneTimeSecrets secrets;
    private final PasswordChange mails;
    private final Commands commands;
    private final SecretTries tries;

    @Activate
    public EmailChange(
            @Reference Transactions transactions,
            @Reference PeopleStore people,
            @Reference OneTimeSecrets secrets,
            @Reference PasswordChange mails,
            @Reference Commands commands,
            @Reference SecretTries tries) {
        this.transactions = transactions;
        this.people = people;
        this.secrets = secrets;
        this.mails = mails;
        this.commands = commands;
        this.tries = tries;
    }

    /**
     * Mails a link to the new address, and a notice to the old one, which counts until the link was used. An earlier change
     * that was not confirmed ends. Says nothing of whether the new address is somebody's already: that comes out when it is
     * confirmed, to who reads it.
     *
     * @param newEmail as written; an e-mail by its form
     * @return whether there is such a person, with a login
     */
    public boolean begin(Tx tx, UserId user, String newEmail) {
        Optional<LoginRow> login =
                people.login(tx, user).filter(there -> there.person().active());
        login.ifPresent(there -> {
            secrets.end(tx, Purpose.NEW_EMAIL, user.value());
            people.setNewEmail(tx, user, Optional.of(newEmail));
            String secret = secrets.issue(tx, Purpose.NEW_EMAIL, user.value());
            mails.mail(tx, there, newEmail, "new-email", Optional.of(new Link("email", secret)));
            mails.notice(tx, there);
        });
        return login.isPresent();
    }

    /** As {@code People.confirmEmail} says. */
    Outcome<UserId> confirm(Caller stranger, String secret, String address) {
        return tries.from(address, () -> confirm(stranger, secret));
    }

    private Outcome<UserId> confirm(Caller stranger, String secret) {
        return commands.run(stranger, "confirm-email", () -> transactions
                .read(tx -> secrets.subject(tx, Purpose.NEW_EMAIL, secret))
                .map(id -> confirm(new UserId(id), secret))
                .orElseGet(() -> Outcome.refused(OneTimeSecrets.invalid())));
    }

    private Outcome<Change<UserId>> confirm(UserId user, String secret) {
        Optional<String> email = transactions.read(tx -> people.newEmail(tx, user));
        if (email.isEmpty()) {
            return Outcome.refused(OneTimeSecrets.invalid());
        }
        Optional<LoginRow> holder = transactions.read(tx -> people.login(tx, email.get()));
        if (holder.filter(other -> !other.person().id().equals(user)).isPresent()) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.CONFLICT, "email-taken", "Somebody has this e-mail as user name already.")
                            .with(List.of(Refusal.detail("", "email-taken", "Taken already."))));
        }
        return Outcome.done(tx -> {
            boolean right = secrets.use(tx, Purpose.NEW_EMAIL, secret)
                            .filter(user.value()::equals)
                            .isPresent()
                    && people.newEmail(tx, user).equals(email);
            if (!right) {
                throw new RefusedException(OneTimeSecrets.invalid());
            }
            people.setEmail(tx, user, email.get());
            // Links went to the old address.
            secrets.end(tx, Purpose.PASSWORD_RESET, user.value());
            return new Effect<>(user, user.value(), Optional.empty(), List.of());
        });
    }
}

package org.torg.kernel.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.account.ApiTokens.Reason;
import org.torg.api.account.UserId;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.LoginRow;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.account.OneTimeSecrets.Purpose;
import org.torg.kernel.account.TokenWithdrawal.Told;
import org.torg.kernel.notification.Mailer;
import org.torg.kernel.notification.Mailer.Letter;
import org.torg.kernel.notification.Mailer.Link;

/** A person gets another password, and what must follow from that; and mails that concern a login. */
@Component(service = PasswordChange.class)
public final class PasswordChange {

    private final PeopleStore people;
    private final OneTimeSecrets secrets;
    private final Mailer mailer;
    private final TeamGate gate;
    private final TokenWithdrawal tokens;

    @Activate
    public PasswordChange(
            @Reference PeopleStore people,
            @Reference OneTimeSecrets secrets,
            @Reference Mailer mailer,
            @Reference TeamGate gate,
            @Reference TokenWithdrawal tokens) {
        this.people = people;
        this.secrets = secrets;
        this.mailer = mailer;
        this.gate = gate;
        this.tokens = tokens;
    }

    /**
     * Stores the hash; ends all links and sessions, and tells the person by mail.
     *
     * @param except the hash of the token of a session that goes on
     * @param ending why the person's API tokens end, too; empty: they go on, and the mail says how many there are
     */
    void set(Tx tx, LoginRow login, String passwordHash, Optional<String> except, Optional<Reason> ending) {
        UserId user = login.person().id();
        people.setPassword(tx, user, passwordHash);
        int unused = people.endSessions(tx, user, except);
        secrets.end(tx, Purpose.PASSWORD_RESET, user.value());
        secrets.end(tx, Purpose.NEW_EMAIL, user.value());
        people.setNewEmail(tx, user, Optional.empty());
        Told told = ending.map(reason -> tokens.all(tx, user, reason)).orElseGet(() -> tokens.none(tx, user));
        mail(tx, login, login.email(), "password-changed", told.arguments(), Optional.empty());
    }

    /** Tells the old address of a new one, and how many API tokens go on whoever reads which. */
    void notice(Tx tx, LoginRow login) {
        Told told = tokens.none(tx, login.person().id());
        mail(tx, login, login.email(), "new-email-notice", told.arguments(), Optional.empty());
    }

    /** @param to one of the person's addresses, as written */
    void mail(Tx tx, LoginRow login, String to, String template, Optional<Link> link) {
        mail(tx, login, to, template, List.of(), link);
    }

    private void mail(Tx tx, LoginRow login, String to, String template, List<Argument> further, Optional<Link> link) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Argument.text(login.person().name()));
        arguments.add(Argument.text(
                gate.name(Optional.empty(), Locale.forLanguageTag(login.person().language()))));
        arguments.addAll(further);
        mailer.queue(
                tx,
                new Letter(
                        Optional.of(login.person().id()),
                        to,
                        Optional.empty(),
                        Optional.empty(),
                        template,
                        login.person().language(),
                        arguments,
                        link));
    }
}

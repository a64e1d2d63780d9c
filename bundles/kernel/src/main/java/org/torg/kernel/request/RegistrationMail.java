package org.torg.kernel.request;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.account.Registrations.Registration;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.LoginRow;
import org.torg.api.store.RequestStore;
import org.torg.api.store.RequestStore.RegistrationRow;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.account.OneTimeSecrets;
import org.torg.kernel.account.OneTimeSecrets.Purpose;
import org.torg.kernel.command.Nudge;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;
import org.torg.kernel.notification.Mailer;
import org.torg.kernel.notification.Mailer.Letter;
import org.torg.kernel.notification.Mailer.Link;

/** Writes to who has registered: a link to confirm (H02), or, to who has a login already, that it is there. */
@Component(service = JobHandler.class)
public final class RegistrationMail implements JobHandler {

    static final String KIND = "registration-mail";

    private final Transactions transactions;
    private final RequestStore store;
    private final PeopleStore people;
    private final SealedWords words;
    private final OneTimeSecrets secrets;
    private final Mailer mailer;
    private final Nudge nudge;

    @Activate
    public RegistrationMail(
            @Reference Transactions transactions,
            @Reference RequestStore store,
            @Reference PeopleStore people,
            @Reference SealedWords words,
            @Reference OneTimeSecrets secrets,
            @Reference Mailer mailer,
            @Reference Nudge nudge) {
        this.transactions = transactions;
        this.store = store;
        this.people = people;
        this.words = words;
        this.secrets = secrets;
        this.mailer = mailer;
        this.nudge = nudge;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        transactions.change(tx -> {
            run.hold(tx);
            store.registration(tx, run.argument())
                    .ifPresent(row -> words.open(tx, row).ifPresent(form -> write(tx, row, form)));
        });
        nudge.settle();
    }

    private void write(Tx tx, RegistrationRow row, Registration form) {
        Optional<LoginRow> known = people.login(tx, form.email());
        // Earlier links of this registration, from a try whose end was not noticed.
        secrets.end(tx, Purpose.REGISTRATION, row.id());
        if (known.isPresent()) {
            mailer.queue(tx, known(row, known.get()));
            store.deleteRegistration(tx, row.id());
            words.destroyRegistration(tx, row.id());
        } else {
            mailer.queue(tx, confirm(row, form, secrets.issue(tx, Purpose.REGISTRATION, row.id())));
        }
    }

    private static Letter confirm(RegistrationRow row, Registration form, String secret) {
        return new Letter(
                Optional.empty(),
                form.email(),
                Optional.of(row.vendor()),
                Optional.empty(),
                "registration",
                form.language(),
                List.of(Argument.text(form.name()), Argument.text(form.company())),
                Optional.of(new Link("register", secret)));
    }

    /** Nothing of what the form said: whoever has filled it in may be somebody else. */
    private static Letter known(RegistrationRow row, LoginRow login) {
        return new Letter(
                Optional.of(login.person().id()),
                login.email(),
                Optional.of(row.vendor()),
                Optional.empty(),
                "registration-known",
                login.person().language(),
                List.of(Argument.text(login.person().name())),
                Optional.empty());
    }
}

package org.torg.kernel.account;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.UserId;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.LoginRow;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.account.OneTimeSecrets.Purpose;
import org.torg.kernel.command.Nudge;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;
import org.torg.kernel.notification.Mailer.Link;

/** Looks up who has forgotten a password, and mails a link to those who are known here. Earlier links end. */
@Component(service = JobHandler.class)
public final class PasswordResets implements JobHandler {

    static final String KIND = "password-reset";

    private final Transactions transactions;
    private final PeopleStore people;
    private final OneTimeSecrets secrets;
    private final PasswordChange change;
    private final Nudge nudge;

    @Activate
    public PasswordResets(
            @Reference Transactions transactions,
            @Reference PeopleStore people,
            @Reference OneTimeSecrets secrets,
            @Reference PasswordChange change,
            @Reference Nudge nudge) {
        this.transactions = transactions;
        this.people = people;
        this.secrets = secrets;
        this.change = change;
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
            people.take(tx, run.argument())
                    .flatMap(request -> people.login(tx, request.email()))
                    .filter(login -> login.person().active())
                    .ifPresent(login -> mail(tx, login));
        });
        nudge.settle();
    }

    private void mail(Tx tx, LoginRow login) {
        UserId user = login.person().id();
        secrets.end(tx, Purpose.PASSWORD_RESET, user.value());
        String secret = secrets.issue(tx, Purpose.PASSWORD_RESET, user.value());
        change.mail(tx, login, login.email(), "password-reset", Optional.of(new Link("reset", secret)));
    }
}

package org.torg.kernel.privacy;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.RecipientId;
import org.torg.api.account.UserId;
import org.torg.api.privacy.Subject;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;

/** Erases of somebody what could not go at once, on the day on which it may. */
@Component(service = JobHandler.class)
public final class ErasureJob implements JobHandler {

    static final String KIND = "erase-person";

    private static final String USER = "user:";
    private static final String RECIPIENT = "recipient:";
    private static final String ADDRESS = "address:";

    private final Commands commands;
    private final Erasing erasing;

    @Activate
    public ErasureJob(@Reference Commands commands, @Reference Erasing erasing) {
        this.commands = commands;
        this.erasing = erasing;
    }

    static String argument(Subject subject) {
        if (subject instanceof Subject.Address address) {
            return ADDRESS + address.key();
        }
        return (subject instanceof Subject.User ? USER : RECIPIENT) + subject.id();
    }

    private static Subject subject(String argument) {
        if (argument.startsWith(ADDRESS)) {
            return new Subject.Address(argument.substring(ADDRESS.length()), Optional.empty());
        }
        return argument.startsWith(USER)
                ? new Subject.User(new UserId(argument.substring(USER.length())))
                : new Subject.Patient(new RecipientId(argument.substring(RECIPIENT.length())));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Subject subject = subject(run.argument());
        commands.run(
                        Caller.machine(KIND, Function.PERSONAL_DATA),
                        Optional.empty(),
                        KIND,
                        "",
                        target -> Outcome.refused(Refusal.notFound("person")),
                        () -> Outcome.done(tx -> {
                            run.hold(tx);
                            return new Effect<>(erasing.erase(tx, subject), subject.id(), Optional.empty(), List.of());
                        }))
                .orElseThrow();
    }
}

package org.torg.kernel.housekeeping;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.StoreException;
import org.torg.api.store.AccountStore;
import org.torg.api.store.CommandStore;
import org.torg.api.store.InvitationStore;
import org.torg.api.store.JobStore;
import org.torg.api.store.JobStore.Job;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.SecretStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.job.Failures;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;
import org.torg.kernel.pricing.PricePruning;

/**
 * Removes what has had its day: sessions, links and invitations that have expired, replies that nobody will ask for again,
 * prices that no longer count. Once an hour.
 */
@Component(service = JobHandler.class)
public final class Housekeeping implements JobHandler {

    static final String KIND = "housekeeping";
    static final Duration REPLIES_KEPT = Duration.ofDays(30);
    /** So long an expired invitation can be sent again. */
    static final Duration INVITATIONS_SHOWN = Duration.ofDays(30);
    /** Those whose job was given up. */
    static final Duration REQUESTS_KEPT = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final Transactions transactions;
    private final JobStore jobs;
    private final AccountStore accounts;
    private final SecretStore secrets;
    private final InvitationStore invitations;
    private final PeopleStore people;
    private final CommandStore commands;
    private final PricePruning pruning;
    private final Clock clock;

    @Activate
    public Housekeeping(
            @Reference Transactions transactions,
            @Reference JobStore jobs,
            @Reference AccountStore accounts,
            @Reference SecretStore secrets,
            @Reference InvitationStore invitations,
            @Reference PeopleStore people,
            @Reference CommandStore commands,
            @Reference PricePruning pruning,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.accounts = accounts;
        this.secrets = secrets;
        this.invitations = invitations;
        this.people = people;
        this.commands = commands;
        this.pruning = pruning;
        this.clock = clock;
        planFirst();
    }

    private void planFirst() {
        try {
            plan(clock.now());
        } catch (StoreException e) {
            // Not worth a start that fails: the next start plans it.
            LOG.warn("Housekeeping is not planned: {}", Failures.describe(e));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Instant now = clock.now();
        plan(now.plus(1, ChronoUnit.HOURS));
        int sessions = transactions.write(tx -> accounts.deleteSessionsExpiredBefore(tx, now));
        int replies = transactions.write(tx -> commands.deleteRepliesBefore(tx, now.minus(REPLIES_KEPT)));
        int links = transactions.write(tx -> secrets.deleteExpiredBefore(tx, now));
        int invited = transactions.write(tx -> invitations.deleteExpiredBefore(tx, now.minus(INVITATIONS_SHOWN)));
        int forgotten = transactions.write(tx -> people.deleteResetRequestsBefore(tx, now.minus(REQUESTS_KEPT)));
        LOG.debug(
                "Removed {} sessions, {} replies, {} links, {} invitations, {} requests for links",
                sessions,
                replies,
                links,
                invited,
                forgotten);
        pruning.round(run::checkpoint);
    }

    /** One job for each hour, whichever node comes first: its id is the hour. */
    private void plan(Instant at) {
        Instant hour = at.truncatedTo(ChronoUnit.HOURS);
        Job job = new Job(KIND + "-" + hour.getEpochSecond() / 3600, KIND, "", hour, 0);
        try {
            transactions.change(tx -> jobs.insert(tx, job));
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.CONFLICT) {
                throw e;
            }
        }
    }
}

package org.torg.kernel.request;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.store.RequestStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;

/** Forgets a form without a login after a year. Planned with it. */
@Component(service = JobHandler.class)
public final class RequestExpiry implements JobHandler {

    static final String KIND = "request-expiry";
    static final Duration KEPT = Duration.ofDays(365);

    private final Transactions transactions;
    private final RequestStore store;
    private final SealedWords words;

    @Activate
    public RequestExpiry(
            @Reference Transactions transactions, @Reference RequestStore store, @Reference SealedWords words) {
        this.transactions = transactions;
        this.store = store;
        this.words = words;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        transactions.change(tx -> {
            run.hold(tx);
            store.delete(tx, run.argument());
            words.destroyRequest(tx, run.argument());
        });
    }
}

package org.torg.kernel.request;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.store.RequestStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;

/** Forgets a registration that nobody has confirmed in time. Planned with it. */
@Component(service = JobHandler.class)
public final class RegistrationExpiry implements JobHandler {

    static final String KIND = "registration-expiry";

    private final Transactions transactions;
    private final RequestStore store;
    private final SealedWords words;

    @Activate
    public RegistrationExpiry(
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
            store.deleteRegistration(tx, run.argument());
            words.destroyRegistration(tx, run.argument());
        });
    }
}

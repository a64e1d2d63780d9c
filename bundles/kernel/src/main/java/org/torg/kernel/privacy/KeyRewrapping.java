package org.torg.kernel.privacy;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.StoreException;
import org.torg.api.store.JobStore;
import org.torg.api.store.JobStore.Job;
import org.torg.api.store.PersonKeyStore;
import org.torg.api.store.PersonKeyStore.Master;
import org.torg.api.store.PersonKeyStore.WrappedKey;
import org.torg.api.store.Transactions;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;

/** Wraps all keys of people by the newest master key, so that older ones can go. Planned at each start that finds older ones. */
@Component(service = JobHandler.class)
public final class KeyRewrapping implements JobHandler {

    static final String KIND = "rewrap-keys";

    /** So many in one transaction. */
    private static final int STEP = 100;

    private static final Logger LOG = LoggerFactory.getLogger(KeyRewrapping.class);

    private final Transactions transactions;
    private final PersonKeyStore store;
    private final JobStore jobs;
    private final MasterKeys masters;
    private final KeyedVault vault;
    private final Clock clock;

    @Activate
    public KeyRewrapping(
            @Reference Transactions transactions,
            @Reference PersonKeyStore store,
            @Reference JobStore jobs,
            @Reference MasterKeys masters,
            @Reference KeyedVault vault,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.jobs = jobs;
        this.masters = masters;
        this.vault = vault;
        this.clock = clock;
        try {
            plan();
        } catch (StoreException e) {
            // Not worth a start that fails: the next start plans it.
            LOG.warn("Keys are not wrapped anew: {}", e.kind());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** One job for each newest key, whichever node comes first. */
    private void plan() {
        if (transactions.read(store::masters).size() < 2 || masters.missing().isPresent()) {
            return;
        }
        try {
            String id = KIND + "-" + masters.newest().id();
            transactions.change(tx -> jobs.insert(tx, new Job(id, KIND, "", clock.now(), 0)));
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.CONFLICT) {
                throw e;
            }
        }
    }

    @Override
    public void run(JobRun run) {
        String newest = masters.newest().id();
        for (Master master : transactions.read(store::masters)) {
            if (!master.id().equals(newest)) {
                while (rewrap(master.id()) > 0) {
                    run.checkpoint();
                }
                transactions.change(tx -> store.forgetUnused(tx, master.id()));
            }
        }
    }

    private int rewrap(String master) {
        return transactions.write(tx -> {
            List<WrappedKey> keys = store.wrappedBy(tx, master, STEP);
            for (WrappedKey key : keys) {
                // One that was destroyed meanwhile stays so.
                boolean unused = store.rewrap(tx, vault.rewrap(key));
            }
            return keys.size();
        });
    }
}

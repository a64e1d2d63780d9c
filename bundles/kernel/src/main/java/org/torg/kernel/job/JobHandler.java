package org.torg.kernel.job;

import org.torg.api.store.Transactions.Tx;

/** Carries out one kind of job. Registered as a service; while it is away its jobs wait. */
public interface JobHandler {

    /** In kebab case; stable for ever. */
    String kind();

    /**
     * Carries the job out from the beginning, however far an earlier try came. An exception leaves the job for a later try.
     */
    void run(JobRun run);

    /** Called once when the last try has failed, in the transaction that parks the job. */
    default void givenUp(Tx tx, String argument) {}
}

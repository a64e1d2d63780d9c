package org.torg.kernel.job;

import org.torg.api.store.Transactions.Tx;

/** One try at a job, as its handler sees it. */
public interface JobRun {

    /** What the job is about, such as an id. */
    String argument();

    /**
     * To be called every second or so.
     *
     * @throws JobStopped when this node stops or has lost the job to another
     */
    void checkpoint();

    /**
     * Makes sure, inside the transaction that stores the job's effect, that the job is still this node's; no other node can
     * take it until the commit.
     *
     * @throws JobStopped when it is not
     */
    void hold(Tx tx);
}

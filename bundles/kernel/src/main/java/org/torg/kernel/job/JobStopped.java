package org.torg.kernel.job;

/** The job must not go on here: the node stops, or another node has it. It is no failure of the job. */
public final class JobStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobStopped(String why) {
        super(why, null, false, false);
    }
}

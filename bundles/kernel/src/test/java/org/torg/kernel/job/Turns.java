package org.torg.kernel.job;

import java.util.UUID;
import org.torg.kernel.fixture.Kernel;

/** Takes the turns of a job runner one by one, without its thread. */
public final class Turns {

    final JobDesk desk;

    public Turns(Kernel kernel, JobHandler... handlers) {
        desk = new JobDesk(
                kernel.transactions,
                kernel.stores.jobs(),
                kernel.clock,
                UUID.randomUUID().toString());
        for (JobHandler handler : handlers) {
            desk.add(handler);
        }
    }

    /** Carries out one job. Answers whether there was one. */
    public boolean turn() {
        return desk.turn();
    }
}

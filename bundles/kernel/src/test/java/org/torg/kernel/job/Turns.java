package org.torg.kernel.job;

import java.util.UUID;
import org.torg.kernel.fixture.Square;

/** Takes the turns of a job runner one by one, without its thread. */
public final class Turns {

    final JobDesk desk;

    public Turns(Square square, JobHandler... handlers) {
        desk = new JobDesk(
                square.transactions,
                square.stores.jobs(),
                square.clock,
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

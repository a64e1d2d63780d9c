package org.torg.kernel.module;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.ServiceReference;
import org.torg.kernel.vendor.ModuleCode;

/** A bundle from its start to its stop: what it contributes, and who still uses that. */
final class ModuleRun {

    private final ModuleCode code;
    private final Contributions contributions;
    private final Set<Held> holders = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    ModuleRun(ModuleCode code, Contributions contributions) {
        this.code = code;
        this.contributions = contributions;
    }

    /** One user of a run, until it lets go. */
    final class Held {

        private final Runnable whenAway;
        private final AtomicBoolean told = new AtomicBoolean();

        private Held(Runnable whenAway) {
            this.whenAway = whenAway;
        }

        ModuleCode code() {
            return code;
        }

        private void tell() {
            if (told.compareAndSet(false, true)) {
                whenAway.run();
            }
        }

        ModuleRun run() {
            return ModuleRun.this;
        }
    }

    /** @param whenAway called once, on any thread, when the bundle is stopped by somebody else */
    Held hold(Runnable whenAway) {
        Held held = new Held(whenAway);
        holders.add(held);
        if (ended) {
            held.tell();
        }
        return held;
    }

    boolean contains(ServiceReference<?> reference) {
        return contributions.contains(reference);
    }

    void end() {
        ended = true;
        holders.forEach(Held::tell);
    }

    /** Answers whether nobody is left. */
    boolean release(Held held) {
        return holders.remove(held) && holders.isEmpty();
    }
}

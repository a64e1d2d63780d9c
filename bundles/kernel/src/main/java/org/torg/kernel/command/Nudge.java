package org.torg.kernel.command;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;

/** Wakes those on this node who wait for work. Others find it when they look by themselves. */
@Component(service = Nudge.class)
public final class Nudge {

    private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();
    /** Whether the transaction that is open on this thread leaves work behind. */
    private final ThreadLocal<Boolean> owed = ThreadLocal.withInitial(() -> Boolean.FALSE);

    public void register(Runnable sleeper) {
        sleepers.add(sleeper);
    }

    public void unregister(Runnable sleeper) {
        sleepers.remove(sleeper);
    }

    /** Called inside a transaction that leaves work behind of which its command does not know. */
    public void owe() {
        owed.set(Boolean.TRUE);
    }

    /** Called after each commit of a command; wakes only when something inside it called {@link #owe}. */
    public void settle() {
        if (owed.get()) {
            wake();
        }
    }

    /** Called after a commit that has left work behind. Returns at once. */
    public void wake() {
        owed.remove();
        sleepers.forEach(Runnable::run);
    }
}

package org.torg.kernel.command;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;

/** Wakes those on this node who wait for work. Others find it when they look by themselves. */
@Component(service = Nudge.class)
public final class Nudge {

    private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();

    public void register(Runnable sleeper) {
        sleepers.add(sleeper);
    }

    public void unregister(Runnable sleeper) {
        sleepers.remove(sleeper);
    }

    /** Called after a commit that has left work behind. Returns at once. */
    public void wake() {
        sleepers.forEach(Runnable::run);
    }
}

package org.torg.kernel.notification;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.torg.api.notification.MailTransport;

/** The way by which mails leave this node now; of several the one with the highest ranking. There may be none. */
@Component(service = MailWay.class)
public final class MailWay {

    private final AtomicReference<@Nullable MailTransport> transport = new AtomicReference<>();
    private final List<Runnable> waiting = new CopyOnWriteArrayList<>();

    @Activate
    public MailWay() {}

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addTransport(MailTransport added) {
        transport.set(added);
        waiting.forEach(Runnable::run);
    }

    public void removeTransport(MailTransport removed) {
        // The next one may have come before this one goes.
        boolean unused = transport.compareAndSet(removed, null);
    }

    Optional<MailTransport> transport() {
        return Optional.ofNullable(transport.get());
    }

    /** Is run whenever a way opens. */
    void register(Runnable sleeper) {
        waiting.add(sleeper);
    }

    void unregister(Runnable sleeper) {
        waiting.remove(sleeper);
    }
}

package org.torg.kernel.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.audit.AuditEntry;
import org.torg.api.store.AuditStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Ids;

/** Notes who has looked at what, where looking itself must be traced: one entry for each thing that was shown. */
@Component(service = ReadLog.class)
public final class ReadLog {

    private final AuditStore store;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public ReadLog(@Reference AuditStore store, @Reference Ids ids, @Reference Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * All in one statement.
     *
     * @param command in kebab case, such as {@code read-recipient}
     * @param targets opaque ids of what was shown
     */
    public void shown(Tx tx, Caller caller, String command, Optional<AccountId> account, Collection<String> targets) {
        Instant now = clock.now();
        store.insert(
                tx,
                targets.stream()
                        .map(target -> new AuditEntry(
                                ids.next(),
                                now,
                                caller.subject().key(),
                                caller.actingFor()
                                        .map(acting -> "user:" + acting.user().value()),
                                account,
                                caller.channel().name(),
                                caller.requestId(),
                                command,
                                target))
                        .toList());
    }
}

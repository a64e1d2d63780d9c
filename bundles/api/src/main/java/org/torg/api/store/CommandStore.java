package org.torg.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail;
import org.torg.api.event.EventRecord;
import org.torg.api.store.Transactions.Tx;

/** What every command leaves behind in its own transaction: audit entry, events with their deliveries, stored reply. */
@ProviderType
public interface CommandStore {

    /**
     * Stores all of it in as few statements as there are tables: audit, events, deliveries (one for each event and
     * consumer), reply. Violates a unique key when the reply's key was used meanwhile.
     */
    void record(Tx tx, AuditEntry audit, List<EventRecord> events, List<Delivery> deliveries, Optional<Reply> reply);

    Optional<Reply> reply(Tx tx, String subject, String key);

    int deleteRepliesBefore(Tx tx, Instant instant);

    /** The newest first. */
    List<AuditEntry> audit(Tx tx, AuditTrail.Query query, Optional<String> beforeId, int limit);

    /**
     * @param subject who, as {@code Caller.Subject.key()}
     * @param key the idempotency key
     * @param command name of the command
     * @param requestHash of everything that was asked
     * @param result opaque id of what came of it
     */
    record Reply(String subject, String key, String command, String requestHash, String result, Instant at) {}

    record Delivery(String eventId, String consumer) {}
}

package org.torg.api.audit;

import java.time.Instant;
import java.util.Optional;
import org.torg.api.account.AccountId;

/**
 * One command that was carried out. Refers to people by id.
 *
 * @param subject who, as {@code Caller.Subject.key()}
 * @param actingFor in whose name
 * @param command in kebab case, such as {@code place-order}
 * @param target opaque id of what it was done to
 */
public record AuditEntry(
        String id,
        Instant at,
        String subject,
        Optional<String> actingFor,
        Optional<AccountId> account,
        String channel,
        String requestId,
        String command,
        String target) {}

package org.torg.kernel.command;

import java.util.List;
import java.util.Optional;
import org.torg.api.account.AccountId;
import org.torg.api.event.Event;

/**
 * What a command has changed, as its transaction is about to commit.
 *
 * @param value the answer
 * @param target opaque id of what was changed; for the audit entry and for a repeat of the command
 * @param account whose it is
 * @param events what others must be told
 */
public record Effect<T>(T value, String target, Optional<AccountId> account, List<Event> events) {

    public Effect {
        events = List.copyOf(events);
    }
}

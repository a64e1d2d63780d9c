package org.torg.kernel.command;

import java.util.List;
import java.util.Optional;
import org.torg.api.account.AccountId;
import org.torg.api.account.UserId;
import org.torg.api.event.Event;

/**
 * What a command has changed, as its transaction is about to commit.
 *
 * @param value the answer
 * @param target opaque id of what was changed; for the audit entry and for a repeat of the command
 * @param account whose it is
 * @param events what others must be told
 * @param actingFor in whose name it was done, where that is said by what was changed, such as a cart (D10)
 */
public record Effect<T>(
        T value, String target, Optional<AccountId> account, List<Event> events, Optional<UserId> actingFor) {

    public Effect {
        events = List.copyOf(events);
    }

    /** In the name in which the caller acts, if in any. */
    public Effect(T value, String target, Optional<AccountId> account, List<Event> events) {
        this(value, target, account, events, Optional.empty());
    }
}

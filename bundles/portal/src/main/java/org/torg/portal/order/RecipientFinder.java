package org.torg.portal.order;

import java.util.List;
import java.util.Optional;
import org.torg.api.account.Recipient;

/**
 * Somebody of the own location whose orders are wanted.
 *
 * @param typed of a name or reference
 * @param found those who could be meant
 * @param more whether there are others, too
 * @param refusal why nobody was looked for
 */
public record RecipientFinder(String typed, List<Recipient> found, boolean more, Optional<String> refusal) {

    public static final RecipientFinder NONE = new RecipientFinder("", List.of(), false, Optional.empty());

    public RecipientFinder {
        found = List.copyOf(found);
    }

    public boolean isAsked() {
        return !typed.isEmpty();
    }
}

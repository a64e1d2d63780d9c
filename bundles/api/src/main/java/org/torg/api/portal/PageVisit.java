package org.torg.api.portal;

import java.util.Map;
import org.torg.api.account.Caller;

/**
 * Somebody who looks at a page.
 *
 * @param parts of the path by the names that the pattern gives them, whatever was typed there
 * @param query what stands behind the question mark, the first of each name, whatever was typed there
 */
public record PageVisit(Caller caller, Map<String, String> parts, Map<String, String> query) {

    public PageVisit {
        parts = Map.copyOf(parts);
        query = Map.copyOf(query);
    }
}

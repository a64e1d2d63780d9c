package org.torg.portal.favourite;

import java.util.Optional;
import org.torg.api.Page;
import org.torg.api.Refusal;
import org.torg.api.favourite.Favourites;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Paths;

/**
 * Favourites, the newest first.
 *
 * @param asked what was searched for
 * @param refusal of what was just tried
 */
public record FavouriteList(Page<Favourites.Overview> page, Fields asked, Optional<Refusal> refusal) {

    public boolean isSearched() {
        return asked.text("name").isPresent();
    }

    /** The same search from there on. */
    public String from(String cursor) {
        return "/favourites?" + Paths.query(asked.with("after", cursor));
    }
}

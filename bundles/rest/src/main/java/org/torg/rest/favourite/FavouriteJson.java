package org.torg.rest.favourite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.favourite.Favourite;
import org.torg.api.favourite.Favourites.Overview;
import org.torg.rest.pricing.ConfigurationJson;

/**
 * What is ordered again and again; also called a preference.
 *
 * @param owner who saved it; absent when nobody knows any more
 * @param sharing who finds it
 * @param location with which it is shared
 * @param version the entity tag
 */
public record FavouriteJson(
        String id,
        String vendor,
        String account,
        Optional<String> owner,
        String sharing,
        Optional<String> location,
        String name,
        List<FavouriteLineJson> lines,
        long version,
        Instant createdAt,
        Instant changedAt) {

    /** @param configuration its answers are taken by the configurator as they are */
    public record FavouriteLineJson(String id, String sku, int quantity, Optional<ConfigurationJson> configuration) {

        private static FavouriteLineJson of(Favourite.Line line) {
            return new FavouriteLineJson(
                    line.id().value(),
                    line.sku().value(),
                    line.quantity(),
                    line.configuration().map(ConfigurationJson::of));
        }
    }

    /** @param lines how many */
    public record FavouriteOverviewJson(
            String id,
            String vendor,
            Optional<String> owner,
            String sharing,
            Optional<String> location,
            String name,
            int lines,
            Instant createdAt,
            Instant changedAt) {

        static FavouriteOverviewJson of(Overview overview) {
            Favourite favourite = overview.favourite();
            return new FavouriteOverviewJson(
                    favourite.id().value(),
                    favourite.vendor().value(),
                    favourite.owner().map(UserId::value),
                    favourite.sharing().code(),
                    favourite.location().map(LocationId::value),
                    favourite.name(),
                    overview.lines(),
                    favourite.createdAt(),
                    favourite.changedAt());
        }
    }

    static FavouriteJson of(Favourite favourite) {
        return new FavouriteJson(
                favourite.id().value(),
                favourite.vendor().value(),
                favourite.account().value(),
                favourite.owner().map(UserId::value),
                favourite.sharing().code(),
                favourite.location().map(LocationId::value),
                favourite.name(),
                favourite.lines().stream().map(FavouriteLineJson::of).toList(),
                favourite.version(),
                favourite.createdAt(),
                favourite.changedAt());
    }
}

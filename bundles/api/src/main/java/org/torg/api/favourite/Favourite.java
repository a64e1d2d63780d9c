package org.torg.api.favourite;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Configuration;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.VendorId;

/**
 * One or several lines of one vendor, saved to be ordered again (D15, H46); also called a preference. Without prices, and without
 * anything about a recipient: no answer of a stage that is about one, and no file, is ever in it.
 *
 * @param owner in whose name it was saved; empty when that person was erased
 * @param location with whom it is shared, where it is shared with a location; else empty
 * @param name 1 to 200 characters
 * @param version grows with every change; the entity tag
 */
public record Favourite(
        FavouriteId id,
        VendorId vendor,
        AccountId account,
        Optional<UserId> owner,
        Sharing sharing,
        Optional<LocationId> location,
        String name,
        List<Line> lines,
        long version,
        Instant createdAt,
        Instant changedAt) {

    /** Who finds it. */
    public enum Sharing {
        /** Its owner alone. */
        PERSON,
        /** All who buy for a location of the account. */
        LOCATION,
        /** All who buy for the account. */
        ACCOUNT;

        /** As it is written in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param quantity of the article as configured
     * @param configuration of a configured article, as far as it is about the thing; its model is that of the day when it was saved
     */
    public record Line(LineId id, Sku sku, int quantity, Optional<Configuration> configuration) {}

    public Favourite {
        lines = List.copyOf(lines);
    }

    /** The same with other lines. */
    public Favourite with(List<Line> others) {
        return new Favourite(
                id, vendor, account, owner, sharing, location, name, others, version, createdAt, changedAt);
    }
}

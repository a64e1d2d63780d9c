package org.torg.api.quote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Configuration;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.VendorId;

/**
 * What an account plans to buy from one vendor (L17, L18). Without prices, without stock, and without anything about a recipient.
 *
 * @param location for which of the account's locations it is planned; empty for the account as a whole
 * @param owner who opened it
 * @param name 1 to 200 characters
 * @param version grows with every change; the entity tag
 */
public record ProjectList(
        ProjectListId id,
        VendorId vendor,
        AccountId account,
        Optional<LocationId> location,
        UserId owner,
        String name,
        List<Line> lines,
        long version,
        Instant createdAt,
        Instant changedAt) {

    /**
     * @param configuration of a configured article; may be incomplete
     * @param note where it goes or what it is for, up to 500 characters
     */
    public record Line(
            LineId id, Sku sku, int quantity, Optional<Configuration> configuration, Optional<String> note) {}

    public ProjectList {
        lines = List.copyOf(lines);
    }
}

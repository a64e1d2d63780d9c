package org.torg.rest.account;

import java.util.List;
import java.util.Optional;
import org.torg.api.account.Location;

/** A clinic, shop or branch. */
public record LocationJson(
        String id,
        String number,
        String name,
        AddressJson address,
        Optional<String> email,
        Optional<String> phone,
        boolean active,
        List<ExternalIdJson> externalIds,
        long version) {

    static LocationJson of(Location location) {
        return new LocationJson(
                location.id().value(),
                location.number(),
                location.name(),
                AddressJson.of(location.address()),
                location.email(),
                location.phone(),
                location.active(),
                location.externalIds().stream().map(ExternalIdJson::of).toList(),
                location.version());
    }
}

package org.torg.api.account;

import java.util.List;
import java.util.Optional;
import org.torg.api.ExternalId;

/**
 * A clinic, shop or branch of an account. Created by the vendor (H16).
 *
 * @param number what people call it in lists; unique in the account, 1 to 40 characters
 * @param address where it is
 * @param active false: nothing new can be done there; what was done stays readable
 * @param version grows with every change; the entity tag
 */
public record Location(
        LocationId id,
        AccountId account,
        String number,
        String name,
        Address address,
        Optional<String> email,
        Optional<String> phone,
        boolean active,
        List<ExternalId> externalIds,
        long version) {

    public Location {
        externalIds = List.copyOf(externalIds);
    }
}

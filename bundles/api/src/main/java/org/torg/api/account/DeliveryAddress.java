package org.torg.api.account;

import java.util.Optional;

/**
 * An entry of the address book (L02).
 *
 * @param label what people call it; 1 to 100 characters
 * @param location of this clinic, shop or branch; empty: of the account as a whole
 */
public record DeliveryAddress(AddressId id, String label, Address address, Optional<LocationId> location) {}

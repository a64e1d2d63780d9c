package org.torg.api.fulfilment;

import java.util.Optional;

/**
 * A box on its way.
 *
 * @param carrier name of the carrier
 * @param trackingUrl where the buyer can follow it (L24, L43); https
 */
public record Parcel(String carrier, Optional<String> trackingNumber, Optional<String> trackingUrl) {}

package org.torg.api.pricing;

/**
 * Where goods go, as far as prices and rules depend on it.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Destination(String country, String postcode, Kind kind) {

    public enum Kind {
        BUSINESS,
        PARCEL_SHOP,
        PRIVATE
    }
}

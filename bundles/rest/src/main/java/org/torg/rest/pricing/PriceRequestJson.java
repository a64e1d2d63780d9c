package org.torg.rest.pricing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.vendor.VendorId;
import org.torg.rest.account.AddressJson;
import org.torg.rest.http.Faults;

/** What is to be priced. */
public record PriceRequestJson(
        Optional<String> vendor,
        Optional<String> currency,
        Optional<List<LineJson>> lines,
        Optional<DestinationJson> destination,
        Optional<String> deliveryOption) {

    private static final Pattern VENDOR = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    PriceRequest read() {
        Faults faults = new Faults();
        return faults.settle(new PriceRequest(
                vendor(faults, "/vendor", vendor),
                currency(faults, "/currency", currency),
                LineJson.read(faults, "/lines", lines),
                destination.map(place -> place.read(faults, "/destination")),
                option(faults, "/deliveryOption", deliveryOption)));
    }

    /** Where it goes, as far as prices depend on it. */
    public record DestinationJson(Optional<String> country, Optional<String> postcode, Optional<String> kind) {

        public Destination read(Faults faults, String at) {
            return new Destination(
                    AddressJson.country(faults, at + "/country", country),
                    AddressJson.postcode(faults, at + "/postcode", postcode),
                    faults.word(at + "/kind", kind, Destination.Kind.class).orElse(Destination.Kind.BUSINESS));
        }
    }

    public static Optional<VendorId> vendor(Faults faults, String at, Optional<String> value) {
        return faults.shaped(at, value, 40, VENDOR, "vendor-invalid", "This is not the name of a vendor.")
                .map(VendorId::new);
    }

    /** The code of a delivery option. */
    public static Optional<String> option(Faults faults, String at, Optional<String> value) {
        return faults.shaped(at, value, 64, CODE, "delivery-option-unknown", "There is no such delivery option.");
    }

    public static Optional<CurrencyUnit> currency(Faults faults, String at, Optional<String> value) {
        try {
            return value.map(CurrencyUnit::of);
        } catch (IllegalCurrencyException e) {
            faults.add(at, "currency-invalid", "This is not an ISO currency code.");
            return Optional.empty();
        }
    }
}

package org.torg.rest.cart;

import java.math.BigInteger;
import java.util.Optional;
import org.torg.api.account.UserId;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.vendor.VendorId;
import org.torg.rest.http.Faults;
import org.torg.rest.pricing.LineJson;
import org.torg.rest.pricing.PriceRequestJson;

/** What is sent to carts. */
public final class CartBody {

    private CartBody() {}

    /** @param vendor may be left out where the tenant has one only */
    public record NewCartJson(Optional<String> vendor) {

        Optional<VendorId> read() {
            Faults faults = new Faults();
            return faults.settle(PriceRequestJson.vendor(faults, "/vendor", vendor));
        }
    }

    public record NewLineJson(Optional<String> sku, Optional<BigInteger> quantity) {

        record NewLine(Sku sku, int quantity) {}

        NewLine read() {
            Faults faults = new Faults();
            return faults.settle(
                    new NewLine(LineJson.sku(faults, "/sku", sku), LineJson.quantity(faults, "/quantity", quantity)));
        }
    }

    /** @param actingFor whose order it is to be; nobody's in particular when absent */
    public record CartPersonJson(Optional<String> actingFor) {

        Optional<UserId> read() {
            Faults faults = new Faults();
            return faults.settle(faults.text("/actingFor", actingFor, 64).map(UserId::new));
        }
    }

    /** @param quantity the new one; 0 removes the line */
    public record ChangedLineJson(Optional<BigInteger> quantity) {

        int read() {
            Faults faults = new Faults();
            return faults.settle(faults.whole("/quantity", quantity, 0, PriceRequest.MAX_QUANTITY, "quantity-invalid"));
        }
    }
}

package org.torg.rest.order;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.account.Account;
import org.torg.api.order.PlaceOrder;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.vendor.VendorId;
import org.torg.rest.account.AddressJson;
import org.torg.rest.account.ExternalIdJson;
import org.torg.rest.http.Faults;
import org.torg.rest.pricing.LineJson;
import org.torg.rest.pricing.PriceRequestJson;

/** A whole order in one call: its lines, and all that {@link CheckoutJson} states. */
public record PlaceOrderJson(
        Optional<String> vendor,
        Optional<String> currency,
        Optional<List<LineJson>> lines,
        Optional<String> priceSnapshot,
        Optional<Money> expectedTotal,
        Optional<String> acceptPrices,
        Optional<DeliveryJson> delivery,
        Optional<AddressJson> billing,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> purchaseOrderReference,
        Optional<String> paymentMethod,
        Optional<String> note,
        Optional<List<ExternalIdJson>> externalIds,
        Optional<String> actingFor) {

    PlaceOrder read(Supplier<Account> account) {
        Faults faults = new Faults();
        Optional<VendorId> seller = PriceRequestJson.vendor(faults, "/vendor", vendor);
        Optional<CurrencyUnit> unit = PriceRequestJson.currency(faults, "/currency", currency);
        List<PriceRequest.Line> goods = LineJson.read(faults, "/lines", lines);
        return faults.settle(new PlaceOrder(seller, unit, goods, checkout().read(faults, account)));
    }

    private CheckoutJson checkout() {
        return new CheckoutJson(
                priceSnapshot,
                expectedTotal,
                acceptPrices,
                delivery,
                billing,
                email,
                phone,
                purchaseOrderReference,
                paymentMethod,
                note,
                externalIds,
                actingFor);
    }
}

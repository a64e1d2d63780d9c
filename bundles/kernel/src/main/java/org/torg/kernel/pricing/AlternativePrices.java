package org.torg.kernel.pricing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.configurator.Guidance.Part;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.PricedCart;
import org.torg.api.vendor.VendorId;

/**
 * What several alternatives of one article cost. All are priced in one evaluation, each article and quantity as one line, so
 * that a rule which looks at the cart as a whole sees the alternatives together. Charges play no part.
 */
@Component(service = AlternativePrices.class)
public final class AlternativePrices {

    /**
     * @param net without VAT, after the account's discounts
     * @param difference to the alternative with which it is compared
     */
    public record Alternative(Money net, Money difference) {}

    private final Pricing pricing;

    @Activate
    public AlternativePrices(@Reference Pricing pricing) {
        this.pricing = pricing;
    }

    /**
     * Three statements, whatever the number of alternatives. Refused as {@link Pricing#price}.
     *
     * @param base with which each is compared
     * @return in the order of the alternatives
     */
    public Outcome<List<Alternative>> price(
            Caller caller, VendorId vendor, CurrencyUnit currency, List<Part> base, List<List<Part>> alternatives) {
        Map<Part, LineId> ids = new LinkedHashMap<>();
        List<Part> all = new ArrayList<>(base);
        alternatives.forEach(all::addAll);
        all.forEach(part -> ids.computeIfAbsent(part, key -> new LineId("p" + ids.size())));
        PriceRequest request = new PriceRequest(
                Optional.of(vendor),
                Optional.of(currency),
                ids.entrySet().stream()
                        .map(entry -> new PriceRequest.Line(
                                entry.getValue(),
                                entry.getKey().sku(),
                                entry.getKey().quantity()))
                        .toList(),
                Optional.empty(),
                Optional.empty());
        return pricing.price(caller, request).map(priced -> {
            Map<LineId, Money> nets = new LinkedHashMap<>();
            for (PricedCart.PricedLine line : priced.cart().lines()) {
                nets.put(line.id(), line.net());
            }
            Money compared = sum(currency, base, ids, nets);
            return alternatives.stream()
                    .map(parts -> sum(currency, parts, ids, nets))
                    .map(net -> new Alternative(net, net.minus(compared)))
                    .toList();
        });
    }

    private static Money sum(CurrencyUnit currency, List<Part> parts, Map<Part, LineId> ids, Map<LineId, Money> nets) {
        Money sum = Money.zero(currency);
        for (Part part : parts) {
            LineId id = ids.getOrDefault(part, new LineId("-"));
            sum = sum.plus(nets.getOrDefault(id, Money.zero(currency)));
        }
        return sum;
    }
}

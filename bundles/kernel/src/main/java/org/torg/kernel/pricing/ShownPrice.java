package org.torg.kernel.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.torg.api.Refusal;
import org.torg.api.catalog.Variant;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.pricing.DeliveryOption;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.PricedCart.PricedLine;
import org.torg.api.pricing.PricingLine;
import org.torg.api.pricing.PricingRequest;

/** A finished price beside what is asked for now. */
final class ShownPrice {

    private ShownPrice() {}

    /** In what a request differs from the price that was shown; empty when it is the same thing. */
    static List<Refusal.Detail> differences(PriceFacts facts, PricedCart shown) {
        List<Refusal.Detail> differences = new ArrayList<>();
        if (!shown.vendor().equals(facts.vendorId())) {
            differences.add(difference("/vendor"));
        }
        if (!shown.account().equals(facts.account().id())) {
            differences.add(difference("/account"));
        }
        Destination destination = facts.destination();
        if (!shown.country().equals(destination.country())) {
            differences.add(difference("/destination/country"));
        }
        if (!shown.destination().postcode().equals(destination.postcode())) {
            differences.add(difference("/destination/postcode"));
        }
        if (shown.destination().kind() != destination.kind()) {
            differences.add(difference("/destination/kind"));
        }
        Optional<String> option = facts.request().deliveryOption();
        if (option.isPresent() && !option.equals(shown.deliveryOption().map(DeliveryOption::code))) {
            differences.add(difference("/deliveryOption"));
        }
        List<PriceRequest.Line> lines = facts.request().lines();
        if (lines.size() != shown.lines().size()) {
            differences.add(difference("/lines"));
            return differences;
        }
        for (int i = 0; i < lines.size(); i++) {
            PriceRequest.Line line = lines.get(i);
            PricedLine then = shown.lines().get(i);
            if (!line.id().equals(then.id()) || !line.sku().equals(then.sku()) || line.quantity() != then.quantity()) {
                differences.add(difference("/lines/" + i));
            }
        }
        return differences;
    }

    private static Refusal.Detail difference(String field) {
        return Refusal.detail(field, "snapshot-mismatch", "This is not what the price was shown for.");
    }

    /** The finished cart as cart rules see it. */
    static PricingRequest goods(Priced priced, Optional<DeliveryChoice> delivery) {
        PriceFacts facts = priced.facts();
        PricedCart cart = priced.cart();
        List<PricingLine> lines = new ArrayList<>(cart.lines().size());
        Money goods = Money.zero(cart.currency());
        for (int i = 0; i < cart.lines().size(); i++) {
            PricedLine line = cart.lines().get(i);
            Variant variant = facts.variants().get(i).variant();
            goods = goods.plus(line.net());
            lines.add(new PricingLine(
                    line.id(),
                    line.sku(),
                    variant.product(),
                    variant.category(),
                    variant.brand(),
                    line.quantity(),
                    line.listPrice(),
                    line.net(),
                    variant.weightKg(),
                    variant.bulky(),
                    variant.attributes()));
        }
        return new PricingRequest(
                facts.vendorId(),
                facts.date(),
                facts.buyer(),
                lines,
                goods,
                Optional.of(delivery.map(DeliveryChoice::destination).orElse(facts.destination())),
                facts.parameters().parameters());
    }
}

package org.torg.kernel.pricing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.cart.CartRule;
import org.torg.api.catalog.Variant;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.pricing.Charge;
import org.torg.api.pricing.ChargeKind;
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
            if (!line.id().equals(then.id())
                    || !line.sku().equals(then.sku())
                    || line.quantity() != then.quantity()
                    || !facts.expansion().partOf(i).equals(then.partOf())) {
                differences.add(difference("/lines/" + i));
            }
        }
        return differences;
    }

    private static Refusal.Detail difference(String field) {
        return Refusal.detail(field, "snapshot-mismatch", "This is not what the price was shown for.");
    }

    /** In which amounts a price differs from one of the same goods that was shown; empty when the buyer pays the same. */
    static List<Refusal.Detail> changes(PricedCart shown, PricedCart now) {
        List<Refusal.Detail> changes = new ArrayList<>();
        for (int i = 0; i < shown.lines().size(); i++) {
            change(
                    changes,
                    "/lines/" + i,
                    shown.lines().get(i).net(),
                    now.lines().get(i).net());
        }
        Set<ChargeKind> kinds = EnumSet.noneOf(ChargeKind.class);
        shown.charges().forEach(charge -> kinds.add(charge.kind()));
        now.charges().forEach(charge -> kinds.add(charge.kind()));
        for (ChargeKind kind : kinds) {
            change(changes, "/charges/" + kind.name().toLowerCase(Locale.ROOT), total(shown, kind), total(now, kind));
        }
        change(changes, "/vat", shown.vatTotal(), now.vatTotal());
        return changes;
    }

    private static Money total(PricedCart cart, ChargeKind kind) {
        Money total = Money.zero(cart.currency());
        for (Charge charge : cart.charges()) {
            total = charge.kind() == kind ? total.plus(charge.net()) : total;
        }
        return total;
    }

    private static void change(List<Refusal.Detail> changes, String field, Money then, Money now) {
        if (!then.equals(now)) {
            changes.add(Refusal.detail(
                    field, "price-changed", "It was {0} and is {1}.", Argument.amount(then), Argument.amount(now)));
        }
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
                    variant.attributes(),
                    line.partOf()));
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

    /** The configured lines as cart rules see them, in their order. */
    static List<CartRule.Configured> configured(Expansion expansion) {
        return expansion.configured().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .map(ShownPrice::configured)
                .toList();
    }

    private static CartRule.Configured configured(Expansion.Configured line) {
        Variant variant = line.variant();
        return new CartRule.Configured(
                line.line().id(),
                variant.sku(),
                variant.product(),
                variant.category(),
                variant.brand(),
                line.line().quantity(),
                variant.attributes());
    }
}

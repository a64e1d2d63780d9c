package org.torg.kernel.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.torg.api.catalog.Variant;
import org.torg.api.pricing.PricingLine;
import org.torg.api.pricing.PricingRequest;

/** What modules are shown: the cart as it stands. Built again only for what has changed since the last question. */
final class ModuleRequests {

    private final PriceInput input;
    private final RunningCart cart;
    private final PricingLine[] lines;
    private final long[] shown;
    private @Nullable PricingRequest latest;

    ModuleRequests(PriceInput input, RunningCart cart) {
        this.input = input;
        this.cart = cart;
        this.lines = new PricingLine[cart.lines()];
        this.shown = new long[cart.lines()];
    }

    PricingRequest now() {
        PricingRequest request = latest;
        boolean changed = request == null;
        for (int i = 0; i < lines.length; i++) {
            if (request == null || shown[i] != cart.amount(i)) {
                lines[i] = line(i);
                shown[i] = cart.amount(i);
                changed = true;
            }
        }
        if (changed || request == null) {
            request = new PricingRequest(
                    input.vendor().descriptor().id(),
                    input.date(),
                    input.buyer(),
                    List.of(lines),
                    cart.money(cart.goods()),
                    input.destination(),
                    input.parameters());
            latest = request;
        }
        return request;
    }

    private PricingLine line(int i) {
        PriceInput.Line facts = input.lines().get(i);
        Variant variant = facts.variant();
        return new PricingLine(
                facts.id(),
                variant.sku(),
                variant.product(),
                variant.category(),
                variant.brand(),
                facts.quantity(),
                cart.listPrice(i),
                cart.money(cart.amount(i)),
                variant.weightKg(),
                variant.bulky(),
                variant.attributes(),
                facts.partOf());
    }
}

package org.torg.contract;

import java.util.stream.Collectors;
import org.torg.api.cart.CartRule.CartFacts;
import org.torg.api.pricing.LoyaltyProgram.History;
import org.torg.api.pricing.PricingRequest;

/**
 * An invented case on which vendor code is tried.
 *
 * @param facts a cart, its buyer and where it goes; {@code goods} is what pricing modules see
 * @param history of an account
 */
public record Sample(CartFacts facts, History history) {

    private static final int SHOWN_LINES = 3;

    public PricingRequest goods() {
        return facts.goods();
    }

    /** In a few words. */
    @Override
    public String toString() {
        PricingRequest goods = goods();
        String lines = goods.lines().stream()
                .limit(SHOWN_LINES)
                .map(line -> line.quantity() + " x " + line.sku().value() + " at " + line.listPrice()
                        + (line.bulky() ? " bulky" : "") + " in '" + line.category() + "', now " + line.amount())
                .collect(Collectors.joining("; "));
        int more = goods.lines().size() - SHOWN_LINES;
        return goods.date() + ", tier " + goods.buyer().tier().orElse("none") + ", to "
                + goods.destination().map(to -> to.country() + " " + to.kind()).orElse("nobody knows where") + ": "
                + lines + (more > 0 ? " and " + more + " lines more" : "") + "; parameters "
                + goods.parameters().values();
    }
}

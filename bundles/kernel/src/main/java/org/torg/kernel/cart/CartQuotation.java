package org.torg.kernel.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.cart.Carts.CartView;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.Prices.Quotation;
import org.torg.kernel.pricing.Priced;
import org.torg.kernel.pricing.Pricing;
import org.torg.kernel.pricing.Snapshots;

/** A cart with today's prices. Whatever stands in the way of a price is said beside the cart, which stays readable. */
@Component(service = CartQuotation.class)
public final class CartQuotation {
    private final Pricing pricing;
    private final Snapshots snapshots;

    @Activate
    public CartQuotation(@Reference Pricing pricing, @Reference Snapshots snapshots) {
        this.pricing = pricing;
        this.snapshots = snapshots;
    }

    CartView view(Caller caller, Cart cart) {
        if (cart.lines().isEmpty() || cart.order().isPresent()) {
            return new CartView(cart, Optional.empty(), List.of());
        }
        Outcome<CartView> view = pricing.with(caller, request(cart, cart.delivery()), facts -> pricing.price(facts)
                .map(priced -> view(cart, priced)));
        return view instanceof Outcome.Refused<CartView> refused
                ? new CartView(cart, Optional.empty(), objections(cart, refused.refusal()))
                : view.orElseThrow();
    }

    private CartView view(Cart cart, Priced priced) {
        Quotation quotation = new Quotation(priced.cart(), snapshots.seal(priced.cart()), priced.options());
        return new CartView(cart, Optional.of(quotation), objections(cart, priced));
    }

    private List<Objection> objections(Cart cart, Priced priced) {
        Outcome<List<Objection>> judged = pricing.objections(priced, cart.delivery(), Optional.empty());
        return judged instanceof Outcome.Refused<List<Objection>> refused
                ? objections(cart, refused.refusal())
                : judged.orElseThrow();
    }

    static PriceRequest request(Cart cart, Optional<DeliveryChoice> delivery) {
        return new PriceRequest(
                Optional.of(cart.vendor()),
                Optional.empty(),
                lines(cart),
                delivery.map(DeliveryChoice::destination),
                delivery.flatMap(DeliveryChoice::option));
    }

    static List<PriceRequest.Line> lines(Cart cart) {
        return cart.lines().stream()
                .map(line -> new PriceRequest.Line(line.id(), line.sku(), line.quantity()))
                .toList();
    }

    private static List<Objection> objections(Cart cart, Refusal refusal) {
        if (refusal.details().isEmpty()) {
            return List.of(new Objection(refusal.code(), refusal.message(), Optional.empty()));
        }
        List<Objection> objections = new ArrayList<>();
        for (Refusal.Detail detail : refusal.details()) {
            objections.add(new Objection(detail.code(), detail.message(), line(cart, detail.field())));
        }
        return objections;
    }

    private static Optional<LineId> line(Cart cart, String pointer) {
        for (int i = 0; i < cart.lines().size(); i++) {
            if (pointer.equals("/lines/" + i) || pointer.startsWith("/lines/" + i + "/")) {
                return Optional.of(cart.lines().get(i).id());
            }
        }
        return Optional.empty();
    }
}

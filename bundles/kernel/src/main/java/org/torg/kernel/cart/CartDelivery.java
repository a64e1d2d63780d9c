package org.torg.kernel.cart;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.cart.Cart;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.kernel.order.CheckoutRules;
import org.torg.kernel.pricing.Priced;
import org.torg.kernel.pricing.Pricing;
import org.torg.kernel.vendor.VendorRegistry;

/** Judges a delivery that is chosen for a cart. */
@Component(service = CartDelivery.class)
public final class CartDelivery {
    private final VendorRegistry vendors;
    private final Pricing pricing;
    private final Clock clock;
    private final CartAnswers answers;

    @Activate
    public CartDelivery(
            @Reference VendorRegistry vendors,
            @Reference Pricing pricing,
            @Reference Clock clock,
            @Reference CartAnswers answers) {
        this.answers = answers;
        this.vendors = vendors;
        this.pricing = pricing;
        this.clock = clock;
    }

    /** Why goods cannot be delivered so. A named option is looked up where the cart has lines for which it can be there. */
    Optional<Refusal> obstacle(Caller caller, Cart cart, DeliveryChoice delivery) {
        Optional<Vendor> vendor = vendors.find(cart.vendor());
        if (vendor.isEmpty()) {
            return Optional.of(VendorRegistry.away());
        }
        VendorDescriptor descriptor = vendor.get().descriptor();
        return CheckoutRules.shape(delivery)
                .or(() -> CheckoutRules.possible(
                        delivery,
                        descriptor.markets(),
                        clock.today(descriptor.seller().zone()),
                        ""))
                .or(() -> option(caller, cart, delivery));
    }

    private Optional<Refusal> option(Caller caller, Cart cart, DeliveryChoice delivery) {
        if (delivery.option().isEmpty() || cart.lines().isEmpty()) {
            return Optional.empty();
        }
        Outcome<Priced> priced = pricing.with(
                caller,
                CartQuotation.request(answers.whole(cart), Optional.of(delivery)),
                Pricing.Lines.AS_FAR_AS_POSSIBLE,
                facts -> facts.request().lines().isEmpty()
                        ? Outcome.refused(Refusal.notFound("line"))
                        : pricing.price(facts));
        return priced instanceof Outcome.Refused<Priced> refused
                        && refused.refusal().code().equals("delivery-option-unknown")
                ? Optional.of(refused.refusal())
                : Optional.empty();
    }
}

package org.torg.kernel.pricing;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.Prices;

/** Prices without a cart, each with a snapshot by which it may be ordered. */
@Component(service = Prices.class)
public final class PriceService implements Prices {

    private final Pricing pricing;
    private final Snapshots snapshots;

    @Activate
    public PriceService(@Reference Pricing pricing, @Reference Snapshots snapshots) {
        this.pricing = pricing;
        this.snapshots = snapshots;
    }

    @Override
    public Outcome<Quotation> price(Caller caller, PriceRequest request) {
        return pricing.price(caller, request)
                .map(priced -> new Quotation(priced.cart(), snapshots.seal(priced.cart()), priced.options()));
    }
}

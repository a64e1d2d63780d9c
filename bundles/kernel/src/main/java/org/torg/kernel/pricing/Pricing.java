package org.torg.kernel.pricing;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.cart.CartRule.Objection;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.PricedCart;

/**
 * Prices for the rest of the kernel: loads the facts, has them computed, and hands both over, so that an order loads
 * nothing twice. None of it needs or opens a writing transaction; vendor code is called.
 */
@Component(service = Pricing.class)
public final class Pricing {

    /** {@link #facts} and {@link #price(PriceFacts)}: at most three statements. */
    public Outcome<Priced> price(Caller caller, PriceRequest request) {
        return facts(caller, request).flatMap(this::price);
    }

    /**
     * Checks the request and loads account, agreement, variants and stock: two statements. Needs {@code PRICE_READ} for
     * the caller's account. Refused with {@code account-not-found}, {@code vendor-required},
     * {@code vendor-unavailable}, {@code vendor-failed}, {@code currency-mismatch}, {@code lines-missing},
     * {@code lines-too-many}, {@code line-duplicate}, {@code quantity-invalid}, {@code sku-unknown}; details are JSON
     * pointers into the request.
     */
    public Outcome<PriceFacts> facts(Caller caller, PriceRequest request) {
        throw new UnsupportedOperationException();
    }

    /**
     * Computes today's price: one statement for the price rows. Refused with {@code price-missing},
     * {@code delivery-option-unknown}, {@code amount-too-large}, {@code tax-rate-missing}, {@code vendor-failed}.
     */
    public Outcome<Priced> price(PriceFacts facts) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes a price that was shown earlier instead of today's, without a statement. Refused with
     * {@code snapshot-mismatch} unless vendor, account, country, delivery option and lines are the same.
     *
     * @param shown from a snapshot that has been opened, which is to say: verified and not expired
     */
    public Outcome<Priced> honour(PriceFacts facts, PricedCart shown) {
        throw new UnsupportedOperationException();
    }

    /**
     * What the vendor's cart rules have against it; empty when nothing stands in the way.
     *
     * @param delivery what was chosen; empty before that
     * @param contact of the order; empty before checkout
     * @throws org.torg.api.vendor.VendorFailure when a rule fails
     */
    public List<Objection> objections(Priced priced, Optional<DeliveryChoice> delivery, Optional<Contact> contact) {
        throw new UnsupportedOperationException();
    }
}

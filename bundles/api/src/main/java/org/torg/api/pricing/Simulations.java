package org.torg.api.pricing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;

/** What a customer would pay, for staff who ask: on any day, and with modules and parameters of any generation. */
@ProviderType
public interface Simulations {

    /** So far from today a day may be, in either direction. */
    int MAX_DAYS = 1830;

    /**
     * Prices these lines as this customer would see them. Needs {@code PRICE_SIMULATE} for the vendor. The look is audited as one
     * at the customer's prices; nothing else is stored, and nothing can be ordered by it.
     *
     * <p>Price rows, parameters, campaigns and VAT rates are those of the date, as they are known today. Agreement, tier and
     * addresses are today's: they have no history.
     *
     * <p>Refused with {@code account-not-found}, also for a customer of other vendors only, {@code date-out-of-range},
     * {@code generation-unknown}, {@code generation-not-available} (its modules cannot be brought up here any more; the
     * details say why, and name the one at fault), and as {@link Prices#price}.
     */
    Outcome<Simulated> price(Caller caller, Simulation simulation);

    /**
     * @param account as which customer
     * @param date business date in the seller's zone; today when empty, at most {@value Simulations#MAX_DAYS} days away
     * @param generation of the vendor's modules and parameters; the one that serves when empty
     * @param request recipients in it play no part
     */
    record Simulation(AccountId account, Optional<LocalDate> date, Optional<Long> generation, PriceRequest request) {}

    /**
     * @param priced with the trace of all that was looked at; expires as it is computed, for it is no promise
     * @param options the delivery options that the consignment would have
     */
    record Simulated(PricedCart priced, List<DeliveryOption> options) {
        public Simulated {
            options = List.copyOf(options);
        }
    }
}

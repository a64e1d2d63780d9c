package org.torg.api.configurator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Guidance.Conflict;
import org.torg.api.vendor.VendorId;

/**
 * Guides through a configuration; keeps nothing. Whoever may read the catalogue may ask; prices need {@code PRICE_READ}. All are
 * refused with {@code sku-unknown}, {@code configuration-none} (the article is not configured), {@code vendor-required},
 * {@code vendor-unavailable}.
 */
@ProviderType
public interface Configurations {

    /** Answers in one configuration, at most. */
    int MAX_ANSWERS = 500;

    /**
     * How things stand under these answers. Without any, under the model's defaults. Answers that do not fit are left out and named
     * in {@link Guidance#misfits()}: the later in the model gives way. Refused with {@code answer-invalid} only for what no model
     * could take, such as a number where options are asked.
     *
     * @param sku of a variant whose product is configured
     */
    Outcome<Guidance> guide(Caller caller, Optional<VendorId> vendor, Sku sku, Answers answers);

    /** Why an option is excluded under these answers. Refused with {@code option-unknown}, {@code option-possible}. */
    Outcome<Conflict> why(
            Caller caller, Optional<VendorId> vendor, Sku sku, Answers answers, String question, String option);

    /**
     * What one article would cost this account with each possible option of a question, everything else as it stands. Refused with
     * {@code question-unknown}, and as {@code Prices.price}.
     */
    Outcome<List<OptionPrice>> prices(
            Caller caller, Optional<VendorId> vendor, Sku sku, Answers answers, String question);

    /**
     * All at once that a form shows: four statements, however many options there are. Options that have no price, and all of them for
     * who may not see prices, are left out of the effects; nothing is refused for that.
     */
    Outcome<Outlook> outlook(Caller caller, Optional<VendorId> vendor, Sku sku, Answers answers);

    /**
     * @param reasons of the excluded options, at most 50
     * @param effects of the possible options on the price, by question
     */
    record Outlook(Guidance guidance, List<Reason> reasons, Map<String, List<OptionPrice>> effects) {
        public Outlook {
            reasons = List.copyOf(reasons);
            effects = Map.copyOf(effects);
        }
    }

    /** Why an option is excluded. */
    record Reason(String question, String option, Conflict conflict) {}

    /**
     * @param net of one, without VAT and freight, after the account's discounts
     * @param difference to what is chosen now, or to no choice
     */
    record OptionPrice(String option, Money net, Money difference) {}
}

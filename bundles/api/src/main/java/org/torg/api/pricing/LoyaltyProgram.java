package org.torg.api.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.osgi.annotation.versioning.ConsumerType;
import org.torg.api.Exact;
import org.torg.api.FailsClosed;
import org.torg.api.Message;
import org.torg.api.vendor.Parameters;

/** Answers which tiers exist, what each gives, and which one is suggested. A person decides (L10). */
@ConsumerType
@FailsClosed
public interface LoyaltyProgram {

    ModuleInfo info();

    /** The lowest first; an account for which nothing was agreed has the first (L08). */
    List<Tier> tiers(Parameters parameters);

    /** The tier that fits this history; empty when there is no opinion. Never applied by itself. */
    Optional<String> suggest(History history, Parameters parameters);

    /**
     * @param code such as {@code gold}
     * @param discountPercent off every line; 10 means 10 %
     * @param colour of its prices, {@code #rrggbb}; never carries the meaning alone (L09)
     */
    record Tier(String code, Message name, BigDecimal discountPercent, String colour) {
        public Tier {
            discountPercent = Exact.number(discountPercent);
        }
    }

    /** What was ordered in the last twelve months, without VAT. */
    record History(int orders, Money net) {}
}

package org.torg.api.pricing;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.vendor.VendorId;

/** What staff decide a customer's loyalty tier by: the one that was given, and beside it the one that is suggested (L08, L10). */
@ProviderType
public interface CustomerTiers {

    /**
     * At each vendor that is here, has a programme and is the caller's as staff, by the vendor's id. Needs {@code ACCOUNT_READ}
     * as staff of the vendor or the tenant; a customer of other vendors answers as an unknown one. A vendor whose code fails is
     * left out. Refused with {@code account-not-found}.
     */
    Outcome<List<CustomerTier>> of(Caller caller, AccountId account);

    /**
     * @param tiers of the vendor, the lowest first
     * @param given what staff have set; empty: the programme's first (L08)
     * @param suggested by the vendor's programme; never applied by itself
     * @param history what the suggestion is made of
     */
    record CustomerTier(
            VendorId vendor,
            List<LoyaltyProgram.Tier> tiers,
            Optional<String> given,
            Optional<String> suggested,
            LoyaltyProgram.History history) {
        public CustomerTier {
            tiers = List.copyOf(tiers);
        }

        /** The tier that counts now. */
        public Optional<LoyaltyProgram.Tier> current() {
            return tiers.stream()
                    .filter(tier -> given.map(tier.code()::equals).orElse(true))
                    .findFirst();
        }

        /** The suggested tier, where it is another than the one that counts. */
        public Optional<LoyaltyProgram.Tier> other() {
            return tiers.stream()
                    .filter(tier -> suggested.filter(tier.code()::equals).isPresent())
                    .filter(tier -> current().filter(tier::equals).isEmpty())
                    .findFirst();
        }
    }
}

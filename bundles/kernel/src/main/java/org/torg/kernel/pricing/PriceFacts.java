package org.torg.kernel.pricing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.torg.api.account.Account;
import org.torg.api.account.Agreement;
import org.torg.api.order.ApprovalRule;
import org.torg.api.pricing.Buyer;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LoyaltyProgram.Tier;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.vendor.CurrentParameters;
import org.torg.kernel.vendor.GuardedVendor;

/**
 * A checked price request with everything known about it before money is computed, loaded once.
 *
 * @param vendor under the generation that the evaluation holds
 * @param date business date in the seller's zone
 * @param agreement of the account with the vendor; an empty one when nothing was agreed
 * @param tier the loyalty tier that applies: the agreed one, else the programme's first (L08)
 * @param request with at least one line, each valid; the lines are those that are priced, which {@code expansion} compares with
 *     those that were asked for
 * @param variants of each line with its stock, in the order of the request's lines
 * @param destination the request's, else the account's first delivery address
 * @param approvals when an order of the account needs a second person
 */
public record PriceFacts(
        GuardedVendor vendor,
        CurrentParameters parameters,
        LocalDate date,
        Account account,
        Agreement agreement,
        Optional<Tier> tier,
        PriceRequest request,
        List<StockedVariant> variants,
        Destination destination,
        List<ApprovalRule> approvals,
        Expansion expansion) {

    public PriceFacts {
        variants = List.copyOf(variants);
        approvals = List.copyOf(approvals);
        if (variants.size() != request.lines().size()) {
            throw new IllegalArgumentException("one variant for each line");
        }
    }

    /** The same with a delivery option that was chosen earlier. */
    PriceFacts with(Optional<String> deliveryOption) {
        PriceRequest chosen = new PriceRequest(
                request.vendor(), request.currency(), request.lines(), request.destination(), deliveryOption);
        return new PriceFacts(
                vendor,
                parameters,
                date,
                account,
                agreement,
                tier,
                chosen,
                variants,
                destination,
                approvals,
                expansion);
    }

    public VendorId vendorId() {
        return vendor.descriptor().id();
    }

    /** The account as prices see it. */
    public Buyer buyer() {
        return new Buyer(account.id(), tier.map(Tier::code), agreement.groups());
    }
}

package org.torg.kernel.pricing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.torg.api.catalog.Variant;
import org.torg.api.pricing.Buyer;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.LoyaltyProgram.Tier;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Vendor;

/**
 * All facts that a price depends on. The same input gives the same price.
 *
 * @param vendor behind the guard
 * @param generation of the parameters
 * @param date business date in the seller's zone, also of the VAT rates
 * @param tier the one that applies to the buyer
 * @param lines at least one
 * @param country of the VAT rates
 * @param deliveryOption code of the chosen one; the first when empty
 * @param pricedAt not a fact, but noted on the result
 * @param expiresAt until when the result is honoured
 */
record PriceInput(
        Vendor vendor,
        long generation,
        Parameters parameters,
        LocalDate date,
        Buyer buyer,
        Optional<Tier> tier,
        List<Line> lines,
        Optional<Destination> destination,
        String country,
        Optional<String> deliveryOption,
        Instant pricedAt,
        Instant expiresAt) {

    /**
     * An offer for a line as it was asked for.
     *
     * @param price net, of one
     * @param quantity how many were asked for
     */
    record Quoted(BigMoney price, int quantity) {}

    /**
     * @param rows candidates of the article: for everybody, for the account, for its groups
     * @param quoted what staff have offered, whatever it would be otherwise; each part of a configured line has that of the line
     * @param partOf the configured line that yields it
     */
    record Line(
            LineId id,
            int quantity,
            Variant variant,
            List<PriceRow> rows,
            Optional<Quoted> quoted,
            Optional<LineId> partOf) {

        /** Of an article as it stands, at the account's own price. */
        Line(LineId id, int quantity, Variant variant, List<PriceRow> rows) {
            this(id, quantity, variant, rows, Optional.empty(), Optional.empty());
        }
    }
}

package org.torg.api.pricing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.account.AccountId;
import org.torg.api.catalog.Sku;
import org.torg.api.vendor.VendorId;

/**
 * A price with everything that made it. All amounts of lines and charges are without VAT and have the currency's minor
 * unit; {@code net} is their sum, {@code gross} is {@code net} plus the VAT of each category.
 *
 * @param generation of the vendor's parameters and modules
 * @param date business date on which it was computed, in the seller's zone; also the date of the VAT rates
 * @param destination for which freight and rules were judged; its country decides the VAT rates
 * @param deliveryOption the chosen one; empty when no destination was known
 * @param inputHash of all facts that went in
 * @param expiresAt until when a snapshot of it is honoured
 */
public record PricedCart(
        VendorId vendor,
        AccountId account,
        long generation,
        LocalDate date,
        Destination destination,
        CurrencyUnit currency,
        List<PricedLine> lines,
        List<Charge> charges,
        List<VatAmount> vat,
        Money net,
        Money vatTotal,
        Money gross,
        Optional<DeliveryOption> deliveryOption,
        List<TraceEntry> trace,
        List<ModuleRef> modules,
        String inputHash,
        Instant pricedAt,
        Instant expiresAt) {

    /**
     * @param listPrice of one
     * @param listAmount of the line before any adjustment
     * @param net of the line after all adjustments, with its share of order discounts
     * @param partOf the configured line that was asked for and yields this one
     */
    public record PricedLine(
            LineId id,
            Sku sku,
            int quantity,
            BigMoney listPrice,
            Money listAmount,
            Money net,
            String vatCategory,
            Optional<LineId> partOf) {

        /** Of an article as it stands. */
        public PricedLine(
                LineId id, Sku sku, int quantity, BigMoney listPrice, Money listAmount, Money net, String vatCategory) {
            this(id, sku, quantity, listPrice, listAmount, net, vatCategory, Optional.empty());
        }

        /** The line that was asked for. */
        public LineId bought() {
            return partOf.orElse(id);
        }
    }

    /** ISO 3166-1 alpha-2, of the VAT rates. */
    public String country() {
        return destination.country();
    }

    /** What the lines come to, without charges. */
    public Money goods() {
        return lines.stream().map(PricedLine::net).reduce(Money.zero(currency), Money::plus);
    }

    /** What a line that was asked for comes to: its own, or that of all its parts; empty where there is none. */
    public Optional<Money> net(LineId bought) {
        return lines.stream()
                .filter(line -> line.bought().equals(bought))
                .map(PricedLine::net)
                .reduce(Money::plus);
    }

    public PricedCart {
        lines = List.copyOf(lines);
        charges = List.copyOf(charges);
        vat = List.copyOf(vat);
        trace = List.copyOf(trace);
        modules = List.copyOf(modules);
    }
}

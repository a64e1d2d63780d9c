package org.torg.rest.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.torg.api.pricing.Charge;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PricedCart;
import org.torg.api.pricing.VatAmount;
import org.torg.http.Wording;
import org.torg.rest.http.Words;

/**
 * A price with everything that made it. Amounts of lines and charges are without VAT.
 *
 * @param generation of the vendor's parameters and modules
 * @param trace every step, in order
 */
public record PriceJson(
        String vendor,
        String account,
        long generation,
        LocalDate date,
        String country,
        String currency,
        List<PricedLineJson> lines,
        List<ChargeJson> charges,
        List<VatJson> vat,
        Money net,
        Money vatTotal,
        Money gross,
        Optional<DeliveryOptionJson> deliveryOption,
        List<TraceJson> trace,
        List<ModuleJson> modules,
        Instant pricedAt,
        Instant expiresAt) {

    /**
     * @param listPrice of one
     * @param listAmount of the line before adjustments
     * @param net of the line after all adjustments
     * @param partOf the configured line that yields it
     */
    public record PricedLineJson(
            String id,
            String sku,
            int quantity,
            BigMoney listPrice,
            Money listAmount,
            Money net,
            String vatCategory,
            Optional<String> partOf) {}

    /** Freight, fee or surcharge; zero when it was waived. */
    public record ChargeJson(String kind, String rule, String text, Money net, String vatCategory) {

        public static ChargeJson of(Charge charge, Wording wording) {
            return new ChargeJson(
                    Words.of(charge.kind()),
                    charge.rule(),
                    wording.of(charge.message()),
                    charge.net(),
                    charge.vatCategory());
        }
    }

    /** @param ratePercent 25 means 25 % */
    public record VatJson(String category, BigDecimal ratePercent, Money taxable, Money vat) {

        public static VatJson of(VatAmount amount) {
            return new VatJson(amount.category(), amount.ratePercent(), amount.taxable(), amount.vat());
        }
    }

    public record ModuleJson(String name, String version) {}

    public static PriceJson of(PricedCart price, Wording wording) {
        return new PriceJson(
                price.vendor().value(),
                price.account().value(),
                price.generation(),
                price.date(),
                price.country(),
                price.currency().getCode(),
                price.lines().stream().map(PriceJson::line).toList(),
                price.charges().stream()
                        .map(charge -> ChargeJson.of(charge, wording))
                        .toList(),
                price.vat().stream().map(VatJson::of).toList(),
                price.net(),
                price.vatTotal(),
                price.gross(),
                price.deliveryOption().map(option -> DeliveryOptionJson.of(option, wording)),
                price.trace().stream()
                        .map(entry -> TraceJson.of(entry, wording))
                        .toList(),
                price.modules().stream()
                        .map(module -> new ModuleJson(module.name(), module.version()))
                        .toList(),
                price.pricedAt(),
                price.expiresAt());
    }

    private static PricedLineJson line(PricedCart.PricedLine line) {
        return new PricedLineJson(
                line.id().value(),
                line.sku().value(),
                line.quantity(),
                line.listPrice(),
                line.listAmount(),
                line.net(),
                line.vatCategory(),
                line.partOf().map(LineId::value));
    }
}

package org.torg.kernel.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.pricing.TaxRates;
import org.torg.api.pricing.VatAmount;

/**
 * The VAT of any set of amounts at a date: for the estimate of an order, and for each invoice at its own tax point. VAT
 * is reckoned once for each category from the sum of its amounts, never line by line.
 */
public final class VatCalculation {

    /** An amount without VAT. */
    public record Taxable(String category, Money net) {}

    /**
     * What an invoice comes to.
     *
     * @param net sum of what is taxed
     * @param gross net plus vat
     */
    public record Totals(Money net, Money vat, Money gross) {}

    private VatCalculation() {}

    /** @param vat of all categories that occur, in this currency */
    public static Totals totals(CurrencyUnit currency, List<VatAmount> vat) {
        Money net = Money.total(currency, vat.stream().map(VatAmount::taxable).toList());
        Money tax = Money.total(currency, vat.stream().map(VatAmount::vat).toList());
        return new Totals(net, tax, net.plus(tax));
    }

    /**
     * What rounding several times has cost: the VAT of these amounts, which are those of several invoices, less what it
     * would be if each category were reckoned once from its whole sum. Amounts that were taxed at different rates are not
     * added up.
     *
     * @param amounts in this currency
     */
    public static Money roundingDifference(CurrencyUnit currency, List<VatAmount> amounts) {
        Map<Reckoned, Long> sums = new HashMap<>();
        for (VatAmount amount : amounts) {
            Reckoned together =
                    new Reckoned(amount.category(), amount.ratePercent().stripTrailingZeros());
            sums.merge(together, MinorUnits.of(amount.taxable()), Math::addExact);
        }
        long once = 0;
        for (Map.Entry<Reckoned, Long> sum : sums.entrySet()) {
            once += MinorUnits.percent(sum.getValue(), sum.getKey().ratePercent());
        }
        return totals(currency, amounts).vat().minus(MinorUnits.money(currency, once));
    }

    private record Reckoned(String category, BigDecimal ratePercent) {}

    /**
     * By category. Refused with {@code tax-rate-missing} when a category has no rate there and then.
     *
     * @param country whose rates, ISO 3166-1 alpha-2
     * @param taxPoint the date that decides the rates
     * @param amounts in this currency
     */
    public static Outcome<List<VatAmount>> vat(
            TaxRates rates, String country, LocalDate taxPoint, CurrencyUnit currency, Iterable<Taxable> amounts) {
        Map<String, Long> sums = new TreeMap<>();
        for (Taxable amount : amounts) {
            if (!amount.net().getCurrencyUnit().equals(currency)) {
                throw new IllegalArgumentException(
                        "an amount in " + amount.net().getCurrencyUnit());
            }
            sums.merge(amount.category(), MinorUnits.of(amount.net()), Math::addExact);
        }
        return vat(rates, country, taxPoint, currency, sums);
    }

    /** @param sums category to minor units, by category */
    static Outcome<List<VatAmount>> vat(
            TaxRates rates, String country, LocalDate taxPoint, CurrencyUnit currency, Map<String, Long> sums) {
        List<VatAmount> vat = new ArrayList<>(sums.size());
        for (Map.Entry<String, Long> sum : sums.entrySet()) {
            Optional<BigDecimal> rate = rates.rate(country, sum.getKey(), taxPoint);
            if (rate.isEmpty()) {
                return Outcome.refused(Refusal.of(
                        Refusal.Kind.UNPROCESSABLE,
                        "tax-rate-missing",
                        "There is no VAT rate for {0} in {1}.",
                        Argument.text(sum.getKey()),
                        Argument.text(country)));
            }
            vat.add(new VatAmount(
                    sum.getKey(),
                    rate.get(),
                    MinorUnits.money(currency, sum.getValue()),
                    MinorUnits.money(currency, MinorUnits.percent(sum.getValue(), rate.get()))));
        }
        return Outcome.done(vat);
    }
}

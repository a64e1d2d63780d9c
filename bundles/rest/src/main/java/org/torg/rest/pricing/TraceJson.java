package org.torg.rest.pricing;

import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.torg.api.pricing.Adjustment;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.TraceEntry;
import org.torg.http.Wording;
import org.torg.rest.http.Words;

/**
 * One step of a price: in plain language, and so that a machine can replay it.
 *
 * @param line absent for a step on the order as a whole
 * @param text why, in the caller's language
 * @param base the amount to which the value was applied
 * @param result what the step adds or takes away
 * @param standing {@code applied}, {@code limited} or {@code rejected}
 */
public record TraceJson(
        String phase,
        Optional<String> line,
        int quantity,
        Optional<String> charge,
        PriceJson.ModuleJson module,
        String rule,
        String text,
        Optional<ValueJson> value,
        Money base,
        Money result,
        String vatCategory,
        String standing) {

    /**
     * @param type {@code amount}, {@code rate} or {@code unit-price}, which says what else is there
     * @param of to which amount a rate refers: {@code list} or {@code running}
     */
    public record ValueJson(
            String type,
            Optional<Money> amount,
            Optional<BigDecimal> percent,
            Optional<String> of,
            Optional<BigMoney> unitPrice) {

        static ValueJson of(Adjustment.Value value) {
            if (value instanceof Adjustment.Value.Rate rate) {
                return new ValueJson(
                        "rate",
                        Optional.empty(),
                        Optional.of(rate.percent()),
                        Optional.of(Words.of(rate.base())),
                        Optional.empty());
            }
            if (value instanceof Adjustment.Value.UnitPrice price) {
                return new ValueJson(
                        "unit-price", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(price.price()));
            }
            return new ValueJson(
                    "amount",
                    Optional.of(((Adjustment.Value.Amount) value).amount()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    static TraceJson of(TraceEntry entry, Wording wording) {
        return new TraceJson(
                Words.of(entry.phase()),
                entry.line().map(LineId::value),
                entry.quantity(),
                entry.charge().map(Words::of),
                new PriceJson.ModuleJson(entry.module().name(), entry.module().version()),
                entry.rule(),
                wording.of(entry.message()),
                entry.value().map(ValueJson::of),
                entry.base(),
                entry.result(),
                entry.vatCategory(),
                Words.of(entry.standing()));
    }
}

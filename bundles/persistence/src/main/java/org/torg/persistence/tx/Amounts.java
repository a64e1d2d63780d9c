package org.torg.persistence.tx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Amounts as they come out of a column with a fixed scale. A unit price keeps at least the currency's decimals and no zeros
 * beyond them, so that equal prices are equal values.
 */
public final class Amounts {

    private Amounts() {}

    /** An amount as the column DECIMAL(19,4) keeps it. Databases would cut or round more decimals; this refuses them. */
    public static BigDecimal stored(BigDecimal amount) {
        return amount.setScale(4, RoundingMode.UNNECESSARY);
    }

    public static BigDecimal plain(BigDecimal stored) {
        BigDecimal stripped = stored.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    public static Money money(CurrencyUnit currency, BigDecimal stored) {
        return Money.of(currency, stored.setScale(currency.getDecimalPlaces(), RoundingMode.UNNECESSARY));
    }

    public static BigMoney bigMoney(CurrencyUnit currency, BigDecimal stored) {
        BigDecimal plain = plain(stored);
        return BigMoney.of(
                currency,
                plain.scale() < currency.getDecimalPlaces()
                        ? plain.setScale(currency.getDecimalPlaces(), RoundingMode.UNNECESSARY)
                        : plain);
    }
}

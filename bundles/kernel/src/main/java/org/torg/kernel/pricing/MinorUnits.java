package org.torg.kernel.pricing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Exact arithmetic on whole minor units (øre). Every rounding is half up: a tie goes away from zero, so that a discount
 * and a price of the same size round alike.
 */
final class MinorUnits {

    /** Greater amounts are refused: one hundred thousand million kroner for a line. */
    static final long MOST = 10_000_000_000_000L;

    private static final long[] TENS = new long[16];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    private MinorUnits() {}

    static long of(Money money) {
        return money.getAmountMinorLong();
    }

    static Money money(CurrencyUnit currency, long minor) {
        return Money.ofMinor(currency, minor);
    }

    /**
     * Unit price times quantity.
     *
     * @throws ArithmeticException when it does not fit into a long
     */
    static long times(BigMoney price, int quantity) {
        BigDecimal amount = price.getAmount();
        int shift = amount.scale() - price.getCurrencyUnit().getDecimalPlaces();
        if (amount.precision() <= 13 && shift >= 0 && shift < TENS.length) {
            return divide(amount.unscaledValue().longValue() * quantity, TENS[shift]);
        }
        return amount.multiply(BigDecimal.valueOf(quantity))
                .movePointRight(price.getCurrencyUnit().getDecimalPlaces())
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** So many per cent of an amount. */
    static long percent(long amount, BigDecimal percent) {
        int scale = percent.scale();
        if (scale >= 0 && scale <= 8 && percent.precision() <= 18) {
            long factor = percent.unscaledValue().longValue();
            if (fits(amount, factor)) {
                return divide(amount * factor, TENS[scale + 2]);
            }
        }
        return BigDecimal.valueOf(amount)
                .multiply(percent)
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /**
     * The part of an amount that falls to a part of a whole.
     *
     * @param part 0 to whole
     * @param whole greater than 0
     */
    static long share(long amount, long part, long whole) {
        if (fits(amount, part)) {
            return divide(amount * part, whole);
        }
        BigInteger product = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(part));
        return new BigDecimal(product)
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static boolean fits(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return (high == 0 && low >= 0) || (high == -1 && low < 0);
    }

    private static long divide(long dividend, long divisor) {
        long quotient = dividend / divisor;
        long rest = Math.abs(dividend % divisor);
        return rest >= divisor - rest ? quotient + Long.signum(dividend) : quotient;
    }
}

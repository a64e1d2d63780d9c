package org.torg.kernel.solver;

import java.math.BigDecimal;

/** Numbers that people send. */
final class Numbers {

    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 12;

    private Numbers() {}

    /** Whether it can be computed with at no cost: one of a thousand million digits is short to write. */
    static boolean isPlain(BigDecimal number) {
        int scale = number.scale();
        return scale >= -MOST_DIGITS && scale <= MOST_DECIMALS && number.precision() - scale <= MOST_DIGITS;
    }

    /** The same number in one way of writing: 1.50 is 1.5, and 1E+1 is 10. */
    static BigDecimal scaled(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}

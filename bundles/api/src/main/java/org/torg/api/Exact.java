package org.torg.api;

import java.math.BigDecimal;

/** Numbers as values. {@code BigDecimal} may be extended: what is kept of a vendor's answer must not be a vendor's code. */
public final class Exact {

    private Exact() {}

    /** The same number, as a plain {@code BigDecimal}. */
    public static BigDecimal number(BigDecimal number) {
        return number.getClass() == BigDecimal.class ? number : new BigDecimal(number.toPlainString());
    }
}

package org.torg.api.vendor;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The values of a vendor's parameters at one date. Each defined key has a valid value.
 *
 * @param currency of the amounts
 * @param values key to value, in the order of the keys
 */
public record Parameters(CurrencyUnit currency, Map<String, String> values) {

    public Parameters {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public Money amount(String key) {
        return Money.of(currency, number(key));
    }

    /** 12.5 means 12.5 %. */
    public BigDecimal percent(String key) {
        return number(key);
    }

    public BigDecimal number(String key) {
        return new BigDecimal(value(key));
    }

    public int integer(String key) {
        return number(key).intValueExact();
    }

    public boolean flag(String key) {
        return Boolean.parseBoolean(value(key));
    }

    private String value(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + key);
        }
        return value;
    }
}

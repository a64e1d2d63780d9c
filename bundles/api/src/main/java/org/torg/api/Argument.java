package org.torg.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.Money;

/** A value inside a {@link Message}, typed so that each reader's locale can format it. */
public sealed interface Argument {

    record Text(String value) implements Argument {}

    record Amount(Money value) implements Argument {}

    /** A percentage: 12.5 means 12.5 %. */
    record Percent(BigDecimal value) implements Argument {
        public Percent {
            value = Exact.number(value);
        }
    }

    record Numeral(BigDecimal value) implements Argument {
        public Numeral {
            value = Exact.number(value);
        }
    }

    record Date(LocalDate value) implements Argument {}

    static Argument text(String value) {
        return new Text(value);
    }

    static Argument amount(Money value) {
        return new Amount(value);
    }

    static Argument percent(BigDecimal value) {
        return new Percent(value);
    }

    static Argument number(long value) {
        return new Numeral(BigDecimal.valueOf(value));
    }

    static Argument date(LocalDate value) {
        return new Date(value);
    }
}

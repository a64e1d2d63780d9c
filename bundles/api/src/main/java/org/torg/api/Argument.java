package org.torg.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.Money;

/** A value inside a {@link Message}, typed so that each reader's locale can format it. */
public sealed interface Argument {

    record Text(String value) implements Argument {}

    /**
     * A name that has its own words in each language, such as that of a loyalty tier.
     *
     * @param key looked up as that of a {@link Message} is
     * @param english the fallback, told as it stands
     */
    record Word(String key, String english) implements Argument {

        /** The same as a message without arguments. */
        public Message words() {
            return Message.of(key, english);
        }
    }

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

    /** The words of a message, which has no arguments of its own. */
    static Argument word(Message message) {
        return new Word(message.key(), message.english());
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

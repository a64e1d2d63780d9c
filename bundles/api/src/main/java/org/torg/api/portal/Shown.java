package org.torg.api.portal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;
import org.torg.api.Message;

/** Something to be read, typed so that the portal writes it for each reader. */
public sealed interface Shown {

    /** What people or other systems wrote, word for word. */
    record Text(String value) implements Shown {}

    /** A sentence or word of the capability's texts. */
    record Said(Message value) implements Shown {}

    record Amount(Money value) implements Shown {}

    record Numeral(BigDecimal value) implements Shown {}

    record Day(LocalDate value) implements Shown {}

    /** Day and minute, at the reader's clock. */
    record Moment(Instant value) implements Shown {}

    /** A state: never told by its colour alone. */
    record State(Tone tone, Message value) implements Shown {}

    static Shown text(String value) {
        return new Text(value);
    }

    static Shown said(Message value) {
        return new Said(value);
    }
}

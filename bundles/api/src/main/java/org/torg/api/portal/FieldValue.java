package org.torg.api.portal;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What was written into a field. */
public sealed interface FieldValue {

    /** Text as it was typed without the spaces around it, or the code of a choice. */
    record Text(String value) implements FieldValue {}

    record Numeral(BigDecimal value) implements FieldValue {}

    record Day(LocalDate value) implements FieldValue {}

    /** A tick that is set; one that is not is absent. */
    record Tick() implements FieldValue {}
}

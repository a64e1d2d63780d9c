package org.torg.portal.office.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torg.api.Message;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.ParameterDefinition.Type;

/** Staff write numbers as they are used to, and are told what is wrong before anything is sent. */
class TypedValueTest {

    private static final CurrencyUnit KRONER = CurrencyUnit.of("NOK");

    private static ParameterDefinition definition(Type type) {
        return new ParameterDefinition(
                "some.key",
                type,
                "1",
                Optional.of(BigDecimal.ZERO),
                Optional.of(new BigDecimal("5000")),
                Message.of("x", "x"));
    }

    private static TypedValue typed(Type type, String text) {
        return TypedValue.of(definition(type), KRONER, text);
    }

    @ParameterizedTest
    @CsvSource({
        "PERCENT, '12,5', 12.5",
        "PERCENT, ' 12.5 % ', 12.5",
        "AMOUNT, '1\u00a0250,00', 1250.00",
        "AMOUNT, '1 250', 1250",
        "INTEGER, '1 250', 1250",
        "DECIMAL, '0,125', 0.125",
        "FLAG, true, true"
    })
    void numbersAreReadAsPeopleWriteThem(Type type, String text, String value) {
        assertThat(typed(type, text)).isEqualTo(new TypedValue(value, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "PERCENT, '', number",
        "PERCENT, twelve, number",
        "AMOUNT, '1.250,00', number",
        "AMOUNT, '1,250', ambiguous",
        "AMOUNT, '1.250', ambiguous",
        "AMOUNT, '1,2345', decimals",
        "INTEGER, '1,5', integer",
        "PERCENT, '\u22121', minimum",
        "PERCENT, 5001, maximum",
        "FLAG, yes, flag"
    })
    void whatIsWrongIsSaid(Type type, String text, String fault) {
        assertThat(typed(type, text).fault().map(TypedValue.Fault::key)).contains("parameter.fault." + fault);
    }

    @Test
    void aLimitIsNamed() {
        assertThat(typed(Type.AMOUNT, "5000,01").fault().flatMap(TypedValue.Fault::limit))
                .contains(new BigDecimal("5000"));
    }
}

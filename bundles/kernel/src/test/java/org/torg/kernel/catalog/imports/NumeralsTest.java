package org.torg.kernel.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.kernel.catalog.imports.Numerals.DecimalSign;
import org.torg.kernel.catalog.imports.Numerals.Numeral;

class NumeralsTest {

    private static final char[] GROUPS = {'\0', ' ', '\u00a0', '\u202f', '\u2009', '\'', '.', ','};

    /** However the writer's country has it, the number that was meant is read. */
    @Property(tries = 5000)
    void aNumberIsReadAsItWasWritten(
            @ForAll @BigRange(min = "-999999999", max = "999999999") @Scale(4) BigDecimal number,
            @ForAll boolean comma,
            @ForAll @IntRange(max = 7) int group,
            @ForAll @IntRange(max = 4) int decimals) {
        char decimal = comma ? ',' : '.';
        if (GROUPS[group] == decimal) {
            return;
        }
        BigDecimal meant = number.setScale(decimals, java.math.RoundingMode.DOWN);
        String written = write(meant, decimal, GROUPS[group]);
        Numerals numerals = new Numerals(comma ? DecimalSign.COMMA : DecimalSign.POINT);

        assertThat(numerals.read(written).map(Numeral::value)).as(written).hasValueSatisfying(read -> assertThat(read)
                .isEqualByComparingTo(meant));
    }

    /** What a number proves by itself is what it was written with, so that the survey of a file is never misled. */
    @Property(tries = 5000)
    void evidenceIsNeverWrong(
            @ForAll @BigRange(min = "0", max = "999999999") @Scale(4) BigDecimal number,
            @ForAll boolean comma,
            @ForAll boolean grouped,
            @ForAll @IntRange(max = 4) int decimals) {
        char decimal = comma ? ',' : '.';
        String written = write(
                number.setScale(decimals, java.math.RoundingMode.DOWN), decimal, grouped ? (comma ? '.' : ',') : '\0');

        Optional<DecimalSign> evidence = Numerals.evidence(written);

        assertThat(evidence.orElse(comma ? DecimalSign.COMMA : DecimalSign.POINT))
                .as(written)
                .isEqualTo(comma ? DecimalSign.COMMA : DecimalSign.POINT);
    }

    private static String write(BigDecimal number, char decimal, char group) {
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setDecimalSeparator(decimal);
        symbols.setGroupingSeparator(group);
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setGroupingUsed(group != '\0');
        format.setMinimumFractionDigits(number.scale());
        format.setMaximumFractionDigits(number.scale());
        return format.format(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "12,5,0",
                "1.23E+05",
                "1,23E5",
                "abc",
                "12,",
                ",5",
                "1 2",
                "12 34",
                "1,2.3,4",
                "--1",
                "=1+1",
                "0x1F"
            })
    void whatIsNoNumberIsNotRead(String text) {
        assertThat(new Numerals(DecimalSign.COMMA).read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,250|COMMA|1.250", "1,250|POINT|1250", "1.250|COMMA|1250", "1.250|POINT|1.250"})
    void aNumberThatMayBeReadInTwoWaysIsReadAsTheRestOfTheFile(String text, DecimalSign sign, BigDecimal meant) {
        assertThat(new Numerals(sign).read(text).map(Numeral::value))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(meant));
    }

    @Test
    void aFileWithBothSignsLeavesNothingToGuess() {
        Numerals mixed = new Numerals(DecimalSign.MIXED);

        assertThat(mixed.read("1,250")).isEmpty();
        assertThat(mixed.read("12,50").map(Numeral::value)).contains(new BigDecimal("12.50"));
        assertThat(mixed.read("12.50").map(Numeral::value)).contains(new BigDecimal("12.50"));
    }

    @Test
    void aZeroBeforeTheSignIsNoThousands() {
        assertThat(new Numerals(DecimalSign.POINT).read("0,280").map(Numeral::value))
                .contains(new BigDecimal("0.280"));
    }
}

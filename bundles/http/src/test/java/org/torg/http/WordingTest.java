package org.torg.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torg.api.Argument;
import org.torg.api.Message;

class WordingTest {

    private static final Message WAIVED = Message.of(
            "free",
            "{0} off, {1} in all for {2}, since {3}: {4}",
            Argument.percent(new BigDecimal("12.5")),
            Argument.amount(Money.parse("NOK 1234.50")),
            Argument.number(1000),
            Argument.date(LocalDate.of(2026, 5, 17)),
            Argument.text("{0} it's"));

    private static String read(Message message, String language, Optional<String> pattern) {
        Wording wording = new Wording(Locale.forLanguageTag(language), asked -> pattern, Optional.empty());
        // What stands between code and amount differs from one release of Java to the next.
        return wording.of(message).replace('\u00a0', ' ').replace('\u202f', ' ').replace("NOK ", "NOK");
    }

    @Test
    void amountsNumbersAndDatesAreWrittenAsTheReaderWritesThem() {
        assertThat(read(WAIVED, "en", Optional.empty()))
                .isEqualTo("12.5% off, NOK1,234.50 in all for 1,000, since May 17, 2026: {0} it's");
        assertThat(read(WAIVED, "nb", Optional.of("{0}, {1}, {2}, {3}")))
                .contains("12,5 %", "1 234,50", "1 000", "17. mai 2026");
        assertThat(read(WAIVED, "da", Optional.of("{1}"))).contains("1.234,50");
    }

    @Test
    void aWordIsToldInTheReadersLanguage() {
        Message tier = Message.of("price.loyalty", "Loyalty tier {0}", Argument.word(Message.of("gold", "Gold")));
        Map<String, String> texts = Map.of("price.loyalty", "Kundenivå {0}", "gold", "Gull");
        Wording norwegian = new Wording(
                Locale.forLanguageTag("nb"), asked -> Optional.ofNullable(texts.get(asked.key())), Optional.empty());
        assertThat(norwegian.of(tier)).isEqualTo("Kundenivå Gull");
        assertThat(read(tier, "en", Optional.empty())).isEqualTo("Loyalty tier Gold");
    }

    @Test
    void aTextMayMoveOrLeaveOutArguments() {
        assertThat(read(WAIVED, "nb", Optional.of("Det er {2} ''nå''"))).isEqualTo("Det er 1 000 'nå'");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"{", "{x}", "{0,number,#}", "a { b"},
            delimiter = ';')
    void aSlipOfTheVendorFallsBackToEnglish(String pattern) {
        assertThat(read(WAIVED, "nb", Optional.of(pattern))).contains("since 17. mai 2026");
    }

    @Test
    void anUnreadableEnglishTextIsToldAsItStands() {
        assertThat(read(Message.of("x", "up to {"), "nb", Optional.empty())).isEqualTo("up to {");
    }
}

package org.torg.kernel.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaymentReferenceTest {
    @Test
    void theCheckDigitIsModulusTen() {
        assertThat(PaymentReference.withCheckDigit("60224")).isEqualTo("602243");
        assertThat(PaymentReference.withCheckDigit("1")).isEqualTo("18");
        assertThat(PaymentReference.withCheckDigit("2")).isEqualTo("26");
        assertThat(PaymentReference.withCheckDigit("556047352")).isEqualTo("5560473521");
    }

    @Test
    void aReferenceHasCustomerAndInvoiceInFixedPlaces() {
        assertThat(PaymentReference.of("10042", "100001")).isEqualTo("00010042" + "000100001" + "6");
        assertThat(PaymentReference.of("K-10042", "100001")).isEqualTo(PaymentReference.of("10042", "100001"));
        assertThat(PaymentReference.of("none", "100001"))
                .startsWith("00000000000100001")
                .hasSize(18);
        assertThat(PaymentReference.of("123456789012", "1"))
                .startsWith("56789012")
                .hasSize(18);
        assertThatThrownBy(() -> PaymentReference.of("1", "1234567890")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PaymentReference.of("1", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void oneWrongDigitIsAlwaysSeen(
            @ForAll @IntRange(min = 1, max = 99_999_999) int customer,
            @ForAll @IntRange(min = 1, max = 999_999_999) int invoice,
            @ForAll @IntRange(max = 16) int place,
            @ForAll @IntRange(min = 1, max = 9) int change) {
        String reference = PaymentReference.of(Integer.toString(customer), Integer.toString(invoice));
        char[] wrong = reference.toCharArray();
        wrong[place] = (char) ('0' + (wrong[place] - '0' + change) % 10);
        String text = new String(wrong);
        assertThat(PaymentReference.withCheckDigit(text.substring(0, 17))).isNotEqualTo(text);
    }
}

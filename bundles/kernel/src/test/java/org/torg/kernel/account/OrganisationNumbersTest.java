package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors: published examples of the registers, each recomputed. */
class OrganisationNumbersTest {

    private static boolean isValid(String country, String number) {
        return OrganisationNumbers.digits(country, number).isPresent();
    }

    private static boolean isDoubtful(String country, String number) {
        return OrganisationNumbers.warning(country, number).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "NO, 123456785, 123456785",
        "NO, 974 760 673, 974760673",
        "NO, NO 974 760 673 MVA, 974760673",
        "NO, no974760673mva, 974760673",
        "SE, 556047-3521, 5560473521",
        "SE, SE556047352101, 5560473521",
        "SE, 16556047-3521, 5560473521",
        "SE, 640823-3234, 6408233234",
        "DK, 13748136, 13748136",
        "DK, DK 13 74 81 36, 13748136",
        "DK, 35 25 41 19, 35254119",
        "FI, 0112038-9, 01120389",
        "FI, 112038-9, 01120389",
        "FI, FI01120389, 01120389",
        "DE, DE 123 456 789, 123456789",
        "IS, 560269-5369, 5602695369",
    })
    void whatPeopleWriteIsKeptAsDigits(String country, String written, String digits) {
        assertThat(OrganisationNumbers.digits(country, written)).contains(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "NO, 974760674",
        "NO, 97476067",
        "NO, 9747606730",
        "NO, SE974760673",
        "SE, 556047-3522",
        "SE, 556047352",
        "SE, SE556047352102",
        "DK, 1374813",
        "DK, 137481361",
        "FI, 0112038-8",
        "FI, 01120-38",
        "DE, HRB 12",
        "NO, ''",
        "DE, ''",
    })
    void whatCannotBeANumberOfTheCountryIsNone(String country, String written) {
        assertThat(OrganisationNumbers.digits(country, written)).isEmpty();
    }

    @Test
    void aDanishNumberWithAnotherCheckDigitIsDoubtfulAndNotWrong() {
        assertThat(isDoubtful("DK", "13748136")).isFalse();
        assertThat(isDoubtful("DK", "35254119")).isTrue();
        assertThat(isValid("DK", "35254119")).isTrue();
        assertThat(isDoubtful("NO", "974760673")).isFalse();
    }

    @Property
    void atMostOneCheckDigitFitsInNorway(@ForAll("eight") String stem) {
        assertThat(fitting("NO", stem)).isBetween(0L, 1L);
    }

    @Property
    void exactlyOneCheckDigitFitsInSweden(@ForAll("nine") String stem) {
        assertThat(fitting("SE", stem)).isEqualTo(1);
    }

    @Property
    void atMostOneCheckDigitFitsInFinland(@ForAll("seven") String stem) {
        assertThat(fitting("FI", stem)).isBetween(0L, 1L);
    }

    @Property
    void atMostOneCheckDigitIsWithoutDoubtInDenmark(@ForAll("seven") String stem) {
        long certain = IntStream.range(0, 10)
                .filter(check -> !isDoubtful("DK", stem + check))
                .count();
        assertThat(certain).isBetween(0L, 1L);
    }

    @Property
    void oneWrongDigitIsSeenInNorwaySwedenAndFinland(
            @ForAll("nine") String stem, @ForAll("place") int place, @ForAll("shift") int shift) {
        for (String country : new String[] {"NO", "SE", "FI"}) {
            String own = stem.substring(0, country.equals("SE") ? 9 : country.equals("NO") ? 8 : 7);
            IntStream.range(0, 10)
                    .mapToObj(check -> own + check)
                    .filter(number -> isValid(country, number))
                    .forEach(number -> assertThat(isValid(country, shifted(number, place % number.length(), shift)))
                            .as("%s %s", country, number)
                            .isFalse());
        }
    }

    private static String shifted(String number, int place, int shift) {
        char wrong = (char) ('0' + (number.charAt(place) - '0' + shift) % 10);
        return number.substring(0, place) + wrong + number.substring(place + 1);
    }

    private static long fitting(String country, String stem) {
        return IntStream.range(0, 10)
                .filter(check -> isValid(country, stem + check))
                .count();
    }

    private static Arbitrary<String> digits(int length) {
        return Arbitraries.strings().numeric().ofLength(length);
    }

    @Provide
    Arbitrary<String> seven() {
        return digits(7);
    }

    @Provide
    Arbitrary<String> eight() {
        return digits(8);
    }

    @Provide
    Arbitrary<String> nine() {
        return digits(9);
    }

    @Provide
    Arbitrary<Integer> place() {
        return Arbitraries.integers().between(0, 9);
    }

    @Provide
    Arbitrary<Integer> shift() {
        return Arbitraries.integers().between(1, 9);
    }
}

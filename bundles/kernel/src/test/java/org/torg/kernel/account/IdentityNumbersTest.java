package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("B23")
class IdentityNumbersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource({
        "NO, 31129956715",
        "NO, 311299 56715",
        "SE, 640823-3234",
        "SE, 6408233234",
        "SE, 19640823-3234",
        "SE, 640823+3234",
        "FI, 131052-308T",
        "FI, 131052-308t",
        "FI, 010594Y9032",
        "FI, 010594Y9021",
        "DK, 010107-1234",
        "DK, 290208-9999",
        "IS, whatever"
    })
    void numbersAsTheAuthoritiesIssueThemAreUsual(String country, String number) {
        assertThat(IdentityNumbers.isUsual(number, country, TODAY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "NO, 31129956714",
        "NO, 32129956715",
        "NO, 3112995671",
        "SE, 640823-3235",
        "SE, 641323-3234",
        "FI, 131052-308U",
        "FI, 131052308T",
        "FI, 010594Z9032",
        "DK, 320107-1234",
        "DK, 290207-1234"
    })
    void othersAreUnusual(String country, String number) {
        assertThat(IdentityNumbers.isUsual(number, country, TODAY)).isFalse();
    }

    @Test
    void aNumberForSomebodyWhoIsNotInTheRegisterIsUsual() {
        assertThat(IdentityNumbers.isUsual("701063-2391", "SE", TODAY)).isTrue();
        assertThat(IdentityNumbers.isUsual(withChecks("410190123"), "NO", TODAY))
                .isTrue();
    }

    @Test
    void from2032OnNorwaysFirstControlSumMayLeaveUpToThree() {
        String later = withFirstRest("150132123", 2);

        assertThat(IdentityNumbers.isUsual(later, "NO", TODAY)).isFalse();
        assertThat(IdentityNumbers.isUsual(later, "NO", LocalDate.of(2032, 1, 1)))
                .isTrue();
        assertThat(IdentityNumbers.isUsual(withFirstRest("150132123", 4), "NO", LocalDate.of(2032, 1, 1)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "31129956715, 311299*****",
        "640823-3234, 640823*****",
        "19640823-3234, 19640823*****",
        "131052-308T, 131052*****",
        "010107-1234, 010107*****",
        "something else, *****",
        "123, *****"
    })
    void aMaskedNumberShowsTheBirthDateAtMost(String number, String masked) {
        assertThat(IdentityNumbers.masked(number)).isEqualTo(masked);
    }

    private static String withChecks(String nine) {
        return withFirstRest(nine, 0);
    }

    /** The number with check digits such that the first control sum leaves this. */
    private static String withFirstRest(String nine, int rest) {
        for (int check = 0; check < 100; check++) {
            String number = nine + (check < 10 ? "0" : "") + check;
            if (norwegian(number, rest)) {
                return number;
            }
        }
        throw new AssertionError("no such number");
    }

    private static boolean norwegian(String number, int rest) {
        int[] first = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
        int[] second = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
        int one = 0;
        int two = 0;
        for (int i = 0; i < first.length; i++) {
            one += first[i] * Character.digit(number.charAt(i), 10);
        }
        for (int i = 0; i < second.length; i++) {
            two += second[i] * Character.digit(number.charAt(i), 10);
        }
        return one % 11 == rest && two % 11 == 0;
    }
}

package org.torg.kernel.account;

import java.util.regex.Pattern;

/** Judges numbers of company registers by their check digit, where the country has one that can be relied on. */
final class OrganisationNumbers {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");
    private static final Pattern NORWEGIAN = Pattern.compile("[0-9]{9}");
    private static final int[] NORWEGIAN_WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};

    private OrganisationNumbers() {}

    /**
     * Whether the number can be right. Norway: nine digits of which the last is the check digit (weights 3 2 7 6 5 4 3 2,
     * modulo 11; the first digit says nothing). Other countries: digits only.
     *
     * @param country ISO 3166-1 alpha-2
     */
    static boolean plausible(String country, String number) {
        return country.equals("NO")
                ? NORWEGIAN.matcher(number).matches() && norwegian(number)
                : DIGITS.matcher(number).matches();
    }

    private static boolean norwegian(String number) {
        int sum = 0;
        for (int i = 0; i < NORWEGIAN_WEIGHTS.length; i++) {
            sum += NORWEGIAN_WEIGHTS[i] * (number.charAt(i) - '0');
        }
        // A remainder of 1 would need the check digit 10; such numbers are not given out.
        int check = (11 - sum % 11) % 11;
        return check == number.charAt(8) - '0';
    }
}

package org.torg.kernel.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.torg.api.Message;

/**
 * Numbers of company registers: read as people write them, kept as digits, judged by their check digit where the country has
 * one that can be relied on (nordic register rules; other countries: digits). Nothing here is logged: that of a Swedish sole
 * trader is the owner's personal number.
 */
public final class OrganisationNumbers {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\u00a0\\u202f.\\-\\u2010-\\u2014]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");
    private static final Pattern NORWEGIAN = Pattern.compile("(?:NO)?([0-9]{9})(?:MVA)?");
    /** With the 01 of a VAT number, or with the century that is put in front of ten digits. */
    private static final Pattern SWEDISH = Pattern.compile("(?:SE([0-9]{10})01|(?:16|19|20)?([0-9]{10}))");

    private static final Pattern DANISH = Pattern.compile("(?:DK|CVR)?([0-9]{8})");
    /** Old ones have six digits before the check digit. */
    private static final Pattern FINNISH = Pattern.compile("(?:FI)?([0-9]{7,8})");

    private static final int[] NORWEGIAN_WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};
    private static final int[] DANISH_WEIGHTS = {2, 7, 6, 5, 4, 3, 2};
    private static final int[] FINNISH_WEIGHTS = {7, 9, 10, 5, 8, 4, 2};
    private static final int FINNISH_LENGTH = 8;

    private OrganisationNumbers() {}

    /**
     * The digits of a number; empty when it cannot be one of its country. Norway: nine digits of which the last is the check
     * digit (modulo 11; the first digit says nothing). Sweden: ten, Luhn. Finland: eight, modulo 11. Denmark: eight; a wrong
     * check digit is only {@linkplain #warning doubtful}. Others: up to 20 digits.
     *
     * @param country ISO 3166-1 alpha-2
     * @param written with blanks, hyphens and the letters of a VAT number, or without
     */
    public static Optional<String> digits(String country, String written) {
        String bare = SEPARATORS.matcher(written).replaceAll("").toUpperCase(Locale.ROOT);
        return switch (country) {
            case "NO" -> matched(NORWEGIAN, bare).filter(OrganisationNumbers::isNorwegian);
            case "SE" -> matched(SWEDISH, bare).filter(OrganisationNumbers::isSwedish);
            case "DK" -> matched(DANISH, bare);
            case "FI" ->
                matched(FINNISH, bare)
                        .map(number -> "0".repeat(FINNISH_LENGTH - number.length()) + number)
                        .filter(OrganisationNumbers::isFinnish);
            default ->
                Optional.of(bare.startsWith(country) ? bare.substring(country.length()) : bare)
                        .filter(number -> DIGITS.matcher(number).matches());
        };
    }

    /** What is doubtful about a number without being wrong, in its country. */
    public static Optional<Message> warning(String country, String digits) {
        boolean doubtful = country.equals("DK") && !(digits.length() == 8 && isDanish(digits));
        return doubtful
                ? Optional.of(Message.of(
                        "warning.organisation-number-doubtful",
                        "The check digit of this CVR number is not the usual one. Look it up in the register."))
                : Optional.empty();
    }

    private static Optional<String> matched(Pattern form, String bare) {
        var matcher = form.matcher(bare);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String found = matcher.group(group);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static boolean isNorwegian(String number) {
        // A remainder of 1 would need the check digit 10; such numbers are not given out.
        return (11 - sum(number, NORWEGIAN_WEIGHTS) % 11) % 11 == number.charAt(8) - '0';
    }

    private static boolean isDanish(String number) {
        return (sum(number, DANISH_WEIGHTS) + number.charAt(7) - '0') % 11 == 0;
    }

    private static boolean isFinnish(String number) {
        return (11 - sum(number, FINNISH_WEIGHTS) % 11) % 11 == number.charAt(7) - '0';
    }

    /** Luhn: from the right every second digit counts twice, and the digits of the products are added. */
    private static boolean isSwedish(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    private static int sum(String number, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (number.charAt(i) - '0');
        }
        return sum;
    }
}

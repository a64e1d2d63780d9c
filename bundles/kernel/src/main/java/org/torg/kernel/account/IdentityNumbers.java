package org.torg.kernel.account;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Personal identity numbers of the Nordic countries, judged softly: what looks mistaken may be right, because authorities
 * issue numbers outside their own rules. Nobody is ever refused or recognised by one (B23).
 */
public final class IdentityNumbers {

    private static final Pattern NO = Pattern.compile("([0-9]{6})([0-9]{5})");
    private static final Pattern SE = Pattern.compile("([0-9]{2})?([0-9]{6})([-+]?)([0-9]{4})");
    private static final Pattern FI = Pattern.compile("([0-9]{6})([-+YXWVUABCDEF])([0-9]{3})([0-9A-Y])");
    private static final Pattern DK = Pattern.compile("([0-9]{6})-?([0-9]{4})");

    private static final List<Integer> NO_FIRST = List.of(3, 7, 6, 1, 8, 9, 4, 5, 2, 1);
    private static final List<Integer> NO_SECOND = List.of(5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1);
    private static final String FI_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    /** From that day on Norway issues numbers whose first control sum leaves 0, 1, 2 or 3. */
    private static final LocalDate NO_2032 = LocalDate.of(2032, 1, 1);

    private static final int DIGITS_SHOWN = 6;
    private static final String MASK = "*****";

    private IdentityNumbers() {}

    /**
     * Whether it looks as numbers of that country do. Always so for a country whose rules are not known here.
     *
     * @param country ISO 3166-1 alpha-2
     */
    static boolean isUsual(String number, String country, LocalDate today) {
        String text = trimmed(number);
        return switch (country) {
            case "NO" -> isNorwegian(text, today);
            case "SE" -> isSwedish(text);
            case "FI" -> isFinnish(text);
            case "DK" -> isDanish(text);
            default -> true;
        };
    }

    /** Whether it is one of any country whose rules are known here. */
    public static boolean isOne(String text, LocalDate today) {
        return List.of("NO", "SE", "FI", "DK").stream().anyMatch(country -> isUsual(text, country, today));
    }

    /** The birth date and nothing else; of what has no form that is known, nothing. */
    static String masked(String number) {
        String text = trimmed(number);
        Matcher swedish = SE.matcher(text);
        if (swedish.matches()) {
            return text.substring(0, swedish.end(2)) + MASK;
        }
        return NO.matcher(text).matches() || FI.matcher(text).matches() ? text.substring(0, DIGITS_SHOWN) + MASK : MASK;
    }

    private static String trimmed(String number) {
        return number.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    /** Birth number or D-number (day and 40). */
    private static boolean isNorwegian(String text, LocalDate today) {
        if (!NO.matcher(text).matches() || !isDay(text, 0, 2, 4, 40)) {
            return false;
        }
        int most = today.isBefore(NO_2032) ? 0 : 3;
        return sum(text, NO_FIRST) % 11 <= most && sum(text, NO_SECOND) % 11 == 0;
    }

    /** Personnummer or samordningsnummer (day and 60), with or without century. */
    private static boolean isSwedish(String text) {
        Matcher form = SE.matcher(text);
        return form.matches() && isDay(form.group(2), 4, 2, 0, 60) && luhn(form.group(2) + form.group(4)) % 10 == 0;
    }

    /** The sign in the middle tells the century and is part of the number (since 2023 there are several for one). */
    private static boolean isFinnish(String text) {
        Matcher form = FI.matcher(text);
        if (!form.matches() || !isDay(text, 0, 2, 4, 0)) {
            return false;
        }
        int rest = Integer.parseInt(form.group(1) + form.group(3)) % FI_CHECK.length();
        return FI_CHECK.charAt(rest) == form.group(4).charAt(0);
    }

    /** No check digit: numbers without one are issued since 2007 and as good as others (cpr.dk). */
    private static boolean isDanish(String text) {
        return DK.matcher(text).matches() && isDay(text, 0, 2, 4, 0);
    }

    /** @param shift what the country adds to the day for people who are not in its register */
    private static boolean isDay(String text, int day, int month, int year, int shift) {
        int days = two(text, day);
        try {
            // The century is not known: 2000 has the 29th of February.
            LocalDate unused = LocalDate.of(
                    two(text, year) % 4 == 0 ? 2000 : 2001,
                    two(text, month),
                    days > shift && shift > 0 ? days - shift : days);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int two(String text, int at) {
        return Integer.parseInt(text.substring(at, at + 2));
    }

    private static int sum(String text, List<Integer> weights) {
        int sum = 0;
        for (int i = 0; i < weights.size(); i++) {
            sum += weights.get(i) * (text.charAt(i) - '0');
        }
        return sum;
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum;
    }
}

package org.torg.kernel.notification;

import java.math.BigDecimal;
import java.text.Bidi;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.torg.api.Argument;

/**
 * Writes arguments for one reader. What people have written is taken for what it is, a name or a sentence: it brings along no
 * line breaks, no marks that turn the direction of what follows, and no address that a mail program would make a link of.
 */
final class MailWords {

    private static final int MAX = 1000;
    private static final Pattern DIRECTION = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern SPACE = Pattern.compile("[\\p{Cntrl}\\p{Z}\\uFEFF]+");
    private static final Pattern LINK = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:/+|www\\.");
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private final Locale locale;

    MailWords(Locale locale) {
        this.locale = locale;
    }

    String write(Argument argument) {
        if (argument instanceof Argument.Amount amount) {
            return amount(amount.value());
        }
        if (argument instanceof Argument.Percent percent) {
            NumberFormat format = NumberFormat.getPercentInstance(locale);
            format.setMaximumFractionDigits(Math.max(0, percent.value().scale()));
            return format.format(percent.value().movePointLeft(2));
        }
        if (argument instanceof Argument.Numeral numeral) {
            return number(numeral.value());
        }
        if (argument instanceof Argument.Word word) {
            return isolated(clean(word.english()));
        }
        if (argument instanceof Argument.Date date) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                    .withLocale(locale)
                    .format(date.value());
        }
        return isolated(clean(((Argument.Text) argument).value()));
    }

    /** On one line, at most 1,000 characters. */
    static String clean(String text) {
        String cut = text.length() <= MAX ? text : text.substring(0, MAX - 1) + "…";
        String plain = DIRECTION.matcher(cut).replaceAll("");
        return withoutLinks(oneLine(plain));
    }

    /** Again and again: what is left may be a link only because something was taken out of it. */
    private static String withoutLinks(String text) {
        String plain = text;
        while (LINK.matcher(plain).find()) {
            plain = LINK.matcher(plain).replaceAll("");
        }
        return plain;
    }

    static String oneLine(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    /** What runs from right to left stays by itself. */
    private static String isolated(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE
                : text;
    }

    private String amount(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        int decimals = money.getCurrencyUnit().getDecimalPlaces();
        format.setCurrency(Currency.getInstance(money.getCurrencyUnit().getCode()));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(money.getAmount());
    }

    private String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }
}

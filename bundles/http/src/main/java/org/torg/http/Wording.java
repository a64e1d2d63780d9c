package org.torg.http;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.torg.api.Argument;
import org.torg.api.LocalizedText;
import org.torg.api.Message;
import org.torg.api.vendor.Workflow;

/**
 * Writes texts for one reader.
 *
 * @param locale decides how amounts, numbers and dates are written
 * @param patterns finds the pattern of a message in the reader's language
 * @param workflow of the vendor whose texts these are, while it is here
 */
public record Wording(Locale locale, Function<Message, Optional<String>> patterns, Optional<Workflow> workflow) {

    public String of(LocalizedText text) {
        return text.in(locale);
    }

    /** The pattern in the reader's language, else in English, with the arguments in their places. */
    public String of(Message message) {
        return patterns.apply(message)
                .flatMap(pattern -> fill(pattern, message))
                .or(() -> fill(message.english(), message))
                .orElse(message.english());
    }

    /** The vendor's own name for a state of its workflow. */
    public Optional<Workflow.State> state(String code) {
        return workflow.flatMap(known -> known.states().stream()
                .filter(state -> state.code().equals(code))
                .findFirst());
    }

    /** Empty when the pattern is not well-formed: a vendor's slip must not spoil the answer. */
    private Optional<String> fill(String pattern, Message message) {
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return Optional.of(pattern);
        }
        Object[] arguments = message.arguments().stream().map(this::write).toArray();
        try {
            return Optional.of(new MessageFormat(pattern, locale).format(arguments));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String write(Argument argument) {
        if (argument instanceof Argument.Amount amount) {
            return write(amount.value());
        }
        if (argument instanceof Argument.Percent percent) {
            NumberFormat format = NumberFormat.getPercentInstance(locale);
            format.setMaximumFractionDigits(Math.max(0, percent.value().scale()));
            return format.format(percent.value().movePointLeft(2));
        }
        if (argument instanceof Argument.Numeral numeral) {
            return write(numeral.value());
        }
        if (argument instanceof Argument.Word word) {
            return of(word.words());
        }
        if (argument instanceof Argument.Date date) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .format(date.value());
        }
        return ((Argument.Text) argument).value();
    }

    private String write(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        int decimals = money.getCurrencyUnit().getDecimalPlaces();
        format.setCurrency(Currency.getInstance(money.getCurrencyUnit().getCode()));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(money.getAmount());
    }

    private String write(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }
}

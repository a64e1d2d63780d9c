package org.torg.rest.http;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.RefusedException;
import org.torg.api.account.Passwords;

/**
 * Reads the parts of one request and gathers everything that is wrong with them, each under its JSON pointer, so that
 * a caller learns all of it at once. A faulty part yields a harmless stand-in; {@link #settle} lets nothing of it
 * through.
 */
public final class Faults {

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
                    + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{2,24}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final List<Detail> details = new ArrayList<>();

    /** Notes a fault that was found elsewhere. */
    public void add(String at, String code, String english, Argument... arguments) {
        details.add(Refusal.detail(at, code, english, arguments));
    }

    public boolean none() {
        return details.isEmpty();
    }

    /**
     * The value, if nothing at all was wrong.
     *
     * @throws RefusedException with all faults; its code is theirs when they agree, else {@code input-invalid}
     */
    public <T> T settle(T value) {
        if (details.isEmpty()) {
            return value;
        }
        Detail first = details.get(0);
        boolean alike = details.stream().allMatch(detail -> detail.code().equals(first.code()));
        Refusal refusal = alike
                ? new Refusal(Refusal.Kind.UNPROCESSABLE, first.code(), first.message(), details)
                : Refusal.of(
                                Refusal.Kind.UNPROCESSABLE,
                                "input-invalid",
                                "{0} parts of the request are not acceptable.",
                                Argument.number(details.size()))
                        .with(details);
        throw new RefusedException(refusal);
    }

    /** What must be there; the stand-in when it is not. */
    public <T> T required(String at, Optional<T> value, T standIn) {
        if (value.isEmpty()) {
            add(at, "field-missing", "This field is required.");
        }
        return value.orElse(standIn);
    }

    /** Any text that must be there, blanks and all: people's passwords are their own affair. */
    public char[] password(String at, Optional<String> value) {
        String given = required(at, value, "");
        if (given.codePointCount(0, given.length()) > Passwords.LONGEST) {
            add(at, "text-too-long", "This is too long for a password.");
        }
        return given.toCharArray();
    }

    /** One line of text that must be there; empty when it is faulty. */
    public String requiredText(String at, Optional<String> value, int max) {
        Optional<String> stripped = strip(value);
        required(at, stripped, "");
        return text(at, stripped, max).orElse("");
    }

    /** One line of text; only blanks count as nothing. */
    public Optional<String> text(String at, Optional<String> value, int max) {
        return strip(value).filter(text -> isClean(at, text, max, false));
    }

    /** Text of several lines. */
    public Optional<String> note(String at, Optional<String> value, int max) {
        return strip(value).filter(text -> isClean(at, text, max, true));
    }

    /** Text that matches a form. */
    public Optional<String> shaped(
            String at, Optional<String> value, int max, Pattern form, String code, String english) {
        return text(at, value, max).filter(text -> holds(form.matcher(text).matches(), at, code, english));
    }

    public Optional<String> email(String at, Optional<String> value) {
        return shaped(at, value, 254, EMAIL, "email-invalid", "This is not an e-mail address.");
    }

    public Optional<String> phone(String at, Optional<String> value) {
        return shaped(at, value, 26, PHONE, "phone-invalid", "This is not a phone number.");
    }

    /** ISO 3166-1 alpha-2, upper case. */
    public Optional<String> country(String at, Optional<String> value) {
        return text(at, value, 100)
                .filter(code ->
                        holds(COUNTRIES.contains(code), at, "country-invalid", "This is not an ISO country code."));
    }

    /** A day of the calendar, such as {@code 2026-03-31}. */
    public Optional<LocalDate> day(String at, Optional<String> value) {
        Optional<LocalDate> day = value.flatMap(Faults::parseDay);
        if (value.isPresent() && day.isEmpty()) {
            add(at, "date-invalid", "A date is written as 2026-03-31.");
        }
        return day;
    }

    /** A whole number within a range; the smallest one when it is faulty or missing. */
    public int whole(String at, Optional<BigInteger> value, int min, int max, String code) {
        if (value.isEmpty()) {
            add(at, "field-missing", "This field is required.");
            return min;
        }
        BigInteger number = value.get();
        if (number.compareTo(BigInteger.valueOf(min)) < 0 || number.compareTo(BigInteger.valueOf(max)) > 0) {
            add(at, code, "This must be from {0} to {1}.", Argument.number(min), Argument.number(max));
            return min;
        }
        return number.intValueExact();
    }

    /** One of an enumeration's words in kebab case. */
    public <E extends Enum<E>> Optional<E> word(String at, Optional<String> value, Class<E> type) {
        Optional<E> constant = value.flatMap(word -> Words.parse(word, type));
        if (value.isPresent() && constant.isEmpty()) {
            add(at, "word-unknown", "This must be one of: {0}.", Argument.text(Words.all(type)));
        }
        return constant;
    }

    /** Every item of a list, read at its own pointer; a list that is too long is not read. */
    public <J, T> List<T> each(
            String at, Optional<List<J>> items, int max, String tooMany, BiFunction<String, J, T> read) {
        List<T> done = new ArrayList<>();
        List<J> given = items.orElse(List.of());
        if (given.size() > max) {
            add(at, tooMany, "There may be {0} at most.", Argument.number(max));
            return done;
        }
        for (int index = 0; index < given.size(); index++) {
            J item = given.get(index);
            if (item == null) {
                add(at + "/" + index, "field-missing", "An item must not be null.");
            } else {
                done.add(read.apply(at + "/" + index, item));
            }
        }
        return done;
    }

    /** A map whose keys have gone through {@link #text}; keys are escaped in pointers. */
    public <J, T> Map<String, T> entries(
            String at, Optional<Map<String, J>> entries, int max, String tooMany, BiFunction<String, J, T> read) {
        Map<String, T> result = new LinkedHashMap<>();
        Map<String, J> given = entries.orElse(Map.of());
        if (given.size() > max) {
            add(at, tooMany, "There may be {0} at most.", Argument.number(max));
            return result;
        }
        given.forEach((key, item) -> {
            String pointer = at + "/" + Pointers.escape(key);
            if (item == null) {
                add(pointer, "field-missing", "A value must not be null.");
            } else if (text(pointer, Optional.of(key), 100).isPresent()) {
                result.put(key, read.apply(pointer, item));
            }
        });
        return result;
    }

    /** Notes the fault when the condition does not hold. */
    public boolean holds(boolean condition, String at, String code, String english, Argument... arguments) {
        if (!condition) {
            add(at, code, english, arguments);
        }
        return condition;
    }

    private static Optional<String> strip(Optional<String> value) {
        return value.map(String::strip).filter(text -> !text.isEmpty());
    }

    private boolean isClean(String at, String text, int max, boolean severalLines) {
        if (text.codePointCount(0, text.length()) > max) {
            add(at, "text-too-long", "This may have {0} characters at most.", Argument.number(max));
            return false;
        }
        return holds(
                TextForm.isClean(text, severalLines),
                at,
                "text-invalid",
                "This holds a character that no text may have.");
    }

    private static Optional<LocalDate> parseDay(String text) {
        if (!DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

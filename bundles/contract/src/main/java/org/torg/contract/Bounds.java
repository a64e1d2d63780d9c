package org.torg.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.torg.api.Argument;
import org.torg.api.Message;

/**
 * How large an answer may be. What a part says is computed with, kept with the order for ever, and written for each reader, on
 * threads that no guard bounds: a number of a thousand million digits would end the tenant there. Whatever is missing fails
 * here as well, and so in the part's name.
 */
record Bounds(Source source) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_ARGUMENTS = 20;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 12;
    private static final int LAST_YEAR = 9999;
    private static final int LONGEST_DELIVERY = 3650;

    void count(Collection<?> several, int most, String what) {
        if (several.size() > most) {
            throw source.failure("answers " + several.size() + " " + what + ", and may answer " + most);
        }
    }

    void code(String what, String code) {
        name(code);
        if (!CODE.matcher(code).matches()) {
            throw source.failure(what + code + " is not in kebab case");
        }
    }

    void days(String option, int least, int most) {
        if (least < 0 || least > most || most > LONGEST_DELIVERY) {
            throw source.failure("the delivery option " + option + " arrives in " + least + " to " + most + " days");
        }
    }

    void name(String name) {
        require(name.length() <= LONGEST_NAME, "a name that is too long");
        for (int i = 0; i < name.length(); i++) {
            require(name.charAt(i) >= ' ', "a name with a control character");
        }
    }

    void message(Message message) {
        require(message.key().length() <= LONGEST_KEY, "the key of a message that is too long");
        require(message.english().length() <= LONGEST_TEXT, "a message that is too long");
        require(message.arguments().size() <= MOST_ARGUMENTS, "a message with too many arguments");
        for (Argument argument : message.arguments()) {
            argument(argument);
        }
    }

    private void argument(Argument argument) {
        if (argument instanceof Argument.Text text) {
            require(text.value().length() <= LONGEST_TEXT, "an argument that is too long");
        } else if (argument instanceof Argument.Word word) {
            require(word.key().length() <= LONGEST_KEY, "the key of a word that is too long");
            require(word.english().length() <= LONGEST_TEXT, "a word that is too long");
        } else if (argument instanceof Argument.Amount amount) {
            amount(amount.value());
        } else if (argument instanceof Argument.Percent percent) {
            number(percent.value());
        } else if (argument instanceof Argument.Numeral numeral) {
            number(numeral.value());
        } else {
            LocalDate date = ((Argument.Date) argument).value();
            require(date.getYear() >= 0 && date.getYear() <= LAST_YEAR, "a date of another age");
        }
    }

    void amount(Money amount) {
        number(amount.getAmount());
    }

    void amount(BigMoney amount) {
        number(amount.getAmount());
    }

    /** At most fifteen digits before the point and twelve behind it. */
    void number(BigDecimal number) {
        int scale = number.scale();
        require(
                scale >= -MOST_DIGITS && scale <= MOST_DECIMALS && number.precision() - scale <= MOST_DIGITS,
                "a number that is too large or too fine");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw source.failure("answers " + otherwise);
        }
    }
}

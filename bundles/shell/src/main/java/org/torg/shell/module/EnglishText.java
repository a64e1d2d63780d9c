package org.torg.shell.module;

import java.text.MessageFormat;
import java.util.Locale;
import org.torg.api.Argument;
import org.torg.api.Message;

/** Messages as operators read them. */
final class EnglishText {

    private EnglishText() {}

    static String of(Message message) {
        if (message.arguments().isEmpty()) {
            return message.english();
        }
        Object[] arguments =
                message.arguments().stream().map(EnglishText::write).toArray();
        return new MessageFormat(message.english(), Locale.ENGLISH).format(arguments);
    }

    private static String write(Argument argument) {
        if (argument instanceof Argument.Text text) {
            return text.value();
        }
        if (argument instanceof Argument.Word word) {
            return word.english();
        }
        if (argument instanceof Argument.Numeral number) {
            return number.value().toPlainString();
        }
        if (argument instanceof Argument.Percent percent) {
            return percent.value().toPlainString() + "%";
        }
        if (argument instanceof Argument.Amount amount) {
            return amount.value().toString();
        }
        return ((Argument.Date) argument).value().toString();
    }
}

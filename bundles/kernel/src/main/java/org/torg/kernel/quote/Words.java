package org.torg.kernel.quote;

import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.kernel.account.ContactRules;

/** What people write into lists and quotes: plain text of a bounded length, in which nothing is hidden. */
final class Words {

    static final int NAME = 200;
    static final int NOTE = 500;
    static final int MESSAGE = 4_000;

    private Words() {}

    static Optional<Refusal> name(String name) {
        return isPlain(name, NAME, false) ? Optional.empty() : Optional.of(invalid("name-invalid", "/name", NAME));
    }

    static Optional<Refusal> note(String note, String pointer) {
        return isPlain(note, NOTE, false) ? Optional.empty() : Optional.of(invalid("note-invalid", pointer, NOTE));
    }

    static Optional<Refusal> message(Optional<String> message) {
        return message.filter(text -> !isPlain(text, MESSAGE, true))
                .map(unused -> invalid("message-invalid", "/message", MESSAGE));
    }

    static Optional<Refusal> comment(String text) {
        return isPlain(text, MESSAGE, true)
                ? Optional.empty()
                : Optional.of(invalid("comment-invalid", "/text", MESSAGE));
    }

    /** As every text in the kernel; of several lines, each. */
    private static boolean isPlain(String text, int max, boolean lines) {
        String line = lines ? text.replaceAll("[\n\r\t]", " ") : text;
        return ContactRules.text(line, max, "").isEmpty();
    }

    private static Refusal invalid(String code, String pointer, int max) {
        String why = "Write 1 to {0} characters of plain text.";
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, why, Argument.number(max))
                .with(List.of(Refusal.detail(pointer, code, why, Argument.number(max))));
    }
}

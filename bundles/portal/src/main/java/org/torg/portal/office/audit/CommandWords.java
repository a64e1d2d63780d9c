package org.torg.portal.office.audit;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import org.torg.portal.look.Reader;

/** What commands are called; those of which nobody has said anything are called by their codes. */
public final class CommandWords {

    private static final String PREFIX = "deed";

    private CommandWords() {}

    public static String key(String command) {
        return PREFIX + "." + command;
    }

    public static String of(Reader reader, String command) {
        return reader.known(PREFIX, command);
    }

    /** @param command its code */
    public record Named(String command, String words) {}

    /** By their words. */
    static List<Named> sorted(Reader reader, List<String> commands) {
        Collator collator = Collator.getInstance(reader.locale());
        return commands.stream()
                .map(command -> new Named(command, of(reader, command)))
                .sorted(Comparator.comparing(Named::words, collator))
                .toList();
    }
}

package org.torg.kernel.upload.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.torg.api.upload.FileType;

/** Names for files in an archive: a number, and of the old name the words of the trade, which name nobody. */
final class TradeWords {

    private static final List<String> KNOWN = List.of(
            "upper",
            "lower",
            "maxilla",
            "mandible",
            "maxillary",
            "mandibular",
            "upperjaw",
            "lowerjaw",
            "bite",
            "occlusion",
            "antagonist",
            "prep",
            "preparation",
            "gingiva",
            "scanbody",
            "situ",
            "left",
            "right",
            "ear",
            "impression",
            "photo");

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    private TradeWords() {}

    static String name(int number, String old, FileType type) {
        StringBuilder name = new StringBuilder().append(number);
        for (String word : NO_LETTERS.split(old.toLowerCase(Locale.ROOT), -1)) {
            if (KNOWN.contains(word) && name.indexOf("-" + word) < 0) {
                name.append('-').append(word);
            }
        }
        return name.append('.').append(type.extension()).toString();
    }
}

package org.torg.kernel.account;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The words of a name as they are searched: without case, and such that every way to write a Nordic name finds it. {@code Håkon},
 * {@code Haakon} and {@code Hakon} are one word, so are {@code Sørensen}, {@code Sörensen} and {@code Soerensen}. How a word
 * begins is found by how the way of writing begins.
 */
final class NameWords {

    /** Longer words are found by their beginnings, and so are names of more words. */
    private static final int LONGEST = 16;

    private static final int MOST = 12;
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern IN_A_NUMBER = Pattern.compile("[0-9]{6}[0-9A-Z+-]*");

    private NameWords() {}

    /** All beginnings of all words. Personal identity numbers are left out: they are not searched. */
    static Set<String> beginnings(String text, LocalDate today) {
        Set<String> beginnings = new TreeSet<>();
        for (String word : words(withoutIdentityNumbers(text, today))) {
            for (int end = 1; end <= word.length(); end++) {
                beginnings.add(word.substring(0, end));
            }
        }
        return beginnings;
    }

    private static String withoutIdentityNumbers(String text, LocalDate today) {
        return IN_A_NUMBER
                .matcher(text.toUpperCase(Locale.ROOT))
                .replaceAll(found -> IdentityNumbers.isOne(found.group(), today) ? " " : found.group());
    }

    /** Each is the whole or the beginning of a word that is searched. */
    static List<String> words(String text) {
        return Arrays.stream(GAPS.split(folded(text)))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String folded(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char letter = letter(plain.charAt(i));
            folded.append(letter);
            if (i + 1 < plain.length() && isOneSound(letter, plain.charAt(i + 1), plain.charAt(i))) {
                i++;
            }
        }
        return folded.toString();
    }

    private static char letter(char written) {
        return switch (written) {
            case 'æ' -> 'a';
            case 'ø', 'œ' -> 'o';
            case 'đ', 'ð' -> 'd';
            case 'ŧ', 'þ' -> 't';
            case 'ŋ' -> 'n';
            case 'ł' -> 'l';
            case 'ß' -> 's';
            case 'ı' -> 'i';
            default -> written;
        };
    }

    /** {@code aa}, {@code ae} and {@code oe} as they are written without å, ä and ö. */
    private static boolean isOneSound(char folded, char next, char written) {
        return folded == written && ((folded == 'a' && (next == 'a' || next == 'e')) || (folded == 'o' && next == 'e'));
    }
}

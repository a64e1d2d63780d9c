package org.torg.kernel.upload.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** One line of a file of text, as words between blanks. */
final class TextLine {

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n\\f]+");

    private final byte[] bytes;
    private final String[] words;

    TextLine(byte[] bytes) {
        this.bytes = bytes;
        String text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
        words = text.isEmpty() ? new String[0] : BLANKS.split(text);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return words.length;
    }

    boolean isBlank() {
        return words.length == 0;
    }

    /** In lower case; empty when there are not so many. */
    String word(int index) {
        return index < words.length ? words[index].toLowerCase(Locale.ROOT) : "";
    }

    /** Whether the words from there on are so many finite numbers, and the last of the line. */
    boolean hasNumbers(int from, int least, int most) {
        int count = words.length - from;
        if (count < least || count > most) {
            return false;
        }
        for (int i = from; i < words.length; i++) {
            if (!isNumber(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** A decimal number, such as {@code -1.5e-3}. */
    static boolean isNumber(String word) {
        int i = 0;
        int length = word.length();
        if (i < length && isSign(word.charAt(i))) {
            i++;
        }
        int digits = 0;
        while (i < length && isDigit(word.charAt(i))) {
            i++;
            digits++;
        }
        if (i < length && word.charAt(i) == '.') {
            i++;
            while (i < length && isDigit(word.charAt(i))) {
                i++;
                digits++;
            }
        }
        if (digits == 0 || digits > 40) {
            return false;
        }
        if (i < length && (word.charAt(i) == 'e' || word.charAt(i) == 'E')) {
            i++;
            if (i < length && isSign(word.charAt(i))) {
                i++;
            }
            int start = i;
            while (i < length && isDigit(word.charAt(i))) {
                i++;
            }
            if (i == start || i - start > 4) {
                return false;
            }
        }
        return i == length;
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The line, as long as it is, with blanks in place of all but its first {@code words} words. */
    byte[] blankedAfter(int words) {
        int at = 0;
        for (int i = 0; i < words; i++) {
            at = endOfWord(startOfWord(at));
        }
        return blankedFrom(at);
    }

    /** With blanks in place of all from there to its end. */
    byte[] blankedFrom(int at) {
        byte[] blanked = bytes.clone();
        Arrays.fill(blanked, at, Math.max(at, end()), (byte) ' ');
        return blanked;
    }

    /** As a comment of which nothing is left. */
    byte[] emptyComment() {
        byte[] comment = blankedFrom(0);
        comment[0] = '#';
        return comment;
    }

    private int startOfWord(int from) {
        int at = from;
        while (at < bytes.length && isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    private int endOfWord(int from) {
        int at = from;
        while (at < bytes.length && !isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == '\f';
    }

    /** Where the signs that end the line begin. */
    private int end() {
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        return end;
    }
}

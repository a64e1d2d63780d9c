package org.torg.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes texts to pieces. {@code ä} and {@code æ}, {@code ö} and {@code ø} are one letter written by different
 * nations; {@code å}, {@code æ} and {@code ø} are letters of their own, and {@code a} and {@code o} are others. All other marks, as on
 * {@code é}, are left out.
 */
final class Words {

    private static final int LONGEST = 60;

    private Words() {}

    /** In the letters in which they were written, in lower case. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        try (StandardTokenizer tokens = new StandardTokenizer()) {
            tokens.setMaxTokenLength(LONGEST);
            tokens.setReader(new StringReader(Normalizer.normalize(text, Normalizer.Form.NFKC)));
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString().toLowerCase(Locale.ROOT));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** The word as it is compared. */
    static String letters(String word) {
        StringBuilder letters = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            switch (letter) {
                case 'å', 'æ', 'ø' -> letters.append(letter);
                case 'ä' -> letters.append('æ');
                case 'ö' -> letters.append('ø');
                default -> {
                    if (letter < 128) {
                        letters.append(letter);
                    } else {
                        plain(letter, letters);
                    }
                }
            }
        }
        return letters.toString();
    }

    private static void plain(char letter, StringBuilder letters) {
        String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
        for (int i = 0; i < parts.length(); i++) {
            if (Character.getType(parts.charAt(i)) != Character.NON_SPACING_MARK) {
                letters.append(parts.charAt(i));
            }
        }
    }

    /** How somebody without these letters on the keyboard may write a word; empty for one that has none of them. */
    static Set<String> folds(String letters) {
        if (isPlain(letters)) {
            return Set.of();
        }
        Set<String> folds = new LinkedHashSet<>();
        folds.add(letters.replace('å', 'a').replace('æ', 'a').replace('ø', 'o'));
        folds.add(letters.replace("å", "aa").replace("æ", "ae").replace("ø", "oe"));
        folds.add(letters.replace("å", "a").replace("æ", "ae").replace("ø", "o"));
        return folds;
    }

    static boolean isPlain(String letters) {
        return letters.chars().noneMatch(letter -> letter == 'å' || letter == 'æ' || letter == 'ø');
    }

    /** An article number as it is compared: letters and digits only. */
    static String code(String text) {
        StringBuilder code = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(LONGEST)
                .forEach(code::appendCodePoint);
        return code.toString();
    }
}

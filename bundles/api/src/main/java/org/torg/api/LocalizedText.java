package org.torg.api;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A text in several languages.
 *
 * @param byLanguage ISO 639-1 code ({@code nb}, {@code en} …) to text, in the order of the codes; may be empty
 */
public record LocalizedText(Map<String, String> byLanguage) {

    public LocalizedText {
        SortedMap<String, String> sorted = new TreeMap<>(byLanguage);
        byLanguage = Collections.unmodifiableSortedMap(sorted);
    }

    public static LocalizedText of(String language, String text) {
        return new LocalizedText(Map.of(language, text));
    }

    /** The text in this language, else in English, else in any; empty when there is none. */
    public String in(Locale locale) {
        String own = byLanguage.get(locale.getLanguage());
        if (own != null) {
            return own;
        }
        String english = byLanguage.get("en");
        return english != null
                ? english
                : byLanguage.values().stream().findFirst().orElse("");
    }
}

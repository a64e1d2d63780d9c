package org.torg.api.vendor;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A vendor's texts.
 *
 * @param byLanguage ISO 639-1 code to message key to pattern (as {@code java.text.MessageFormat})
 */
public record Texts(Map<String, Map<String, String>> byLanguage) {

    public static final Texts NONE = new Texts(Map.of());

    public Texts {
        Map<String, Map<String, String>> sorted = new TreeMap<>();
        byLanguage.forEach(
                (language, texts) -> sorted.put(language, Collections.unmodifiableMap(new TreeMap<>(texts))));
        byLanguage = Collections.unmodifiableMap(sorted);
    }

    public Optional<String> pattern(String key, Locale locale) {
        return Optional.ofNullable(
                byLanguage.getOrDefault(locale.getLanguage(), Map.of()).get(key));
    }
}

package org.torg.api.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.torg.api.Argument;
import org.torg.api.LocalizedText;
import org.torg.api.Message;

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

    /**
     * Reads {@code texts_<language>.properties}, in UTF-8, from beside a class.
     *
     * @throws IllegalStateException when there is no such file for one of the languages
     */
    public static Texts load(Class<?> neighbour, List<String> languages) {
        return load(neighbour, "texts", languages);
    }

    /** The same from {@code <file>_<language>.properties}. */
    public static Texts load(Class<?> neighbour, String file, List<String> languages) {
        Map<String, Map<String, String>> byLanguage = new TreeMap<>();
        for (String language : languages) {
            String name = file + "_" + language + ".properties";
            Properties properties = new Properties();
            try (InputStream in = neighbour.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("no " + name + " beside " + neighbour.getName());
                }
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Map<String, String> texts = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key, "")));
            byLanguage.put(language, texts);
        }
        return new Texts(byLanguage);
    }

    /**
     * A message whose English is the text here, so that it is written down once.
     *
     * @throws IllegalArgumentException when there is no English text for the key
     */
    public Message message(String key, Argument... arguments) {
        String english =
                pattern(key, Locale.ENGLISH).orElseThrow(() -> new IllegalArgumentException("no text for " + key));
        return Message.of(key, english, arguments);
    }

    /**
     * A text without arguments in all languages, word for word and not as a pattern.
     *
     * @throws IllegalArgumentException when a language lacks it
     */
    public LocalizedText words(String key) {
        Map<String, String> words = new TreeMap<>();
        byLanguage.forEach((language, texts) -> words.put(
                language,
                Optional.ofNullable(texts.get(key))
                        .orElseThrow(() -> new IllegalArgumentException("no text for " + key + " in " + language))));
        return new LocalizedText(words);
    }

    public Optional<String> pattern(String key, Locale locale) {
        return Optional.ofNullable(
                byLanguage.getOrDefault(locale.getLanguage(), Map.of()).get(key));
    }
}

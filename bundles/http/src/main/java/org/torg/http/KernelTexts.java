package org.torg.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.torg.api.Message;
import org.torg.api.vendor.Texts;

/**
 * The texts of the kernel and of this bundle, from {@code texts_<language>.properties} in UTF-8.
 *
 * <p>A code of the API is broader than a sentence, so that a key may stand for several English ones. Where these mean
 * different things {@code texts_en.properties} names them, each under the key and one more word; the other languages
 * use these names, and the bare key for all that is not named.
 */
public final class KernelTexts {

    /** The languages in which there are texts, apart from the names of the English ones. */
    public static final List<String> LANGUAGES = List.of("nb", "sv", "da", "fi");

    private static final Texts TEXTS = load();
    private static final Map<Sentence, String> NAMES = names();

    private record Sentence(String key, String english) {}

    private KernelTexts() {}

    /** The pattern of this message; empty where there is none in the language. */
    public static Optional<String> pattern(Message message, Locale locale) {
        return Optional.ofNullable(NAMES.get(new Sentence(message.key(), message.english())))
                .flatMap(name -> TEXTS.pattern(name, locale))
                .or(() -> TEXTS.pattern(message.key(), locale));
    }

    /** For what no vendor has a text of its own. */
    public static Wording wording(Locale locale) {
        return new Wording(locale, message -> pattern(message, locale), Optional.empty());
    }

    private static Texts load() {
        Map<String, Map<String, String>> byLanguage = new HashMap<>();
        LANGUAGES.forEach(language -> byLanguage.put(language, read(language)));
        return new Texts(byLanguage);
    }

    private static Map<Sentence, String> names() {
        Map<Sentence, String> names = new HashMap<>();
        read("en")
                .forEach((name, english) ->
                        names.put(new Sentence(name.substring(0, name.lastIndexOf('.')), english), name));
        return Map.copyOf(names);
    }

    /** As it stands in the file. */
    static Map<String, String> read(String language) {
        String name = "texts_" + language + ".properties";
        Properties properties = new Properties();
        try (InputStream in = KernelTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " in the bundle");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return Map.copyOf(texts);
    }
}

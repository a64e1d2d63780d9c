package org.torg.vendors.lighting;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.vendor.Texts;

/** The texts of this bundle, from {@code texts_<language>.properties} in UTF-8. */
record LightingTexts(Texts all) {

    static LightingTexts load(List<String> languages) {
        Map<String, Map<String, String>> byLanguage = new HashMap<>();
        for (String language : languages) {
            byLanguage.put(language, read("texts_" + language + ".properties"));
        }
        return new LightingTexts(new Texts(byLanguage));
    }

    /** A message whose English is that of the bundle, so that it is written down once. */
    Message message(String key, Argument... arguments) {
        String english =
                all.pattern(key, Locale.ENGLISH).orElseThrow(() -> new IllegalArgumentException("no text for " + key));
        return Message.of(key, english, arguments);
    }

    private static Map<String, String> read(String name) {
        Properties properties = new Properties();
        try (InputStream in = LightingTexts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name + " in the bundle");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}

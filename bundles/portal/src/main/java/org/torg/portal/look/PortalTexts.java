package org.torg.portal.look;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.vendor.Texts;

/** The portal's own words, from {@code texts_<language>.properties}. */
final class PortalTexts {

    /** In the order in which they are offered. */
    static final List<String> LANGUAGES = List.of("nb", "sv", "da", "fi", "en");

    private static final Logger LOG = LoggerFactory.getLogger(PortalTexts.class);
    private static final Texts TEXTS = Texts.load(PortalTexts.class, LANGUAGES);

    private PortalTexts() {}

    /** The sentence of this key with the arguments in their places; the key itself where there is none at all. */
    static String text(Locale locale, String key, Object... arguments) {
        String pattern = TEXTS.pattern(key, locale)
                .or(() -> TEXTS.pattern(key, Locale.ENGLISH))
                .orElse("");
        if (pattern.isEmpty()) {
            LOG.warn("There is no text for {}", key);
            return key;
        }
        return new MessageFormat(pattern, locale).format(arguments);
    }

    static boolean has(String key) {
        return TEXTS.pattern(key, Locale.ENGLISH).isPresent();
    }
}

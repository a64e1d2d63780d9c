package org.torg.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language in which a caller wants to be answered. */
public final class Languages {

    private static final List<Locale> SPOKEN = List.of(
            Locale.ENGLISH,
            new Locale("nb"),
            new Locale("sv"),
            new Locale("sv", "FI"),
            new Locale("da"),
            new Locale("fi"));

    /** Of the request that a thread serves; {@link RequestGate} sets and removes it. */
    private static final ThreadLocal<Locale> CURRENT = new ThreadLocal<>();

    private Languages() {}

    /** The language of the request that this thread serves, else English. */
    public static Locale current() {
        return Optional.ofNullable(CURRENT.get()).orElse(Locale.ENGLISH);
    }

    public static void begin(@Nullable String acceptLanguage) {
        CURRENT.set(orEnglish(acceptLanguage));
    }

    public static void end() {
        CURRENT.remove();
    }

    /** The language in which a request is answered that has this header, or none. */
    public static Locale orEnglish(@Nullable String acceptLanguage) {
        return Optional.ofNullable(acceptLanguage).flatMap(Languages::of).orElse(Locale.ENGLISH);
    }

    /** The best of an {@code Accept-Language}; empty when it names none that we speak, or cannot be read. */
    public static Optional<Locale> of(String acceptLanguage) {
        if (acceptLanguage.length() > 500) {
            return Optional.empty();
        }
        try {
            // Norwegian without a form, and its other form, are closest to Bokmål.
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(
                    acceptLanguage.toLowerCase(Locale.ROOT),
                    java.util.Map.of("no", List.of("no", "nb"), "nn", List.of("nn", "nb")));
            return Optional.ofNullable(Locale.lookup(ranges, SPOKEN));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // The latter for a lone hyphen, over which the parser stumbles.
            return Optional.empty();
        }
    }
}

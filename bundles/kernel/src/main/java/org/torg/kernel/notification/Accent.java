package org.torg.kernel.notification;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The colour of a vendor, and what can be read on it (WCAG 2.2, relative luminance and contrast ratio).
 *
 * @param background {@code #rrggbb}
 * @param foreground black or white, whichever has more contrast: 4.5 at least
 */
record Accent(String background, String foreground) {

    static final Accent NEUTRAL = of("#1f4e79");

    private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");

    /** Of a vendor that names no colour in this form, the neutral one. */
    static Accent of(Optional<String> colour) {
        return colour.filter(one -> FORM.matcher(one).matches()).map(Accent::of).orElse(NEUTRAL);
    }

    private static Accent of(String colour) {
        double luminance = luminance(colour);
        boolean white = 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05;
        return new Accent(colour, white ? "#ffffff" : "#000000");
    }

    double contrast() {
        double one = luminance(background) + 0.05;
        double other = luminance(foreground) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int from) {
        double value = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}

package org.torg.portal.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTest {

    /** As the style sheet has them: lightness of accents, and what lies behind or upon them. */
    private static final double LIGHT_ACCENT = 0.43;

    private static final double DARK_ACCENT = 0.81;
    private static final double DARK_SURFACE = 0.222;

    @Test
    void hueAndChromaAreThoseOfTheColour() {
        Accent blue = Accent.of("#2b526b");
        assertThat(blue.hue()).isCloseTo(238, within(3.0));
        assertThat(blue.chroma()).isCloseTo(0.056, within(0.005));
        assertThat(Accent.of("#808080").chroma()).isLessThan(0.001);
    }

    @Test
    void noAccentIsLouderThanThePagesBear() {
        assertThat(Accent.of("#ff00ff").chroma()).isEqualTo(Accent.MOST);
        assertThat(Accent.of("#ff00ff").css()).matches("--accent-h:[0-9.]+;--accent-c:0.150");
    }

    /** WCAG 2.2 asks for 4.5:1. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.1, Accent.MOST})
    void textInAnyAccentCanBeRead(double chroma) {
        for (int hue = 0; hue < 360; hue += 5) {
            assertThat(contrast(luminance(LIGHT_ACCENT, chroma, hue), 1.0))
                    .as("light, hue " + hue)
                    .isGreaterThan(4.5);
            assertThat(contrast(luminance(DARK_ACCENT, chroma, hue), luminance(DARK_SURFACE, 0.016, 245)))
                    .as("dark, hue " + hue)
                    .isGreaterThan(4.5);
        }
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /** Relative luminance; colours outside of sRGB are cut, as browsers do. */
    private static double luminance(double lightness, double chroma, double hue) {
        double a = chroma * Math.cos(Math.toRadians(hue));
        double b = chroma * Math.sin(Math.toRadians(hue));
        double l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        double m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        double s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        double red = cut(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
        double green = cut(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
        double blue = cut(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }

    private static double cut(double value) {
        return Math.max(0, Math.min(1, value));
    }
}

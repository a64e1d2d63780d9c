package org.torg.portal.look;

import java.util.Locale;

/**
 * A vendor's colour as the style sheet takes it: hue and chroma alone. The lightness of each use is the portal's own, so that
 * contrast holds for every accent.
 *
 * @param hue of OKLCH, 0 to 360
 * @param chroma of OKLCH, 0 to {@value #MOST}
 */
public record Accent(double hue, double chroma) {

    static final double MOST = 0.15;

    /**
     * Drops the lightness of a colour, by the matrices of Björn Ottosson's OKLab.
     *
     * @param hex {@code #rrggbb}
     */
    public static Accent of(String hex) {
        double red = linear(hex, 1);
        double green = linear(hex, 3);
        double blue = linear(hex, 5);
        double l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        double m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        double s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        double b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        double hue = Math.toDegrees(Math.atan2(b, a));
        return new Accent(hue < 0 ? hue + 360 : hue, Math.min(MOST, Math.hypot(a, b)));
    }

    /** The declarations of a rule. */
    public String css() {
        return String.format(Locale.ROOT, "--accent-h:%.1f;--accent-c:%.3f", hue, chroma);
    }

    private static double linear(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}

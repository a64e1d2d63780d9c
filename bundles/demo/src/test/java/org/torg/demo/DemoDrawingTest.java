package org.torg.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoDrawingTest {

    private static final int ACCENT = 0xff0a8a52;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indoor/downlights",
                "indoor/pendants",
                "indoor/spotlights",
                "office/linear",
                "office/panels",
                "outdoor/poles",
                "lamps/led-bulb",
                "splints/arms",
                "hearing-aids/units",
                "spare-parts/batteries",
                "never-heard-of"
            })
    void everyCategoryIsDrawnInItsVendorsColour(String category) {
        BufferedImage drawing = DemoDrawing.of(category, "#0a8a52");

        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < drawing.getWidth(); x += 2) {
            for (int y = 0; y < drawing.getHeight(); y += 2) {
                colours.add(drawing.getRGB(x, y));
            }
        }
        assertThat(colours).contains(ACCENT).hasSizeGreaterThan(10);
    }
}

package org.torg.portal.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.torg.api.LocalizedText;
import org.torg.api.catalog.Medium;

class PictureTest {

    private static Medium medium(Medium.Size... sizes) {
        return new Medium(
                Medium.Kind.PICTURE,
                sizes[sizes.length - 1].hash(),
                "image/jpeg",
                "a.jpg",
                1,
                LocalizedText.of("en", "A lamp"),
                List.of(),
                List.of(sizes));
    }

    private static final Medium LAMP =
            medium(new Medium.Size("s", 160, 120), new Medium.Size("m", 480, 360), new Medium.Size("l", 1200, 900));

    @Test
    void theSmallestSizeThatSufficesIsShown() {
        Picture picture = Picture.of(LAMP, 160);
        assertThat(picture.src()).isEqualTo("/api/v1/media/s");
        assertThat(picture.width()).isEqualTo(160);
        assertThat(picture.height()).isEqualTo(120);
    }

    @Test
    void denseScreensGetTwiceAsManyPixels() {
        assertThat(Picture.of(LAMP, 240).srcset()).isEmpty();
        assertThat(Picture.of(LAMP, 241).srcset()).contains("/api/v1/media/l 2x");
    }

    @Test
    void aSmallPictureIsShownAsItIs() {
        Picture picture = Picture.of(medium(new Medium.Size("only", 30, 40)), 240);
        assertThat(picture.src()).isEqualTo("/api/v1/media/only");
        assertThat(picture.srcset()).isEmpty();
    }
}

package org.torg.portal.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    private static final int PIXELS = 4;
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1H(\\d+)z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otpauth://totp/Torg:ingrid%40fjellheim.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Torg&algorithm=SHA1"
                        + "&digits=6&period=30",
                "otpauth://totp/A:B?secret=A"
            })
    void aCameraReadsWhatWasDrawn(String text) throws ReaderException {
        assertThat(new QRCodeReader().decode(bitmap(draw(QrCode.of(text)))).getText())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"otpauth://totp/A:B?secret=A", "another"})
    void nothingIsDrawnInTheQuietZone(String text) {
        QrCode code = QrCode.of(text);
        Matcher run = RUN.matcher(code.path());
        while (run.find()) {
            int x = Integer.parseInt(run.group(1));
            int y = Integer.parseInt(run.group(2));
            assertThat(x).isBetween(4, code.size() - 5);
            assertThat(y).isBetween(4, code.size() - 5);
            assertThat(x + Integer.parseInt(run.group(3))).isLessThanOrEqualTo(code.size() - 4);
        }
        assertThat(RUN.matcher(code.path()).replaceAll("")).isEmpty();
    }

    private static BufferedImage draw(QrCode code) {
        BufferedImage image = new BufferedImage(code.size() * PIXELS, code.size() * PIXELS, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        Matcher run = RUN.matcher(code.path());
        while (run.find()) {
            pen.fillRect(
                    Integer.parseInt(run.group(1)) * PIXELS,
                    Integer.parseInt(run.group(2)) * PIXELS,
                    Integer.parseInt(run.group(3)) * PIXELS,
                    PIXELS);
        }
        pen.dispose();
        return image;
    }

    private static BinaryBitmap bitmap(BufferedImage image) throws NotFoundException {
        return new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
    }
}

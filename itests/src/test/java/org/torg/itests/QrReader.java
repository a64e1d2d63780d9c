package org.torg.itests;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The camera of a phone that is held before a page. */
final class QrReader {

    private QrReader() {}

    /** What a picture on a page says, as it is painted. */
    static String read(Locator picture) {
        try {
            var painted = ImageIO.read(new ByteArrayInputStream(picture.screenshot()));
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(painted))))
                    .getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReaderException e) {
            throw new AssertionError("No camera reads this", e);
        }
    }
}

package org.torg.portal.look;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A text as a picture for cameras (ISO/IEC 18004), to be drawn dark on white.
 *
 * @param size of the square in modules, with the quiet zone of four around the code that readers need
 * @param path the dark modules as an SVG path, a module being one unit
 */
public record QrCode(int size, String path) {

    private static final int QUIET = 4;

    /** @param text of at most some hundred characters: longer ones become pictures that small cameras do not read */
    public static QrCode of(String text) {
        // Without a mark of their encoding bytes are what every reader takes for UTF-8.
        io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeSegments(
                List.of(io.nayuki.qrcodegen.QrSegment.makeBytes(text.getBytes(StandardCharsets.UTF_8))),
                io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int from = x;
                while (code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(x - from)
                            .append("v1H")
                            .append(from + QUIET)
                            .append('z');
                }
            }
        }
        return new QrCode(code.size + 2 * QUIET, path.toString());
    }
}

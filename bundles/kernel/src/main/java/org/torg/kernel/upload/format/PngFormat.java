package org.torg.kernel.upload.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/** PNG (ISO/IEC 15948): of its chunks those are kept that say how the picture looks; texts, EXIF and times are not. */
final class PngFormat implements FileFormat {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> KEPT =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "pHYs");

    @Override
    public void copy(Bytes in, OutputStream out) throws IOException, WrongContent {
        byte[] signature = in.take(SIGNATURE.length);
        if (!Arrays.equals(signature, SIGNATURE)) {
            throw WrongContent.mismatch("no signature");
        }
        out.write(signature);
        boolean first = true;
        boolean picture = false;
        String type;
        do {
            byte[] head = in.take(8);
            type = new String(head, 4, 4, java.nio.charset.StandardCharsets.US_ASCII);
            if (first != type.equals("IHDR") || head[0] < 0) {
                throw WrongContent.mismatch("not a chunk");
            }
            first = false;
            picture |= type.equals("IDAT");
            copyChunk(in, out, head, KEPT.contains(type));
        } while (!type.equals("IEND"));
        if (!picture) {
            throw WrongContent.mismatch("no picture");
        }
        // What follows the end is not of the picture: it is left out.
        in.passRest(OutputStream.nullOutputStream());
    }

    private static void copyChunk(Bytes in, OutputStream out, byte[] head, boolean kept)
            throws IOException, WrongContent {
        OutputStream to = kept ? out : OutputStream.nullOutputStream();
        CRC32 crc = new CRC32();
        crc.update(head, 4, 4);
        to.write(head);
        in.pass(Bytes.big(head, 0, 4), (bytes, offset, length) -> {
            crc.update(bytes, offset, length);
            to.write(bytes, offset, length);
        });
        byte[] sum = in.take(4);
        if (Bytes.big(sum, 0, 4) != (int) crc.getValue()) {
            throw WrongContent.mismatch("a broken chunk");
        }
        to.write(sum);
    }
}

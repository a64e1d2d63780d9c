package org.torg.kernel.upload.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * JPEG (ISO/IEC 10918-1): of its segments those are kept that say how the picture looks. Of EXIF only how the camera was held is
 * kept; comments, small copies of the picture and what follows its end are not.
 */
final class JpegFormat implements FileFormat {

    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int COM = 0xfe;
    private static final int JFIF = 14;

    @Override
    public void copy(Bytes in, OutputStream out) throws IOException, WrongContent {
        byte[] start = in.take(2);
        if (Bytes.big(start, 0, 2) != 0xff00 + SOI) {
            throw WrongContent.mismatch("no start");
        }
        out.write(start);
        boolean frame = false;
        boolean scan = false;
        int marker = marker(in);
        while (marker != EOI) {
            byte[] segment = in.take(2);
            int length = Bytes.big(segment, 0, 2) - 2;
            if (length < 0 || marker < 0xc0) {
                throw WrongContent.mismatch("not a segment");
            }
            Optional<byte[]> kept = kept(marker, in.take(length));
            if (kept.isPresent()) {
                write(out, marker, kept.get());
            }
            frame |= marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (marker == SOS) {
                scan = true;
                marker = copyScan(in, out);
            } else {
                marker = marker(in);
            }
        }
        if (!frame || !scan) {
            throw WrongContent.mismatch("no picture");
        }
        out.write(0xff);
        out.write(EOI);
        in.passRest(OutputStream.nullOutputStream());
    }

    private static int marker(Bytes in) throws IOException, WrongContent {
        int next = in.next();
        if (next != 0xff) {
            throw WrongContent.mismatch("not a segment");
        }
        while (next == 0xff) {
            next = in.next();
        }
        if (next <= 0) {
            throw WrongContent.mismatch("not a segment");
        }
        return next;
    }

    private static void write(OutputStream out, int marker, byte[] content) throws IOException {
        out.write(0xff);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.write(content);
    }

    private static Optional<byte[]> kept(int marker, byte[] content) {
        if (marker == APP0) {
            return begins(content, "JFIF\0") && content.length >= JFIF
                    ? Optional.of(withoutThumbnail(content))
                    : Optional.empty();
        }
        if (marker == APP1) {
            return begins(content, "Exif\0\0") ? Orientation.only(content) : Optional.empty();
        }
        if (marker == APP2) {
            return begins(content, "ICC_PROFILE\0") ? Optional.of(content) : Optional.empty();
        }
        boolean other = (marker > APP2 && marker <= 0xef && marker != APP14) || marker == COM;
        return other ? Optional.empty() : Optional.of(content);
    }

    private static byte[] withoutThumbnail(byte[] jfif) {
        byte[] plain = java.util.Arrays.copyOf(jfif, JFIF);
        plain[JFIF - 2] = 0;
        plain[JFIF - 1] = 0;
        return plain;
    }

    private static boolean begins(byte[] content, String with) {
        byte[] start = with.getBytes(StandardCharsets.US_ASCII);
        return content.length >= start.length
                && java.util.Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    /** Copies to the next marker that is not one of the scan's own, and answers that. */
    private static int copyScan(Bytes in, OutputStream out) throws IOException, WrongContent {
        while (true) {
            int next = in.next();
            if (next < 0) {
                throw WrongContent.mismatch("ends too early");
            }
            if (next != 0xff) {
                out.write(next);
                continue;
            }
            int marker = in.next();
            while (marker == 0xff) {
                marker = in.next();
            }
            if (marker < 0) {
                throw WrongContent.mismatch("ends too early");
            }
            boolean restart = marker >= 0xd0 && marker <= 0xd7;
            if (marker != 0 && !restart) {
                return marker;
            }
            out.write(0xff);
            out.write(marker);
        }
    }
}

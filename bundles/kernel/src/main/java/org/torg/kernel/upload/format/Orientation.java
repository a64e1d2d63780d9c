package org.torg.kernel.upload.format;

import java.util.Optional;

/** How the camera was held: the one tag of EXIF without which a picture lies on its side. */
final class Orientation {

    private static final int TIFF = 6;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;

    private Orientation() {}

    /** An EXIF segment with nothing else; empty when there is no such tag, or the picture stands upright. */
    static Optional<byte[]> only(byte[] exif) {
        int value = value(exif);
        if (value < 2 || value > 8) {
            return Optional.empty();
        }
        return Optional.of(new byte[] {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            // Big-endian TIFF whose first directory follows.
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            // One entry: the tag, a short, one of it; and no further directory.
            0,
            1,
            0x01,
            0x12,
            0,
            SHORT,
            0,
            0,
            0,
            1,
            0,
            (byte) value,
            0,
            0,
            0,
            0,
            0,
            0
        });
    }

    static int value(byte[] exif) {
        if (exif.length < TIFF + 8) {
            return 0;
        }
        boolean little = exif[TIFF] == 'I';
        long directory = TIFF + Integer.toUnsignedLong(number(exif, TIFF + 4, 4, little));
        if (directory + 2 > exif.length) {
            return 0;
        }
        int entries = number(exif, (int) directory, 2, little);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (entry + 12 > exif.length) {
                return 0;
            }
            if (number(exif, (int) entry, 2, little) == TAG && number(exif, (int) entry + 2, 2, little) == SHORT) {
                return number(exif, (int) entry + 8, 2, little);
            }
        }
        return 0;
    }

    private static int number(byte[] bytes, int offset, int count, boolean little) {
        return little ? Bytes.little(bytes, offset, count) : Bytes.big(bytes, offset, count);
    }
}

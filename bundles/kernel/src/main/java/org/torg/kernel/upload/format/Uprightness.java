package org.torg.kernel.upload.format;

import java.util.Arrays;
import org.torg.api.upload.FileType;

/** Reads of a picture that {@link FileFormats} has written how the camera was held. */
public final class Uprightness {

    private static final int APP1 = 0xe1;
    private static final int FIRST = 2;
    private static final int HEAD = 4;

    private Uprightness() {}

    /** 1 to 8 as EXIF has it; 1 when nothing is said. */
    public static int of(FileType type, byte[] picture) {
        if (type != FileType.JPEG) {
            return 1;
        }
        int at = FIRST;
        while (at + HEAD < picture.length && (picture[at + 1] & 0xf0) == 0xe0) {
            int length = Bytes.big(picture, at + 2, 2);
            if ((picture[at + 1] & 0xff) == APP1) {
                int value = Orientation.value(Arrays.copyOfRange(picture, at + HEAD, at + 2 + length));
                return value < 1 || value > 8 ? 1 : value;
            }
            at += 2 + length;
        }
        return 1;
    }
}

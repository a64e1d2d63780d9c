package org.torg.portal.page;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that was sent with a form. It lies on a disk until the answer is made, never in memory as a whole.
 *
 * @param bytes its size
 */
public record Upload(long bytes, Content content) {

    /** The name of the field in which forms send a file. */
    public static final String FIELD = "file";

    /** What the file consists of. */
    @FunctionalInterface
    public interface Content {

        /** From the beginning; to be closed. */
        InputStream open() throws IOException;
    }
}

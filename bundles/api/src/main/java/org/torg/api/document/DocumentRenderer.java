package org.torg.api.document;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ConsumerType;
import org.torg.api.FailsClosed;

/**
 * Makes PDF documents of pages. At most one is used; where there is none, documents are not offered. It keeps nothing of a page and
 * writes nothing of it into the log, and it bounds the time and the memory that one page takes and how many are made at once.
 */
@ConsumerType
@FailsClosed
public interface DocumentRenderer {

    /**
     * Writes the whole document, or nothing. Does not close the stream.
     *
     * @throws IOException when it could not be made this time: too many are being made, it took too long, it became too large. Its
     *     message holds nothing of the page
     * @throws IllegalArgumentException when the body is not well-formed
     */
    void render(PrintedPage page, OutputStream out) throws IOException;
}

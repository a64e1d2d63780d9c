package org.torg.api.upload;

import java.io.InputStream;

/** The bytes of a file that is ready. */
public interface FileContent {

    Upload upload();

    /** The name under which it is handed out: of its type and id, never the one under which it came. */
    String fileName();

    /**
     * The bytes from there to the end; to be closed.
     *
     * @param from 0 to the size
     */
    InputStream from(long from);
}

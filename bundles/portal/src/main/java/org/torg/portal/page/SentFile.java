package org.torg.portal.page;

import java.io.InputStream;

/**
 * A file that comes with a form. It is read as it comes and is nowhere before.
 *
 * @param type how its name ends, with the dot, such as {@code .stl}; of the rest of its name nothing is known here
 * @param size bytes
 * @param content exactly as many bytes; fails when what follows is not the end of the form
 */
public record SentFile(String type, long size, InputStream content) {

    @Override
    public String toString() {
        return "SentFile[" + size + "]";
    }
}

package org.torg.portal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.torg.api.Refusal;

/**
 * A file that comes with a form. It is read as it comes and is nowhere before.
 *
 * @param type how its name ends, with the dot, such as {@code .stl}; of the rest of its name nothing is known here
 * @param size bytes
 * @param content exactly as many bytes; fails when what follows is not the end of the form
 */
public record SentFile(String type, long size, InputStream content) {

    private static final long PATIENCE = 16 * 1024 * 1024;

    /** Reads what nobody wanted of it, unless it is long: a browser that still sends would not see the answer. */
    public void passOver() {
        if (size > PATIENCE) {
            return;
        }
        try {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The browser has gone, or sent something else: there is nothing left to pass over.
            return;
        }
    }

    /** Why it was not taken, when its content broke off. */
    public static Refusal incomplete() {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, "file-incomplete", "The file did not come whole. Send it again.");
    }

    @Override
    public String toString() {
        return "SentFile[" + size + "]";
    }
}

package org.torg.api.upload;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ConsumerType;
import org.torg.api.FailsClosed;

/**
 * Looks for malware. At most one is used. Where the operator has said that there is one ({@code scanner = true}) no file becomes
 * ready without it.
 */
@ConsumerType
@FailsClosed
public interface FileScanner {

    /**
     * Reads the content to its end or until something is found.
     *
     * @throws IOException when it cannot say; it is asked again later
     */
    Verdict scan(InputStream content, long size) throws IOException;

    enum Verdict {
        CLEAN,
        INFECTED,
        /** It does not look through files as large as this one, now or later: as good as infected. */
        TOO_LARGE
    }
}

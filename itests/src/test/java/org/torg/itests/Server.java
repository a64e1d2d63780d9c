package org.torg.itests;

import java.net.URI;
import java.nio.file.Path;

/** A running distribution. */
public interface Server {
    /** Such as {@code http://127.0.0.1:49152}. */
    URI address();

    /** Its data folder. */
    Path data();
}

package org.torg.rest.http;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id that a request has in its reply, in its problem and in every line that is logged for it. */
public final class RequestId {
    static final String HEADER = "X-Request-Id";
    /** The key in the logging context; {@code etc/org.ops4j.pax.logging.cfg} prints it. */
    static final String KEY = "requestId";

    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private RequestId() {}

    /** The id of the request that this thread serves, or an empty string. */
    public static String current() {
        String id = MDC.get(KEY);
        return id == null ? "" : id;
    }

    /** What the client sent when it is well-formed, else a new one. */
    static String of(@Nullable String sent) {
        if (sent != null && ACCEPTED.matcher(sent).matches()) {
            return sent;
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }
}

package org.torg.connectors.smtp;

import java.util.Locale;
import java.util.Set;

/** How the way to the server is protected. */
enum Security {
    /** Begins in the clear and must turn to TLS before anything is said. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS,
    /** Nothing; for a server on this machine, or on a wire that is protected otherwise. */
    NONE;

    private static final int TLS_PORT = 465;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /** @throws IllegalArgumentException when it is none of them and not {@code auto} */
    static Security of(String configured, String host, int port) {
        if (!configured.equalsIgnoreCase("auto")) {
            return valueOf(configured.toUpperCase(Locale.ROOT));
        }
        if (port == TLS_PORT) {
            return TLS;
        }
        return isLoopback(host) ? NONE : STARTTLS;
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }
}

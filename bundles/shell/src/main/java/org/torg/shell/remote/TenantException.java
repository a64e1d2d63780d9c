package org.torg.shell.remote;

import java.util.List;

/** The tenant has refused, or cannot be reached; or the command cannot be understood. */
final class TenantException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;
    private final int status;

    TenantException(String line) {
        this(0, List.of(line));
    }

    /** @param status of HTTP, 0 when nobody has answered */
    TenantException(int status, List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
        this.status = status;
    }

    List<String> lines() {
        return lines;
    }

    int status() {
        return status;
    }
}

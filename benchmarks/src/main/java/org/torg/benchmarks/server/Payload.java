package org.torg.benchmarks.server;

import org.osgi.service.component.annotations.Component;

/** The bytes that the bare servlet and the bare resource answer. */
@Component(service = Payload.class)
public final class Payload {
    private volatile byte[] bytes = {};

    byte[] bytes() {
        return bytes;
    }

    void set(byte[] next) {
        bytes = next;
    }
}

package org.torg.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

final class Ports {
    private Ports() {}

    /** Below the ports that the system gives to outgoing connections, which come and go while tests run. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;

    /** A port that nobody listened on a moment ago. */
    static int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // Somebody has it: another.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

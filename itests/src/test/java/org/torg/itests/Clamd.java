package org.torg.itests;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes files as clamd does (INSTREAM), remembers them, and finds nothing. */
final class Clamd implements AutoCloseable {

    private static final String COMMAND = "zINSTREAM\0";

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<byte[]> taken = new CopyOnWriteArrayList<>();

    Clamd() throws IOException {
        Thread thread = new Thread(this::serve, "clamd");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    List<byte[]> taken() {
        return taken;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                // Somebody has hung up.
                continue;
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        String command = new String(in.readNBytes(COMMAND.length()), StandardCharsets.US_ASCII);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            content.write(in.readNBytes(length));
        }
        taken.add(content.toByteArray());
        String reply = command.equals(COMMAND) ? "stream: OK\0" : "UNKNOWN COMMAND\0";
        socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

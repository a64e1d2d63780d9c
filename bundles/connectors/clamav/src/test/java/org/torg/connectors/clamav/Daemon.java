package org.torg.connectors.clamav;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Speaks as clamd does, on a socket of this machine, or behaves badly. */
final class Daemon implements Closeable {

    /** What every scanner knows, in two parts: so this file is left alone. */
    static final byte[] EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    enum Manner {
        SCANS,
        /** Says so at once when it has had too much, and hangs up with bytes unread. */
        LIMITED,
        /** Takes a piece and hangs up. */
        CUTS,
        /** Takes everything, and hangs up in the middle of its answer. */
        MUMBLES,
        /** Takes everything, and never answers. */
        BROODS,
        /** Never takes anything. */
        IGNORES,
        ERRS,
        EXCEEDS,
        SHOUTS
    }

    static final int LIMIT = 1_000_000;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Manner manner;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<byte[]> heard = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::serve, "clamd");

    Daemon(Manner manner) throws IOException {
        this.manner = manner;
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    List<byte[]> heard() {
        return heard;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                serve(socket);
            } catch (IOException e) {
                // The client, or the test, has hung up.
                continue;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        if (manner == Manner.IGNORES) {
            end.await();
            return;
        }
        DataInputStream in = new DataInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        byte[] command = new byte["zINSTREAM\0".length()];
        in.readFully(command);
        if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
            say(out, "UNKNOWN COMMAND\0");
            return;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            byte[] piece = new byte[length];
            in.readFully(piece);
            content.write(piece);
            if (manner == Manner.CUTS) {
                return;
            }
            if (manner == Manner.LIMITED && content.size() > LIMIT) {
                say(out, "INSTREAM size limit exceeded. ERROR\0");
                return;
            }
        }
        heard.add(content.toByteArray());
        switch (manner) {
            case MUMBLES -> say(out, "stream: OK");
            case BROODS -> end.await();
            case ERRS -> say(out, "stream: Can't allocate memory ERROR\0");
            case EXCEEDS -> say(out, "stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0");
            case SHOUTS -> say(out, "stream: OK ".repeat(1000) + "\0");
            default -> say(out, isKnown(content) ? "stream: Win.Test.EICAR_HDB-1 FOUND\0" : "stream: OK\0");
        }
    }

    private static boolean isKnown(ByteArrayOutputStream content) {
        return content.toString(StandardCharsets.ISO_8859_1).contains(new String(EICAR, StandardCharsets.ISO_8859_1));
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        server.close();
        thread.interrupt();
    }
}

package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.itests.Client.Reply;

/** A scan of 30 MB, of which the server is killed in the middle. */
@Tag("D20")
class UploadIT {

    private static final int TRIANGLES = 600_000;
    private static final int HEADER = 80;
    private static final Duration BOUND = Duration.ofSeconds(60);

    @TempDir
    private Path base;

    @Test
    void aScanComesWholeAlthoughTheServerIsKilledMeanwhile() throws Exception {
        byte[] scan = scan();
        String path;
        try (LaunchedServer server = new LaunchedServer(base, "--features", "torg-demo").awaitReady()) {
            Client buyer = tus(server);
            Reply announced = buyer.with("Upload-Length", Integer.toString(scan.length))
                    .with(
                            "Upload-Metadata",
                            "filename " + base64("Kari Nordmann.stl") + ",vendor " + base64("lighting"))
                    .send("POST", API + "/uploads", BodyPublishers.noBody());
            assertThat(announced.status()).as(announced.body()).isEqualTo(201);
            path = URI.create(announced.header("Location")).getPath();
            String sent = path;
            Slow slow = new Slow(scan, scan.length * 2 / 3);
            ExecutorService sender = Executors.newSingleThreadExecutor();
            try {
                Future<?> broken = sender.submit(() -> piece(buyer, sent, 0, slow));
                slow.awaitHalt();
                Await.until("Some of it on the disk", BOUND, () -> offset(buyer, sent) > 0);
                server.kill();
                slow.goOn();
                broken.get(60, TimeUnit.SECONDS);
            } finally {
                sender.shutdownNow();
            }
        }
        try (LaunchedServer server = new LaunchedServer(base, "--features", "torg-demo").awaitReady()) {
            Client buyer = tus(server);
            long offset = offset(buyer, path);
            assertThat(offset).isBetween(1L, (long) scan.length - 1);
            Reply rest = buyer.with("Content-Type", "application/offset+octet-stream")
                    .with("Upload-Offset", Long.toString(offset))
                    .send("PATCH", path, BodyPublishers.ofByteArray(scan, (int) offset, scan.length - (int) offset));
            assertThat(rest.status()).as(rest.body()).isEqualTo(204);
            Await.until("The checks", BOUND, () -> !state(buyer, path).equals("scanning"));

            JsonNode upload = buyer.get(path).json();
            assertThat(upload.get("state").asText()).as(upload.toString()).isEqualTo("ready");
            assertThat(upload.at("/stored/sha256").asText()).isEqualTo(sha256(blanked(scan)));
            assertThat(buyer.with("Range", "bytes=0-15").get(path + "/content").body())
                    .isBlank();
            assertThat(new Market(server).as("owner", 1).get(path).status()).isEqualTo(404);
        }
    }

    private static Client tus(LaunchedServer server) {
        return new Market(server).as("owner").with("Tus-Resumable", "1.0.0");
    }

    private static void piece(Client buyer, String path, long offset, InputStream content) {
        try {
            buyer.with("Content-Type", "application/offset+octet-stream")
                    .with("Upload-Offset", Long.toString(offset))
                    .send("PATCH", path, BodyPublishers.ofInputStream(() -> content));
            throw new AssertionError("nothing broke");
        } catch (UncheckedIOException e) {
            // The server was killed.
            return;
        }
    }

    private static long offset(Client buyer, String path) {
        Reply reply = buyer.send("HEAD", path, BodyPublishers.noBody());
        assertThat(reply.status()).isEqualTo(200);
        return Long.parseLong(reply.header("Upload-Offset"));
    }

    private static String state(Client buyer, String path) {
        return buyer.get(path).json().get("state").asText();
    }

    /** Stops after so many bytes until it may go on. */
    private static final class Slow extends InputStream {

        private final byte[] bytes;
        private final int halt;
        private final CountDownLatch halted = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private int at;

        Slow(byte[] bytes, int halt) {
            this.bytes = bytes;
            this.halt = halt;
        }

        void awaitHalt() throws InterruptedException {
            assertThat(halted.await(60, TimeUnit.SECONDS)).isTrue();
        }

        void goOn() {
            go.countDown();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (at >= halt) {
                halted.countDown();
                try {
                    if (!go.await(60, TimeUnit.SECONDS)) {
                        throw new IOException("nobody went on");
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
            int count = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, into, offset, count);
            at += count;
            return count == 0 ? -1 : count;
        }
    }

    private static byte[] scan() {
        ByteBuffer stl = ByteBuffer.allocate(HEADER + 4 + 50 * TRIANGLES).order(ByteOrder.LITTLE_ENDIAN);
        stl.put("Kari Nordmann".getBytes(StandardCharsets.US_ASCII)).position(HEADER);
        stl.putInt(TRIANGLES);
        for (int i = 0; i < TRIANGLES; i++) {
            for (int j = 0; j < 12; j++) {
                stl.putFloat(i * 0.37f + j);
            }
            stl.putShort((short) 0);
        }
        return stl.array();
    }

    /** Without the name. */
    private static byte[] blanked(byte[] scan) {
        byte[] blanked = scan.clone();
        Arrays.fill(blanked, 0, HEADER, (byte) ' ');
        return blanked;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

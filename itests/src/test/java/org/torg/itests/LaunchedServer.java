package org.torg.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The distribution as an operator starts it: by its own launcher, in a folder of its own. */
final class LaunchedServer implements Server, AutoCloseable {
    private static final Duration BOUND = Duration.ofMinutes(3);

    private final Path base;
    private final int port = Ports.free();
    private final Process process;

    /** Starts on a folder that may have data and configuration already, and waits until it is ready. */
    LaunchedServer(Path base, String... options) {
        this.base = base;
        List<String> command = new ArrayList<>(List.of(
                home().resolve("bin/torg").toString(), "--base", base.toString(), "--port", Integer.toString(port),
                "--features", "torg-demo"));
        command.addAll(List.of(options));
        try {
            Files.createDirectories(base);
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(base.resolve("console.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Client client = new Client(address());
        Await.until("The server", BOUND, () -> isReady(client));
    }

    private boolean isReady(Client client) {
        if (!process.isAlive()) {
            throw new IllegalStateException("the server has stopped, see " + base);
        }
        try {
            return client.get("/system/ready").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** The unpacked archive, once for all. */
    static Path home() {
        Path work = Path.of(System.getProperty("torg.work"), "home");
        try {
            if (!Files.isDirectory(work)) {
                Files.createDirectories(work);
                Process tar = new ProcessBuilder(
                                "tar", "-xzf", System.getProperty("torg.distribution"), "-C", work.toString(), "--strip-components=1")
                        .inheritIO()
                        .start();
                if (tar.waitFor() != 0) {
                    throw new IllegalStateException("the archive cannot be unpacked");
                }
            }
            return work;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public Path data() {
        return base.resolve("data");
    }

    /** As a power cut does. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not stop within a minute");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

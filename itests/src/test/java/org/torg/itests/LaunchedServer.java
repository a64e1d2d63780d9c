package org.torg.itests;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The distribution, started by its own launcher. */
final class LaunchedServer implements Server, AutoCloseable {
    private static final Duration BOUND = Duration.ofMinutes(3);

    private final Path base;
    private final URI address;
    private final Client client;
    private final Process process;

    /**
     * Starts a tenant in a folder; {@link #awaitReady} waits for it.
     *
     * @param options of the launcher, such as {@code --features}
     */
    LaunchedServer(Path base, String... options) {
        this(base, Map.of("TORG_CDS", "off"), options);
    }

    private LaunchedServer(Path base, Map<String, String> environment, String... options) {
        this.base = base;
        int port = Ports.free();
        address = URI.create("http://127.0.0.1:" + port);
        client = new Client(address);
        try {
            List<String> command = new ArrayList<>(
                    List.of(launcher().toString(), "--base", base.toString(), "--port", Integer.toString(port)));
            command.addAll(List.of(options));
            Files.createDirectories(base);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(new File(base.toFile(), "console.log")));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that writes the archive of its classes when it stops for the first time, which takes long on a busy machine. */
    static LaunchedServer archiving(Path base) {
        return new LaunchedServer(base, Map.of("TORG_CDS", "on"));
    }

    /** One with more options for its java. */
    static LaunchedServer with(Path base, String javaOptions, String... options) {
        return new LaunchedServer(base, Map.of("TORG_CDS", "off", "TORG_JAVA_OPTS", javaOptions), options);
    }

    /** The files of the distribution. */
    static Path home() {
        return Path.of(System.getProperty("torg.assembly")).normalize();
    }

    private static Path launcher() {
        return home().resolve("bin/torg");
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public Path data() {
        return base.resolve("data");
    }

    Client client() {
        return client;
    }

    long pid() {
        return process.pid();
    }

    /** Writes a line to its standard input. */
    void type(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has written to its standard output. */
    String console() {
        try {
            return Files.readString(base.resolve("console.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The exit code, when it ends by itself. */
    int awaitEnd() {
        await();
        return process.exitValue();
    }

    /** The status of {@code /system/ready}, or 0 while nobody listens. */
    int ready() {
        try {
            return client.get("/system/ready").status();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    LaunchedServer awaitReady() {
        awaitReady(200);
        return this;
    }

    void awaitReady(int status) {
        Await.until("Status " + status + " of /system/ready", BOUND, () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The server ended with " + process.exitValue());
            }
            return ready() == status;
        });
    }

    /** Ends the process as a power cut would. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** Ends the process by a signal and waits for it. */
    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)) {
                String threads = threads();
                process.destroyForcibly();
                throw new AssertionError("The server did not stop\n" + threads);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What its threads do, or that it does not tell any more, with the last lines of its log. */
    private String threads() throws InterruptedException {
        try {
            int before = console().length();
            new ProcessBuilder("kill", "-QUIT", Long.toString(pid())).start().waitFor();
            process.waitFor(10, TimeUnit.SECONDS);
            String log = Files.readString(data().resolve("log/torg.log"));
            return console().substring(before) + "\n" + log.substring(Math.max(0, log.length() - 4000));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

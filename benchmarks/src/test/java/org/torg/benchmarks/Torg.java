package org.torg.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The built distribution with the demo data, started by its own launcher as {@code ./torg run} does. */
final class Torg implements AutoCloseable {
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Path base;
    private final URI address;
    private final Optional<Postgres> database;
    private final Process process;
    private final double startSeconds;
    private final double startCpuSeconds;

    /** Where things are. */
    record Home(Path distribution, Path bundle, Path work) {}

    private Torg(Home home, Path base, Optional<Postgres> database, String options) throws IOException {
        this.base = base;
        this.database = database;
        int port = freePort();
        address = URI.create("http://127.0.0.1:" + port);
        ProcessBuilder builder = new ProcessBuilder(
                        home.distribution().resolve("bin/torg").toString(),
                        "--base",
                        base.toString(),
                        "--port",
                        Integer.toString(port),
                        "--features",
                        "torg-demo")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(base.resolve("console.log").toFile()));
        builder.environment().merge("TORG_JAVA_OPTS", options, (given, more) -> given + " " + more);
        long start = System.nanoTime();
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        awaitReady();
        startSeconds = (System.nanoTime() - start) / 1e9;
        startCpuSeconds = cpuSeconds();
        awaitBundle();
    }

    /**
     * Starts a tenant in this folder of the bench, on Derby or on this PostgreSQL, with the bundle of the bench.
     *
     * @param options more options for java, or an empty string
     */
    static Torg start(Home home, String folder, Optional<Postgres> database, String options) {
        try {
            Path base = home.work().resolve(folder);
            Path etc = Files.createDirectories(base.resolve("etc"));
            Path bundles = Files.createDirectories(base.resolve("bundles"));
            Files.copy(home.bundle(), bundles.resolve("bench.jar"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(
                    etc.resolve("org.apache.felix.fileinstall-bench.cfg"),
                    "felix.fileinstall.dir = " + bundles + "\nfelix.fileinstall.filter = .*\\\\.jar\n"
                            + "felix.fileinstall.noInitialDelay = true\nfelix.fileinstall.poll = 1000\n"
                            + "felix.fileinstall.tmpdir = " + base.resolve("fileinstall") + "\n");
            if (database.isPresent()) {
                Files.writeString(
                        etc.resolve("org.ops4j.datasource-torg.cfg"),
                        database.get()
                                .configuration(
                                        Files.readString(home.distribution().resolve("etc/examples/postgresql.cfg"))));
            }
            return new Torg(home, base, database, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        byte[] request = Wire.request(address, "GET", "/system/ready", "", "", "");
        await("ready", () -> {
            try (Wire wire = new Wire(address)) {
                return wire.send(request) == 200;
            } catch (IOException e) {
                return false;
            }
        });
    }

    private void awaitBundle() {
        await("the bundle of the bench", () -> tryControl("sql", "SELECT COUNT(*) FROM number_series")
                .isPresent());
    }

    private void await(String what, java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + BOUND.toNanos();
        while (!condition.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroy();
                throw new IllegalStateException("The server is not there (" + what + "); see " + base);
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    URI address() {
        return address;
    }

    Path base() {
        return base;
    }

    /** From the start of the launcher to the first 200 of {@code /system/ready}. */
    double startSeconds() {
        return startSeconds;
    }

    double startCpuSeconds() {
        return startCpuSeconds;
    }

    double cpuSeconds() {
        return Cpu.seconds(process.pid());
    }

    /** 0 when the database lives in the server. */
    double databaseCpuSeconds() {
        return database.map(Postgres::cpuSeconds).orElse(0.0);
    }

    double residentMib() {
        return Cpu.residentMib(process.pid());
    }

    /** Role, e-mail, password, who. */
    List<String[]> logins() {
        try {
            List<String[]> logins = new ArrayList<>();
            for (String line : Files.readAllLines(base.resolve("data/demo-logins.txt"))) {
                String[] row = line.split("\t");
                if (!line.startsWith("#") && row.length >= 3) {
                    logins.add(row);
                }
            }
            return logins;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the bundle of the bench. */
    String control(String what, String body) {
        return send("POST", "/bench/control/" + what, "text/plain", Map.of(), body);
    }

    private Optional<String> tryControl(String what, String body) {
        try {
            return Optional.of(control(what, body));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Sends one request that must succeed and answers the body of the reply. */
    String send(String method, String path, String type, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(5))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        method + " " + path + ": " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The server did not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

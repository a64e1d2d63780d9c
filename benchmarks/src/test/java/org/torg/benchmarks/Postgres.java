package org.torg.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL that keeps what it has committed, unlike those of the tests. */
final class Postgres implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EmbeddedPostgres server;
    private final Path logs;
    private final long pid;

    Postgres(Path folder) {
        try {
            Path data = Files.createDirectories(folder.resolve("data"));
            logs = folder.resolve("log");
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(
                            Files.createDirectories(folder.resolve("binaries")).toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_destination", "jsonlog")
                    .setServerConfig("log_directory", logs.toString())
                    .setServerConfig("log_filename", "torg.log")
                    .start();
            pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!query("SHOW fsync").equals("on")
                || !query("SHOW synchronous_commit").equals("on")) {
            throw new IllegalStateException("PostgreSQL would lose what it has committed");
        }
    }

    /** The example of the distribution, with this database in it. */
    String configuration(String example) {
        return example.replace("127.0.0.1:5432/torg", "127.0.0.1:" + server.getPort() + "/postgres")
                .replace("user = torg", "user = postgres")
                .replace("databaseName = torg", "databaseName = postgres");
    }

    double cpuSeconds() {
        return Cpu.secondsOfFamily(pid);
    }

    /** Runs statements; answers the first column of the first row of the last, or an empty string. */
    String query(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            String answer = "";
            boolean results = statement.execute(sql);
            while (results || statement.getUpdateCount() >= 0) {
                if (results) {
                    try (ResultSet rows = statement.getResultSet()) {
                        answer = rows.next() ? rows.getString(1) : "";
                    }
                }
                results = statement.getMoreResults();
            }
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Logs every statement from now on, or none. */
    void logStatements(boolean on) {
        query("ALTER SYSTEM SET log_statement = '" + (on ? "all" : "none") + "'");
        query("SELECT pg_reload_conf()");
    }

    /** Statements logged so far, each with the process that ran it. */
    List<StatementLog.Logged> logged() {
        List<StatementLog.Logged> logged = new ArrayList<>();
        try (Stream<String> lines = Files.lines(logs.resolve("torg.json"))) {
            for (String line : (Iterable<String>) lines::iterator) {
                JsonNode entry = JSON.readTree(line);
                String message = entry.path("message").asText();
                int colon = message.indexOf(": ");
                if (colon > 0 && (message.startsWith("execute ") || message.startsWith("statement: "))) {
                    logged.add(new StatementLog.Logged(entry.path("pid").asLong(), message.substring(colon + 2)));
                }
            }
            return logged;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

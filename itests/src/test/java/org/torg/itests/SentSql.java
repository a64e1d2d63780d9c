package org.torg.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server has sent to its Derby to answer requests: jobs of the background have threads of their own and do not count. */
final class SentSql {

    /** So Derby begins to log them all. */
    static final String OPTION = "-Dderby.language.logStatementText=true";

    /** What a thread of the HTTP server sends. */
    private static final Pattern STATEMENT = Pattern.compile("Thread\\[(?:#\\d+,)?qtp[^]]*] (?:\\([A-Z]+ = [^)]*\\), )+"
            + "Executing prepared statement: (.*?) :End prepared statement");

    private final Path log;

    SentSql(LaunchedServer server) {
        log = server.data().resolve("log/derby.log");
    }

    /** The statements that this sends, in their order; each row of a batch is one here. */
    List<String> of(Runnable work) {
        int before = read().length();
        work.run();
        List<String> sent = new ArrayList<>();
        Matcher found = STATEMENT.matcher(read().substring(before).replaceAll("\\s+", " "));
        while (found.find()) {
            sent.add(found.group(1));
        }
        return sent;
    }

    private String read() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour of the README works as it is written, but for the port and the folder of the demo. */
@Torg
class TourIT {
    private static final Pattern BLOCK = Pattern.compile("<!-- tour.*?```sh\\n(.*?)```", Pattern.DOTALL);
    private final Server server;

    @TempDir
    private Path temp;

    TourIT(Server server) {
        this.server = server;
    }

    @Test
    void theTourEndsInAnInvoice() throws Exception {
        Path root = Path.of("").toAbsolutePath().getParent();
        Matcher block = BLOCK.matcher(Files.readString(root.resolve("README.md")));
        assertThat(block.find()).isTrue();
        String script = block.group(1)
                .replace("http://127.0.0.1:8181", server.address().toString())
                .replace("/tmp/", temp + "/")
                .replace("my-first-order", "tour-" + System.nanoTime());
        Path output = temp.resolve("tour.out");
        ProcessBuilder tour = new ProcessBuilder("bash", "-euc", script)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        tour.environment().put("TORG_DATA", server.data().getParent().toString());
        Process process = tour.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(output);
        assertThat(process.exitValue()).as(printed).isZero();
        assertThat(printed).doesNotContain("urn:torg:problem");
        assertThat(printed).contains("\"paymentReference\"", "\"dueDate\"", "PO 4711");
    }
}

package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration of swapping, as {@code ./torg demo swap} runs it. */
class DemoSwapIT {
    @Test
    void showsASwapWithoutAFailedRequestAndExplainsAPrice(@TempDir Path temp) throws Exception {
        Path root = Path.of("").toAbsolutePath().getParent();
        Path output = temp.resolve("demo.out");
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temp,
                        "-Dstdout.encoding=UTF-8",
                        root.resolve("karaf-distribution/src/demo/SwapDemo.java")
                                .toString(),
                        LaunchedServer.home().toString(),
                        "--seconds",
                        "8",
                        "--clients",
                        "2")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(demo.waitFor(180, TimeUnit.SECONDS)).isTrue();

        String printed = Files.readString(output, StandardCharsets.UTF_8);
        System.out.println(printed);
        assertThat(demo.exitValue()).as(printed).isZero();
        assertThat(printed)
                .containsPattern("[1-9][0-9]* orders, 7 swaps, 0 failed requests\\.")
                .containsPattern("generation 2 .*orders/s   failed 0")
                // Of the campaign, of the courier, and of what was there before.
                .contains("Campaign: 10% off", "Courier on the same day", "lighting.loyalty")
                .containsPattern("Prices with VAT: .*, .*, ");
        assertThat(folders(temp)).as("What it made is gone").isEmpty();
    }

    private static Stream<Path> folders(Path temp) throws IOException {
        return Files.list(temp).filter(path -> path.getFileName().toString().startsWith("torg-demo-swap"));
    }
}

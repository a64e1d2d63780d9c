package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a running JVM holds, as the JDK's own tool tells it. */
record Jvm(long pid) {
    private static final Pattern USED = Pattern.compile("(?m)^\\s*Both:.*?([0-9]+(?:\\.[0-9]+)?) KB \\([^)]*\\) used");

    /**
     * @param bundleLoaders class loaders of bundles that have loaded a class and are not collected
     * @param metaspaceKiB in use, after a full collection
     */
    record Held(long bundleLoaders, long metaspaceKiB) {}

    /** Collects garbage, then counts. */
    Held collect() {
        // What the first collection enqueues is free to go in the second.
        run("GC.run");
        run("GC.run_finalization");
        run("GC.run");
        long loaders = run("VM.classloader_stats")
                .lines()
                .filter(line -> line.contains("BundleClassLoader"))
                .count();
        String metaspace = run("VM.metaspace", "scale=KB");
        Matcher used = USED.matcher(metaspace);
        assertThat(used.find()).as(metaspace).isTrue();
        return new Held(loaders, Math.round(Double.parseDouble(used.group(1))));
    }

    private String run(String... command) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        String[] line = Stream.concat(Stream.of(jcmd, Long.toString(pid)), Arrays.stream(command))
                .toArray(String[]::new);
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every 5xx code that the sources can answer stands in the runbook, and no other. */
class RunbookTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern ANSWERED = Pattern.compile(
            "(?:Problem\\.(?:of|worded)\\(\\s*5\\d\\d|Kind\\.UNAVAILABLE|Kind\\.NO_ROOM),\\s*\"([a-z-]+)\"");
    private static final Pattern DESCRIBED = Pattern.compile("(?m)^\\| 5\\d\\d `([a-z-]+)`");

    @Test
    void theRunbookHasEveryCodeThatCanBeAnswered() throws IOException {
        Set<String> answered = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve("bundles"))) {
            files.filter(file -> file.toString().matches(".*/src/main/.*\\.java"))
                    .forEach(file -> answered.addAll(all(ANSWERED, file)));
        }
        assertThat(answered).hasSizeGreaterThanOrEqualTo(6);
        assertThat(all(DESCRIBED, ROOT.resolve("docs/runbook.md"))).containsExactlyInAnyOrderElementsOf(answered);
    }

    private static Set<String> all(Pattern pattern, Path file) {
        try {
            Set<String> found = new TreeSet<>();
            Matcher matcher = pattern.matcher(Files.readString(file));
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

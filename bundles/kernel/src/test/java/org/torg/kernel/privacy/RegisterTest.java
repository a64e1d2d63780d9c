package org.torg.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.event.Event;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;

/** Nothing is kept about people of which the register does not know. */
@Tag("B18")
@Tag("L04")
class RegisterTest {

    @OnEveryDatabase
    void everyTableWithPersonalDataIsCovered(Database database) throws IOException {
        Map<String, String> declared = declared();
        Set<String> parts = new Kernel(database).privacy.register().keySet();

        // Whoever adds a column says in columns.txt what it holds, and has a part export and erase it.
        assertThat(declared.keySet()).isEqualTo(database.columns().keySet());
        assertThat(declared.values().stream().filter(part -> !part.equals("-")).collect(Collectors.toSet()))
                .isEqualTo(parts);
    }

    @Test
    void eventsHaveNoFieldForWhatAPersonHasWritten() {
        Set<String> texts = Stream.of(Event.class.getPermittedSubclasses())
                .flatMap(event -> Stream.of(event.getRecordComponents()))
                .filter(field -> field.getType() == String.class)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());

        assertThat(texts).containsOnly("number", "code");
    }

    private static Map<String, String> declared() throws IOException {
        Map<String, String> declared = new TreeMap<>();
        InputStream file = Objects.requireNonNull(RegisterTest.class.getResourceAsStream("columns.txt"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .forEach(line -> declared.put(line[0], line[1]));
        }
        return declared;
    }
}

package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.torg.itests.Client.Reply;

/** A vendor's modules, as its staff look at them and swap them over HTTP. */
final class VendorModules {
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final Client staff;
    private final String path;

    VendorModules(Client staff, String vendor) {
        this.staff = staff;
        this.path = Market.API + "/vendors/" + vendor;
    }

    JsonNode overview() {
        Reply reply = staff.get(path + "/modules");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json();
    }

    /** The generation that answers; 0 while the vendor is away. */
    long serving() {
        return overview().path("serving").asLong();
    }

    /** Activates files of the module folder, and answers the generation that was published. */
    long activate(Path... files) {
        return published(tryActivate(names(files), List.of()));
    }

    long remove(String... modules) {
        return published(tryActivate(List.of(), List.of(modules)));
    }

    long rollback(long generation) {
        return published(tryRollback(generation));
    }

    Reply tryActivate(List<String> files, List<String> remove) {
        return staff.post(path + "/generations", Map.of("activate", files, "remove", remove));
    }

    Reply tryRollback(long generation) {
        return staff.post(path + "/generations", Map.of("rollbackTo", generation));
    }

    static List<String> names(Path... files) {
        return Stream.of(files).map(file -> file.getFileName().toString()).toList();
    }

    /** Waits until nothing of an earlier generation is left on the node. */
    void awaitDrained() {
        Await.until("The end of earlier generations", BOUND, () -> overview()
                .get("draining")
                .isEmpty());
    }

    /** Symbolic name to version, of each generation that was ever published. */
    Map<Long, Map<String, String>> generations() {
        Map<Long, Map<String, String>> all = new TreeMap<>();
        String next = "";
        do {
            Reply reply = staff.get(path + "/generations?limit=100" + next);
            Market.items(reply).forEach(set -> all.put(set.get("generation").asLong(), modules(set)));
            next = reply.json().has("next")
                    ? "&after=" + reply.json().get("next").asText()
                    : "";
        } while (!next.isEmpty());
        return all;
    }

    /** Symbolic name to version. */
    static Map<String, String> modules(JsonNode set) {
        Map<String, String> modules = new TreeMap<>();
        set.get("modules")
                .forEach(module -> modules.put(
                        module.get("name").asText(), module.get("version").asText()));
        return modules;
    }

    private static long published(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json().get("generation").asLong();
    }
}

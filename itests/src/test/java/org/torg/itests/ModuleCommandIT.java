package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators swap modules from the console of a tenant, and from a terminal over HTTP. */
class ModuleCommandIT {
    private static final Duration BOUND = Duration.ofMinutes(1);
    private static final String NOWHERE = "org.example.nowhere-1.0.0.jar";
    private static final String SOURCE = """
            package org.example;

            import java.util.List;
            import java.util.Set;
            import org.osgi.service.component.annotations.Component;
            import org.torg.api.pricing.DeliveryOption;
            import org.torg.api.pricing.ModuleInfo;
            import org.torg.api.pricing.PricingRequest;
            import org.torg.api.pricing.ShippingModule;

            @Component
            public final class Nowhere implements ShippingModule {

                @Override
                public ModuleInfo info() {
                    return new ModuleInfo("nowhere", "1.0.0", Set.of(), Set.of());
                }

                @Override
                public List<DeliveryOption> options(PricingRequest request) {
                    return List.of();
                }
            }
            """;

    private record Ran(int exit, String out) {}

    @TempDir
    private Path base;

    @Test
    void modulesAreSwappedFromTheConsoleAndFromATerminal() throws Exception {
        try (LaunchedServer server = new LaunchedServer(base, "--features", "torg-demo", "--shell")) {
            server.awaitReady();
            ModuleJars.build(
                    base.resolve("modules"),
                    "org.example.nowhere",
                    "1.0.0",
                    Map.of("org.example.Nowhere", SOURCE),
                    Map.of(),
                    Map.of());

            type(server, "torg:module-list lighting", "lighting: generation 1 serves", NOWHERE);
            type(server, "torg:module-activate lighting missing.jar", "(module-file-unknown)");
            type(
                    server,
                    "torg:module-activate lighting " + NOWHERE,
                    "lighting: generation 2 is published",
                    "added    org.example.nowhere 1.0.0");
            type(server, "torg:module-rollback lighting 9", "(generation-unknown)");
            type(server, "torg:module-list dental", "vendor-not-found");

            Ran listed = run(server, "list");
            assertThat(listed.out())
                    .contains("lighting: generation 2 serves")
                    .containsPattern("2 +1 +activation +\\S+ +machine:shell:\\S+ +")
                    .containsPattern("org.example.nowhere +1.0.0 +ShippingModule +nowhere +working");
            assertThat(listed.exit()).isZero();
            Ran refused = run(server, "activate", "lighting", "missing.jar", NOWHERE);
            assertThat(refused.out()).startsWith("torg: ").contains("\n      missing.jar: ");
            assertThat(refused.exit()).isEqualTo(1);
            Ran removed = run(server, "activate", "lighting", "--remove", "org.example.nowhere");
            assertThat(removed.out())
                    .isEqualTo("lighting: generation 3 is published\n  removed  org.example.nowhere 1.0.0\n");
            assertThat(run(server, "rollback", "lighting", "2").out())
                    .contains("lighting: generation 4 is published", "added    org.example.nowhere 1.0.0");
            type(server, "torg:module-rollback lighting 1", "generation 5 is published", "parameters of generation 1");

            server.type("torg:stop");
            assertThat(server.awaitEnd()).isZero();
        }
    }

    private static void type(LaunchedServer server, String line, String... expected) {
        int before = server.console().length();
        server.type(line);
        for (String part : expected) {
            Await.until(part + " after " + line, BOUND, () -> server.console()
                    .substring(before)
                    .contains(part));
        }
    }

    /** The launcher's command for a running tenant, as the demo's person with the right to do so. */
    private Ran run(LaunchedServer server, String... arguments) throws IOException, InterruptedException {
        String[] person = Files.readAllLines(base.resolve("data/demo-logins.txt")).stream()
                .map(row -> row.split("\t"))
                .filter(row -> row[0].equals("staff-modules"))
                .findFirst()
                .orElseThrow();
        List<String> command = new ArrayList<>(
                List.of(LaunchedServer.home().resolve("bin/torg").toString(), "module"));
        command.addAll(List.of(arguments));
        Path output = base.resolve("terminal.log");
        ProcessBuilder terminal =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        terminal.environment().putAll(Map.of("TORG_ADDRESS", server.address().toString(), "TORG_TOKEN", person[6]));
        Process process = terminal.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ran(process.exitValue(), Files.readString(output));
    }
}

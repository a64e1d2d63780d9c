package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide for authors works as it is written, outside of this build: its files are built from the kit alone, the vendor is
 * installed into a tenant, sells, is swapped and rolled back. Only the port and the tenant's folder are others.
 */
class GuideIT {
    private static final Pattern FILE = Pattern.compile("<!-- file: (\\S+) -->\\n```\\w+\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern STEP = Pattern.compile("<!-- guide -->\\n```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NET = Pattern.compile("\"net\":\\{\"amount\":\"([0-9.]+)\"");

    private final Path root = Path.of("").toAbsolutePath().getParent();

    @TempDir
    private Path home;

    @Test
    void aVendorIsBuiltInstalledSwappedAndRolledBack() throws Exception {
        String guide = Files.readString(root.resolve("docs/write-a-vendor.md"));
        List<MatchResult> files = FILE.matcher(guide).results().toList();
        assertThat(files).hasSize(6);
        for (MatchResult file : files) {
            Path path = home.resolve("bakery").resolve(file.group(1));
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.group(2));
        }
        Path tenant = home.resolve("tenant");
        try (LaunchedServer server = new LaunchedServer(tenant, "--features", "torg-demo").awaitReady()) {
            String script = String.join(
                            "echo '--- next'\n",
                            STEP.matcher(guide)
                                    .results()
                                    .map(step -> step.group(1))
                                    .toList())
                    .replace("http://127.0.0.1:8181", server.address().toString())
                    .replace(".torg/", tenant + "/");
            List<String> steps = List.of(run(script, tenant, server).split("--- next\n"));

            assertThat(steps).hasSize(7);
            assertThat(goods(steps.get(2))).as(steps.get(2)).isEqualTo("486.00");
            assertThat(steps.get(2)).contains("A dozen or more: 10% off", "\"number\":");
            assertThat(goods(steps.get(3))).as(steps.get(3)).isEqualTo("432.00");
            assertThat(goods(steps.get(4))).as(steps.get(4)).isEqualTo("486.00");
            assertThat(goods(steps.get(5))).as(steps.get(5)).isEqualTo("437.40");
            assertThat(steps.get(5).substring(steps.get(5).lastIndexOf("\"lines\"")))
                    .as("without the campaign")
                    .contains("\"486.00\"");
            gone(server);
        }
    }

    /** It sells nothing any more, and what was ordered is still there. */
    private static void gone(LaunchedServer server) {
        Client owner = new Market(server).as("owner");
        Client.Reply refused = owner.post(
                Market.API + "/prices",
                Map.of("vendor", "bakery", "lines", List.of(Map.of("sku", "LOAF", "quantity", 1))));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().get("code").asText()).isEqualTo("vendor-closed");
        List<JsonNode> orders = Market.items(owner.get(Market.API + "/orders"));
        assertThat(orders).anySatisfy(order -> {
            assertThat(order.get("vendor").asText()).isEqualTo("bakery");
            Client.Reply read =
                    owner.get(Market.API + "/orders/" + order.get("id").asText());
            assertThat(read.status()).as(read.body()).isEqualTo(200);
        });
    }

    /** The net amount of the first line of the first price in the output. */
    private static String goods(String output) {
        int lines = output.indexOf("\"lines\"");
        Matcher net = NET.matcher(output);
        return lines >= 0 && net.find(lines) ? net.group(1) : "";
    }

    private String run(String script, Path tenant, LaunchedServer server) throws IOException, InterruptedException {
        Path output = home.resolve("guide.out");
        ProcessBuilder guide = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        guide.environment().put("HOME", home.toString());
        guide.environment().put("TORG_DATA", tenant.toString());
        guide.environment().put("TORG_ADDRESS", server.address().toString());
        guide.environment().put("PATH", offlineMaven() + ":" + System.getenv("PATH"));
        Process process = guide.start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        process.destroy();
        String printed = Files.readString(output);
        assertThat(ended).as(printed).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        assertThat(printed).doesNotContain("urn:torg:problem");
        return printed;
    }

    /**
     * A mvn that fetches nothing but the kit, and keeps what it takes from there apart: its local repository is the user's,
     * link by link, without anything of Torg.
     */
    private Path offlineMaven() throws IOException {
        Path users = Path.of(
                System.getProperty("torg.local.repository", System.getProperty("user.home") + "/.m2/repository"));
        Path own = Files.createDirectories(home.resolve("repository/org")).getParent();
        link(users, own, "org");
        link(users.resolve("org"), own.resolve("org"), "torg");
        Path bin = Files.createDirectories(home.resolve("bin"));
        Path mvn = bin.resolve("mvn");
        Files.writeString(
                mvn,
                "#!/bin/sh\nPATH=${PATH#*:}\nexec mvn \"$@\" -o -Daether.offline.protocols=file -Dmaven.repo.local='"
                        + own + "'\n");
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwxr-xr-x"));
        return bin;
    }

    private static void link(Path from, Path to, String except) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (Stream<Path> all = Files.list(from)) {
            all.filter(entry -> !entry.getFileName().toString().equals(except)).forEach(entries::add);
        }
        for (Path entry : entries) {
            Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
        }
    }
}

package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.itests.Client.Reply;

class LauncherIT {
    private static final int LISTEN = 0x0A;
    private static final String HTTP = "etc/org.ops4j.pax.web.cfg";

    @Test
    void startsStopsAndStartsAgainOnTheSameData(@TempDir Path base) throws IOException {
        Map<String, FileTime> home = files(LaunchedServer.home());
        LaunchedServer first = LaunchedServer.archiving(base);
        try (first) {
            first.awaitReady();
            showsTheLinkForTheFirstAdministrator(first);
        }
        assertThat(first.ready()).isZero();
        assertThat(base.resolve("data/derby/torg/db.lck")).doesNotExist();
        assertThat(base.resolve("data/derby/torg")).isDirectory();
        assertThat(base.resolve("data/cds")).isNotEmptyDirectory();

        Files.delete(base.resolve(HTTP));
        try (LaunchedServer second = LaunchedServer.archiving(base)) {
            second.awaitReady();
            assertListensOnLoopback(second);
        }
        assertThat(base.resolve(HTTP))
                .hasSameBinaryContentAs(LaunchedServer.home().resolve(HTTP));
        assertThat(errors(Files.readString(base.resolve("data/log/torg.log")))).isEmpty();
        assertThat(files(LaunchedServer.home())).as("A home is only read").isEqualTo(home);
    }

    /**
     * What is logged as an error, but for one thing: Pax Web forgets its thread while events of bundles that have stopped are
     * still on their way to it. It does no harm, as all stops then.
     */
    private static List<String> errors(String log) {
        return Stream.of(log.split("\n(?=\\d{4}-\\d\\d-\\d\\dT)"))
                .filter(entry -> entry.contains(" ERROR "))
                .filter(entry -> !entry.contains("WebContainerManager.bundleChanged"))
                .toList();
    }

    /** On the console and in a file of its owner, in no log; and who follows it needs a second factor. */
    private static void showsTheLinkForTheFirstAdministrator(LaunchedServer server) throws IOException {
        Path file = server.data().resolve("first-administrator.txt");
        String link = Files.readString(file).strip();
        assertThat(link).startsWith(server.address() + "/first#");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Await.until("The link", Duration.ofSeconds(30), () -> server.console().contains(link));
        String secret = link.substring(link.indexOf('#') + 1);
        assertThat(Files.readString(server.data().resolve("log/torg.log"))).doesNotContain(secret);
        Map<String, String> claim = Map.of(
                "secret", secret, "email", "eva@shop.example", "name", "Eva Lund", "password", "a correct horse");

        Reply claimed = server.client().post(Market.API + "/first-administrator", claim);

        assertThat(claimed.status()).as(claimed.body()).isEqualTo(201);
        assertThat(file).doesNotExist();
        assertThat(server.client()
                        .post(Market.API + "/first-administrator", claim)
                        .status())
                .isEqualTo(422);
        Reply session = server.client()
                .post(Market.API + "/sessions", Map.of("email", "eva@shop.example", "password", "a correct horse"));
        assertThat(session.json().get("stage").asText()).isEqualTo("second-factor-missing");
        Client eva = server.client().as(session.json().get("token").asText());
        assertThat(eva.get(Market.API + "/orders").status()).isEqualTo(401);
        assertThat(eva.post(Market.API + "/second-factor", Map.of()).status()).isEqualTo(201);
    }

    /** A folder that an operator has worked in, and that has suffered. */
    @Nested
    class AFolderOfBefore {
        @TempDir
        private static Path base;

        private static LaunchedServer server;

        @BeforeAll
        static void start() throws IOException {
            Files.createDirectories(base.resolve("etc"));
            Files.writeString(base.resolve(HTTP), "\0\0\\uZZZZ = \n");
            Path modules = Files.createDirectories(base.resolve("modules"));
            Files.writeString(modules.resolve("org.example.own-1.0.0.jar"), "the operator's");
            for (Path ours : jars(LaunchedServer.home().resolve("modules"))) {
                Files.writeString(modules.resolve(ours.getFileName()), "of an earlier build");
            }
            server = new LaunchedServer(base).awaitReady();
        }

        @AfterAll
        static void stop() {
            server.close();
        }

        /** A damaged file may take nothing but its own settings with it: never the port, never the address. */
        @Test
        void opensOnePortOnLoopbackAlsoWithADamagedFile() throws IOException {
            assertListensOnLoopback(server);
        }

        @Test
        void getsTheSnapshotsOfANewBuildAndKeepsTheOperatorsModules() throws IOException {
            Path modules = base.resolve("modules");
            List<Path> built = jars(LaunchedServer.home().resolve("modules"));
            assertThat(built).isNotEmpty().allSatisfy(ours -> assertThat(modules.resolve(ours.getFileName()))
                    .hasSameBinaryContentAs(ours));
            assertThat(modules.resolve("org.example.own-1.0.0.jar")).hasContent("the operator's");
        }
    }

    private static void assertListensOnLoopback(LaunchedServer server) throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "Sockets are read from /proc");
        assertThat(listening(server.pid())).singleElement().satisfies(address -> assertThat(address)
                .endsWith(":%04X".formatted(server.address().getPort()))
                .containsPattern("^(0100007F|0000000000000000FFFF00000100007F):"));
    }

    @Test
    void hasNoUserAndNoScriptOfKaraf() throws IOException {
        Path home = LaunchedServer.home();
        try (Stream<Path> scripts = Files.list(home.resolve("bin"));
                Stream<Path> etc = Files.list(home.resolve("etc"))) {
            assertThat(scripts)
                    .extracting(Path::getFileName)
                    .extracting(Path::toString)
                    .containsExactly("torg");
            assertThat(etc)
                    .extracting(Path::getFileName)
                    .extracting(Path::toString)
                    .doesNotContain("users.properties", "keys.properties", "org.apache.karaf.shell.cfg");
        }
        try (Stream<Path> system = Files.walk(home.resolve("system"))) {
            assertThat(system.map(path -> path.getFileName().toString()))
                    .isNotEmpty()
                    .noneMatch(
                            name -> name.matches(
                                    "(sshd|org\\.apache\\.karaf\\.(shell\\.(?!core-)|management\\.|deployer\\.|kar\\.)).*\\.jar"));
        }
    }

    /** The local addresses, in the kernel's hexadecimal, on which a process listens. */
    private static List<String> listening(long pid) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                String target = target(descriptor);
                if (target.startsWith("socket:[")) {
                    sockets.add(target.substring(8, target.length() - 1));
                }
            }
        }
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> lines("/proc/" + pid + "/net/" + table))
                .map(line -> line.trim().split("\\s+"))
                .filter(fields -> fields.length > 9 && fields[3].matches("[0-9A-F]{2}"))
                .filter(fields -> Integer.parseInt(fields[3], 16) == LISTEN && sockets.contains(fields[9]))
                .map(fields -> Arrays.asList(fields).get(1))
                .toList();
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** When each file below a folder was last changed. */
    private static Map<String, FileTime> files(Path folder) throws IOException {
        Map<String, FileTime> changed = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                changed.put(file.toString(), Files.getLastModifiedTime(file));
            }
        }
        return changed;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}

package org.torg.itests;

import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/** The distribution's archive, unpacked and started by Pax Exam on a free loopback port. */
final class PaxExamServer implements Server, CloseableResource {
    private static final Duration BOUND = Duration.ofMinutes(3);

    private final Path work = Path.of(System.getProperty("torg.work"));
    private final URI address;
    private final TestContainer container;

    PaxExamServer() {
        int port = Ports.free();
        address = URI.create("http://127.0.0.1:" + port);
        try {
            ExamSystem system = PaxExamRuntime.createServerSystem(options(port));
            container = PaxExamRuntime.createContainer(system);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        container.start();
        Client client = new Client(address);
        Await.until("The server", BOUND, () -> isReady(client));
    }

    private static boolean isReady(Client client) {
        try {
            return client.get("/system/ready").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private Option[] options(int port) {
        Path distribution = Path.of(System.getProperty("torg.distribution")).normalize();
        Path exam = Path.of(System.getProperty("torg.exam"));
        String features = "etc/org.apache.karaf.features.cfg";
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(distribution.toUri().toString())
                    .karafVersion(System.getProperty("karaf.version"))
                    .name("Torg")
                    .unpackDirectory(work.toFile())
                    .useDeployFolder(false)
                    .runEmbedded(false),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            keepRuntimeFolder(),
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg",
                    "org.ops4j.pax.url.mvn.defaultRepositories",
                    "${karaf.home.uri}system@id=system@snapshots, " + exam.toUri() + "@id=exam@snapshots"),
            editConfigurationFilePut("etc/system.properties", "torg.http.port", Integer.toString(port)),
            vmOptions(
                    "-Xmx384m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Djdk.util.zip.disableZip64ExtraFieldValidation=true",
                    "-Djava.rmi.server.hostname=127.0.0.1"),
            editConfigurationFilePut(features, "featuresBoot", "framework,torg,torg-postgresql,torg-demo"),
        };
    }

    @Override
    public URI address() {
        return address;
    }

    /** Pax Exam unpacks into a folder of a random name, one for each run. */
    @Override
    public Path data() {
        try (Stream<Path> folders = Files.list(work)) {
            return folders.map(folder -> folder.resolve("data"))
                    .filter(Files::isDirectory)
                    .max(Comparator.comparing(folder -> folder.toFile().lastModified()))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        container.stop();
    }
}

package org.torg.connectors.clamav;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.upload.FileScanner;

/**
 * Has each file scanned by one clamd. Absent until it is configured. Whatever it does not understand as clean is not clean: a
 * clamd that is away, slow, full or strange makes files wait, and what is too large for it is refused.
 */
@Component(
        service = FileScanner.class,
        configurationPid = "org.torg.connectors.clamav",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ClamavConfiguration.class)
public final class ClamavScanner implements FileScanner {

    private static final Logger LOG = LoggerFactory.getLogger(ClamavScanner.class);
    private static final long MB = 1_000_000;

    /** Found in files of which clamd did not look at everything, where its AlertExceedsMax is on. */
    private static final String TOO_MUCH = "Heuristics.Limits.Exceeded";

    private final ClamavConfiguration configuration;
    private final String host;

    /** @throws IllegalArgumentException when the configuration is not usable; its message says why */
    @Activate
    public ClamavScanner(ClamavConfiguration configuration) {
        this.configuration = configuration;
        host = Optional.ofNullable(configuration.host()).orElse("").strip();
        if (host.isEmpty()) {
            throw new IllegalArgumentException("host is missing");
        }
        if (configuration.port() < 1 || configuration.port() > 65_535) {
            throw new IllegalArgumentException("port is none: " + configuration.port());
        }
        if (configuration.connect_timeout() < 1 || configuration.timeout() < 1) {
            throw new IllegalArgumentException("connect.timeout and timeout are at least one second");
        }
        LOG.info("Uploads are scanned by {}:{}", host, configuration.port());
        if (!isLoopback()) {
            LOG.warn("Uploads go to {} in the clear, to be scanned", host);
        }
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public Verdict scan(InputStream content, long size) throws IOException {
        long most = configuration.max_megabytes() * MB;
        if (most > 0 && size > most) {
            return Verdict.TOO_LARGE;
        }
        try (Clamd clamd = Clamd.connect(
                host,
                configuration.port(),
                Duration.ofSeconds(configuration.connect_timeout()),
                Duration.ofSeconds(configuration.timeout()))) {
            return verdict(clamd.scan(content));
        }
    }

    /** Exactly {@code stream: OK} is clean, and nothing else. */
    private static Verdict verdict(String reply) throws IOException {
        if (reply.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        if (reply.startsWith("stream: ") && reply.endsWith(" FOUND")) {
            String found = reply.substring("stream: ".length());
            return found.startsWith(TOO_MUCH) ? Verdict.TOO_LARGE : Verdict.INFECTED;
        }
        if (reply.startsWith("INSTREAM size limit exceeded")) {
            return Verdict.TOO_LARGE;
        }
        throw new IOException("clamd says neither yes nor no: " + printable(reply));
    }

    private static String printable(String reply) {
        return reply.replaceAll("[^ -~]", "?").substring(0, Math.min(reply.length(), 80));
    }
}

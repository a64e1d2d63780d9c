package org.torg.connectors.clamav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.upload.FileScanner.Verdict;

/** Against a server that speaks the protocol, and against some that do not. */
@Tag("D20")
class ClamavScannerTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 3_000_000})
    void whatTheScannerKnowsNothingAgainstIsClean(int size) throws Exception {
        try (Daemon daemon = new Daemon(Daemon.Manner.SCANS)) {
            byte[] content = bytes(size);

            assertThat(scan(daemon, content)).isEqualTo(Verdict.CLEAN);

            assertThat(daemon.heard()).hasSize(1);
            assertThat(daemon.heard().get(0)).as("all of it, and nothing else").isEqualTo(content);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_500, 2_000_000})
    void theKnownTestVirusIsFoundWhereverItStands(int before) throws Exception {
        byte[] content = new byte[before + Daemon.EICAR.length + 100];
        System.arraycopy(Daemon.EICAR, 0, content, before, Daemon.EICAR.length);
        try (Daemon daemon = new Daemon(Daemon.Manner.SCANS)) {
            assertThat(scan(daemon, content)).isEqualTo(Verdict.INFECTED);
        }
    }

    @Test
    void whatIsTooLargeForTheScannerIsSaidToBeSo() throws Exception {
        try (Daemon daemon = new Daemon(Daemon.Manner.LIMITED)) {
            assertThat(scan(daemon, bytes(Daemon.LIMIT))).isEqualTo(Verdict.CLEAN);
            for (int i = 0; i < 20; i++) {
                assertThat(scan(daemon, bytes(20 * Daemon.LIMIT))).isEqualTo(Verdict.TOO_LARGE);
            }
        }
        try (Daemon daemon = new Daemon(Daemon.Manner.EXCEEDS)) {
            assertThat(scan(daemon, bytes(10))).isEqualTo(Verdict.TOO_LARGE);
        }
    }

    @Test
    void whatTheOperatorSaysIsTooLargeIsNotSent() throws Exception {
        try (Daemon daemon = new Daemon(Daemon.Manner.SCANS)) {
            ClamavScanner scanner = new ClamavScanner(new Settings("127.0.0.1", daemon.port(), 1, 5, 1));

            assertThat(scanner.scan(new ByteArrayInputStream(bytes(1_000_001)), 1_000_001))
                    .isEqualTo(Verdict.TOO_LARGE);
            assertThat(daemon.heard()).isEmpty();
            assertThat(scanner.scan(new ByteArrayInputStream(bytes(1_000_000)), 1_000_000))
                    .isEqualTo(Verdict.CLEAN);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Daemon.Manner.class,
            names = {"CUTS", "MUMBLES", "ERRS", "SHOUTS"})
    void nothingIsCleanThatTheScannerDoesNotSaySoOf(Daemon.Manner manner) throws Exception {
        try (Daemon daemon = new Daemon(manner)) {
            assertThatThrownBy(() -> scan(daemon, bytes(5_000_000))).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Daemon.Manner.class,
            names = {"BROODS", "IGNORES"})
    void aScannerThatHangsIsGivenUp(Daemon.Manner manner) throws Exception {
        try (Daemon daemon = new Daemon(manner)) {
            assertThatThrownBy(() -> scan(daemon, bytes(30_000_000))).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aScannerThatIsAwayMakesFilesWait() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ClamavScanner scanner = new ClamavScanner(Settings.of(port));

        assertThatThrownBy(() -> scanner.scan(new ByteArrayInputStream(bytes(1)), 1))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void aFileThatCannotBeReadIsNotScanned() throws Exception {
        try (Daemon daemon = new Daemon(Daemon.Manner.SCANS)) {
            InputStream broken = new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("the disk");
                }
            };
            assertThatThrownBy(() -> new ClamavScanner(Settings.of(daemon.port())).scan(broken, 100))
                    .hasMessage("the disk");
        }
    }

    @Test
    void anUnusableConfigurationSaysWhy() {
        assertThatThrownBy(() -> new ClamavScanner(new Settings(" ", 3310, 0, 5, 1)))
                .hasMessage("host is missing");
        assertThatThrownBy(() -> new ClamavScanner(new Settings("localhost", 0, 0, 5, 1)))
                .hasMessage("port is none: 0");
        assertThatThrownBy(() -> new ClamavScanner(new Settings("localhost", 3310, 0, 5, 0)))
                .hasMessageContaining("timeout");
    }

    private static Verdict scan(Daemon daemon, byte[] content) throws IOException {
        return new ClamavScanner(Settings.of(daemon.port())).scan(new ByteArrayInputStream(content), content.length);
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}

package org.torg.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;

class KeyedFingerprintsTest {

    @Nested
    class OnDerby extends Contract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }

    abstract static class Contract extends KernelContract {

        @TempDir
        private Path folder;

        Contract(Database database) {
            super(database);
        }

        @Test
        void aRequestIsKnownAgainAfterARestartAndUnderANewerMasterKeyAndNoOtherIs() throws IOException {
            Path file = folder.resolve("master.key");
            String mark = life(file).of(bytes("[\"invite\",\"kari@kunde.example\"]"));

            assertThat(mark).hasSizeLessThanOrEqualTo(64).doesNotContain("kari");
            assertThat(life(file).of(bytes("[\"invite\",\"kari@kunde.example\"]")))
                    .isEqualTo(mark);
            assertThat(life(file).match(mark, bytes("[\"invite\",\"ola@kunde.example\"]")))
                    .isFalse();

            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.add(0, Base64.getEncoder().encodeToString(new byte[AesGcm.KEY_BYTES]));
            Files.write(file, lines);

            assertThat(life(file).of(bytes("[\"invite\",\"kari@kunde.example\"]")))
                    .isNotEqualTo(mark);
            assertThat(life(file).match(mark, bytes("[\"invite\",\"kari@kunde.example\"]")))
                    .isTrue();
        }

        @Test
        void whatWasMadeUnderALostKeyIsNotKnownAgain() {
            KeyedFingerprints here = life(folder.resolve("master.key"));

            assertThat(here.match("0123456789abcdef.AAAA", bytes("x"))).isFalse();
            assertThat(here.match("", bytes("x"))).isFalse();
        }

        private KeyedFingerprints life(Path file) {
            return new KeyedFingerprints(
                    new MasterKeys(file, kernel.transactions, kernel.stores.personKeys(), kernel.clock));
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}

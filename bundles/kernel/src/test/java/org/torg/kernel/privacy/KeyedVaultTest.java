package org.torg.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.api.StoreException;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;
import org.torg.kernel.fixture.Parallel;

@Tag("L04")
class KeyedVaultTest {

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
        void whatIsSealedOpensForItsOwnerAlone() {
            String sealed = seal("kari", "Kari Nordmann, 31129956715");
            seal("ola", "something else");

            assertThat(sealed).doesNotContain("Kari").doesNotContain("311299");
            assertThat(open("kari", sealed)).contains("Kari Nordmann, 31129956715");
            assertThat(open("ola", sealed)).isEmpty();
            assertThat(open("nobody", sealed)).isEmpty();
        }

        @Test
        void theSameTextIsSealedDifferentlyEachTime() {
            assertThat(seal("kari", "same")).isNotEqualTo(seal("kari", "same"));
        }

        @Test
        void whatWasSealedIsGoneWithTheKeyOnAllNodesAtOnce() {
            String sealed = seal("kari", "secret");
            KeyedVault other = kernel.node().vault;
            assertThat(open(other, "kari", sealed)).contains("secret");

            kernel.transactions.change(tx -> kernel.vault.destroy(tx, "kari"));

            assertThat(open("kari", sealed)).isEmpty();
            assertThat(open(other, "kari", sealed)).isEmpty();
        }

        @Test
        void aLaterKeyOfTheSameOwnerDoesNotOpenWhatTheEarlierOneSealed() {
            String sealed = seal("kari", "secret");
            kernel.transactions.change(tx -> kernel.vault.destroy(tx, "kari"));
            String later = seal("kari", "new");

            assertThat(open("kari", sealed)).isEmpty();
            assertThat(open("kari", later)).contains("new");
        }

        @Test
        void aTextThatWasChangedIsAFailureAndNotAnotherText() {
            String sealed = seal("kari", "secret");
            char last = sealed.charAt(20);
            String changed = sealed.substring(0, 20) + (last == 'A' ? 'B' : 'A') + sealed.substring(21);

            assertThatThrownBy(() -> open("kari", changed))
                    .isInstanceOf(StoreException.class)
                    .hasMessageNotContaining("secret");
            assertThatThrownBy(() -> open("kari", "Kari in the clear"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageNotContaining("Kari");
        }

        @Test
        void aKeyThatWasMovedToAnotherOwnerOpensNothing() {
            String sealed = seal("kari", "secret");
            kernel.transactions.change(tx -> {
                var key = kernel.stores.personKeys().key(tx, "kari").orElseThrow();
                kernel.stores
                        .personKeys()
                        .insert(
                                tx,
                                new org.torg.api.store.PersonKeyStore.WrappedKey(
                                        "thief", key.id(), key.master(), key.wrapped(), key.createdAt()));
            });

            assertThatThrownBy(() -> open("thief", sealed)).isInstanceOf(StoreException.class);
        }

        @Test
        void twoWhoSealForTheSameNewOwnerAtOnceShareOneKey() {
            List<String> sealed = Parallel.run(6, i -> seal("kari", "text " + i));

            for (int i = 0; i < sealed.size(); i++) {
                assertThat(open("kari", sealed.get(i))).contains("text " + i);
            }
        }

        @Test
        void severalOwnersAreOpenedInOneStatement() {
            String kari = seal("kari", "Kari");
            String ola = seal("ola", "Ola");
            seal("gone", "Gone");
            kernel.transactions.change(tx -> kernel.vault.destroy(tx, "gone"));
            database.sent().forget();

            Map<String, String> opened = kernel.transactions.read(
                    tx -> kernel.vault.openAll(tx, Map.of("kari", kari, "ola", ola, "gone", kari)));

            assertThat(opened).isEqualTo(Map.of("kari", "Kari", "ola", "Ola"));
            assertThat(database.sent().statements()).hasSize(1);
        }

        @Test
        void theKeyFileIsMadeAtTheFirstStartAndReadableByItsOwnerAlone() throws Exception {
            Path file = folder.resolve("keys").resolve("master.key");

            assertThat(masters(file).missing()).isEmpty();

            assertThat(Files.readString(file).lines().filter(line -> !line.startsWith("#")))
                    .hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
            try (var files = Files.list(file.getParent())) {
                assertThat(files).containsExactly(file);
            }
        }

        @Test
        void theMasterKeyIsNotInTheDatabase() throws Exception {
            Path file = folder.resolve("master.key");
            vault(file).seal("kari", "secret");
            String key = keyIn(file);

            assertThat(database.texts()).isNotEmpty().noneMatch(text -> text.contains(key));
        }

        @Test
        void noNewKeyIsMadeWhenTheFileIsLost() throws Exception {
            Path file = folder.resolve("master.key");
            vault(file).seal("kari", "secret");
            Files.delete(file);

            Opened restarted = vault(file);

            assertThat(restarted.masters().missing())
                    .hasValueSatisfying(text -> assertThat(text).contains("not there"));
            assertThatThrownBy(() -> restarted.seal("ola", "text"))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.UNAVAILABLE));
            assertThat(file).doesNotExist();
        }

        @Test
        void theFileOfAnotherTenantIsNamedAndNotUsed() throws Exception {
            vault(folder.resolve("master.key")).seal("kari", "secret");
            Path other = folder.resolve("other.key");
            write(other, newKey());

            assertThat(masters(other).missing())
                    .hasValueSatisfying(text -> assertThat(text).contains("has not the master keys"));
        }

        @Test
        void aBrokenFileIsNamedWithoutWhatIsInIt() throws Exception {
            Path file = folder.resolve("master.key");
            Files.writeString(file, "not-a-key-of-32-bytes\n");

            assertThat(masters(file).missing())
                    .hasValueSatisfying(text -> assertThat(text).doesNotContain("not-a-key"));
        }

        @Test
        void aRestoredFileServesWithoutARestart() throws Exception {
            Path file = folder.resolve("master.key");
            vault(file).seal("kari", "secret");
            String content = Files.readString(file);
            Files.delete(file);
            MasterKeys restarted = masters(file);
            assertThat(restarted.missing()).isPresent();

            Files.writeString(file, content);

            assertThat(restarted.missing()).isEmpty();
        }

        @Test
        void aNewerMasterKeyIsPutOnTopAndOldTextsStillOpen() throws Exception {
            Path file = folder.resolve("master.key");
            String sealed = vault(file).seal("kari", "secret");
            String old = keyIn(file);
            String newer = newKey();
            write(file, newer, old);

            Opened rotated = vault(file);
            assertThat(rotated.open("kari", sealed)).contains("secret");
            String later = rotated.seal("ola", "text");

            assertThat(masterOf("ola")).isNotEqualTo(masterOf("kari"));
            write(file, newer);
            assertThat(masters(file).missing())
                    .as("the older one still wraps keys")
                    .isPresent();
            write(file, newer, old);
            assertThat(vault(file).open("ola", later)).contains("text");
        }

        @Test
        void olderKeysAreWrappedAnewAndThenTheOldMasterKeyMayGo() throws Exception {
            Path file = folder.resolve("master.key");
            Opened before = vault(file);
            Map<String, String> sealed = new java.util.HashMap<>();
            for (int i = 0; i < 250; i++) {
                String owner = "owner-" + i;
                sealed.put(owner, before.seal(owner, "text " + i));
            }
            String newer = newKey();
            write(file, newer, keyIn(file));
            Opened rotated = vault(file);
            rotated.seal("newest", "text");

            KeyRewrapping rewrapping = new KeyRewrapping(
                    kernel.transactions,
                    kernel.stores.personKeys(),
                    kernel.stores.jobs(),
                    rotated.masters(),
                    rotated.vault(),
                    kernel.clock);
            assertThat(new org.torg.kernel.job.Turns(kernel, rewrapping).turn()).isTrue();

            write(file, newer);
            Opened after = vault(file);
            assertThat(after.masters().missing()).isEmpty();
            Map<String, String> opened =
                    kernel.transactions.read(tx -> after.vault().openAll(tx, sealed));
            assertThat(opened).hasSize(250).containsEntry("owner-7", "text 7");
        }

        @Test
        void severalNodesThatStartAtOnceAgreeOnOneKey() {
            Path file = folder.resolve("master.key");

            List<Optional<String>> answers = Parallel.run(4, i -> masters(file).missing());

            assertThat(answers).containsOnly(Optional.empty());
            assertThat(kernel.transactions.read(kernel.stores.personKeys()::masters))
                    .hasSize(1);
        }

        @Test
        void twoNodesWithFilesOfTheirOwnDoNotBothServe() {
            List<Optional<String>> answers =
                    Parallel.run(2, i -> masters(folder.resolve("node-" + i)).missing());

            assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
        }

        private String masterOf(String owner) {
            return kernel.transactions
                    .read(tx -> kernel.stores.personKeys().key(tx, owner))
                    .orElseThrow()
                    .master();
        }

        private record Opened(MasterKeys masters, KeyedVault vault, org.torg.api.store.Transactions transactions) {

            String seal(String owner, String plain) {
                return transactions.write(tx -> vault.seal(tx, owner, plain));
            }

            Optional<String> open(String owner, String sealed) {
                return transactions.read(tx -> vault.open(tx, owner, sealed));
            }
        }

        private Opened vault(Path file) {
            MasterKeys masters = masters(file);
            return new Opened(
                    masters, new KeyedVault(kernel.stores.personKeys(), masters, kernel.clock), kernel.transactions);
        }

        private MasterKeys masters(Path file) {
            return new MasterKeys(file, kernel.transactions, kernel.stores.personKeys(), kernel.clock);
        }

        private static String keyIn(Path file) throws Exception {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("#"))
                    .findFirst()
                    .orElseThrow();
        }

        private static String newKey() {
            byte[] key = new byte[32];
            new java.security.SecureRandom().nextBytes(key);
            return Base64.getEncoder().encodeToString(key);
        }

        private static void write(Path file, String... keys) throws Exception {
            Files.write(file, List.of(keys));
            Files.setPosixFilePermissions(file, Set.copyOf(PosixFilePermissions.fromString("rw-------")));
        }

        private String seal(String owner, String plain) {
            return kernel.transactions.write(tx -> kernel.vault.seal(tx, owner, plain));
        }

        private Optional<String> open(String owner, String sealed) {
            return open(kernel.vault, owner, sealed);
        }

        private Optional<String> open(KeyedVault vault, String owner, String sealed) {
            return kernel.transactions.read(tx -> vault.open(tx, owner, sealed));
        }
    }
}

package org.torg.kernel.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aQute.bnd.osgi.Constants;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.api.vendor.VendorId;

class ModuleFolderTest {

    private static final String BUNDLE =
            "Bundle-ManifestVersion: 2\nBundle-SymbolicName: org.example.a;singleton:=false\n";

    @TempDir
    Path folder;

    private Path jar(String manifest, int padding) throws IOException {
        Path file = folder.resolve("some.jar");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write(("Manifest-Version: 1.0\n" + manifest + "\n").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("padding"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < padding; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        return file;
    }

    private void isUnreadable(Path file) {
        assertThatThrownBy(() -> ModuleJar.read(file)).isInstanceOf(IOException.class);
        assertThat(new ModuleFolder(folder).jars()).isEmpty();
    }

    @Test
    void aJarTellsItsNameAndVersionAndWhoseItIs() throws IOException {
        ModuleJar jar = ModuleJar.read(jar(
                BUNDLE + "Bundle-Version: 1.2.3.q\n"
                        + "Provide-Capability: org.example.x,org.torg.vendor;org.torg.vendor=dental\n",
                0));

        assertThat(jar.symbolicName()).isEqualTo("org.example.a");
        assertThat(jar.version()).hasToString("1.2.3.q");
        assertThat(jar.vendor()).contains(new VendorId("dental"));
        assertThat(jar.file()).isEqualTo("some.jar");
        assertThat(jar.size()).isEqualTo(Files.size(folder.resolve("some.jar")));
        assertThat(jar.digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void whatSaysNothingOfItsVersionHasTheLowest() throws IOException {
        ModuleJar jar = ModuleJar.read(jar(BUNDLE, 0));

        assertThat(jar.version()).hasToString("0.0.0");
        assertThat(jar.vendor()).isEmpty();
    }

    @Test
    void theDigestIsThatOfTheBlob() throws IOException {
        BuiltModule.campaign().into(folder, "campaign.jar");
        ModuleJar jar = ModuleJar.read(folder.resolve("campaign.jar"));

        assertThat(new MemoryBlobs().put(jar.open()).sha256()).isEqualTo(jar.digest());
    }

    @Test
    void aFileThatChangesWhileItIsReadIsNotTaken() throws IOException {
        Path file = jar(BUNDLE, 0);
        ModuleJar jar = ModuleJar.read(file);
        Files.write(file, new byte[1], java.nio.file.StandardOpenOption.APPEND);

        assertThatThrownBy(jar::digest).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNoBundleIsUnreadable() throws IOException {
        isUnreadable(jar("", 0));
        isUnreadable(jar("Bundle-ManifestVersion: 1\nBundle-SymbolicName: a\n", 0));
        isUnreadable(jar("Bundle-ManifestVersion: 2\n", 0));
        isUnreadable(jar(BUNDLE + "Fragment-Host: system.bundle;extension:=framework\n", 0));
        isUnreadable(jar("Bundle-ManifestVersion: 2\nBundle-SymbolicName: a,b\n", 0));
        isUnreadable(jar(BUNDLE + "Bundle-Version: one\n", 0));
        isUnreadable(jar(BUNDLE + "Provide-Capability: a;b=\"\n", 0));
        Path text = folder.resolve("some.jar");
        Files.writeString(text, "no archive");
        isUnreadable(text);
        Files.writeString(text, "");
        isUnreadable(text);
    }

    @Test
    void whatIsTooLargeIsNotEvenUnpacked() throws IOException {
        assertThat(ModuleJar.read(jar(BUNDLE, 50)).symbolicName()).isEqualTo("org.example.a");
        isUnreadable(jar(BUNDLE, 101));
        isUnreadable(jar(BUNDLE + "X: " + ("x".repeat(60) + "\n ").repeat(5000) + "\n", 0));
        Path file = jar(BUNDLE, 0);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(ModuleJar.LARGEST + 1);
        }
        isUnreadable(file);
    }

    /** The directory at the end of an archive says what it likes of the sizes. */
    @Test
    void whatUnpacksToMoreThanItSaysIsFoundWhenItIsUnpacked() throws IOException {
        Path file = jar(BUNDLE, 101);
        byte[] bytes = Files.readAllBytes(file);
        byte[] signature = {'P', 'K', 1, 2};
        for (int at = 0; at < bytes.length - 46; at++) {
            if (Arrays.equals(bytes, at, at + 4, signature, 0, 4)) {
                // The size of the entry as it is unpacked.
                Arrays.fill(bytes, at + 24, at + 28, (byte) 0);
                bytes[at + 24] = 100;
            }
        }
        Files.write(file, bytes);
        ModuleJar jar = ModuleJar.read(file);

        assertThatThrownBy(jar::unpack).isInstanceOf(IOException.class);
        ModuleJar.read(jar(BUNDLE, 50)).unpack();
    }

    @Test
    void theFolderShowsItsBundlesInTheOrderOfTheirNames() throws IOException {
        BuiltModule campaign = BuiltModule.campaign();
        campaign.with(Map.of(Constants.BUNDLE_VERSION, "2.0.0")).into(folder, "b.jar");
        campaign.into(folder, "a.jar");
        Files.writeString(folder.resolve("readme.txt"), "");
        Files.writeString(folder.resolve("broken.jar"), "");
        Files.createDirectory(folder.resolve("folder.jar"));

        assertThat(new ModuleFolder(folder).jars()).extracting(ModuleJar::file).containsExactly("a.jar", "b.jar");
        assertThat(new ModuleFolder(folder).find("a.jar")).contains(folder.resolve("a.jar"));
    }

    @Test
    void aFolderThatIsNotThereHasNothing() {
        ModuleFolder missing = new ModuleFolder(folder.resolve("missing"));

        assertThat(missing.jars()).isEmpty();
        assertThat(missing.find("a.jar")).isEqualTo(Optional.empty());
    }
}

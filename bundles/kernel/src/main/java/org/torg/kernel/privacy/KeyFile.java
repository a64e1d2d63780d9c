package org.torg.kernel.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file with the master keys of a tenant: one in Base64 on each line, the newest first; lines that begin with {@code #} are
 * for people. Readable by its owner alone.
 */
final class KeyFile {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final String HEAD = """
            # The master keys of this tenant, the newest first. Without this file, what is kept of
            # people cannot be read. Keep a copy apart from the database's.
            """;

    private final Path file;

    KeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** The newest first; none when there is no file. */
    List<MasterKey> read() {
        try {
            List<MasterKey> keys = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    keys.add(key(text));
                }
            }
            warnOfOthers();
            return keys;
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MasterKey key(String text) throws IOException {
        try {
            byte[] secret = Base64.getDecoder().decode(text);
            if (secret.length == AesGcm.KEY_BYTES) {
                return new MasterKey(secret);
            }
        } catch (IllegalArgumentException e) {
            // Said below, without the line.
        }
        throw new IOException("a line of the key file is not a key of 32 bytes in Base64");
    }

    /** Makes the file with one key. It appears whole and is on the disk when this returns. */
    void write(MasterKey key) {
        try {
            Path folder = file.getParent();
            if (folder == null) {
                throw new IOException("the key file has no folder");
            }
            if (Files.notExists(folder)) {
                Files.createDirectories(folder, permissions(folder, OWNER_ONLY_FOLDER));
            }
            Path part = Files.createTempFile(folder, "master", ".part", permissions(folder, OWNER_ONLY));
            try {
                try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    ByteBuffer text =
                            ByteBuffer.wrap((HEAD + Base64.getEncoder().encodeToString(key.secret()) + "\n")
                                    .getBytes(StandardCharsets.US_ASCII));
                    while (text.hasRemaining()) {
                        out.write(text);
                    }
                    out.force(true);
                }
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            sync(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The new name is on the disk, too. */
    private static void sync(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    private void warnOfOthers() throws IOException {
        if (isPosix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            LOG.warn("The file with the master keys can be read by others than its owner: chmod 600");
        }
    }

    private static FileAttribute<?>[] permissions(Path at, Set<PosixFilePermission> permissions) {
        return isPosix(at)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path at) {
        return at.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

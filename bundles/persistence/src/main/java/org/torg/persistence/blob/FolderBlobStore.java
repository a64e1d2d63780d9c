package org.torg.persistence.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.torg.api.StoreException;
import org.torg.api.store.BlobStore;
import org.torg.persistence.tx.Failures;

/**
 * Blobs as files in one folder. A blob gets its name when it is whole and on the disk; until then it is a file that ends in
 * {@code .part}. Such as a crash has left are deleted at a start, when they are older than a day.
 */
@Component(
        service = BlobStore.class,
        configurationPid = "org.torg.persistence.blob",
        configurationPolicy = org.osgi.service.component.annotations.ConfigurationPolicy.REQUIRE)
@Designate(ocd = FolderBlobStore.Configuration.class)
public final class FolderBlobStore implements BlobStore {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int BUFFER = 64 * 1024;
    private static final String PART = ".part";

    private final Path folder;

    @ObjectClassDefinition(name = "Torg blobs", description = "Where large content is kept")
    public @interface Configuration {
        @AttributeDefinition(description = "A folder on a local disk, readable by this process alone")
        String folder();
    }

    @Activate
    public FolderBlobStore(Configuration configuration) {
        this(Path.of(configuration.folder()));
    }

    public FolderBlobStore(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            deleteLeftOver();
        } catch (IOException e) {
            throw failure("the folder cannot be made", e);
        }
    }

    /** What a crash has left, older than a day by the clock of the disk itself. Younger ones may be another process's. */
    private void deleteLeftOver() throws IOException {
        Path probe = Files.createTempFile(folder, "probe", PART);
        FileTime now = Files.getLastModifiedTime(probe);
        Files.delete(probe);
        Instant old = now.toInstant().minus(1, ChronoUnit.DAYS);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + PART)) {
            for (Path part : parts) {
                if (isOlder(part, old)) {
                    deleteQuietly(part);
                }
            }
        }
    }

    private static boolean isOlder(Path part, Instant instant) {
        try {
            return Files.getLastModifiedTime(part).toInstant().isBefore(instant);
        } catch (IOException e) {
            // It became a blob meanwhile, or is not ours to see.
            return false;
        }
    }

    @Override
    public Blob put(InputStream content) {
        String id = UUID.randomUUID().toString();
        Path part = folder.resolve(id + PART);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = write(content, part, digest);
            Files.move(part, folder.resolve(id), StandardCopyOption.ATOMIC_MOVE);
            syncFolder();
            return new Blob(id, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw failure("the content cannot be stored", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            deleteQuietly(part);
        }
    }

    private static long write(InputStream content, Path file, MessageDigest digest) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            int length;
            while ((length = read(content, buffer)) >= 0) {
                digest.update(buffer, 0, length);
                ByteBuffer rest = ByteBuffer.wrap(buffer, 0, length);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                size += length;
            }
            out.force(true);
            return size;
        }
    }

    /** A sender who goes away is not a failure of the disk. */
    private static int read(InputStream content, byte[] buffer) {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The new name is on the disk, too. */
    private void syncFolder() throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    @Override
    public InputStream open(String id) {
        try {
            return Files.newInputStream(file(id));
        } catch (IOException e) {
            throw failure("there is no such blob", e);
        }
    }

    @Override
    public void delete(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw failure("the blob cannot be deleted", e);
        }
    }

    /** Only names that this store gives: none leads out of the folder. */
    private Path file(String id) {
        if (!ID.matcher(id).matches()) {
            throw new StoreException(
                    StoreException.Kind.OTHER, "there is no such blob", new IllegalArgumentException("not a blob id"));
        }
        return folder.resolve(id);
    }

    private static void deleteQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // What is left over is not a blob; the failure that led here is the one to tell.
        }
    }

    private static StoreException failure(String what, IOException cause) {
        StoreException.Kind kind = Failures.isDiskFull(cause) ? StoreException.Kind.NO_ROOM : StoreException.Kind.OTHER;
        return new StoreException(kind, what, cause);
    }
}

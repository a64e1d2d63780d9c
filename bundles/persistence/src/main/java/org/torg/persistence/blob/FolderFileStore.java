package org.torg.persistence.blob;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.torg.api.StoreException;
import org.torg.api.store.FileStore;
import org.torg.persistence.tx.Failures;

/**
 * Files in the folder {@code files} beside the blobs. Who writes has the lock of the operating system on the file, which goes with
 * the process: nobody waits for one that was killed.
 */
@Component(
        service = FileStore.class,
        configurationPid = "org.torg.persistence.blob",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FolderFileStore implements FileStore {

    private static final Pattern NAME = Pattern.compile("[0-9a-z-]{1,64}");

    private final Path folder;
    /** Asked before the file is opened: on some systems, to close a second channel would give up the lock of the first. */
    private final Set<String> written = ConcurrentHashMap.newKeySet();

    @Activate
    public FolderFileStore(FolderBlobStore.Configuration configuration) {
        this(Path.of(configuration.folder()).resolve("files"));
    }

    public FolderFileStore(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw failure("the folder cannot be made", e);
        }
    }

    @Override
    public Optional<Writing> write(String name) {
        Path file = file(name);
        if (!written.add(name)) {
            return Optional.empty();
        }
        @Nullable FileChannel channel = null;
        boolean mine = false;
        try {
            boolean isNew = !Files.exists(file);
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Optional<FileLock> lock = lock(channel);
            if (lock.isEmpty()) {
                return Optional.empty();
            }
            channel.position(channel.size());
            if (isNew) {
                syncFolder();
            }
            mine = true;
            return Optional.of(new Open(name, channel));
        } catch (IOException e) {
            throw failure("the file cannot be written", e);
        } finally {
            if (!mine) {
                written.remove(name);
                closeQuietly(channel);
            }
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    /** The name of a new file is on the disk, too. */
    private void syncFolder() throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    private final class Open implements Writing {

        private final String name;
        private final FileChannel channel;

        Open(String name, FileChannel channel) {
            this.name = name;
            this.channel = channel;
        }

        @Override
        public long size() {
            try {
                return channel.size();
            } catch (IOException e) {
                throw failure("the file cannot be measured", e);
            }
        }

        @Override
        public void cut(long size) {
            try {
                channel.truncate(size);
                channel.position(channel.size());
            } catch (IOException e) {
                throw failure("the file cannot be cut", e);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
            try {
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            } catch (IOException e) {
                throw failure("the file cannot be written", e);
            }
        }

        @Override
        public void sync() {
            try {
                channel.force(true);
            } catch (IOException e) {
                throw failure("the file cannot be written", e);
            }
        }

        @Override
        public void close() {
            closeQuietly(channel);
            written.remove(name);
        }
    }

    @Override
    public InputStream open(String name, long from) {
        try {
            SeekableByteChannel channel = Files.newByteChannel(file(name), StandardOpenOption.READ);
            channel.position(from);
            return Channels.newInputStream(channel);
        } catch (IOException e) {
            throw failure("there is no such file", e);
        }
    }

    @Override
    public void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw failure("the file cannot be deleted", e);
        }
    }

    /** Only names that lead nowhere else. */
    private Path file(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new StoreException(
                    StoreException.Kind.OTHER, "there is no such file", new IllegalArgumentException("not a name"));
        }
        return folder.resolve(name);
    }

    /** What was written and synced stays; what was not is not counted on. */
    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Nothing depends on it: see sync.
            }
        }
    }

    private static StoreException failure(String what, IOException cause) {
        StoreException.Kind kind = Failures.isDiskFull(cause) ? StoreException.Kind.NO_ROOM : StoreException.Kind.OTHER;
        return new StoreException(kind, what, cause);
    }
}

package org.torg.api.store;

import java.io.InputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.StoreException;

/**
 * Large files that grow piece by piece, under names that the kernel knows before they are there: unlike a blob none can be left
 * over without a row that tells of it.
 */
@ProviderType
public interface FileStore {

    /**
     * Opens a file for writing at its end, and for nobody else meanwhile, on whichever node; makes it when it is not there.
     *
     * @param name 1 to 64 lower-case letters, digits and hyphens
     * @return empty while another writes to it
     * @throws StoreException {@code NO_ROOM} when the disk is full
     */
    Optional<Writing> write(String name);

    /**
     * The bytes from there to the end; to be closed.
     *
     * @throws StoreException {@code OTHER} when there is no such file
     */
    InputStream open(String name, long from);

    /** Whether it was there or not. */
    void delete(String name);

    /** One who writes. A failure is a {@link StoreException}, as above. */
    interface Writing extends AutoCloseable {

        /** Bytes that the file has. */
        long size();

        /** Throws away what lies beyond. */
        void cut(long size);

        /** At the end. */
        void write(byte[] bytes, int offset, int length);

        /** Returns when all that was written is on the disk for certain. */
        void sync();

        @Override
        void close();
    }
}

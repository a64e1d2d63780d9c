package org.torg.api.store;

import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.StoreException;

/** Large binary content outside the database. */
@ProviderType
public interface BlobStore {

    /**
     * Stores a stream to its end; what could not be stored whole is not stored.
     *
     * @throws StoreException {@code NO_ROOM} when the disk is full
     */
    Blob put(InputStream content);

    /** @throws StoreException {@code OTHER} when there is no such blob */
    InputStream open(String id);

    void delete(String id);

    /** @param id opaque */
    record Blob(String id, long size, String sha256) {}
}

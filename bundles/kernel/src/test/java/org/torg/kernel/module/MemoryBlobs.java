package org.torg.kernel.module;

import aQute.bnd.osgi.Constants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.torg.api.StoreException;
import org.torg.api.module.ModuleSet;
import org.torg.api.store.BlobStore;

/** Blobs by their digest, without a disk. */
final class MemoryBlobs implements BlobStore {

    private final Map<String, byte[]> content = new ConcurrentHashMap<>();

    /** The module of a jar, as a set would name it. */
    ModuleSet.Module module(BuiltModule built) {
        Blob blob = put(built.content());
        return new ModuleSet.Module(
                built.header(Constants.BUNDLE_SYMBOLICNAME),
                built.header(Constants.BUNDLE_VERSION),
                blob.sha256(),
                blob.id(),
                List.of());
    }

    @Override
    public Blob put(InputStream stream) {
        try {
            byte[] bytes = stream.readAllBytes();
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            content.put(digest, bytes);
            return new Blob(digest, bytes.length, digest);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public InputStream open(String id) {
        byte[] bytes = content.get(id);
        if (bytes == null) {
            throw new StoreException(StoreException.Kind.OTHER, "no such blob", new IllegalStateException());
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public void delete(String id) {
        content.remove(id);
    }
}

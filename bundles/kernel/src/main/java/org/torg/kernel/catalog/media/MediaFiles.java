package org.torg.kernel.catalog.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.StoreException;
import org.torg.api.catalog.Medium;
import org.torg.api.store.BlobStore;
import org.torg.api.store.BlobStore.Blob;
import org.torg.api.store.MediaStore;
import org.torg.api.store.MediaStore.Pruned;
import org.torg.api.store.MediaStore.StoredFile;
import org.torg.api.store.Transactions;
import org.torg.api.upload.FileType;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.upload.format.FileFormats;
import org.torg.kernel.upload.format.WrongContent;

/**
 * Looks at files that shall be shown, keeps them, and removes those that nobody sees any more. A file is read whole, because it is of
 * {@value #MOST_BYTES} bytes at most.
 */
@Component(service = MediaFiles.class)
public final class MediaFiles {

    public static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(MediaFiles.class);
    /** Longer than any import takes between a file and the rows that name it. */
    private static final Duration UNNAMED = Duration.ofDays(1);

    private static final int PRUNED_TOGETHER = 500;
    private static final int MOST_NAME = 100;
    private static final Set<FileType> ALLOWED = Set.of(FileType.JPEG, FileType.PNG, FileType.PDF);

    private final Transactions transactions;
    private final MediaStore media;
    private final BlobStore blobs;
    private final Clock clock;

    @Activate
    public MediaFiles(
            @Reference Transactions transactions,
            @Reference MediaStore media,
            @Reference BlobStore blobs,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.media = media;
        this.blobs = blobs;
        this.clock = clock;
    }

    /**
     * @param name decides the type: {@code .jpg}, {@code .png} or {@code .pdf}
     * @throws UnusableFile {@code media-type-refused}, {@code file-too-large}, {@code file-type-mismatch}, {@code picture-unreadable},
     *     {@code picture-too-large}
     */
    public Usable examine(String name, InputStream content) throws UnusableFile, IOException {
        FileType type = type(name);
        byte[] bytes = content.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UnusableFile(
                    "file-too-large",
                    "A picture or a document may have {0} MiB.",
                    Argument.number(MOST_BYTES / 1024 / 1024));
        }
        if (type == FileType.PDF) {
            try {
                FileFormats.copy(type, new ByteArrayInputStream(bytes), OutputStream.nullOutputStream(), MOST_BYTES);
            } catch (WrongContent e) {
                throw new UnusableFile("file-type-mismatch", "The content is not that of a PDF file.");
            }
            return new Usable(name, type, List.of(new Pictures.Size(bytes, 0, 0)));
        }
        return new Usable(name, type, Pictures.make(type, bytes).sizes());
    }

    private static FileType type(String name) throws UnusableFile {
        return FileType.ofName(name)
                .filter(ALLOWED::contains)
                .orElseThrow(() -> new UnusableFile(
                        "media-type-refused", "A picture is a JPEG or a PNG file, a document a PDF file."));
    }

    /** A name without folders that may be handed out. */
    public static String plainName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^\\p{L}\\p{N}. _()+-]", "_");
        // What tells the type stands at the end.
        return name.length() <= MOST_NAME ? name : name.substring(name.length() - MOST_NAME);
    }

    /**
     * A file that can be shown.
     *
     * @param sizes the smallest first
     */
    public record Usable(String name, FileType type, List<Pictures.Size> sizes) {
        public Usable {
            sizes = List.copyOf(sizes);
        }

        public Medium.Kind kind() {
            return type == FileType.PDF ? Medium.Kind.DOCUMENT : Medium.Kind.PICTURE;
        }
    }

    /**
     * Keeps it, for a day at least also when no row names it.
     *
     * @return the hash by which rows name it
     */
    public String keep(VendorId vendor, Usable file) {
        List<StoredFile> stored = new ArrayList<>();
        List<Blob> put = new ArrayList<>();
        try {
            file.sizes().forEach(size -> put.add(blobs.put(new ByteArrayInputStream(size.bytes()))));
            String main = put.get(put.size() - 1).sha256();
            for (int i = 0; i < put.size(); i++) {
                Blob blob = put.get(i);
                Pictures.Size size = file.sizes().get(i);
                stored.add(new StoredFile(
                        blob.sha256(),
                        main,
                        blob.id(),
                        file.type().mediaType(),
                        file.name(),
                        blob.size(),
                        size.width(),
                        size.height()));
            }
            List<StoredFile> fresh = transactions.write(tx -> media.keep(tx, vendor, stored, clock.now()));
            Set<String> needed =
                    new HashSet<>(fresh.stream().map(StoredFile::blob).toList());
            put.removeIf(blob -> needed.contains(blob.id()));
            return main;
        } finally {
            // Those that were there already, or all when something went wrong.
            put.forEach(blob -> delete(blob.id()));
        }
    }

    /** Removes what nobody sees any more, some at a time. */
    public void prune(VendorId vendor, Runnable checkpoint) {
        boolean more = true;
        while (more) {
            checkpoint.run();
            Pruned pruned =
                    transactions.write(tx -> media.prune(tx, vendor, clock.now().minus(UNNAMED), PRUNED_TOGETHER));
            pruned.blobs().forEach(this::delete);
            more = pruned.more();
        }
    }

    private void delete(String blob) {
        try {
            blobs.delete(blob);
        } catch (StoreException e) {
            LOG.warn("The file {} that nobody sees is left behind: {}", blob, e.kind());
        }
    }
}

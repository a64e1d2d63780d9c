package org.torg.api.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.catalog.Medium;
import org.torg.api.catalog.Relation;
import org.torg.api.catalog.Sku;
import org.torg.api.store.CatalogStore.StockedVariant;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/**
 * Pictures, documents and relations of articles and categories. They arrive in batches that become visible in one step; of an
 * owner's pictures, of its documents and of its relations of one kind, those of the batch count that was activated last.
 */
@ProviderType
public interface MediaStore {

    /**
     * Enters files whose bytes are in the blob store, a picture's sizes each as one. One that is known already is kept as it is.
     *
     * @return those that were new; the blobs of the others are of no use
     */
    List<StoredFile> keep(Tx tx, VendorId vendor, List<StoredFile> files, Instant now);

    /** One of a vendor that has this file. */
    List<FoundFile> file(Tx tx, String hash);

    /** Stores rows that nobody sees yet. */
    void stage(Tx tx, VendorId vendor, String batch, List<MediaRow> rows);

    /** Stores relations that nobody sees yet. */
    void stageRelations(Tx tx, VendorId vendor, String batch, List<RelationRow> rows);

    /** Makes a batch visible, in one statement whatever its size; one that is visible stays as it is. */
    void activate(Tx tx, VendorId vendor, String batch);

    /** Removes the rows of a batch that was never activated. */
    void discard(Tx tx, String batch);

    /** What is visible of these owners, in its order, in one statement. */
    List<OwnedMedium> media(
            Tx tx, VendorId vendor, OwnerKind kind, Collection<String> owners, Optional<Medium.Kind> only);

    /** Articles of the same vendor that belong to this one, in their order, in one statement. */
    List<Related> related(Tx tx, VendorId vendor, Sku sku);

    /**
     * Removes some of the rows that no longer count, and of the files that no row names and that were entered before
     * {@code before}, some.
     *
     * @return blobs that nothing refers to any more, and whether there may be more to remove
     */
    Pruned prune(Tx tx, VendorId vendor, Instant before, int limit);

    enum OwnerKind {
        ARTICLE,
        CATEGORY
    }

    /**
     * @param hash of its bytes
     * @param main hash of the largest size; of a document its own
     * @param width 0 for documents
     */
    record StoredFile(
            String hash, String main, String blob, String mediaType, String name, long bytes, int width, int height) {}

    record FoundFile(VendorId vendor, String blob, String mediaType, String name, long bytes) {}

    /**
     * @param owner SKU or category path
     * @param main hash of the file; empty: the owner has none of this kind any more
     * @param meantFor language of those it is for; empty: everybody
     * @param titleLanguage in which the title is
     */
    record MediaRow(
            OwnerKind ownerKind,
            String owner,
            Medium.Kind kind,
            Optional<String> main,
            Optional<String> meantFor,
            String titleLanguage,
            String title,
            int position) {}

    /** @param related empty: the article has none of this relation any more */
    record RelationRow(Sku sku, Relation relation, Optional<Sku> related, int position) {}

    record OwnedMedium(String owner, Medium medium) {}

    record Related(Relation relation, StockedVariant variant) {}

    record Pruned(List<String> blobs, boolean more) {
        public Pruned {
            blobs = List.copyOf(blobs);
        }
    }
}

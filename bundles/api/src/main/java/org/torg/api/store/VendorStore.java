package org.torg.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Workflow;

/** Parameters, and what vendors have said, kept by content hash. */
@ProviderType
public interface VendorStore {

    /** Grows with every parameter change; 1 before the first. */
    long generation(Tx tx, VendorId vendor);

    /** All rows ever set, the newest first. */
    List<ParameterChange> parameters(Tx tx, VendorId vendor);

    /**
     * Adds a row and raises the generation.
     *
     * @return the new generation
     */
    long insert(Tx tx, VendorId vendor, ParameterChange change, Instant now);

    /** Stores under the content's hash unless it is there. */
    void put(Tx tx, String hash, Content content);

    Optional<Content> content(Tx tx, String hash);

    /** What an order refers to by hash. */
    sealed interface Content {
        record TermsContent(Terms terms, LegalEntity seller) implements Content {}

        record TextsContent(Texts texts, Workflow workflow) implements Content {}
    }
}

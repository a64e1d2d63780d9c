package org.torg.api.store;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.LegalEntity;
import org.torg.api.vendor.Terms;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.Workflow;

/** What vendors have said, kept by content hash. */
@ProviderType
public interface VendorStore {

    /** Stores under the content's hash unless it is there. */
    void put(Tx tx, String hash, Content content);

    Optional<Content> content(Tx tx, String hash);

    /** Keeps how a vendor looks, in place of what was kept of it before. */
    void putFace(Tx tx, Face face);

    /** Of all vendors that were ever here, by id. */
    List<Face> faces(Tx tx);

    /** What a vendor said of itself when it was here last: its name and colour, its words and its states. */
    record Face(VendorDescriptor descriptor, Texts texts, Workflow workflow) {}

    /** What orders and configurations refer to by hash. */
    sealed interface Content {
        record TermsContent(Terms terms, LegalEntity seller) implements Content {}

        record TextsContent(Texts texts, Workflow workflow) implements Content {}

        /** How an article was configured. */
        record ModelContent(ConfigurationModel model) implements Content {}
    }
}

package org.torg.kernel.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.store.VendorStore;
import org.torg.api.store.VendorStore.Content;
import org.torg.api.store.VendorStore.Content.ModelContent;
import org.torg.api.store.VendorStore.Content.TermsContent;
import org.torg.api.store.VendorStore.Content.TextsContent;
import org.torg.json.TorgJson;

/**
 * Terms, texts and models by the hash of their content, to which orders refer for ever. Content never changes under its hash, so
 * what this node has once seen stored is not asked for again.
 */
@Component(service = Contents.class)
public final class Contents {
    /** More than a tenant's vendors have in a long time; then it starts anew. */
    private static final int REMEMBERED = 1000;

    private final Transactions transactions;
    private final VendorStore store;
    private final ObjectWriter canonical = TorgJson.mapper().writerFor(Content.class);
    private final Map<Content, String> stored = new ConcurrentHashMap<>();
    private final Map<String, Content> byHash = new ConcurrentHashMap<>();

    @Activate
    public Contents(@Reference Transactions transactions, @Reference VendorStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /**
     * The hash of content that is stored when this returns. A content that is new is committed by itself before any order
     * refers to it: one that no order uses in the end does no harm. Not to be called inside a transaction.
     */
    public String store(Content content) {
        String known = stored.get(content);
        if (known != null) {
            return known;
        }
        String hash = hash(content);
        Contention.outlast(() -> transactions.write(tx -> {
            store.put(tx, hash, content);
            return hash;
        }));
        remember(hash, content);
        return hash;
    }

    /** Terms and seller under this hash; a failure when there are none, since no order is stored without. */
    public TermsContent terms(Tx tx, String hash) {
        return (TermsContent) content(tx, hash);
    }

    /** Texts and workflow under this hash; a failure when there are none. */
    public TextsContent texts(Tx tx, String hash) {
        return (TextsContent) content(tx, hash);
    }

    /** Keeps how an article is configured, under the hash that answers refer to. As {@link #store}. */
    void keep(String hash, ConfigurationModel model) {
        if (byHash.containsKey(hash)) {
            return;
        }
        Content content = new ModelContent(model);
        Contention.outlast(() -> transactions.write(tx -> {
            store.put(tx, hash, content);
            return hash;
        }));
        remember(hash, content);
    }

    /** The model under this hash; a failure when there is none. */
    public ConfigurationModel model(Tx tx, String hash) {
        return ((ModelContent) content(tx, hash)).model();
    }

    private Content content(Tx tx, String hash) {
        Content known = byHash.get(hash);
        if (known != null) {
            return known;
        }
        Content content = store.content(tx, hash)
                .orElseThrow(() -> new IllegalStateException("no content with the hash " + hash));
        remember(hash, content);
        return content;
    }

    private void remember(String hash, Content content) {
        if (byHash.size() >= REMEMBERED) {
            byHash.clear();
            stored.clear();
        }
        byHash.put(hash, content);
        stored.put(content, hash);
    }

    private String hash(Content content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.writeValueAsBytes(content)));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("content that cannot be hashed", e);
        }
    }
}

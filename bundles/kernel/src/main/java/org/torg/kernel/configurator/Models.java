package org.torg.kernel.configurator;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.store.VendorStore;
import org.torg.api.store.VendorStore.Content.ModelContent;
import org.torg.kernel.solver.CompiledModel;
import org.torg.kernel.vendor.Generation;

/**
 * The models by which articles are configured: those of a generation, and by their content hash those of all times, so that a
 * configuration is understood for ever.
 */
@Component(service = Models.class)
public final class Models {

    /** Older ones that are looked at now. */
    private static final int REMEMBERED = 100;

    private final Transactions transactions;
    private final VendorStore store;
    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final Map<String, CompiledModel> older = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompiledModel> eldest) {
            return size() > REMEMBERED;
        }
    });

    @Activate
    public Models(@Reference Transactions transactions, @Reference VendorStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /**
     * The model of a product's articles; empty when they are not configured. Calls vendor code the first time: not to be used
     * inside a transaction.
     *
     * @param today business date of the seller
     * @throws org.torg.api.vendor.VendorFailure when the vendor's code fails
     */
    public Optional<CompiledModel> of(Generation generation, LocalDate today, String product) {
        return Optional.ofNullable(generation
                .vendor()
                .models(generation.parameters(today).parameters())
                .get(product));
    }

    /** Stores a model in this transaction, unless it is there: one statement or two. Its hash. */
    public String store(Tx tx, CompiledModel model) {
        if (!stored.contains(model.hash())) {
            store.put(tx, model.hash(), new ModelContent(model.model()));
        }
        return model.hash();
    }

    /** Stores a model by itself, unless it is there: no statement, as a rule. Not to be used inside a transaction. Its hash. */
    public String store(CompiledModel model) {
        if (!stored.contains(model.hash())) {
            transactions.write(tx -> store(tx, model));
            if (stored.size() >= REMEMBERED) {
                stored.clear();
            }
            stored.add(model.hash());
        }
        return model.hash();
    }

    /** One statement, or none. Empty when nothing was ever stored under this hash. */
    public Optional<CompiledModel> byHash(Tx tx, String hash) {
        CompiledModel known = older.get(hash);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<CompiledModel> found = store.content(tx, hash)
                .filter(ModelContent.class::isInstance)
                .map(content -> CompiledModel.of(((ModelContent) content).model(), hash));
        found.ifPresent(model -> older.put(hash, model));
        return found;
    }
}

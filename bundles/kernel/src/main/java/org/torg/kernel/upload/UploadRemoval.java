package org.torg.kernel.upload;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.store.FileStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.UploadStore;
import org.torg.api.upload.UploadId;
import org.torg.kernel.privacy.Vault;

/** Deletes what was taken from sight: first the files, then the row that tells of them, so that a crash leaves no file behind. */
@Component(service = UploadRemoval.class)
public final class UploadRemoval {

    private static final int AT_ONCE = 100;

    private final Transactions transactions;
    private final UploadStore store;
    private final FileStore files;
    private final Vault vault;

    @Activate
    public UploadRemoval(
            @Reference Transactions transactions,
            @Reference UploadStore store,
            @Reference FileStore files,
            @Reference Vault vault) {
        this.transactions = transactions;
        this.store = store;
        this.files = files;
        this.vault = vault;
    }

    void of(UploadId id) {
        files.delete(UploadFiles.sent(id));
        files.delete(UploadFiles.kept(id));
        transactions.change(tx -> {
            vault.destroy(tx, id.value());
            store.forget(tx, id);
        });
    }

    /** All that are left. @return how many */
    int ofAll(Runnable checkpoint) {
        int count = 0;
        List<UploadId> some = some();
        while (!some.isEmpty()) {
            for (UploadId id : some) {
                checkpoint.run();
                of(id);
                count++;
            }
            some = some();
        }
        return count;
    }

    private List<UploadId> some() {
        return transactions.read(tx -> store.removed(tx, AT_ONCE));
    }
}

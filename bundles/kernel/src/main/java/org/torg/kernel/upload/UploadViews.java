package org.torg.kernel.upload;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.store.UploadStore.UploadRow;
import org.torg.api.upload.Upload;
import org.torg.kernel.privacy.Vault;

/** Rows as people see them. */
@Component(service = UploadViews.class)
public final class UploadViews {

    private final Vault vault;

    @Activate
    public UploadViews(@Reference Vault vault) {
        this.vault = vault;
    }

    Upload of(Tx tx, UploadRow row) {
        boolean attached = row.owners() > 0;
        return new Upload(
                row.id(),
                row.account(),
                row.location(),
                row.vendor(),
                row.type(),
                label(tx, row),
                row.recipient(),
                row.size(),
                row.received(),
                row.state(),
                row.refusal().map(code -> UploadRefusals.stored(code, row.type())),
                row.stored(),
                attached,
                row.createdAt(),
                attached ? Optional.empty() : Optional.of(row.expiresAt()));
    }

    Optional<String> label(Tx tx, UploadRow row) {
        return row.label().flatMap(text -> vault.open(tx, row.id().value(), text));
    }

    Optional<String> seal(Tx tx, String id, Optional<String> label) {
        return label.map(text -> vault.seal(tx, id, text));
    }
}

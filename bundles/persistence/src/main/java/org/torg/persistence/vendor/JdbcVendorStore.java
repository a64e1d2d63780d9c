package org.torg.persistence.vendor;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.store.VendorStore;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** Each read costs one statement; {@code put} one or two. */
@Component(service = VendorStore.class)
public final class JdbcVendorStore implements VendorStore {

    private final Documents documents = new Documents();

    @Override
    public void put(Tx tx, String hash, Content content) {
        OpenTransaction open = OpenTransaction.of(tx);
        if (open.list(Sql.of("SELECT hash FROM vendor_content WHERE hash = ?", hash), row -> row.text("hash"))
                .isEmpty()) {
            open.insertIfAbsent(Sql.of(
                    "INSERT INTO vendor_content (hash, document) VALUES (?, ?)", hash, documents.write(content)));
        }
    }

    @Override
    public Optional<Content> content(Tx tx, String hash) {
        return OpenTransaction.of(tx)
                .first(
                        Sql.of("SELECT document FROM vendor_content WHERE hash = ?", hash),
                        row -> documents.read(row.text("document"), Content.class));
    }
}

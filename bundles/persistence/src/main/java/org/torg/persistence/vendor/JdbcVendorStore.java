package org.torg.persistence.vendor;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.store.VendorStore;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** Each read costs one statement; {@code put} and {@code putFace} one or two. */
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

    @Override
    public void putFace(Tx tx, Face face) {
        OpenTransaction open = OpenTransaction.of(tx);
        String vendor = face.descriptor().id().value();
        String document = documents.write(face);
        if (open.update(Sql.of("UPDATE vendor_face SET document = ? WHERE vendor = ?", document, vendor)) == 0) {
            open.insertIfAbsent(Sql.of("INSERT INTO vendor_face (vendor, document) VALUES (?, ?)", vendor, document));
        }
    }

    @Override
    public List<Face> faces(Tx tx) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of("SELECT document FROM vendor_face ORDER BY vendor"),
                        row -> documents.read(row.text("document"), Face.class));
    }
}

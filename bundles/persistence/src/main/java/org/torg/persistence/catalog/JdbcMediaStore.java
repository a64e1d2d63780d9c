package org.torg.persistence.catalog;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.torg.api.catalog.Medium;
import org.torg.api.catalog.Relation;
import org.torg.api.catalog.Sku;
import org.torg.api.store.MediaStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Row;
import org.torg.persistence.tx.Sql;

/**
 * Each read costs one statement. {@code keep} costs three, {@code stage} two, for the first rows of a batch three; {@code prune} at most
 * seven.
 */
@Component(service = MediaStore.class)
public final class JdbcMediaStore implements MediaStore {

    // What follows -- is for Derby, see VariantSearch.
    private static final String MEDIA = "SELECT m.owner, m.kind, m.main, m.meant_for, m.title_language, m.title,"
            + " b.activation, f.hash, f.media_type, f.name, f.bytes, f.width, f.height"
            + " FROM --DERBY-PROPERTIES joinOrder=FIXED\n"
            + " media m --DERBY-PROPERTIES index=media_owner\n"
            + " JOIN catalog_batch b --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n"
            + " ON b.id = m.batch"
            + " LEFT JOIN media_file f --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=media_file_pk\n"
            + " ON f.main = m.main AND f.vendor = m.vendor"
            + " WHERE b.activation > 0 AND m.vendor = ? AND m.owner_kind = ? AND ";

    private static final String RELATED = VariantRows.SELECT
            + ", r.relation, b.activation"
            + " FROM --DERBY-PROPERTIES joinOrder=FIXED\n"
            + " related_article r --DERBY-PROPERTIES index=related_article_sku\n"
            + " JOIN catalog_batch b --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n"
            + " ON b.id = r.batch"
            + " LEFT JOIN variant v --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=variant_pk\n"
            + " ON v.vendor = r.vendor AND v.sku = r.related"
            + " LEFT JOIN stock s --DERBY-PROPERTIES joinStrategy=NESTEDLOOP, constraint=stock_pk\n"
            + " ON s.vendor = v.vendor AND s.sku = v.sku"
            + " WHERE b.activation > 0 AND r.vendor = ? AND r.sku = ?"
            + " ORDER BY b.activation, r.place, r.id";

    private static final String SUPERSEDED_MEDIA =
            "SELECT m.id FROM media m JOIN catalog_batch b ON b.id = m.batch WHERE m.vendor = ? AND b.activation > 0"
                    + " AND EXISTS (SELECT n.id FROM media n JOIN catalog_batch l ON l.id = n.batch"
                    + " WHERE n.owner = m.owner AND n.vendor = m.vendor AND n.owner_kind = m.owner_kind"
                    + " AND n.kind = m.kind AND l.activation > b.activation)";

    private static final String SUPERSEDED_RELATIONS =
            "SELECT m.id FROM related_article m JOIN catalog_batch b ON b.id = m.batch WHERE m.vendor = ? AND b.activation > 0"
                    + " AND EXISTS (SELECT n.id FROM related_article n JOIN catalog_batch l ON l.id = n.batch"
                    + " WHERE n.sku = m.sku AND n.vendor = m.vendor AND n.relation = m.relation"
                    + " AND l.activation > b.activation)";

    private static final String FORSAKEN_FILES = "SELECT f.main, f.hash, f.blob_id FROM media_file f"
            + " WHERE f.vendor = ? AND f.kept_at < ?"
            + " AND NOT EXISTS (SELECT m.id FROM media m WHERE m.main = f.main AND m.vendor = f.vendor)";

    private final VariantRows variants = new VariantRows(new Documents());

    @Override
    public List<StoredFile> keep(Tx tx, VendorId vendor, List<StoredFile> files, Instant now) {
        OpenTransaction open = OpenTransaction.of(tx);
        List<String> known = open.list(
                Sql.of("SELECT main, hash FROM media_file WHERE vendor = ? AND ", vendor.value())
                        .addIn(
                                "main",
                                files.stream().map(StoredFile::main).distinct().toList()),
                row -> row.text("main") + row.text("hash"));
        List<StoredFile> fresh = files.stream()
                .filter(file -> !known.contains(file.main() + file.hash()))
                .toList();
        open.batch(
                "INSERT INTO media_file (vendor, main, hash, blob_id, media_type, name, bytes, width, height, kept_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                fresh.stream()
                        .map(file -> new Object[] {
                            vendor.value(),
                            file.main(),
                            file.hash(),
                            file.blob(),
                            file.mediaType(),
                            file.name(),
                            file.bytes(),
                            file.width(),
                            file.height(),
                            now
                        })
                        .toList());
        open.batch(
                "UPDATE media_file SET kept_at = ? WHERE vendor = ? AND main = ?",
                files.stream()
                        .filter(file -> known.contains(file.main() + file.hash()))
                        .map(file -> new Object[] {now, vendor.value(), file.main()})
                        .toList());
        return fresh;
    }

    @Override
    public List<FoundFile> file(Tx tx, String hash) {
        return OpenTransaction.of(tx)
                .list(
                        Sql.of(
                                "SELECT vendor, blob_id, media_type, name, bytes FROM media_file WHERE hash = ?"
                                        + " ORDER BY vendor",
                                hash),
                        row -> new FoundFile(
                                new VendorId(row.text("vendor")),
                                row.text("blob_id"),
                                row.text("media_type"),
                                row.text("name"),
                                row.number("bytes")));
    }

    @Override
    public void stage(Tx tx, VendorId vendor, String batch, List<MediaRow> rows) {
        OpenTransaction open = begin(tx, vendor, batch);
        open.batch(
                "INSERT INTO media (batch, vendor, owner_kind, owner, kind, main, meant_for, title_language, title, place)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows.stream()
                        .map(row -> new Object[] {
                            batch,
                            vendor.value(),
                            row.ownerKind().name(),
                            row.owner(),
                            row.kind().name(),
                            row.main().orElse(""),
                            row.meantFor().orElse(""),
                            row.titleLanguage(),
                            row.title(),
                            row.position()
                        })
                        .toList());
    }

    @Override
    public void stageRelations(Tx tx, VendorId vendor, String batch, List<RelationRow> rows) {
        OpenTransaction open = begin(tx, vendor, batch);
        open.batch(
                "INSERT INTO related_article (batch, vendor, sku, relation, related, place) VALUES (?, ?, ?, ?, ?, ?)",
                rows.stream()
                        .map(row -> new Object[] {
                            batch,
                            vendor.value(),
                            row.sku().value(),
                            row.relation().name(),
                            row.related().map(Sku::value).orElse(""),
                            row.position()
                        })
                        .toList());
    }

    private static OpenTransaction begin(Tx tx, VendorId vendor, String batch) {
        OpenTransaction open = OpenTransaction.of(tx);
        if (open.list(Sql.of("SELECT id FROM catalog_batch WHERE id = ?", batch), row -> row.text("id"))
                .isEmpty()) {
            open.update(Sql.of(
                    "INSERT INTO catalog_batch (id, vendor, activation) VALUES (?, ?, 0)", batch, vendor.value()));
        }
        return open;
    }

    @Override
    public void activate(Tx tx, VendorId vendor, String batch) {
        OpenTransaction.of(tx)
                .update(Sql.of(
                        "UPDATE catalog_batch SET activation = (SELECT COALESCE(MAX(b.activation), 0) + 1 FROM catalog_batch b)"
                                + " WHERE id = ? AND vendor = ? AND activation = 0",
                        batch,
                        vendor.value()));
    }

    @Override
    public void discard(Tx tx, String batch) {
        OpenTransaction open = OpenTransaction.of(tx);
        // The batch goes first: the rows of an active one stay.
        if (open.update(Sql.of("DELETE FROM catalog_batch WHERE id = ? AND activation = 0", batch)) == 1) {
            open.update(Sql.of("DELETE FROM media WHERE batch = ?", batch));
            open.update(Sql.of("DELETE FROM related_article WHERE batch = ?", batch));
        }
    }

    @Override
    public List<OwnedMedium> media(
            Tx tx, VendorId vendor, OwnerKind kind, Collection<String> owners, Optional<Medium.Kind> only) {
        Sql sql = Sql.of(MEDIA, vendor.value(), kind.name())
                .addIn("m.owner", owners.stream().distinct().toList());
        only.ifPresent(one -> sql.add(" AND m.kind = ?", one.name()));
        MediaRows rows = new MediaRows();
        OpenTransaction.of(tx).list(sql.add(" ORDER BY b.activation, m.place, m.id, f.width"), rows::take);
        return rows.media();
    }

    private record Place(Relation relation, long activation) {}

    @Override
    public List<Related> related(Tx tx, VendorId vendor, Sku sku) {
        Map<Relation, Long> last = new LinkedHashMap<>();
        Map<Place, List<Related>> found = new LinkedHashMap<>();
        OpenTransaction.of(tx).list(Sql.of(RELATED, vendor.value(), sku.value()), row -> {
            Place place = new Place(Relation.valueOf(row.text("relation")), row.number("activation"));
            last.put(place.relation(), place.activation());
            related(row, place.relation()).ifPresent(one -> found.computeIfAbsent(place, p -> new ArrayList<>())
                    .add(one));
            return place;
        });
        List<Related> related = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            Optional.ofNullable(last.get(relation))
                    .ifPresent(activation ->
                            related.addAll(found.getOrDefault(new Place(relation, activation), List.of())));
        }
        return related;
    }

    /** Nothing where the row says that there is none any more, or the article itself is gone. */
    private Optional<Related> related(Row row, Relation relation) throws SQLException {
        return row.optionalText("sku").isPresent()
                ? Optional.of(new Related(relation, variants.read(row)))
                : Optional.empty();
    }

    @Override
    public Pruned prune(Tx tx, VendorId vendor, Instant before, int limit) {
        OpenTransaction open = OpenTransaction.of(tx);
        int gone = delete(open, "media", SUPERSEDED_MEDIA, vendor, limit)
                + delete(open, "related_article", SUPERSEDED_RELATIONS, vendor, limit);
        List<StoredFile> files = open.list(
                Sql.of(FORSAKEN_FILES, vendor.value(), before).limit(limit),
                row -> new StoredFile(row.text("hash"), row.text("main"), row.text("blob_id"), "", "", 0, 0, 0));
        open.batch(
                "DELETE FROM media_file WHERE main = ? AND vendor = ? AND hash = ?",
                files.stream()
                        .map(file -> new Object[] {file.main(), vendor.value(), file.hash()})
                        .toList());
        open.update(Sql.of(
                "DELETE FROM catalog_batch WHERE vendor = ? AND activation > 0"
                        + " AND NOT EXISTS (SELECT m.id FROM media m WHERE m.batch = catalog_batch.id)"
                        + " AND NOT EXISTS (SELECT r.id FROM related_article r WHERE r.batch = catalog_batch.id)",
                vendor.value()));
        return new Pruned(files.stream().map(StoredFile::blob).toList(), gone > 0 || files.size() == limit);
    }

    private static int delete(OpenTransaction open, String table, String superseded, VendorId vendor, int limit) {
        List<Long> ids = open.list(Sql.of(superseded, vendor.value()).limit(limit), row -> row.number("id"));
        open.batch(
                "DELETE FROM " + table + " WHERE id = ?",
                ids.stream().map(id -> new Object[] {id}).toList());
        return ids.size();
    }
}

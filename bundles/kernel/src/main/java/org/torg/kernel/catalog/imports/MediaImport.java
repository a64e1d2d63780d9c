package org.torg.kernel.catalog.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.catalog.ImportId;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.MediaStore;
import org.torg.api.store.MediaStore.MediaRow;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.catalog.imports.MediaRowReader.Looked;
import org.torg.kernel.catalog.media.MediaFiles;
import org.torg.kernel.catalog.media.UnusableFile;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;

/**
 * Imports pictures and documents. Of the articles and categories that a table names, the pictures, or the documents, that it names are
 * afterwards what it says, all in one step; others stay. Files that the table does not name are left out. One file is in memory at a time.
 */
@Component(service = JobHandler.class)
public final class MediaImport implements JobHandler, ImportContent<MediaRow> {

    static final String KIND = "import-media";

    private static final ImportColumns COLUMNS = new ImportColumns(
            List.of("kind", "file"), Set.of("sku", "category", "language", "title", "position"), name -> false);

    private final ImportProcess process;
    private final Transactions transactions;
    private final CatalogStore catalog;
    private final MediaStore media;
    private final MediaFiles files;

    @Activate
    public MediaImport(
            @Reference ImportProcess process,
            @Reference Transactions transactions,
            @Reference CatalogStore catalog,
            @Reference MediaStore media,
            @Reference MediaFiles files) {
        this.process = process;
        this.transactions = transactions;
        this.catalog = catalog;
        this.media = media;
        this.files = files;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        process.carryOut(run, this);
    }

    @Override
    public void givenUp(Tx tx, String argument) {
        process.givenUp(tx, this, new ImportId(argument));
    }

    @Override
    public InputStream table(InputStream sent) throws IOException {
        return MediaArchive.table(sent).content();
    }

    @Override
    public ImportColumns columns(VendorDescriptor vendor) {
        return COLUMNS;
    }

    @Override
    public Set<String> numberColumns() {
        return Set.of();
    }

    /** What no file is known to: every row that names one is bad. */
    @Override
    public RowReader<MediaRow> reader(VendorDescriptor vendor, CsvForm form) {
        return new MediaRowReader(vendor, new KnownOwners(transactions, catalog, vendor.id()), Map.of(), form);
    }

    @Override
    public RowReader<MediaRow> judging(VendorDescriptor vendor, CsvForm form, Sent sent) throws IOException {
        Map<String, Looked> looked = new HashMap<>();
        String folder;
        try (InputStream in = sent.file().get()) {
            MediaArchive.Table table = MediaArchive.table(in);
            folder = table.folder();
        }
        Set<String> named = named(form, sent, folder);
        try (InputStream in = sent.file().get()) {
            MediaArchive.walk(in, (name, content) -> {
                if (named.contains(name)) {
                    sent.checkpoint().run();
                    looked.put(name.substring(folder.length()), look(vendor.id(), sent, name, content));
                }
            });
        }
        return new MediaRowReader(vendor, new KnownOwners(transactions, catalog, vendor.id()), looked, form);
    }

    private Looked look(VendorId vendor, Sent sent, String name, InputStream content) throws IOException {
        try {
            MediaFiles.Usable file = files.examine(MediaFiles.plainName(name), content);
            return Looked.good(file.kind(), sent.request().dryRun() ? "" : files.keep(vendor, file));
        } catch (UnusableFile e) {
            return Looked.bad(e);
        }
    }

    /** Names as the archive has them. No more are remembered than an archive may have. */
    private Set<String> named(CsvForm form, Sent sent, String folder) throws IOException {
        Set<String> named = new HashSet<>();
        int place = form.header().indexOf("file");
        try (InputStream in = table(sent.file().get())) {
            CsvRows rows = form.rows(in);
            for (List<CsvRow> chunk = rows.next(ImportProcess.CHUNK);
                    !chunk.isEmpty();
                    chunk = rows.next(ImportProcess.CHUNK)) {
                for (CsvRow row : chunk) {
                    if (row.fault().isEmpty()
                            && !row.cells().get(place).isEmpty()
                            && named.size() < MediaArchive.MOST_ENTRIES) {
                        named.add(folder + row.cells().get(place));
                    }
                }
            }
        }
        return named;
    }

    @Override
    public boolean stages() {
        return true;
    }

    @Override
    public void stage(Tx tx, ImportId id, VendorDescriptor vendor, List<MediaRow> good) {
        media.stage(tx, vendor.id(), id.value(), good);
    }

    @Override
    public void activate(Tx tx, ImportId id, VendorDescriptor vendor, Again<MediaRow> file) {
        media.activate(tx, vendor.id(), id.value());
    }

    @Override
    public void discard(Tx tx, ImportId id) {
        media.discard(tx, id.value());
    }

    @Override
    public void tidy(VendorId vendor, Runnable checkpoint) {
        files.prune(vendor, checkpoint);
    }
}

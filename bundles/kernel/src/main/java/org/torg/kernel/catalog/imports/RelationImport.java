package org.torg.kernel.catalog.imports;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.catalog.ImportId;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.MediaStore;
import org.torg.api.store.MediaStore.RelationRow;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.catalog.media.MediaFiles;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;

/**
 * Imports which articles belong to which. Of the articles that a file names, the relations that it names are afterwards what it says,
 * all in one step; others stay.
 */
@Component(service = JobHandler.class)
public final class RelationImport implements JobHandler, ImportContent<RelationRow> {

    static final String KIND = "import-relations";

    private static final ImportColumns COLUMNS =
            new ImportColumns(List.of("sku", "relation", "related"), Set.of("position"), name -> false);

    private final ImportProcess process;
    private final Transactions transactions;
    private final CatalogStore catalog;
    private final MediaStore media;
    private final MediaFiles files;

    @Activate
    public RelationImport(
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
    public ImportColumns columns(VendorDescriptor vendor) {
        return COLUMNS;
    }

    @Override
    public Set<String> numberColumns() {
        return Set.of();
    }

    @Override
    public RowReader<RelationRow> reader(VendorDescriptor vendor, CsvForm form) {
        return new RelationRowReader(new KnownOwners(transactions, catalog, vendor.id()), form);
    }

    @Override
    public boolean stages() {
        return true;
    }

    @Override
    public void stage(Tx tx, ImportId id, VendorDescriptor vendor, List<RelationRow> good) {
        media.stageRelations(tx, vendor.id(), id.value(), good);
    }

    @Override
    public void activate(Tx tx, ImportId id, VendorDescriptor vendor, Again<RelationRow> file) {
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

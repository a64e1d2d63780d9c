package org.torg.kernel.catalog.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.account.AccountId;
import org.torg.api.catalog.ImportId;
import org.torg.api.catalog.Sku;
import org.torg.api.store.AccountStore;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;

/** Imports prices: lists, agreements with accounts and groups, quantity breaks, validity. They become visible as one batch. */
@Component(service = JobHandler.class)
public final class PriceImport implements JobHandler, ImportContent<PriceRow> {

    static final String KIND = "import-prices";

    private static final ImportColumns COLUMNS = new ImportColumns(
            List.of(
                    "sku",
                    "price_list",
                    "account",
                    "group",
                    "min_quantity",
                    "price",
                    "currency",
                    "valid_from",
                    "valid_to"),
            Set.of(),
            name -> false);

    private final ImportProcess process;
    private final Transactions transactions;
    private final CatalogStore catalog;
    private final AccountStore accounts;
    private final PriceStore prices;
    private final Clock clock;

    @Activate
    public PriceImport(
            @Reference ImportProcess process,
            @Reference Transactions transactions,
            @Reference CatalogStore catalog,
            @Reference AccountStore accounts,
            @Reference PriceStore prices,
            @Reference Clock clock) {
        this.process = process;
        this.transactions = transactions;
        this.catalog = catalog;
        this.accounts = accounts;
        this.prices = prices;
        this.clock = clock;
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
        return Set.of("price");
    }

    @Override
    public RowReader<PriceRow> reader(VendorDescriptor vendor, CsvForm form) {
        return new PriceRowReader(vendor, new Stored(vendor.id()), form);
    }

    @Override
    public boolean stages() {
        return true;
    }

    @Override
    public void stage(Tx tx, ImportId id, VendorDescriptor vendor, List<PriceRow> good) {
        prices.stage(tx, vendor.id(), id.value(), good);
    }

    @Override
    public void activate(Tx tx, ImportId id, VendorDescriptor vendor, Again<PriceRow> file) {
        prices.activate(tx, vendor.id(), id.value(), clock.now());
    }

    @Override
    public void discard(Tx tx, ImportId id) {
        prices.discard(tx, id.value());
    }

    private final class Stored implements PriceRowReader.Known {

        private final VendorId vendor;

        Stored(VendorId vendor) {
            this.vendor = vendor;
        }

        @Override
        public Set<Sku> skus(Set<Sku> asked) {
            return transactions.read(tx -> catalog.variants(tx, vendor, asked)).stream()
                    .map(found -> found.variant().sku())
                    .collect(Collectors.toSet());
        }

        @Override
        public Map<String, AccountId> accounts(Set<String> customerNumbers) {
            return transactions.read(tx -> accounts.byCustomerNumbers(tx, customerNumbers));
        }
    }
}

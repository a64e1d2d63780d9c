package org.torg.kernel.catalog.exports;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.catalog.CatalogExports;
import org.torg.api.store.CatalogStore;
import org.torg.api.store.PriceStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;
import org.torg.kernel.vendor.VendorRegistry;

/** Writes catalogues as files. */
@Component(service = CatalogExports.class)
public final class ExportService implements CatalogExports {

    private final Transactions transactions;
    private final CatalogStore catalog;
    private final PriceStore prices;
    private final VendorRegistry vendors;
    private final Gate gate;
    private final Clock clock;

    @Activate
    public ExportService(
            @Reference Transactions transactions,
            @Reference CatalogStore catalog,
            @Reference PriceStore prices,
            @Reference VendorRegistry vendors,
            @Reference Gate gate,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.catalog = catalog;
        this.prices = prices;
        this.vendors = vendors;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public Outcome<Csv> products(Caller caller, VendorId vendor, boolean withStock) {
        Optional<Refusal> denied = gate.require(caller, Function.CATALOG_IMPORT, Scope.of(vendor));
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        return vendors.resolve(Optional.of(vendor))
                .map(Vendor::descriptor)
                .map(seller -> new ProductFile(
                        transactions,
                        catalog,
                        prices,
                        seller,
                        clock.today(seller.seller().zone()),
                        withStock));
    }
}

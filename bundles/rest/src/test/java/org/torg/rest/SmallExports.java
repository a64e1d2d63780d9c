package org.torg.rest;

import java.nio.charset.StandardCharsets;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.catalog.CatalogExports;
import org.torg.api.vendor.VendorId;

/** A catalogue of one article. */
public final class SmallExports implements CatalogExports {

    @Override
    public Outcome<Csv> products(Caller caller, VendorId vendor, boolean withStock) {
        if (!caller.mayAnywhere(Function.CATALOG_IMPORT)) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.FORBIDDEN, "right-missing", "You do not have the right {0} here."));
        }
        String file = "sku;price;stock\nSL-1001;100,00;" + (withStock ? "10" : "") + "\n";
        return Outcome.done(out -> out.write(file.getBytes(StandardCharsets.UTF_8)));
    }
}

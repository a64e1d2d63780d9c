package org.torg.rest.catalog;

import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.catalog.CatalogExports;
import org.torg.api.vendor.VendorId;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Query;
import org.torg.rest.http.SignedIn;

/** A vendor's catalogue as a file that can be imported again; written as it is read. */
@Component(service = Resource.class)
@Path("catalog/products.csv")
@Produces(CatalogExportResource.CSV)
@SignedIn
public final class CatalogExportResource implements Resource {

    static final String CSV = "text/csv;charset=UTF-8";

    private final CatalogExports exports;

    @Activate
    public CatalogExportResource(@Reference CatalogExports exports) {
        this.exports = exports;
    }

    @GET
    public Response products(@BeanParam Asked asked) {
        Query query = asked.query();
        Wanted wanted = query.settle(new Wanted(query.vendor(), query.flag("stock")));
        VendorId vendor = wanted.vendor()
                .orElseThrow(() -> new RefusedException(
                        Refusal.of(Refusal.Kind.UNPROCESSABLE, "vendor-required", "State for which vendor this is.")));
        CatalogExports.Csv csv =
                exports.products(asked.caller(), vendor, wanted.stock()).orElseThrow();
        StreamingOutput file = csv::writeTo;
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"products.csv\"")
                .build();
    }

    private record Wanted(Optional<VendorId> vendor, boolean stock) {}
}

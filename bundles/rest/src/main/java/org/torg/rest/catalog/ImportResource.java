package org.torg.rest.catalog;

import java.io.InputStream;
import java.util.List;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.catalog.ImportId;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.catalog.Imports;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Vendors;
import org.torg.http.Wording;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Cursor;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.PageJson;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Imports of products, prices, customers, media and relations: taken in as a stream, carried out by a job. */
@Component(service = Resource.class)
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@SignedIn
public final class ImportResource implements Resource {

    private static final String CSV = "text/csv";
    private static final String ZIP = "application/zip";
    private static final Cursor CURSOR = new Cursor("import-report");

    private final Imports imports;
    private final Vendors vendors;
    private final MessageText texts;

    @Activate
    public ImportResource(@Reference Imports imports, @Reference Vendors vendors, @Reference MessageText texts) {
        this.imports = imports;
        this.vendors = vendors;
        this.texts = texts;
    }

    @POST
    @Path("products")
    @Consumes({CSV, MediaType.APPLICATION_OCTET_STREAM})
    public Response products(@BeanParam Asked asked, InputStream csv) {
        return start(asked, ImportRequest.Kind.PRODUCTS, csv);
    }

    @POST
    @Path("prices")
    @Consumes({CSV, MediaType.APPLICATION_OCTET_STREAM})
    public Response prices(@BeanParam Asked asked, InputStream csv) {
        return start(asked, ImportRequest.Kind.PRICES, csv);
    }

    @POST
    @Path("accounts")
    @Consumes({CSV, MediaType.APPLICATION_OCTET_STREAM})
    public Response accounts(@BeanParam Asked asked, InputStream csv) {
        return start(asked, ImportRequest.Kind.ACCOUNTS, csv);
    }

    @POST
    @Path("media")
    @Consumes({ZIP, MediaType.APPLICATION_OCTET_STREAM})
    public Response media(@BeanParam Asked asked, InputStream archive) {
        return start(asked, ImportRequest.Kind.MEDIA, archive);
    }

    @POST
    @Path("relations")
    @Consumes({CSV, MediaType.APPLICATION_OCTET_STREAM})
    public Response relations(@BeanParam Asked asked, InputStream csv) {
        return start(asked, ImportRequest.Kind.RELATIONS, csv);
    }

    @GET
    @Path("{id}")
    public Response get(@BeanParam Asked asked, @PathParam("id") String id) {
        Caller caller = asked.withoutQuery().caller();
        ImportStatus status =
                imports.get(caller, new ImportId(asked.id("import", id))).orElseThrow();
        return Replies.ok(ImportJson.of(status, wording(caller)));
    }

    @GET
    @Path("{id}/report")
    public Response report(@BeanParam Asked asked, @PathParam("id") String id) {
        Query query = asked.query();
        PageRequest page = query.settle(query.page(CURSOR));
        Caller caller = asked.caller();
        Wording wording = wording(caller);
        return Replies.ok(PageJson.of(
                imports.report(caller, new ImportId(asked.id("import", id)), page)
                        .orElseThrow(),
                CURSOR,
                line -> ImportJson.ReportLineJson.of(line, wording)));
    }

    private Response start(Asked asked, ImportRequest.Kind kind, InputStream csv) {
        Query query = asked.query();
        ImportRequest request = query.settle(new ImportRequest(
                kind,
                query.vendor().orElseGet(this::onlyVendor),
                query.flag("dryRun"),
                query.word("onError", ImportRequest.OnError.class).orElse(ImportRequest.OnError.ABORT),
                kind == ImportRequest.Kind.ACCOUNTS && query.flag("invite")));
        ImportStatus status =
                imports.start(asked.caller(), asked.key(), request, csv).orElseThrow();
        return Replies.accepted("imports/" + status.id().value(), ImportJson.of(status, wording(asked.caller())));
    }

    private VendorId onlyVendor() {
        List<VendorDescriptor> present = vendors.present();
        if (present.size() != 1) {
            throw new RefusedException(
                    Refusal.of(Refusal.Kind.UNPROCESSABLE, "vendor-required", "State for which vendor this is."));
        }
        return present.get(0).id();
    }

    private Wording wording(Caller caller) {
        return texts.of(caller.language());
    }
}

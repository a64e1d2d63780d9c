package org.torg.rest.quickorder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.IdempotencyKey;
import org.torg.api.account.Caller;
import org.torg.api.quickorder.QuickOrders;
import org.torg.api.quickorder.QuickOrders.Csv;
import org.torg.api.quickorder.QuickOrders.Filled;
import org.torg.api.quickorder.QuickOrders.Source;
import org.torg.api.quickorder.QuickOrders.Target;
import org.torg.api.quickorder.Report;
import org.torg.api.vendor.VendorId;
import org.torg.http.Wording;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Body;
import org.torg.rest.http.MessageText;
import org.torg.rest.http.Query;
import org.torg.rest.http.Replies;
import org.torg.rest.http.SignedIn;

/** Orders by article number (L21): rows as JSON, as pasted text, as a file, or of an earlier order. */
@Component(service = Resource.class)
@Path("quick-orders")
@SignedIn
public final class QuickOrderResource implements Resource {

    private static final String CSV = "text/csv";
    private static final String CSV_REPLY = "text/csv;charset=UTF-8";

    private final QuickOrders orders;
    private final MessageText texts;

    @Activate
    public QuickOrderResource(@Reference QuickOrders orders, @Reference MessageText texts) {
        this.orders = orders;
        this.texts = texts;
    }

    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response check(@BeanParam Asked asked, QuickOrderBody.@Nullable QuickOrderRowsJson body) {
        return check(asked.withoutQuery().caller(), Body.of(body).read());
    }

    @POST
    @Path("check")
    @Consumes({CSV, MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    public Response check(@BeanParam Asked asked, InputStream file) throws IOException {
        return check(asked.caller(), asked(asked.query(), file));
    }

    private Response check(Caller caller, QuickOrderBody.Sheet rows) {
        Report report = orders.check(caller, rows.vendor(), rows.source(), rows.defaults())
                .orElseThrow();
        return Replies.ok(QuickOrderReportJson.of(report, wording(caller, report), caller.language()));
    }

    /** The rows that are left out, as a file. */
    @POST
    @Path("rejected")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(CSV_REPLY)
    public Response rejected(@BeanParam Asked asked, QuickOrderBody.@Nullable QuickOrderRowsJson body) {
        return rejected(asked.withoutQuery().caller(), Body.of(body).read());
    }

    @POST
    @Path("rejected")
    @Consumes({CSV, MediaType.APPLICATION_OCTET_STREAM})
    @Produces(CSV_REPLY)
    public Response rejected(@BeanParam Asked asked, InputStream file) throws IOException {
        return rejected(asked.caller(), asked(asked.query(), file));
    }

    private Response rejected(Caller caller, QuickOrderBody.Sheet rows) {
        Csv csv = orders.rejected(caller, rows.vendor(), rows.source(), rows.defaults())
                .orElseThrow();
        StreamingOutput written = csv::writeTo;
        return Response.ok(written)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected.csv\"")
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response fill(@BeanParam Asked asked, QuickOrderBody.@Nullable NewQuickOrderJson body) {
        Caller caller = asked.withoutQuery().caller();
        QuickOrderBody.NewQuickOrderJson.Read read = Body.of(body).read();
        return fill(caller, asked.key(), read.target(), read.source(), read.defaults());
    }

    @POST
    @Consumes({CSV, MediaType.APPLICATION_OCTET_STREAM})
    @Produces(MediaType.APPLICATION_JSON)
    public Response fill(@BeanParam Asked asked, InputStream file) throws IOException {
        Query query = asked.query();
        Optional<String> cart = query.id("cart");
        Optional<String> list = query.id("projectList");
        QuickOrderBody.Sheet rows = asked(query, file);
        return fill(
                asked.caller(),
                asked.key(),
                QuickOrderBody.target(rows.vendor(), cart, list),
                rows.source(),
                rows.defaults());
    }

    private Response fill(Caller caller, Optional<IdempotencyKey> key, Target target, Source source, boolean defaults) {
        Filled filled = orders.fill(caller, key, target, source, defaults).orElseThrow();
        QuickOrderReportJson.FilledQuickOrderJson json = QuickOrderReportJson.FilledQuickOrderJson.of(
                filled, wording(caller, filled.report()), caller.language());
        return target instanceof Target.NewCart && json.cart().isPresent()
                ? Replies.created("carts/" + json.cart().get(), json)
                : Replies.ok(json);
    }

    private static QuickOrderBody.Sheet asked(Query query, InputStream file) throws IOException {
        record Wanted(Optional<VendorId> vendor, boolean defaults) {}
        Wanted wanted = query.settle(new Wanted(query.vendor(), query.flag("defaults")));
        // One byte more than there may be tells that there are too many.
        ByteBuffer content = ByteBuffer.wrap(file.readNBytes(QuickOrders.MAX_BYTES + 1));
        return new QuickOrderBody.Sheet(wanted.vendor(), new Source.File(content), wanted.defaults());
    }

    private Wording wording(Caller caller, Report report) {
        return texts.of(report.vendor(), caller.language());
    }
}

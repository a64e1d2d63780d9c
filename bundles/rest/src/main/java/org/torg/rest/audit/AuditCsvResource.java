package org.torg.rest.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.ws.rs.BeanParam;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail;
import org.torg.api.audit.AuditTrail.Named;
import org.torg.rest.Resource;
import org.torg.rest.http.Asked;
import org.torg.rest.http.Query;
import org.torg.rest.http.SignedIn;

/** The trail as a file, with the names of people as they are now; written as it is read, page by page. */
@Component(service = Resource.class)
@Path("audit.csv")
@Produces(AuditCsvResource.CSV)
@SignedIn
public final class AuditCsvResource implements Resource {

    static final String CSV = "text/csv;charset=UTF-8";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "at",
                    "subject",
                    "name",
                    "actingFor",
                    "actingForName",
                    "account",
                    "channel",
                    "command",
                    "target",
                    "requestId")
            .build();

    private final AuditTrail trail;

    @Activate
    public AuditCsvResource(@Reference AuditTrail trail) {
        this.trail = trail;
    }

    @GET
    public Response export(@BeanParam Asked asked) {
        Query query = asked.query();
        AuditTrail.Query wanted = query.settle(AuditResource.wanted(query));
        Caller caller = asked.caller();
        // Refusals come before the first byte.
        Page<Named> first =
                trail.named(caller, wanted, PageRequest.first(PageRequest.MAX)).orElseThrow();
        StreamingOutput file = out -> write(out, caller, wanted, first);
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
                .build();
    }

    private void write(OutputStream out, Caller caller, AuditTrail.Query wanted, Page<Named> first) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(text, FORMAT);
        Page<Named> page = first;
        print(csv, page);
        while (page.next().isPresent()) {
            page = trail.named(caller, wanted, new PageRequest(page.next(), PageRequest.MAX))
                    .orElseThrow();
            print(csv, page);
        }
        csv.flush();
    }

    private static void print(CSVPrinter csv, Page<Named> page) throws IOException {
        for (Named named : page.items()) {
            AuditEntry entry = named.entry();
            csv.printRecord(
                    entry.at(),
                    cell(entry.subject()),
                    cell(named.subjectName()),
                    cell(entry.actingFor()),
                    cell(named.actingForName()),
                    cell(entry.account().map(AccountId::value)),
                    cell(entry.channel()),
                    cell(entry.command()),
                    cell(entry.target()),
                    cell(entry.requestId()));
        }
    }

    private static String cell(Optional<String> text) {
        return text.map(AuditCsvResource::cell).orElse("");
    }

    /** Text that a spreadsheet would take for a formula is marked as text. */
    static String cell(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

package org.torg.portal.office.catalog;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.catalog.ImportId;
import org.torg.api.catalog.ImportReportLine;
import org.torg.api.catalog.Imports;
import org.torg.portal.look.Reader;

/** All bad rows of an import as a file, read page by page while it is written. */
record ImportReport(Imports imports, Caller caller, ImportId id, Reader reader) {

    void writeTo(OutputStream out) throws IOException {
        Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        csv.write(ReportCsv.MARK);
        ReportCsv.write(
                csv,
                reader.text("import.line"),
                reader.text("import.column"),
                reader.text("import.number"),
                reader.text("import.code"),
                reader.text("import.fault"));
        Optional<String> after = Optional.empty();
        do {
            Page<ImportReportLine> page = imports.report(caller, id, new PageRequest(after, PageRequest.MAX))
                    .orElseThrow();
            for (ImportReportLine line : page.items()) {
                ReportCsv.write(csv, line.line(), line.column(), line.sku(), line.code(), reader.of(line.message()));
            }
            after = page.next();
        } while (after.isPresent());
        csv.flush();
    }
}

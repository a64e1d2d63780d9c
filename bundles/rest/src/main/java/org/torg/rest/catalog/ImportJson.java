package org.torg.rest.catalog;

import java.time.Instant;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.catalog.ImportReportLine;
import org.torg.api.catalog.ImportStatus;
import org.torg.http.Wording;
import org.torg.rest.http.Words;

/** How an import stands. */
public record ImportJson(
        String id,
        String kind,
        String vendor,
        boolean dryRun,
        String onError,
        String state,
        long bytesTotal,
        long bytesRead,
        long rows,
        long accepted,
        long rejected,
        Instant createdAt,
        Optional<Instant> finishedAt,
        Optional<FailureJson> failure) {

    /** Why the whole was stopped. */
    public record FailureJson(String code, String detail) {}

    /**
     * A bad row.
     *
     * @param line of the file where the row begins, from 1
     */
    public record ReportLineJson(long line, Optional<String> column, Optional<String> sku, String code, String detail) {

        static ReportLineJson of(ImportReportLine line, Wording wording) {
            return new ReportLineJson(
                    line.line(),
                    Optional.of(line.column()).filter(column -> !column.isEmpty()),
                    Optional.of(line.sku()).filter(sku -> !sku.isEmpty()),
                    line.code(),
                    wording.of(line.message()));
        }
    }

    static ImportJson of(ImportStatus status, Wording wording) {
        return new ImportJson(
                status.id().value(),
                Words.of(status.request().kind()),
                status.request().vendor().value(),
                status.request().dryRun(),
                Words.of(status.request().onError()),
                Words.of(status.state()),
                status.bytesTotal(),
                status.bytesRead(),
                status.rows(),
                status.accepted(),
                status.rejected(),
                status.createdAt(),
                status.finishedAt(),
                status.failure().map(failure -> failure(failure, wording)));
    }

    private static FailureJson failure(Refusal failure, Wording wording) {
        return new FailureJson(failure.code(), wording.of(failure.message()));
    }
}

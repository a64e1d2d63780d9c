package org.torg.portal.office.catalog;

import java.util.Optional;
import org.torg.api.Page;
import org.torg.api.catalog.ImportReportLine;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.catalog.ImportStatus.State;
import org.torg.portal.office.Stall;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Paths;

/**
 * An import as its page shows it.
 *
 * @param report the bad rows of this page
 * @param continued whether the report begins after other rows
 */
public record ImportRun(ImportStatus status, Page<ImportReportLine> report, boolean continued) {

    /** Not all that was read became visible. */
    private static final String INCOMPLETE = "import-incomplete";

    /** Whether it is still worked on: the page looks again by itself. */
    public boolean runs() {
        return runs(status);
    }

    public static boolean runs(ImportStatus status) {
        return status.state() != State.DONE && status.state() != State.ABORTED;
    }

    /** Of a progress bar from 0 to {@link #most}; empty while nobody knows. */
    public Optional<Long> done() {
        return switch (status.state()) {
            case WAITING -> Optional.of(0L);
            case READING -> Optional.of(Math.min(status.bytesRead(), most()));
            case ACTIVATING -> Optional.empty();
            case DONE, ABORTED -> Optional.of(most());
        };
    }

    /** At least 1. */
    public long most() {
        return Math.max(1, status.bytesTotal());
    }

    /** Which sentence tells how it stands. */
    public String sentence() {
        return "import.told."
                + switch (status.state()) {
                    case WAITING -> "waiting";
                    case READING -> "reading";
                    case ACTIVATING -> "activating";
                    case ABORTED -> isIncomplete() ? "incomplete" : "aborted";
                    case DONE -> status.request().dryRun() ? "tried" : status.rejected() > 0 ? "partly" : "done";
                };
    }

    /** Of its badge. */
    public static String tone(ImportStatus status) {
        return switch (status.state()) {
            case WAITING, READING, ACTIVATING -> "info";
            case ABORTED -> "bad";
            case DONE -> status.rejected() > 0 ? "warn" : "ok";
        };
    }

    /** Which words stand on its badge. */
    public static String word(ImportStatus status) {
        boolean tried = status.state() == State.DONE && status.request().dryRun();
        return "import.state." + (tried ? "tried" : ImportForm.word(status.state()));
    }

    /** Whether a try has shown what can be carried out now. */
    public boolean isTried() {
        return status.state() == State.DONE && status.request().dryRun();
    }

    /** Where the next file of this kind is sent, with the same choices. */
    public String again(boolean forReal) {
        ImportRequest request = status.request();
        return "/office/articles/imports/new?"
                + Paths.query(Fields.NONE
                        .with(Stall.FIELD, request.vendor().value())
                        .with("kind", ImportForm.word(request.kind()))
                        .with("run", forReal || !request.dryRun() ? "real" : "try")
                        .with("faults", ImportForm.word(request.onError())));
    }

    private boolean isIncomplete() {
        return status.failure().filter(why -> why.code().equals(INCOMPLETE)).isPresent();
    }
}

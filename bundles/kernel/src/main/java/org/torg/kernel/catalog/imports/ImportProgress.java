package org.torg.kernel.catalog.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.catalog.ImportStatus.State;

/** How far an import has come, and when it was last told. */
final class ImportProgress {

    private static final Duration TOLD_EVERY = Duration.ofSeconds(1);

    private final ImportStatus begun;
    private State state = State.READING;
    private long bytes;
    private long rows;
    private long accepted;
    private long rejected;
    private Instant told = Instant.EPOCH;

    /** From the beginning, whatever an earlier try has counted. */
    ImportProgress(ImportStatus begun) {
        this.begun = begun;
    }

    /** Where an earlier try has left off that had judged all rows. */
    static ImportProgress judged(ImportStatus begun) {
        ImportProgress progress = new ImportProgress(begun);
        progress.bytes = begun.bytesRead();
        progress.rows = begun.rows();
        progress.accepted = begun.accepted();
        progress.rejected = begun.rejected();
        return progress;
    }

    void chunk(long bytesRead, int good, int bad) {
        bytes = bytesRead;
        accepted += good;
        rejected += bad;
        rows += good + bad;
    }

    void activating() {
        state = State.ACTIVATING;
        bytes = begun.bytesTotal();
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }

    /** The status when it is time to tell it again. */
    Optional<ImportStatus> due(Instant now) {
        if (Duration.between(told, now).compareTo(TOLD_EVERY) < 0) {
            return Optional.empty();
        }
        told = now;
        return Optional.of(status());
    }

    ImportStatus status() {
        return status(state, Optional.empty(), Optional.empty());
    }

    ImportStatus done(Instant now) {
        return status(State.DONE, Optional.of(now), Optional.empty());
    }

    ImportStatus aborted(Instant now, Refusal failure) {
        return status(State.ABORTED, Optional.of(now), Optional.of(failure));
    }

    private ImportStatus status(State state, Optional<Instant> finishedAt, Optional<Refusal> failure) {
        return new ImportStatus(
                begun.id(),
                begun.request(),
                state,
                begun.bytesTotal(),
                bytes,
                rows,
                accepted,
                rejected,
                begun.createdAt(),
                finishedAt,
                failure);
    }
}

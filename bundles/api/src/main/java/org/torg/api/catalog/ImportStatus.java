package org.torg.api.catalog;

import java.time.Instant;
import java.util.Optional;
import org.torg.api.Refusal;

/**
 * How an import stands.
 *
 * @param bytesTotal size of the file
 * @param bytesRead how far it was read
 * @param rows data rows read so far
 * @param accepted rows that are good
 * @param rejected rows that are bad, each in the report
 * @param failure why the whole was stopped, where it was
 */
public record ImportStatus(
        ImportId id,
        ImportRequest request,
        State state,
        long bytesTotal,
        long bytesRead,
        long rows,
        long accepted,
        long rejected,
        Instant createdAt,
        Optional<Instant> finishedAt,
        Optional<Refusal> failure) {

    public enum State {
        WAITING,
        /** Rows are read and judged; nothing is visible yet. */
        READING,
        /** It is decided: all good rows become visible, in one step, or of products some hundred at a time, each article whole. */
        ACTIVATING,
        DONE,
        /** Nothing became visible, unless the failure is {@code import-incomplete}. */
        ABORTED
    }
}

package org.torg.rest.upload;

import java.time.Instant;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.upload.Upload;
import org.torg.http.Wording;
import org.torg.rest.http.Words;

/**
 * @param received bytes that are on the disk for certain
 * @param refusal why it was refused and what to do, in the caller's language
 */
public record UploadJson(
        String id,
        String account,
        Optional<String> location,
        String vendor,
        String type,
        Optional<String> label,
        Optional<String> recipient,
        long size,
        long received,
        String state,
        Optional<UploadRefusalJson> refusal,
        Optional<StoredFileJson> stored,
        boolean attached,
        Instant createdAt,
        Optional<Instant> expiresAt) {

    public record UploadRefusalJson(String code, String detail) {

        static UploadRefusalJson of(Refusal refusal, Wording words) {
            return new UploadRefusalJson(refusal.code(), words.of(refusal.message()));
        }
    }

    /** What is kept, without names in it. */
    public record StoredFileJson(long size, String sha256) {}

    static UploadJson of(Upload upload, Wording words) {
        return new UploadJson(
                upload.id().value(),
                upload.account().value(),
                upload.location().map(LocationId::value),
                upload.vendor().value(),
                Words.of(upload.type()),
                upload.label(),
                upload.recipient().map(RecipientId::value),
                upload.size(),
                upload.received(),
                Words.of(upload.state()),
                upload.refusal().map(refusal -> UploadRefusalJson.of(refusal, words)),
                upload.stored().map(stored -> new StoredFileJson(stored.size(), stored.sha256())),
                upload.attached(),
                upload.createdAt(),
                upload.expiresAt());
    }

    @Override
    public String toString() {
        return "UploadJson[" + id + "]";
    }
}

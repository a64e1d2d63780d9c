package org.torg.api.upload;

import java.io.InputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;

/**
 * Files of customers (D20). Those of a location are for its own people who have {@code CART_EDIT} there and are there now; the
 * vendor's staff who have {@code RECIPIENT_READ} see those to which an order or a quote refers. To everybody else they are as
 * ones that do not exist: {@code upload-not-found}. Each fetched content is audited as {@code read-upload}.
 */
@ProviderType
public interface Uploads {

    /** Bytes that any one file may have here at most; a vendor's parameter {@code upload.max-megabytes} may allow less. */
    long mostBytes();

    /**
     * Announces a file. Refused with {@code location-required}, {@code vendor-required}, {@code vendor-unknown}, {@code
     * recipient-not-found}, {@code file-empty}, {@code file-too-large}, {@code label-invalid}, {@code identity-number-in-label},
     * and {@code uploads-too-many} when too many, or too many bytes, of this location wait for an order.
     */
    Outcome<Upload> create(Caller caller, Optional<IdempotencyKey> key, NewUpload file);

    /**
     * Takes the next piece. What has come of it is kept also when the stream fails, unless there is a checksum; then all of the
     * piece is kept or nothing. The last byte begins the checks. Refused with {@code upload-locked} while another piece comes,
     * {@code upload-offset-wrong}, {@code upload-too-long}, {@code checksum-mismatch}, {@code storage-full}.
     *
     * @param offset where the piece begins: must be {@code received}
     * @throws java.io.UncheckedIOException when the stream fails
     */
    Outcome<Upload> append(Caller caller, UploadId id, long offset, Optional<Checksum> checksum, InputStream piece);

    Outcome<Upload> get(Caller caller, UploadId id);

    /** Those of the place where the caller is, oldest first. Refused with {@code location-required}, {@code cursor-invalid}. */
    Outcome<Page<Upload>> list(Caller caller, PageRequest page);

    /** For the own people. Refused with {@code label-invalid}, {@code identity-number-in-label}. */
    Outcome<Upload> label(Caller caller, Optional<IdempotencyKey> key, UploadId id, Optional<String> label);

    /** Removes it for good. For the own people. Refused with {@code upload-attached}. */
    Outcome<UploadId> remove(Caller caller, Optional<IdempotencyKey> key, UploadId id);

    /** Refused with {@code upload-not-ready}. */
    Outcome<FileContent> open(Caller caller, UploadId id);
}

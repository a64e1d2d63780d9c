package org.torg.api.upload;

import java.time.Instant;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.vendor.VendorId;

/**
 * A file that a customer sends or has sent. Its own name is not kept.
 *
 * @param location to which of the account's locations it belongs; empty: to the account as a whole
 * @param size bytes that were announced
 * @param received bytes that are on the disk for certain: there the next piece begins
 * @param refusal why it was refused and what to do
 * @param stored what is kept of it, once it is ready
 * @param attached whether an order, a cart or a quote refers to it
 * @param expiresAt when it is removed unless it grows or something refers to it
 */
public record Upload(
        UploadId id,
        AccountId account,
        Optional<LocationId> location,
        VendorId vendor,
        FileType type,
        Optional<String> label,
        Optional<RecipientId> recipient,
        long size,
        long received,
        State state,
        Optional<Refusal> refusal,
        Optional<Stored> stored,
        boolean attached,
        Instant createdAt,
        Optional<Instant> expiresAt) {

    public enum State {
        /** Not whole yet. */
        UPLOADING,
        /** Whole; its content is being checked. */
        SCANNING,
        /** Checked, without names in it, and free of what the scanner knows. */
        READY,
        /** Not what it should be; nothing of its content is kept. */
        REFUSED
    }

    /**
     * The file without what named somebody in it; may be shorter or longer than what was sent.
     *
     * @param size bytes
     * @param sha256 of exactly these bytes, hexadecimal in lower case
     */
    public record Stored(long size, String sha256) {}

    @Override
    public String toString() {
        return "Upload[" + id + ", " + state + "]";
    }
}

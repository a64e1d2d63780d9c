package org.torg.api.upload;

import java.util.Optional;
import org.torg.api.account.RecipientId;
import org.torg.api.vendor.VendorId;

/**
 * A file that is about to come.
 *
 * @param vendor for whom it is; may be empty where there is one only
 * @param size bytes, at least 1
 * @param label what the own people call it, 1 to 80 characters on one line; never a personal identity number
 * @param recipient the patient or end user whom it shows, of the same location: erased with it when nothing holds it
 */
public record NewUpload(
        Optional<VendorId> vendor, FileType type, long size, Optional<String> label, Optional<RecipientId> recipient) {

    @Override
    public String toString() {
        return "NewUpload[" + type + ", " + size + "]";
    }
}

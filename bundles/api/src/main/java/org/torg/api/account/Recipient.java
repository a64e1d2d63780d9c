package org.torg.api.account;

import java.util.Optional;

/**
 * Whom something is for: a patient or an end user of a location. Encrypted where it is stored, in no log, trace or URL.
 *
 * @param name 1 to 200 characters
 * @param reference the location's own, such as a journal number
 * @param identityNumber a personal identity number as written, where the vendor needs one; judged softly
 */
public record Recipient(
        RecipientId id,
        AccountId account,
        LocationId location,
        String name,
        Optional<String> reference,
        Optional<String> identityNumber,
        long version) {

    @Override
    public String toString() {
        return "Recipient[" + id + "]";
    }
}

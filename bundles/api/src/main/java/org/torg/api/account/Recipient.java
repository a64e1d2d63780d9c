package org.torg.api.account;

import java.util.Optional;
import org.torg.api.Message;

/**
 * Whom something is for: a patient or an end user of a location. Encrypted where it is stored, in no log, trace or URL.
 *
 * @param name 1 to 200 characters
 * @param reference the location's own, such as a journal number
 * @param identityNumber a personal identity number as written, where the vendor needs one; judged softly. In lists masked to the
 *     birth date, such as {@code 311299*****}
 * @param warning why the identity number may be mistaken; never a refusal, and not in lists
 */
public record Recipient(
        RecipientId id,
        AccountId account,
        LocationId location,
        String name,
        Optional<String> reference,
        Optional<String> identityNumber,
        Optional<Message> warning,
        long version) {

    @Override
    public String toString() {
        return "Recipient[" + id + "]";
    }
}

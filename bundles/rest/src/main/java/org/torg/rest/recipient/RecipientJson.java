package org.torg.rest.recipient;

import java.util.Optional;
import org.torg.api.account.Recipient;
import org.torg.http.Wording;

/** @param warning why the identity number may be mistaken, in the caller's language */
public record RecipientJson(
        String id,
        String account,
        String location,
        String name,
        Optional<String> reference,
        Optional<String> identityNumber,
        Optional<String> warning) {

    static RecipientJson of(Recipient recipient, Wording words) {
        return new RecipientJson(
                recipient.id().value(),
                recipient.account().value(),
                recipient.location().value(),
                recipient.name(),
                recipient.reference(),
                recipient.identityNumber(),
                recipient.warning().map(message -> words.of(message)));
    }

    @Override
    public String toString() {
        return "RecipientJson[" + id + "]";
    }
}

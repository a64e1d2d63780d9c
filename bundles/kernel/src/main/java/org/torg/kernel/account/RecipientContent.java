package org.torg.kernel.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.json.TorgJson;

/**
 * What is sealed of a recipient.
 *
 * @param country of the account, by whose rules the identity number is judged
 */
record RecipientContent(String name, Optional<String> reference, Optional<String> identityNumber, String country) {

    private static final ObjectMapper JSON = TorgJson.mapper();
    private static final int REFERENCE = 100;
    private static final int IDENTITY_NUMBER = 40;

    /** What is wrong with it. An identity number is never wrong, only its length can be. */
    static Optional<Refusal> objection(String name, Optional<String> reference, Optional<String> identityNumber) {
        List<Detail> faults = new ArrayList<>();
        ContactRules.name(name, "/name").ifPresent(faults::add);
        reference
                .flatMap(text -> ContactRules.text(text, REFERENCE, "/reference"))
                .ifPresent(faults::add);
        identityNumber
                .flatMap(text -> ContactRules.text(text, IDENTITY_NUMBER, "/identityNumber"))
                .ifPresent(faults::add);
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                Refusal.Kind.UNPROCESSABLE, "recipient-invalid", "This cannot be kept of a recipient.")
                        .with(faults));
    }

    static RecipientContent read(String json) {
        try {
            return JSON.readValue(json, RecipientContent.class);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalStateException("the content of a recipient cannot be read", e);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the content of a recipient cannot be written", e);
        }
    }

    Optional<Message> warning(LocalDate today) {
        return identityNumber
                .filter(number -> !IdentityNumbers.isUsual(number, country, today))
                .map(number -> Message.of(
                        "recipient.identity-number-unusual",
                        "This does not look like a personal identity number of {0}. Check it.",
                        Argument.text(country)));
    }

    @Override
    public String toString() {
        return "RecipientContent";
    }
}

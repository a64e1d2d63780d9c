package org.torg.rest.request;

import java.util.Optional;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.rest.account.AddressJson;
import org.torg.rest.http.Faults;

/** What somebody asks for who has signed in. Each type has words of its own. */
public record NewRequestJson(
        Optional<String> type,
        Optional<String> name,
        Optional<AddressJson> address,
        Optional<String> phone,
        Optional<String> text,
        Optional<String> email) {

    private static final int LONGEST_TEXT = 4000;

    private enum Type {
        NEW_LOCATION,
        NEW_EMAIL,
        CORRECTION,
        ERASURE
    }

    Content read() {
        Faults faults = new Faults();
        faults.required("/type", type, "");
        Optional<Type> known = faults.word("/type", type, Type.class);
        return faults.settle(known.map(asked -> read(faults, asked)).orElseGet(() -> new Content.Erasure("")));
    }

    private Content read(Faults faults, Type asked) {
        return switch (asked) {
            case NEW_LOCATION ->
                new Content.NewLocation(
                        faults.requiredText("/name", name, 200),
                        RegistrationJson.address(faults, address),
                        faults.phone("/phone", phone),
                        faults.note("/text", text, LONGEST_TEXT).orElse(""));
            case NEW_EMAIL ->
                new Content.NewEmail(faults.email("/email", Optional.of(faults.required("/email", email, "")))
                        .orElse(""));
            case CORRECTION ->
                new Content.Correction(
                        faults.note("/text", Optional.of(faults.required("/text", text, "")), LONGEST_TEXT)
                                .orElse(""));
            case ERASURE ->
                new Content.Erasure(faults.note("/text", text, LONGEST_TEXT).orElse(""));
        };
    }
}

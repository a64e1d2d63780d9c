package org.torg.rest.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.torg.api.account.AccountId;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.CustomerRequests.Step;
import org.torg.api.account.UserId;
import org.torg.api.vendor.VendorId;
import org.torg.rest.account.AddressJson;
import org.torg.rest.http.Words;

/**
 * What a customer has asked for. Which of the words there are depends on the type; of somebody who was erased there are none.
 *
 * @param by who has asked; absent for a stranger
 */
public record RequestJson(
        String id,
        String type,
        Optional<String> name,
        Optional<AddressJson> address,
        Optional<String> phone,
        Optional<String> text,
        Optional<String> company,
        Optional<String> organisationNumber,
        Optional<String> email,
        Optional<String> oldEmail,
        Optional<String> vendor,
        Optional<String> account,
        Optional<String> by,
        String state,
        Instant askedAt,
        List<StepJson> log) {

    /**
     * @param reason as it was written, or a note of the system
     */
    public record StepJson(Instant at, Optional<String> by, String state, Optional<String> reason) {

        static StepJson of(Step step) {
            return new StepJson(step.at(), step.by().map(UserId::value), Words.of(step.state()), some(step.reason()));
        }
    }

    /** What the types have in common, as far as they have it. */
    private record Written(
            String type,
            String name,
            Optional<AddressJson> address,
            Optional<String> phone,
            String text,
            String company,
            String organisationNumber,
            String email,
            String oldEmail) {

        static Written of(Content content) {
            if (content instanceof Content.NewLocation location) {
                Optional<AddressJson> address = Optional.of(location.address())
                        .filter(at -> !at.name().isEmpty())
                        .map(AddressJson::of);
                return new Written(
                        "new-location", location.name(), address, location.phone(), location.note(), "", "", "", "");
            } else if (content instanceof Content.EmailOnFile form) {
                return people("email-on-file", form.name(), form.company(), "", form.newEmail(), form.oldEmail());
            } else if (content instanceof Content.Joining joining) {
                return people(
                        "joining",
                        joining.name(),
                        joining.company(),
                        joining.organisationNumber(),
                        joining.email(),
                        "");
            } else if (content instanceof Content.NewEmail change) {
                return people("new-email", "", "", "", change.email(), "");
            } else if (content instanceof Content.Correction correction) {
                return text("correction", correction.text());
            }
            return text("erasure", content instanceof Content.Erasure erasure ? erasure.text() : "");
        }

        private static Written people(
                String type, String name, String company, String organisationNumber, String email, String oldEmail) {
            return new Written(
                    type, name, Optional.empty(), Optional.empty(), "", company, organisationNumber, email, oldEmail);
        }

        private static Written text(String type, String text) {
            return new Written(type, "", Optional.empty(), Optional.empty(), text, "", "", "", "");
        }
    }

    static RequestJson of(CustomerRequest request) {
        Written written = Written.of(request.content());
        return new RequestJson(
                request.id(),
                written.type(),
                some(written.name()),
                written.address(),
                written.phone(),
                some(written.text()),
                some(written.company()),
                some(written.organisationNumber()),
                some(written.email()),
                some(written.oldEmail()),
                request.vendor().map(VendorId::value),
                request.account().map(AccountId::value),
                request.by().map(UserId::value),
                Words.of(request.state()),
                request.askedAt(),
                request.log().stream().map(StepJson::of).toList());
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(word -> !word.isEmpty());
    }
}

package org.torg.kernel.request;

import java.util.List;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.account.CustomerRequests.Content;

/** What a request must be like before it is stored. */
final class RequestRules {

    private RequestRules() {}

    /** Why this is not acceptable; empty when it is. */
    static Optional<Refusal> objection(Content content) {
        Fields fields = new Fields();
        if (content instanceof Content.NewLocation location) {
            fields.line(location.name(), "/name")
                    .address(location.address(), "/address")
                    .phone(location.phone(), location.address().country(), "/phone")
                    .text(location.note(), "/note");
        } else if (content instanceof Content.NewEmail change) {
            fields.email(change.email(), "/email");
        } else if (content instanceof Content.EmailOnFile form) {
            fields.line(form.company(), "/company")
                    .line(form.name(), "/name")
                    .email(form.oldEmail(), "/oldEmail")
                    .email(form.newEmail(), "/newEmail");
        } else if (content instanceof Content.Correction correction) {
            fields.text(correction.text(), "/text");
        } else if (content instanceof Content.Erasure erasure) {
            fields.text(erasure.text(), "/text");
        }
        return refusal(fields.faults());
    }

    /** Why this cannot be told to a customer as a reason; empty when it can. */
    static Optional<Refusal> objection(String reason, boolean approve) {
        Fields fields = new Fields().text(reason, "/reason");
        if (!approve && reason.isBlank()) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE, "reason-missing", "Say why; the customer is told the reason."));
        }
        return refusal(fields.faults());
    }

    private static Optional<Refusal> refusal(List<Refusal.Detail> faults) {
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                Refusal.Kind.UNPROCESSABLE, "request-invalid", "The request is not complete and right.")
                        .with(faults));
    }
}

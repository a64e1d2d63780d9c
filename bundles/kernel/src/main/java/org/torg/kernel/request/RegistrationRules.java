package org.torg.kernel.request;

import java.util.List;
import java.util.Optional;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Registrations.Registration;
import org.torg.api.vendor.AccountPolicy;
import org.torg.kernel.account.ContactRules;
import org.torg.kernel.account.OrganisationNumbers;

/** What a registration must be like before it is stored. */
final class RegistrationRules {

    private RegistrationRules() {}

    /** Why this form is not acceptable; empty when it is. */
    static Optional<Refusal> objection(Registration form) {
        List<Refusal.Detail> faults = new Fields()
                .line(form.company(), "/company")
                .address(form.address(), "/address")
                .email(form.email(), "/email")
                .line(form.name(), "/name")
                .phone(form.phone(), form.address().country(), "/phone")
                .language(form.language(), "/language")
                .faults();
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                                Refusal.Kind.UNPROCESSABLE,
                                "registration-invalid",
                                "The registration is not complete and right.")
                        .with(faults));
    }

    /** The form under the vendor's policy, its organisation number as it is kept. */
    static Outcome<Registration> accept(Registration form, AccountPolicy policy) {
        return switch (policy.registration()) {
            case BY_VENDOR ->
                Outcome.refused(Refusal.of(
                        Refusal.Kind.FORBIDDEN,
                        "registration-closed",
                        "This seller opens accounts itself. Get in touch with customer service."));
            case SELF_BUSINESS ->
                form.organisationNumber().isEmpty()
                        ? Outcome.refused(Refusal.of(
                                        Refusal.Kind.UNPROCESSABLE,
                                        "organisation-number-required",
                                        "Only companies can register here: state the organisation number.")
                                .with(List.of(Refusal.detail(
                                        "/organisationNumber",
                                        "organisation-number-required",
                                        "Only companies can register here: state the organisation number."))))
                        : numbered(form);
            case SELF -> numbered(form);
        };
    }

    private static Outcome<Registration> numbered(Registration form) {
        if (form.organisationNumber().isEmpty()) {
            return Outcome.done(form);
        }
        Optional<String> digits = OrganisationNumbers.digits(
                form.address().country(), form.organisationNumber().get());
        return digits.isPresent()
                ? Outcome.done(new Registration(
                        form.vendor(),
                        form.company(),
                        digits,
                        form.address(),
                        form.email(),
                        form.name(),
                        form.phone()
                                .flatMap(phone ->
                                        ContactRules.e164(phone, form.address().country())),
                        form.language()))
                : Outcome.refused(Refusal.of(
                                Refusal.Kind.UNPROCESSABLE,
                                "organisation-number-invalid",
                                "The organisation number is not valid in its country.")
                        .with(List.of(Refusal.detail(
                                "/organisationNumber", "organisation-number-invalid", "Check the digits."))));
    }
}

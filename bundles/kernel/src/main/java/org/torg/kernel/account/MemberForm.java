package org.torg.kernel.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Detail;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.People.NewMember;
import org.torg.api.account.People.Profile;
import org.torg.api.account.People.Rights;
import org.torg.api.account.People.Team;
import org.torg.api.vendor.VendorId;

/** What people must be like before they are stored, and how requests about them are told apart. */
final class MemberForm {

    private MemberForm() {}

    /** @param country whose phone numbers are meant where they do not say so */
    static Optional<Refusal> objection(NewMember member, boolean signsIn, String country) {
        List<Detail> faults = new ArrayList<>();
        if (signsIn) {
            ContactRules.email(member.email().orElse(""), "/email").ifPresent(faults::add);
        } else if (member.email().isPresent()) {
            faults.add(
                    Refusal.detail("/email", "value-invalid", "This is missing, too long or not of the right form."));
        }
        details(member.name(), member.phone(), member.language(), country, faults);
        return refusal(faults);
    }

    static Optional<Refusal> objection(Profile profile, String country) {
        List<Detail> faults = new ArrayList<>();
        details(profile.name(), profile.phone(), profile.language().getLanguage(), country, faults);
        return refusal(faults);
    }

    private static void details(
            String name, Optional<String> phone, String language, String country, List<Detail> faults) {
        ContactRules.name(name, "/name").ifPresent(faults::add);
        phone.flatMap(number -> ContactRules.phone(number, country, "/phone")).ifPresent(faults::add);
        ContactRules.language(language, "/language").ifPresent(faults::add);
    }

    private static Optional<Refusal> refusal(List<Detail> faults) {
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(Refusal.Kind.UNPROCESSABLE, "user-invalid", "The person's details are not right.")
                                .with(faults));
    }

    /** What a request asks, in one order and without anything personal. */
    static List<Object> asked(Team team, Rights rights) {
        return List.of(
                key(team),
                rights.role().code(),
                rights.functions().stream().map(Function::code).sorted().toList(),
                rights.locations().stream().map(LocationId::value).sorted().toList(),
                rights.everywhere(),
                rights.sharedLogin());
    }

    static String key(Team team) {
        return team instanceof Team.OfAccount of
                ? "account:" + of.account().value()
                : "staff:" + ((Team.Staff) team).vendor().map(VendorId::value).orElse("");
    }

    /** A repeat under the same key must ask for the same person: what is personal is compared with what was stored. */
    static Refusal keyReused() {
        return Refusal.of(
                Refusal.Kind.CONFLICT, "idempotency-key-reused", "This Idempotency-Key was used for another request.");
    }

    static Refusal versionChanged() {
        return Refusal.of(
                Refusal.Kind.PRECONDITION, "version-changed", "Somebody else changed this since you have seen it.");
    }
}

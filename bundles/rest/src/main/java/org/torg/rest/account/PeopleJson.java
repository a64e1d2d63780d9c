package org.torg.rest.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.torg.api.account.People.Guardianship;
import org.torg.api.account.People.Invitation;
import org.torg.api.account.People.Member;
import org.torg.api.account.People.NewMember;
import org.torg.api.account.People.Profile;
import org.torg.api.account.People.Rights;
import org.torg.api.account.UserId;
import org.torg.rest.http.Faults;

/** The shapes of people. None of them shows in a log. */
final class PeopleJson {

    private static final String STANDARD_LANGUAGE = "nb";

    private PeopleJson() {}

    /** Somebody of a team. */
    public record MemberJson(
            String id,
            Optional<String> email,
            String name,
            Optional<String> phone,
            RightsJson rights,
            boolean active,
            boolean secondFactor,
            Optional<Instant> lastSeenAt) {

        static MemberJson of(Member member) {
            return new MemberJson(
                    member.user().value(),
                    member.email(),
                    member.name(),
                    member.phone(),
                    RightsJson.of(member.rights()),
                    member.active(),
                    member.secondFactor(),
                    member.lastSeenAt());
        }

        @Override
        public String toString() {
            return "MemberJson";
        }
    }

    /** Somebody who is to join a team. */
    public record NewMemberJson(
            Optional<String> email,
            Optional<String> name,
            Optional<String> phone,
            Optional<String> language,
            Optional<RightsJson> rights) {

        NewMember read() {
            Faults faults = new Faults();
            Rights given = RightsJson.read(faults, "/rights", rights);
            NewMember member = new NewMember(
                    faults.text("/email", email, 254),
                    faults.requiredText("/name", name, 200),
                    faults.text("/phone", phone, 40),
                    faults.text("/language", language, 8).orElse(STANDARD_LANGUAGE),
                    given);
            return faults.settle(member);
        }

        @Override
        public String toString() {
            return "NewMemberJson";
        }
    }

    /** Who was asked to join. */
    public record InvitationJson(
            String id, String email, String name, RightsJson rights, Instant createdAt, Instant expiresAt) {

        static InvitationJson of(Invitation invitation) {
            return new InvitationJson(
                    invitation.id().value(),
                    invitation.email(),
                    invitation.name(),
                    RightsJson.of(invitation.rights()),
                    invitation.createdAt(),
                    invitation.expiresAt());
        }

        @Override
        public String toString() {
            return "InvitationJson";
        }
    }

    /** Whether somebody has access. */
    public record AccessJson(Optional<Boolean> active) {

        boolean read() {
            Faults faults = new Faults();
            boolean given = faults.required("/active", active, false);
            return faults.settle(given);
        }
    }

    /** Who gives an account away, and to whom. */
    public record OwnershipJson(Optional<String> from, Optional<String> to) {

        record Ownership(UserId from, UserId to) {}

        Ownership read() {
            Faults faults = new Faults();
            Ownership ownership = new Ownership(
                    new UserId(faults.requiredText("/from", from, 64)), new UserId(faults.requiredText("/to", to, 64)));
            return faults.settle(ownership);
        }
    }

    /** One's own details. */
    public record ProfileJson(
            Optional<String> email, Optional<String> name, Optional<String> phone, Optional<String> language) {

        static ProfileJson of(Profile profile) {
            return new ProfileJson(
                    Optional.of(profile.email()),
                    Optional.of(profile.name()),
                    profile.phone(),
                    Optional.of(profile.language().getLanguage()));
        }

        Profile read() {
            Faults faults = new Faults();
            Profile profile = new Profile(
                    "",
                    faults.requiredText("/name", name, 200),
                    faults.text("/phone", phone, 40),
                    Locale.forLanguageTag(faults.requiredText("/language", language, 8)),
                    0);
            return faults.settle(profile);
        }

        @Override
        public String toString() {
            return "ProfileJson";
        }
    }

    /** Who acts for somebody in their care. */
    public record GuardianshipJson(String guardian, String dependant, LocalDate until, String proof) {

        static GuardianshipJson of(Guardianship guardianship) {
            return new GuardianshipJson(
                    guardianship.guardian().value(),
                    guardianship.dependant().value(),
                    guardianship.until(),
                    guardianship.proof());
        }

        @Override
        public String toString() {
            return "GuardianshipJson";
        }
    }

    /** Until when somebody is in another's care, and what was seen of it. */
    public record CareJson(Optional<String> until, Optional<String> proof) {

        record Care(LocalDate until, String proof) {}

        Care read() {
            Faults faults = new Faults();
            Optional<LocalDate> day = faults.day("/until", until);
            if (until.isEmpty()) {
                faults.add("/until", "field-missing", "This field is required.");
            }
            Care care = new Care(day.orElse(LocalDate.EPOCH), faults.requiredText("/proof", proof, 200));
            return faults.settle(care);
        }

        @Override
        public String toString() {
            return "CareJson";
        }
    }
}

package org.torg.api.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.vendor.VendorId;

/**
 * The people of an account, or of the vendor's back office: who they are, what they may do and where. All questions are about
 * one {@link Team}; a foreign one answers as an unknown one.
 */
@ProviderType
public interface People {

    /** By name, in the order of the caller's language. Needs {@code ACCOUNT_READ}, for staff {@code USER_MANAGE}. */
    Outcome<Page<Member>> find(Caller caller, Team team, Filter filter, PageRequest page);

    Outcome<Member> get(Caller caller, Team team, UserId user);

    /**
     * Invites somebody by e-mail: a link with a secret that works once and expires (H01, H09). Needs {@code USER_MANAGE}. The
     * answer is the same whether somebody with this e-mail is known here or not; one login may belong to several accounts.
     * Refused with {@code user-invalid}, {@code functions-missing} for a colleague without any, {@code locations-missing} for
     * one who would have no location, {@code location-not-found}, {@code right-missing} for more than the caller has,
     * {@code member-present}, {@code own-rights} for the caller's own e-mail, {@code too-many-tries} for customers who invite
     * again and again. This and all else that changes an account's people: {@code other-vendors-concerned} for staff who may
     * it for some of the vendors only with which the account deals.
     */
    Outcome<Invitation> invite(Caller caller, Optional<IdempotencyKey> key, Team team, NewMember member);

    /** The open ones, the newest first. Needs {@code USER_MANAGE}. */
    Outcome<Page<Invitation>> invitations(Caller caller, Team team, PageRequest page);

    /** Sends a new link; earlier ones end. */
    Outcome<Invitation> inviteAgain(Caller caller, Team team, InvitationId id);

    Outcome<Invitation> withdraw(Caller caller, Team team, InvitationId id);

    /**
     * Accepts by the secret of the link. Who is new sets a password; who has a login already proves it by the present one.
     * Refused with {@code secret-invalid}, {@code credentials-wrong}, and as {@link Passwords} says.
     *
     * @param password the new one, or that of the login that is there
     */
    default Outcome<UserId> accept(Caller stranger, String secret, char[] password) {
        return accept(stranger, secret, password, "");
    }

    /** @param address from where the request came: too many wrong secrets are refused with {@code too-many-tries} */
    Outcome<UserId> accept(Caller stranger, String secret, char[] password, String address);

    /**
     * Adds a person who does not sign in but in whose name others act, such as a clinician (D10) or somebody in a guardian's
     * care (B02). Needs {@code USER_MANAGE}.
     */
    Outcome<Member> addWithoutLogin(Caller caller, Optional<IdempotencyKey> key, Team team, NewMember member);

    /**
     * Sets what a person may do, and where (H11, H12). Takes effect with the person's next request. Refused with
     * {@code last-owner}, {@code functions-missing}, {@code locations-missing}, {@code right-missing} for more than the
     * caller has, {@code own-rights} for one's own.
     */
    Outcome<Member> setRights(
            Caller caller,
            Optional<IdempotencyKey> key,
            Team team,
            UserId user,
            Optional<Long> expectedVersion,
            Rights rights);

    /**
     * Withdraws or gives back access (H14). The person's sessions in this team end at once; what was done keeps the name.
     * Refused with {@code last-owner}, {@code own-rights}.
     */
    Outcome<Member> setActive(
            Caller caller,
            Optional<IdempotencyKey> key,
            Team team,
            UserId user,
            Optional<Long> expectedVersion,
            boolean active);

    /** Makes another person owner in place of one (H05). Needs {@code ACCOUNT_MANAGE}, which is staff's. */
    Outcome<Member> transferOwnership(
            Caller caller, Optional<IdempotencyKey> key, AccountId account, UserId from, UserId to);

    /**
     * Says that one person may act for another until a day (B02). Needs {@code ACCOUNT_MANAGE}. Refused with
     * {@code own-rights} when the caller would be the guardian, or acts for who would.
     *
     * @param until the last day, in the zone of the tenant's vendor
     * @param proof what staff have seen, such as the kind of document; 1 to 200 characters
     */
    Outcome<Guardianship> guard(
            Caller caller,
            Optional<IdempotencyKey> key,
            UserId guardian,
            UserId dependant,
            LocalDate until,
            String proof);

    /** Ends it today. Needs {@code ACCOUNT_MANAGE}. */
    Outcome<Guardianship> endGuard(Caller caller, UserId guardian, UserId dependant);

    /** The caller's own details. */
    Outcome<Profile> profile(Caller caller);

    /** Changes the own name, phone and language. The e-mail is changed by a request (D05). */
    Outcome<Profile> editProfile(
            Caller caller, Optional<IdempotencyKey> key, Optional<Long> expectedVersion, Profile profile);

    /**
     * Makes the e-mail that was asked for the user name, by the secret of the link that was mailed to it (D05). Refused with
     * {@code secret-invalid}, {@code email-taken}.
     */
    default Outcome<UserId> confirmEmail(Caller stranger, String secret) {
        return confirmEmail(stranger, secret, "");
    }

    /** @param address from where the request came: too many wrong secrets are refused with {@code too-many-tries} */
    Outcome<UserId> confirmEmail(Caller stranger, String secret, String address);

    /** Whose people. */
    sealed interface Team {

        /** Of a customer. */
        record OfAccount(AccountId account) implements Team {}

        /** Of a vendor's back office; without a vendor, of the tenant. */
        record Staff(Optional<VendorId> vendor) implements Team {}
    }

    /** @param location who has rights at this one only (H15) */
    record Filter(Optional<LocationId> location, Optional<String> text, Optional<Boolean> active) {}

    /**
     * What one may do, and where: functions times locations.
     *
     * @param functions those that are ticked, for {@code COLLEAGUE}, who has no others; empty for other roles, which are whole
     * @param locations where; empty: nowhere in particular, which is good only with {@code everywhere}, for a role that has
     *     the whole account anyway, for staff, and in an account that has no locations
     * @param everywhere in the account as a whole, at locations that come later too; not together with {@code locations}
     * @param sharedLogin whether several people use the login, who must say who they are before they order (D10)
     */
    record Rights(
            Role role, Set<Function> functions, Set<LocationId> locations, boolean everywhere, boolean sharedLogin) {
        public Rights {
            functions = Set.copyOf(functions);
            locations = Set.copyOf(locations);
        }

        /** At these locations, or, without any, in the account as a whole. */
        public Rights(Role role, Set<Function> functions, Set<LocationId> locations, boolean sharedLogin) {
            this(role, functions, locations, locations.isEmpty(), sharedLogin);
        }
    }

    /**
     * @param email the user name: kept as written, compared without case; {@code +} and all (D08, H03, H13)
     * @param phone with country code
     * @param language ISO 639-1, of the mails to this person
     */
    record NewMember(Optional<String> email, String name, Optional<String> phone, String language, Rights rights) {}

    /**
     * @param email empty for one who does not sign in
     * @param active whether the person has access to this team
     * @param secondFactor whether there is one; to colleagues who manage nobody of others neither this is told ({@code false})
     *     nor {@code lastSeenAt}
     * @param version grows with every change of rights or access; the entity tag
     */
    record Member(
            UserId user,
            Optional<String> email,
            String name,
            Optional<String> phone,
            Rights rights,
            boolean active,
            boolean secondFactor,
            Optional<Instant> lastSeenAt,
            long version) {}

    record InvitationId(String value) {}

    record Invitation(
            InvitationId id, String email, String name, Rights rights, Instant createdAt, Instant expiresAt) {}

    record Guardianship(UserId guardian, UserId dependant, LocalDate until, String proof) {}

    /** @param email as read; ignored when edited */
    record Profile(String email, String name, Optional<String> phone, Locale language, long version) {}
}

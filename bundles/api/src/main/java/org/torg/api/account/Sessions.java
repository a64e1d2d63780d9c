package org.torg.api.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;

/**
 * Signing in and out, and for whom one acts. The server keeps the session; the caller holds an opaque token of which only a
 * hash is stored.
 */
@ProviderType
public interface Sessions {

    /**
     * Signs a person in. A wrong e-mail and a wrong password are refused alike with {@code credentials-wrong}, after
     * the same work; too many tries with {@code too-many-tries}. With a second factor and no code the session begins
     * {@link Stage#SECOND_FACTOR_NEEDED}; staff without one begin {@link Stage#SECOND_FACTOR_MISSING}. A code that is wrong is
     * refused with {@code code-wrong}.
     *
     * @param caller the stranger who asks
     * @param code of the second factor, or a recovery code
     * @param address from where the request came, for the throttle
     */
    default Outcome<SignedIn> signIn(
            Caller caller, String email, char[] password, Optional<String> code, String address) {
        return signIn(caller, email, password, code, address, Optional.empty());
    }

    /** @param device by which the person will know the session again */
    Outcome<SignedIn> signIn(
            Caller caller,
            String email,
            char[] password,
            Optional<String> code,
            String address,
            Optional<Device> device);

    /**
     * Completes a session by the code of the second factor, or by a recovery code, which is used up. The token is replaced.
     * Refused with {@code token-invalid}, {@code code-wrong}, {@code too-many-tries}.
     *
     * @param token of a session that is {@link Stage#SECOND_FACTOR_NEEDED}
     */
    Outcome<SignedIn> complete(Caller caller, String token, String code);

    /**
     * The caller behind the token of a session or behind an API token. Refused with {@code token-invalid} when it is unknown,
     * expired, signed out or revoked.
     */
    Outcome<Caller> resolve(String token, Caller.Channel channel, String requestId, Optional<Locale> language);

    /** Who one is here, and as whom one could act; of a program only where it works. Refused for strangers. */
    Outcome<Current> current(Caller caller);

    /** As {@link #current}, without the people in whose name one could act: what stands around every page. */
    Outcome<Current> standing(Caller caller);

    /**
     * Changes for which account, at which location and in whose name the session acts (T05, D10, B02). Everything that is
     * shown and done from then on follows it. Refused with {@code account-not-found}, {@code location-not-found},
     * {@code person-not-found} whatever the reason. Sessions only, not API tokens.
     *
     * @param token of the caller's session
     */
    Outcome<Current> choose(Caller caller, String token, Choice choice);

    /**
     * Ends the session of this token; does nothing when there is none.
     *
     * @param caller the person whose session it is
     */
    void signOut(Caller caller, String token);

    /**
     * Where the caller is signed in, the session of this token first, then the latest used. What still awaits a second factor is not
     * among them. Refused for strangers and programs.
     *
     * @param token of the caller's session
     */
    Outcome<List<OpenSession>> open(Caller caller, String token);

    /**
     * Ends one of the caller's sessions. Refused with {@code session-not-found} when the caller has none such, and
     * for strangers and programs.
     *
     * @param token of the caller's session
     * @return those that are left
     */
    Outcome<List<OpenSession>> end(Caller caller, String token, String id);

    /**
     * Ends all sessions of the caller but the one of this token, also those that await a second factor. Refused with
     * {@code token-invalid} when the caller has no such session, and for strangers and programs.
     *
     * @return the one that is left
     */
    Outcome<List<OpenSession>> endOthers(Caller caller, String token);

    enum Stage {
        COMPLETE,
        /** The password was right; nothing can be done before the second factor. */
        SECOND_FACTOR_NEEDED,
        /** The password was right; nothing can be done before a second factor was set up. */
        SECOND_FACTOR_MISSING
    }

    /** @param token to be sent as bearer token; never stored or logged */
    record SignedIn(String token, Instant expiresAt, UserId user, Optional<AccountId> account, Stage stage) {
        @Override
        public String toString() {
            return "SignedIn[" + user + "]";
        }
    }

    /**
     * A place where somebody is signed in.
     *
     * @param id by which it is ended; opaque, and nothing can be asked with it. It is another one when the token is replaced
     * @param current whether it is the one that asks
     * @param lastUsedAt to within five minutes
     * @param device as far as it is known
     */
    record OpenSession(
            String id,
            boolean current,
            Instant since,
            Instant lastUsedAt,
            Instant expiresAt,
            Optional<Device> device) {}

    /**
     * @param account empty: none, as staff work
     * @param actingFor a clinician of the account, somebody in the caller's care, or, for staff, a person of the account
     */
    record Choice(Optional<AccountId> account, Optional<LocationId> location, Optional<UserId> actingFor) {}

    /**
     * @param accounts among which the person may choose
     * @param people in whose names the person may act in the chosen account
     * @param mustChoosePerson whether nothing can be ordered before one of them was chosen (D10)
     * @param functions what may be done here and now
     */
    record Current(
            UserId user,
            String name,
            String email,
            Locale language,
            Optional<AccountId> account,
            Optional<LocationId> location,
            Optional<Person> actingFor,
            List<AccountChoice> accounts,
            List<Person> people,
            boolean mustChoosePerson,
            Set<Function> functions) {
        public Current {
            accounts = List.copyOf(accounts);
            people = List.copyOf(people);
            functions = Set.copyOf(functions);
        }
    }

    /** @param locations those at which the person has rights, by name; empty for all of an account without locations */
    record AccountChoice(AccountId account, String customerNumber, String name, List<LocationChoice> locations) {
        public AccountChoice {
            locations = List.copyOf(locations);
        }
    }

    record LocationChoice(LocationId location, String name) {}

    /** @param until the last day on which the caller may act for the person, where there is one (B02) */
    record Person(UserId user, String name, Caller.ActingFor.Kind kind, Optional<LocalDate> until) {}
}

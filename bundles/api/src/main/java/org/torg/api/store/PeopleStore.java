package org.torg.api.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.UserId;
import org.torg.api.store.Transactions.Tx;

/** Persons, and which team each belongs to. */
@ProviderType
public interface PeopleStore {

    Optional<PersonRow> person(Tx tx, UserId id);

    /** @param email compared without case; {@code +} and all */
    Optional<LoginRow> login(Tx tx, String email);

    /** Empty for one who does not sign in. */
    Optional<LoginRow> login(Tx tx, UserId id);

    /** Violates a unique key when the e-mail is taken, compared without case. */
    void insert(Tx tx, PersonRow person, Optional<String> passwordHash);

    /**
     * Replaces name, phone and language.
     *
     * @return false when the version is another
     */
    boolean edit(Tx tx, UserId id, long expectedVersion, String name, Optional<String> phone, String language);

    void setPassword(Tx tx, UserId id, String passwordHash);

    /** What the e-mail is to be once it is confirmed; empty: no change is awaited. */
    void setNewEmail(Tx tx, UserId id, Optional<String> email);

    Optional<String> newEmail(Tx tx, UserId id);

    /** Violates a unique key when the e-mail is taken, compared without case. No new one is awaited any more. */
    void setEmail(Tx tx, UserId id, String email);

    void seen(Tx tx, UserId id, Instant at);

    /** Makes other writers of this team's rights wait until the commit. */
    void lock(Tx tx, Team team);

    /** Everybody of the team, with access or without, in no order. */
    List<Named> names(Tx tx, Team team);

    Optional<MemberRow> member(Tx tx, Team team, UserId user);

    /** Those of these that belong to the team, in no order. */
    List<MemberRow> members(Tx tx, Team team, List<UserId> users);

    /**
     * Whether somebody with this e-mail belongs to the team, with access or without.
     *
     * @param email compared without case
     */
    boolean isMember(Tx tx, Team team, String email);

    /** Adds a member, or replaces what the person is in the team. */
    void put(Tx tx, Team team, UserId user, Standing standing);

    /** How many with access have the whole scope of the team in this role. */
    int countActive(Tx tx, Team team, Role role);

    /** Whether several people use this login in this account (D10). */
    boolean isSharedLogin(Tx tx, UserId user, AccountId account);

    /** Those of these that are locations of the account. */
    Set<LocationId> known(Tx tx, AccountId account, Set<LocationId> locations);

    /** Whether there is anything at which rights could be confined. */
    boolean hasLocations(Tx tx, AccountId account);

    /** @param except the hash of the token of one session that goes on */
    int endSessions(Tx tx, UserId user, Optional<String> except);

    /** Ends those in which the person acts for this account. */
    int endSessions(Tx tx, UserId user, AccountId account);

    void insert(Tx tx, ResetRequest request);

    /** Removes it; empty when it is not there. */
    Optional<ResetRequest> take(Tx tx, String id);

    int deleteResetRequestsBefore(Tx tx, Instant instant);

    /**
     * @param email empty for one who does not sign in
     * @param version grows with every change of these details
     */
    record PersonRow(
            UserId id,
            Optional<String> email,
            String name,
            Optional<String> phone,
            String language,
            boolean active,
            Instant createdAt,
            Optional<Instant> lastSeenAt,
            long version) {
        @Override
        public String toString() {
            return "PersonRow[" + id + "]";
        }
    }

    /** @param passwordHash Argon2id in its encoded form */
    record LoginRow(PersonRow person, String email, String passwordHash) {
        @Override
        public String toString() {
            return "LoginRow[" + person.id() + "]";
        }
    }

    /** @param locations at which the person has rights; empty: in the whole of the team */
    record Named(UserId id, String name, Optional<String> email, boolean active, Set<LocationId> locations) {
        public Named {
            locations = Set.copyOf(locations);
        }

        @Override
        public String toString() {
            return "Named[" + id + "]";
        }
    }

    /** @param secondFactor whether signing in needs one */
    record MemberRow(PersonRow person, Standing standing, boolean secondFactor) {}

    /**
     * What a person is in a team.
     *
     * @param memberships never empty
     * @param version grows with every change of rights or access
     */
    record Standing(List<Membership> memberships, boolean sharedLogin, boolean active, long version) {
        public Standing {
            memberships = List.copyOf(memberships);
        }
    }

    /** Somebody, known here or not, has forgotten a password. */
    record ResetRequest(String id, String email, Instant createdAt) {
        @Override
        public String toString() {
            return "ResetRequest[" + id + "]";
        }
    }
}

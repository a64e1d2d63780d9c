package org.torg.api.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.Consultant;
import org.torg.api.account.Accounts.Summary;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.Device;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.account.UserId;
import org.torg.api.order.ApprovalRule;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/** Accounts, users, their roles, their sessions. */
@ProviderType
public interface AccountStore {

    void insert(Tx tx, Account account);

    Optional<Account> account(Tx tx, AccountId id);

    Optional<Account> byCustomerNumber(Tx tx, String customerNumber);

    /** The ids of the known ones among these customer numbers; a store should need one statement. */
    default Map<String, AccountId> byCustomerNumbers(Tx tx, Collection<String> customerNumbers) {
        Map<String, AccountId> found = new HashMap<>();
        for (String number : customerNumbers) {
            byCustomerNumber(tx, number).ifPresent(account -> found.put(number, account.id()));
        }
        return found;
    }

    /** The account with its agreement with one vendor and its rules for approval, in one statement. */
    Optional<AccountTerms> terms(Tx tx, AccountId id, VendorId vendor);

    /** @throws org.torg.api.StoreException as a conflict unless the stored version is that of the account before */
    void update(Tx tx, Account before, Account after);

    /** By name, in lower case and by code point, then by id. Costs one statement for each word at most, and one more. */
    List<NamedAccount> find(Tx tx, AccountFilter filter, Optional<AccountPosition> after, int limit);

    /**
     * Those to which a person belongs, or is invited, as {@link #find}.
     *
     * @param emailKey the e-mail in lower case
     * @param staffOf as of {@link AccountFilter}
     */
    List<NamedAccount> ofPerson(Tx tx, String emailKey, Optional<Set<VendorId>> staffOf, int limit);

    /** Who looks after the account at each vendor: those who are active and can be written to. */
    List<Consultant> managers(Tx tx, AccountId account);

    /** Whether this person may still sign in. */
    boolean isActive(Tx tx, UserId user);

    /** Of the account with each vendor that has agreed something with it, by vendor. */
    List<Agreement> agreements(Tx tx, AccountId account);

    void put(Tx tx, Agreement agreement);

    /** Violates a unique key when the e-mail is taken, compared without case. */
    void insert(Tx tx, UserRow user, List<Membership> memberships);

    /** @param email compared without case */
    Optional<UserRow> user(Tx tx, String email);

    List<Membership> memberships(Tx tx, UserId user);

    void insert(Tx tx, SessionRow session);

    /** An unexpired session with its user, the memberships and those of whom it acts for, in one statement. */
    Optional<SignedInRow> session(Tx tx, String tokenHash, Instant now);

    /** The complete, unexpired ones of the user, the latest used first. */
    List<SessionRow> sessions(Tx tx, UserId user, Instant now, int limit);

    /** Notes a use, unless a later one was noted. */
    void sessionUsed(Tx tx, String tokenHash, Instant at);

    /** @return whether the user had this session */
    boolean deleteSession(Tx tx, UserId user, String tokenHash);

    /** @return how many were removed */
    int deleteSessionsExpiredBefore(Tx tx, Instant instant);

    /**
     * @param words in lower case, each the beginning of a word of the name or of a number
     * @param staffOf only those that deal with one of these vendors, or with none at all
     * @param vendor only those that deal with this one
     * @param manager only those looked after by this person
     */
    record AccountFilter(
            List<String> words, Optional<Set<VendorId>> staffOf, Optional<VendorId> vendor, Optional<UserId> manager) {
        public AccountFilter {
            words = List.copyOf(words);
        }
    }

    record AccountPosition(String nameKey, AccountId id) {}

    record NamedAccount(String nameKey, Summary account) {}

    /** @param approvals when an order of the account needs a second person */
    record AccountTerms(Account account, Agreement agreement, List<ApprovalRule> approvals) {
        public AccountTerms {
            approvals = List.copyOf(approvals);
        }

        /** None of whose orders needs one. */
        public AccountTerms(Account account, Agreement agreement) {
            this(account, agreement, List.of());
        }
    }

    /** @param passwordHash Argon2id in its encoded form */
    record UserRow(
            UserId id,
            String email,
            String name,
            String language,
            String passwordHash,
            boolean active,
            Instant createdAt) {
        @Override
        public String toString() {
            return "UserRow[" + id + "]";
        }
    }

    /**
     * A session as it was chosen; whether it may still act so is decided when it is used.
     *
     * @param tokenHash SHA-256 in hex
     * @param stage how far the sign-in has come
     * @param lastUsedAt as it was noted last; when it began, at least
     */
    record SessionRow(
            String tokenHash,
            UserId user,
            Optional<AccountId> account,
            Optional<LocationId> location,
            Optional<ActingFor> actingFor,
            Stage stage,
            Instant createdAt,
            Instant expiresAt,
            Instant lastUsedAt,
            Optional<Device> device) {

        /** One that was not used yet, by nobody knows what. */
        public SessionRow(
                String tokenHash,
                UserId user,
                Optional<AccountId> account,
                Optional<LocationId> location,
                Optional<ActingFor> actingFor,
                Stage stage,
                Instant createdAt,
                Instant expiresAt) {
            this(
                    tokenHash,
                    user,
                    account,
                    location,
                    actingFor,
                    stage,
                    createdAt,
                    expiresAt,
                    createdAt,
                    Optional.empty());
        }

        /** A complete one, in nobody else's name and at no location in particular. */
        public SessionRow(
                String tokenHash, UserId user, Optional<AccountId> account, Instant createdAt, Instant expiresAt) {
            this(tokenHash, user, account, Optional.empty(), Optional.empty(), Stage.COMPLETE, createdAt, expiresAt);
        }
    }

    /**
     * @param held what the person has: active memberships
     * @param actedFor what the person has for whom the session acts, as long as that person is active
     * @param guardedUntil the last day on which the one is the guardian of the other, where that was ever said (B02)
     * @param locationActive whether the session's location is one of its account, and in use
     * @param vendorDeals whether the vendor to which the session is confined deals with its account, or nobody does; true for a
     *     session that is not confined
     */
    record SignedInRow(
            SessionRow session,
            String language,
            List<HeldMembership> held,
            List<Membership> actedFor,
            Optional<LocalDate> guardedUntil,
            boolean locationActive,
            boolean vendorDeals) {

        public SignedInRow {
            held = List.copyOf(held);
            actedFor = List.copyOf(actedFor);
        }

        public List<Membership> memberships() {
            return held.stream().map(HeldMembership::membership).toList();
        }
    }

    /** @param sharedLogin whether several people use the login, who must say who they are before they order (D10) */
    record HeldMembership(Membership membership, boolean sharedLogin) {}
}

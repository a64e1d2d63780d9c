package org.torg.api.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Membership;
import org.torg.api.account.UserId;
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

    /** The account with its agreement with one vendor, in one statement. */
    Optional<AccountTerms> terms(Tx tx, AccountId id, VendorId vendor);

    void put(Tx tx, Agreement agreement);

    /** Violates a unique key when the e-mail is taken, compared without case. */
    void insert(Tx tx, UserRow user, List<Membership> memberships);

    /** @param email compared without case */
    Optional<UserRow> user(Tx tx, String email);

    List<Membership> memberships(Tx tx, UserId user);

    void insert(Tx tx, SessionRow session);

    /** An unexpired session with its user and memberships, in one statement. */
    Optional<SignedInRow> session(Tx tx, String tokenHash, Instant now);

    /** @return whether the user had this session */
    boolean deleteSession(Tx tx, UserId user, String tokenHash);

    /** @return how many were removed */
    int deleteSessionsExpiredBefore(Tx tx, Instant instant);

    record AccountTerms(Account account, Agreement agreement) {}

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

    /** @param tokenHash SHA-256 in hex */
    record SessionRow(
            String tokenHash, UserId user, Optional<AccountId> account, Instant createdAt, Instant expiresAt) {}

    record SignedInRow(SessionRow session, String language, List<Membership> memberships) {}
}

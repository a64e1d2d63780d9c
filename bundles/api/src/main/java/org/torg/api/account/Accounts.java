package org.torg.api.account;

import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.vendor.VendorId;

/** The buying companies and their people. */
@ProviderType
public interface Accounts {

    /** The account for which the caller acts. Refused with {@code account-not-found} when there is none. */
    Outcome<Account> current(Caller caller);

    /**
     * Opens an account, or answers the one that already has this customer number. Needs {@link Function#ACCOUNT_MANAGE}.
     *
     * @param account its id is ignored
     */
    Outcome<Account> open(Caller caller, Optional<IdempotencyKey> key, Account account);

    /**
     * Creates a person who can sign in. Needs {@link Function#ACCOUNT_MANAGE}. Refused with {@code email-taken}.
     *
     * @param password at least 8 characters; only its Argon2id hash is kept
     */
    Outcome<UserId> createUser(Caller caller, Optional<IdempotencyKey> key, NewUser user, char[] password);

    /** Sets tier and price groups of an account with a vendor (L08, L10). Needs {@link Function#ACCOUNT_MANAGE}. */
    Outcome<Agreement> agree(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId account,
            VendorId vendor,
            Optional<String> tier,
            Set<String> groups);

    /**
     * @param email the user name, kept as written; compared without case
     * @param memberships the rights of this person
     */
    record NewUser(String email, String name, String language, Set<Membership> memberships) {
        public NewUser {
            memberships = Set.copyOf(memberships);
        }
    }

    /** A role in a scope. */
    record Membership(Role role, Scope scope) {}
}

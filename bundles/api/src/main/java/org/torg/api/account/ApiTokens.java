package org.torg.api.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;

/**
 * Tokens for a person's programs. One has at most the rights that its person has at the time it is used, in at most one
 * account. All methods are for a person who has signed in, not for a token. What ends a token besides its person is in
 * {@link Reason}.
 */
@ProviderType
public interface ApiTokens {

    /** Refused with {@code right-missing} for a function that the person has not, {@code too-many-tokens} above 50. */
    Outcome<Created> create(Caller caller, NewToken token);

    /** The caller's own, the newest first. */
    Outcome<List<ApiToken>> list(Caller caller);

    /** Ends at once. Refused with {@code token-not-found}. */
    Outcome<ApiToken> revoke(Caller caller, String id);

    /**
     * @param name for what; 1 to 100 characters
     * @param functions what it may do at most; never empty
     * @param account for which account it acts; empty: for none, as staff's programs
     * @param expiresAt at most two years away; empty: never
     */
    record NewToken(String name, Set<Function> functions, Optional<AccountId> account, Optional<Instant> expiresAt) {
        public NewToken {
            functions = Set.copyOf(functions);
        }
    }

    /** Why a token works no more. */
    enum Reason {
        /** Its person revoked it. */
        BY_PERSON,
        /** A new password was set by the link for who has forgotten it: nobody knows who knew the old one. */
        PASSWORD_FORGOTTEN,
        /** Its person has changed the password, and wanted the tokens to end with it. */
        PASSWORD_CHANGED,
        /** Somebody else took the person's second factor away, as it was lost. */
        SECOND_FACTOR_RESET,
        /** The person's access to where the token worked was withdrawn. */
        ACCESS_WITHDRAWN
    }

    record Revocation(Reason reason, Instant at) {}

    /**
     * @param lastUsedAt to within a few minutes
     * @param revocation for one that was revoked
     */
    record ApiToken(
            String id,
            String name,
            Set<Function> functions,
            Optional<AccountId> account,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> lastUsedAt,
            Optional<Revocation> revocation) {
        public ApiToken {
            functions = Set.copyOf(functions);
        }

        public boolean revoked() {
            return revocation.isPresent();
        }
    }

    /** @param secret the token itself, shown this once */
    record Created(ApiToken token, String secret) {
        @Override
        public String toString() {
            return "Created[" + token.id() + "]";
        }
    }
}

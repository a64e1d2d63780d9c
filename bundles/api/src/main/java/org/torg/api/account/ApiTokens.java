package org.torg.api.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;

/**
 * Tokens for a person's programs. One has at most the rights that its person has at the time it is used, in at most one
 * account. All methods are for a person who has signed in, not for a token.
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

    /** @param lastUsedAt to within a few minutes */
    record ApiToken(
            String id,
            String name,
            Set<Function> functions,
            Optional<AccountId> account,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> lastUsedAt,
            boolean revoked) {
        public ApiToken {
            functions = Set.copyOf(functions);
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

package org.torg.api.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;

/** Signing in and out. The server keeps the session; the caller holds an opaque token of which only a hash is stored. */
@ProviderType
public interface Sessions {

    /**
     * Signs a person in. A wrong e-mail and a wrong password are refused alike with {@code credentials-wrong}, after
     * the same work; too many tries with {@code too-many-tries}.
     *
     * @param caller the stranger who asks
     */
    Outcome<SignedIn> signIn(Caller caller, String email, char[] password);

    /** The caller behind a token. Refused with {@code token-invalid} when it is unknown, expired or signed out. */
    Outcome<Caller> resolve(String token, Caller.Channel channel, String requestId, Optional<Locale> language);

    /**
     * Ends the session of this token; does nothing when there is none.
     *
     * @param caller the person whose session it is
     */
    void signOut(Caller caller, String token);

    /** @param token to be sent as bearer token; never stored or logged */
    record SignedIn(String token, Instant expiresAt, UserId user, Optional<AccountId> account) {
        @Override
        public String toString() {
            return "SignedIn[" + user + "]";
        }
    }
}

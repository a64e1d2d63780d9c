package org.torg.api.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.account.ApiTokens.ApiToken;
import org.torg.api.account.ApiTokens.Revocation;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore.HeldMembership;
import org.torg.api.store.Transactions.Tx;

/** What people prove themselves with besides a password: second factors, recovery codes, API tokens. */
@ProviderType
public interface IdentityStore {

    /** Whether anybody was ever made administrator of the tenant. */
    boolean hasAdministrator(Tx tx);

    /**
     * Completes a session that is at this stage, under a new token. Of two at once one gets it.
     *
     * @return false when there is none such
     */
    boolean complete(Tx tx, UserId user, String hash, Stage from, String newHash, Instant expiresAt);

    /**
     * Completes a session of the user, unless it is complete already: that keeps its end. Either goes on under a new token. Of
     * two at once one gets it.
     *
     * @return false when the user has no such session
     */
    boolean complete(Tx tx, UserId user, String hash, String newHash, Instant expiresAt);

    Optional<FactorRow> factor(Tx tx, UserId user);

    /**
     * Stores a secret that is not confirmed yet, in place of an earlier one that was not either.
     *
     * @return false when there is a confirmed one, which stays
     */
    boolean enrol(Tx tx, UserId user, String sealedSecret, Instant now);

    /**
     * Makes an unconfirmed secret count.
     *
     * @param step the period whose code proved it, which is used with that
     * @return false when that very secret is not waiting any more
     */
    boolean confirm(Tx tx, UserId user, String sealedSecret, long step);

    /**
     * Uses the code of a period up, in one step: of two at once one gets it.
     *
     * @return false when this or a later one was used already, or that very secret is not in use any more
     */
    boolean useStep(Tx tx, UserId user, String sealedSecret, long step);

    /** Forgets the second factor, confirmed or not, and the recovery codes. */
    void removeFactor(Tx tx, UserId user);

    void replaceRecoveryCodes(Tx tx, UserId user, Collection<String> hashes);

    /** Uses a recovery code up, in one step. */
    boolean useRecoveryCode(Tx tx, UserId user, String hash);

    int recoveryCodes(Tx tx, UserId user);

    /** @param hash SHA-256 of its secret part, in hex */
    void insert(Tx tx, UserId user, ApiToken token, String hash);

    /** The newest first. */
    List<ApiToken> tokens(Tx tx, UserId user);

    /** @return false when the user has no such token that is not revoked */
    boolean revoke(Tx tx, UserId user, String id, Revocation revocation);

    /**
     * Revokes all tokens of the user that work.
     *
     * @return how many
     */
    int revokeAll(Tx tx, UserId user, Revocation revocation);

    /**
     * Revokes those tokens of the user that work in this account, or, without one, outside of all accounts.
     *
     * @return how many
     */
    int revokeIn(Tx tx, UserId user, Optional<AccountId> account, Revocation revocation);

    /** How many tokens of the user work at this time. */
    int working(Tx tx, UserId user, Instant now);

    /** Removes those of the user that were revoked or have expired, and were made before. */
    void forgetEnded(Tx tx, UserId user, Instant madeBefore);

    /** Revokes all of the user's and forgets their names. */
    void eraseTokens(Tx tx, UserId user, Instant now);

    /** A token that works, of a person who is active, with the person's memberships, in one statement. */
    Optional<TokenRow> token(Tx tx, String id, String hash, Instant now);

    /** Notes a use, unless a later one was noted. */
    void used(Tx tx, String id, Instant at);

    /** @param lastStep of the latest code that was used */
    record FactorRow(String sealedSecret, boolean confirmed, long lastStep) {
        @Override
        public String toString() {
            return "FactorRow";
        }
    }

    record TokenRow(UserId user, ApiToken token, String language, List<HeldMembership> held) {
        public TokenRow {
            held = List.copyOf(held);
        }
    }
}

package org.torg.api.account;

import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;

/**
 * Forgotten and changed passwords (H06, H08, L06). A new password has at least as many characters as the strictest vendor
 * asks (H04) and at most {@value #LONGEST}, is none of those that everybody knows, and is not the person's e-mail or name. Refused with
 * {@code password-too-short}, {@code password-too-long}, {@code password-leaked}, {@code password-personal}.
 */
@ProviderType
public interface Passwords {

    /**
     * Characters (code points) that a password has at most, wherever one is set or tried. People may well take a whole
     * sentence; the bound is there so that nobody has megabytes hashed.
     */
    int LONGEST = 1000;

    /**
     * Sends a link to the person with this e-mail, if there is one. The answer, and how long it takes, is the same for every
     * e-mail; {@code too-many-tries} for one who asks too often.
     *
     * @param address from where the request came, for the throttle
     */
    Outcome<Boolean> forgotten(Caller stranger, String email, String address);

    /**
     * Sets a new password by the secret of the link; all sessions, links and API tokens of the person end. Refused with
     * {@code secret-invalid} when it is unknown, used or expired.
     */
    default Outcome<Boolean> reset(Caller stranger, String secret, char[] password) {
        return reset(stranger, secret, password, "");
    }

    /** @param address from where the request came: too many wrong secrets are refused with {@code too-many-tries} */
    Outcome<Boolean> reset(Caller stranger, String secret, char[] password, String address);

    /** Changes the own password; all other sessions end, API tokens go on. Refused with {@code credentials-wrong}. */
    default Outcome<Boolean> change(Caller caller, String token, char[] current, char[] password) {
        return change(caller, token, current, password, false);
    }

    /** @param withdrawTokens whether all API tokens of the person end, too */
    Outcome<Boolean> change(Caller caller, String token, char[] current, char[] password, boolean withdrawTokens);
}

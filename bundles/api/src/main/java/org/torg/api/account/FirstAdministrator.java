package org.torg.api.account;

import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;

/**
 * The first administrator of a tenant, made with a secret that only who can read the tenant's files gets to see: the first
 * start writes a link to a file and prints it.
 */
@ProviderType
public interface FirstAdministrator {

    /** Whether nobody has become administrator yet. */
    boolean isMissing();

    /**
     * Creates the administrator; the secret is used up. Refused with {@code secret-invalid} whatever is wrong with it,
     * {@code password-too-short}, {@code password-leaked}, {@code user-invalid}.
     */
    default Outcome<UserId> claim(Caller stranger, String secret, String email, String name, char[] password) {
        return claim(stranger, secret, email, name, password, "");
    }

    /** @param address from where the request came: too many wrong secrets are refused with {@code too-many-tries} */
    Outcome<UserId> claim(Caller stranger, String secret, String email, String name, char[] password, String address);
}

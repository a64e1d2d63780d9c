package org.torg.api.account;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.Outcome;

/** A person's own second factor: one-time codes by time (RFC 6238), and recovery codes for when the device is lost. */
@ProviderType
public interface SecondFactors {

    /** How it stands. Only for the person, not by an API token; also for a session that awaits its second factor. */
    Outcome<Status> status(Caller caller);

    /** Makes a new secret, which is not used before it was confirmed. Refused with {@code second-factor-present}. */
    Outcome<Enrolment> begin(Caller caller);

    /**
     * Proves that the device has the secret. From now on signing in needs a code; sessions of the person other than that of
     * {@code token} end, and that one is complete, under another token. Refused with {@code code-wrong},
     * {@code enrolment-missing}.
     */
    Outcome<Confirmed> confirm(Caller caller, String token, String code);

    /** Replaces the recovery codes. Refused with {@code code-wrong}. */
    Outcome<List<String>> newRecoveryCodes(Caller caller, String code);

    /** Takes the second factor away. Refused with {@code code-wrong}, {@code second-factor-required} where a role needs one. */
    Outcome<Status> remove(Caller caller, String code);

    /** Of somebody who has lost device and codes: taken away by staff. Needs {@code USER_MANAGE}; audited; sessions and API tokens end. */
    Outcome<Status> reset(Caller caller, UserId user);

    /**
     * @param session that goes on; its earlier token is none any more
     * @param recoveryCodes shown this once
     */
    record Confirmed(Sessions.SignedIn session, List<String> recoveryCodes) {
        public Confirmed {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        @Override
        public String toString() {
            return "Confirmed[" + session.user() + "]";
        }
    }

    /** @param recoveryCodesLeft unused ones */
    record Status(boolean enrolled, boolean required, int recoveryCodesLeft) {}

    /**
     * @param secret in Base32, to be typed
     * @param uri {@code otpauth:}, to be shown as a picture
     */
    record Enrolment(String secret, String uri) {
        @Override
        public String toString() {
            return "Enrolment";
        }
    }
}

package org.torg.rest.account;

import java.util.Optional;
import org.torg.rest.http.Faults;

/** The shapes in which secrets and passwords come. None of them shows in a log, nor is any answered. */
final class PasswordJson {

    private PasswordJson() {}

    /** Who has forgotten the password. */
    public record ForgottenJson(Optional<String> email) {

        String read() {
            Faults faults = new Faults();
            String given = faults.requiredText("/email", email, 254);
            return faults.settle(given);
        }

        @Override
        public String toString() {
            return "ForgottenJson";
        }
    }

    /** A secret of a link, and the password that goes with it. */
    public record SecretPasswordJson(Optional<String> secret, Optional<String> password) {

        record SecretPassword(String secret, char[] password) {
            @Override
            public String toString() {
                return "SecretPassword";
            }
        }

        SecretPassword read() {
            Faults faults = new Faults();
            SecretPassword read = new SecretPassword(
                    faults.requiredText("/secret", secret, 200), faults.password("/password", password));
            return faults.settle(read);
        }

        @Override
        public String toString() {
            return "SecretPasswordJson";
        }
    }

    /** The present password, and the next, and whether programs are to lose their access. */
    public record ChangedPasswordJson(
            Optional<String> current, Optional<String> password, Optional<Boolean> withdrawTokens) {

        record ChangedPassword(char[] current, char[] password, boolean withdrawTokens) {
            @Override
            public String toString() {
                return "ChangedPassword";
            }
        }

        ChangedPassword read() {
            Faults faults = new Faults();
            ChangedPassword read = new ChangedPassword(
                    faults.password("/current", current),
                    faults.password("/password", password),
                    withdrawTokens.orElse(false));
            return faults.settle(read);
        }

        @Override
        public String toString() {
            return "ChangedPasswordJson";
        }
    }

    /** A secret of a link. */
    public record SecretJson(Optional<String> secret) {

        String read() {
            Faults faults = new Faults();
            String given = faults.requiredText("/secret", secret, 200);
            return faults.settle(given);
        }

        @Override
        public String toString() {
            return "SecretJson";
        }
    }
}

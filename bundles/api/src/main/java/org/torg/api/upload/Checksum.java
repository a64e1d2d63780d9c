package org.torg.api.upload;

import java.util.Locale;
import java.util.Optional;

/**
 * What a piece of a file must add up to.
 *
 * @param hex lower case
 */
public record Checksum(Algorithm algorithm, String hex) {

    public enum Algorithm {
        SHA1("SHA-1"),
        SHA256("SHA-256");

        private final String digest;

        Algorithm(String digest) {
            this.digest = digest;
        }

        /** As the JDK names it. */
        public String digest() {
            return digest;
        }

        /** As the tus protocol writes it, such as {@code sha1}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Algorithm> of(String code) {
            for (Algorithm algorithm : values()) {
                if (algorithm.code().equals(code)) {
                    return Optional.of(algorithm);
                }
            }
            return Optional.empty();
        }
    }
}

package org.torg.kernel.account;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** One-time codes by time (RFC 6238) as authenticator apps make them: SHA-1, six digits, a new one every thirty seconds. */
final class Totp {

    static final long PERIOD_SECONDS = 30;

    /** Clocks of devices are a little wrong, and people type slowly: the period before and the one after count too. */
    private static final List<Long> NEAR = List.of(0L, -1L, 1L);

    private static final int SECRET_BYTES = 20;
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private final SecureRandom random = new SecureRandom();
    private final HmacOneTimePasswordGenerator generator = new HmacOneTimePasswordGenerator();

    /** 160 random bits in Base32, 32 characters. */
    String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base32.toBase32String(secret);
    }

    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** The period, counted from 1970, whose code this is; empty when it is none of now. */
    Optional<Long> step(String secret, String code, Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), PERIOD_SECONDS);
        Optional<Long> found = Optional.empty();
        for (long near : NEAR) {
            boolean fits = MessageDigest.isEqual(
                    code(secret, current + near).getBytes(StandardCharsets.US_ASCII),
                    code.getBytes(StandardCharsets.US_ASCII));
            if (fits && found.isEmpty()) {
                found = Optional.of(current + near);
            }
        }
        return found;
    }

    /** The code of a period. */
    String code(String secret, long step) {
        try {
            SecretKeySpec key = new SecretKeySpec(Base32.decode(secret), generator.getAlgorithm());
            return generator.generateOneTimePasswordString(key, step, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a stored secret is no key", e);
        }
    }

    /** What an authenticator app reads from a picture: whose codes these are, where, and how they are made. */
    static String uri(String issuer, String person, String secret) {
        return "otpauth://totp/" + escape(issuer) + ":" + escape(person) + "?secret=" + secret + "&issuer="
                + escape(issuer) + "&algorithm=SHA1&digits=6&period=" + PERIOD_SECONDS;
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

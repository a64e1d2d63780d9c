package org.torg.portal.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Proves that a form was made for who sends it. The token follows from the session's own, which only the browser has, by a one-way
 * function; so nothing is stored, and it ends with the session. Strangers have one that follows from a cookie of their visit. It is
 * another one on every page, so that nobody can guess it from how well the page compresses.
 */
public final class Csrf {

    public static final String FIELD = "csrf";
    /** Of requests that have no form. Other sites' scripts cannot send it. */
    public static final String HEADER = "X-CSRF-Token";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int SALT_LENGTH = 16;

    private Csrf() {}

    /** For forms of a page that is shown to who has this secret. */
    public static String token(String secret) {
        byte[] salt = new byte[SALT_LENGTH * 3 / 4];
        RANDOM.nextBytes(salt);
        String text = TEXT.encodeToString(salt);
        return text + proof(text, secret);
    }

    /** Whether what was sent is a token for this secret. */
    public static boolean isGood(String sent, String secret) {
        if (sent.length() <= SALT_LENGTH) {
            return false;
        }
        String expected = proof(sent.substring(0, SALT_LENGTH), secret);
        return MessageDigest.isEqual(
                sent.substring(SALT_LENGTH).getBytes(StandardCharsets.UTF_8),
                expected.getBytes(StandardCharsets.UTF_8));
    }

    private static String proof(String salt, String secret) {
        try {
            byte[] text = ("torg form " + salt + " " + secret).getBytes(StandardCharsets.UTF_8);
            return TEXT.encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

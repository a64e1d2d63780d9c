package org.torg.kernel.account;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.osgi.service.component.annotations.Component;
import org.torg.api.account.Passwords;

/**
 * Hashes of passwords by Argon2id with 19 MiB, two passes and one lane, as OWASP's cheat sheet has it, in the usual encoded
 * form. Only a few are computed at a time: memory is what makes them dear.
 */
@Component(service = PasswordHashes.class)
public final class PasswordHashes {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_A_TIME = 2;
    private static final int MAX_WAITING = 16;
    private static final int PATIENCE_SECONDS = 5;
    private static final Pattern ENCODED = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,2}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final SecureRandom random = new SecureRandom();
    private final Semaphore slots = new Semaphore(AT_A_TIME, true);
    private final String nobody;

    public PasswordHashes() {
        // Random bytes instead of a hash: no password fits, and trying one is the same work.
        nobody = encode(MEMORY_KIB, PASSES, LANES, bytes(SALT_BYTES), bytes(HASH_BYTES));
    }

    /** Against which the passwords of people who are not there are tried. */
    String nobody() {
        return nobody;
    }

    /** The encoded hash with a new salt; empty when too many are waiting. */
    Optional<String> hash(char[] password) {
        byte[] salt = bytes(SALT_BYTES);
        return compute(password, MEMORY_KIB, PASSES, LANES, salt, HASH_BYTES)
                .map(hash -> encode(MEMORY_KIB, PASSES, LANES, salt, hash));
    }

    /**
     * Whether the password fits the encoded hash; empty when too many are waiting.
     *
     * @param encoded empty for a person who is not there: the same work, and never true
     */
    Optional<Boolean> fits(char[] password, Optional<String> encoded) {
        Matcher parts = ENCODED.matcher(encoded.orElse(nobody));
        if (!parts.matches()) {
            throw new IllegalStateException("a stored password hash has another form");
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        return compute(
                        password,
                        Integer.parseInt(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        salt,
                        expected.length)
                .map(actual -> MessageDigest.isEqual(actual, expected)
                        && encoded.isPresent()
                        && length(password) <= Passwords.LONGEST);
    }

    private Optional<byte[]> compute(char[] password, int memoryKib, int passes, int lanes, byte[] salt, int length) {
        boolean mine = false;
        try {
            mine = slots.getQueueLength() < MAX_WAITING && slots.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!mine) {
                return Optional.empty();
            }
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            byte[] input = utf8(password);
            byte[] hash = new byte[length];
            generator.generateBytes(input, hash);
            Arrays.fill(input, (byte) 0);
            return Optional.of(hash);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            if (mine) {
                slots.release();
            }
        }
    }

    static int length(char[] password) {
        return Character.codePointCount(password, 0, password.length);
    }

    /** Composed, because some systems type å as one character and others as two; and cut, for those who send megabytes. */
    private static byte[] utf8(char[] password) {
        CharBuffer kept = CharBuffer.wrap(password, 0, Math.min(password.length, 2 * Passwords.LONGEST));
        return Normalizer.normalize(kept, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(int memoryKib, int passes, int lanes, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + passes + ",p=" + lanes + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}

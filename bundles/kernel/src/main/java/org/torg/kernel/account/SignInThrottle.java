package org.torg.kernel.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.torg.api.Argument;
import org.torg.api.Refusal;

/**
 * Slows down guessing: after some tries that failed the next one must wait, longer with each, for one person and for one
 * remote address. An address from which the person came in before has a count of its own, so that strangers lock nobody out.
 * Per node, in bounded memory; what is kept is hashed with a key that ends with the node.
 */
@Component(service = SignInThrottle.class)
public final class SignInThrottle {

    static final Duration LONGEST = Duration.ofMinutes(1);
    /** Only who has the password gets to guess codes, and there are but a million of them. */
    static final Duration LONGEST_FOR_CODES = Duration.ofMinutes(15);

    static final int FREE = 5;
    static final int FREE_PER_ADDRESS = 20;
    static final int MOST = 10_000;

    private static final int ADDRESSES_PER_PERSON = 8;
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final byte[] key = new byte[32];
    private final TryCounts people = new TryCounts(FREE, Duration.ofMinutes(1), LONGEST, MOST);
    private final TryCounts addresses = new TryCounts(FREE_PER_ADDRESS, Duration.ofSeconds(20), LONGEST, MOST);
    private final TryCounts atHome = new TryCounts(FREE, Duration.ofMinutes(1), LONGEST, MOST);
    private final TryCounts codes = new TryCounts(FREE, Duration.ofMinutes(5), LONGEST_FOR_CODES, MOST);
    private final Map<String, Set<String>> homes = bounded(MOST);
    private final Map<String, Origin> waiting = bounded(MOST);
    private final Map<String, Boolean> familiar = bounded(MOST);

    /** From where somebody tries to become whom; both hashed. */
    record Origin(String person, String address) {
        private String both() {
            return person + address;
        }
    }

    public SignInThrottle() {
        new SecureRandom().nextBytes(key);
    }

    /** @param address as the connection has it */
    Origin origin(String email, String address) {
        String folded = email.toLowerCase(Locale.ROOT);
        return new Origin(hash(folded.length() > 320 ? folded.substring(0, 320) : folded), hash(network(address)));
    }

    /** Counts a try with a password, unless one must wait: then how long. */
    synchronized Optional<Duration> begin(Origin origin, Instant now) {
        if (isHome(origin)) {
            Duration delay = atHome.delay(origin.both(), now);
            if (delay.isZero()) {
                atHome.count(origin.both(), now);
            }
            return some(delay);
        }
        Duration mine = people.delay(origin.person(), now);
        Duration here = addresses.delay(origin.address(), now);
        Duration delay = mine.compareTo(here) > 0 ? mine : here;
        if (delay.isZero()) {
            people.count(origin.person(), now);
            addresses.count(origin.address(), now);
        }
        return some(delay);
    }

    /** The password was right. */
    synchronized void passwordRight(Origin origin) {
        if (isHome(origin)) {
            atHome.forget(origin.both());
        } else {
            people.forget(origin.person());
            // An address is not cleared by one who has an account there and guesses others'.
            addresses.giveBack(origin.address());
        }
    }

    /** Counts a try with a code, unless one must wait: then how long. */
    synchronized Optional<Duration> beginCode(Origin origin, Instant now) {
        String who = codeKey(origin);
        Duration delay = codes.delay(who, now);
        if (delay.isZero()) {
            codes.count(who, now);
        }
        return some(delay);
    }

    synchronized void codeRight(Origin origin) {
        codes.forget(codeKey(origin));
    }

    /** Somebody came in to the end: from there they have a count of their own from now on. */
    synchronized void cameIn(Origin origin) {
        familiar.put(origin.address(), true);
        Set<String> known = homes.computeIfAbsent(origin.person(), person -> new LinkedHashSet<>());
        known.remove(origin.address());
        known.add(origin.address());
        if (known.size() > ADDRESSES_PER_PERSON) {
            known.remove(known.iterator().next());
        }
    }

    /**
     * Whether anybody has come in from there.
     *
     * @param address as the connection has it
     */
    synchronized boolean isFamiliar(String address) {
        return familiar.containsKey(hash(network(address)));
    }

    /** Remembers from where a session began that awaits its second factor. */
    synchronized void awaits(String tokenHash, Origin origin) {
        waiting.put(tokenHash, origin);
    }

    /** From where the session began; when this node has forgotten it, from an address that nobody has. */
    synchronized Origin awaited(String tokenHash, String email) {
        Origin origin = waiting.get(tokenHash);
        return origin == null ? origin(email, "") : origin;
    }

    /** The most that is kept of anything. */
    synchronized int size() {
        return Math.max(
                Math.max(Math.max(people.size(), addresses.size()), Math.max(atHome.size(), codes.size())),
                Math.max(Math.max(homes.size(), familiar.size()), waiting.size()));
    }

    public static Refusal refusal(Duration wait) {
        return Refusal.of(
                Refusal.Kind.THROTTLED,
                "too-many-tries",
                "Too many tries. Try again in {0} seconds.",
                Argument.number(Math.max(1, (wait.toMillis() + 999) / 1000)));
    }

    private boolean isHome(Origin origin) {
        return homes.getOrDefault(origin.person(), Set.of()).contains(origin.address());
    }

    private String codeKey(Origin origin) {
        return isHome(origin) ? origin.both() : origin.person();
    }

    private static Optional<Duration> some(Duration delay) {
        return delay.isZero() ? Optional.empty() : Optional.of(delay);
    }

    /** Of version 6 the first half: the other one is everybody's own to choose. */
    public static String network(String address) {
        if (!LITERAL.matcher(address).matches()) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            byte[] bytes = parsed.getAddress();
            return Arrays.toString(parsed instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, 15));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static <V> Map<String, V> bounded(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        };
    }
}

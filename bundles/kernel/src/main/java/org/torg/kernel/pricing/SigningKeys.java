package org.torg.kernel.pricing;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.torg.api.Clock;
import org.torg.api.store.KeyStore;
import org.torg.api.store.KeyStore.SigningKey;
import org.torg.api.store.Transactions;

/**
 * The secret keys of one purpose: the newest signs, older ones are still accepted while anything signed with them can be
 * alive. A new key is made at the first use and every {@link #ROTATION}; older ones are then removed. All nodes of a tenant
 * share them through the database.
 */
final class SigningKeys {

    static final Duration ROTATION = Duration.ofDays(30);

    /** How long another node's new key may stay unknown here, unless somebody comes with it. */
    private static final Duration AGE = Duration.ofMinutes(1);

    private static final Duration SHORTEST_AGE = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final KeyStore store;
    private final Clock clock;
    private final String purpose;
    private final Duration lifetime;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Loaded latest;

    private record Loaded(Instant at, List<SigningKey> keys) {

        boolean isOlderThan(Duration age, Instant now) {
            return now.isBefore(at) || !now.isBefore(at.plus(age));
        }
    }

    /** @param lifetime of what is signed */
    SigningKeys(Transactions transactions, KeyStore store, Clock clock, String purpose, Duration lifetime) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
        this.purpose = purpose;
        this.lifetime = lifetime;
    }

    /** The key to sign with. */
    SigningKey current() {
        Instant now = clock.now();
        Optional<SigningKey> newest = keys(AGE, now).keys().stream().findFirst();
        if (newest.isPresent() && now.isBefore(newest.get().createdAt().plus(ROTATION))) {
            return newest.get();
        }
        return rotate(now);
    }

    /** The key of this id, if something that it signed may still be alive. */
    Optional<SigningKey> find(String id) {
        Instant now = clock.now();
        Optional<SigningKey> known = find(keys(AGE, now), id, now);
        return known.isPresent() ? known : find(keys(SHORTEST_AGE, now), id, now);
    }

    private Optional<SigningKey> find(Loaded loaded, String id, Instant now) {
        return loaded.keys().stream()
                .filter(key -> key.id().equals(id) && now.isBefore(endOf(key)))
                .findFirst();
    }

    private Instant endOf(SigningKey key) {
        // A node that has not yet heard of a newer key goes on signing for a moment.
        return key.createdAt().plus(ROTATION).plus(AGE).plus(lifetime);
    }

    private Loaded keys(Duration age, Instant now) {
        Loaded loaded = latest;
        if (loaded == null || loaded.isOlderThan(age, now)) {
            loaded = new Loaded(now, transactions.read(tx -> store.keys(tx, purpose)));
            latest = loaded;
        }
        return loaded;
    }

    private synchronized SigningKey rotate(Instant now) {
        Optional<SigningKey> newest =
                transactions.read(tx -> store.keys(tx, purpose)).stream().findFirst();
        if (newest.isPresent() && now.isBefore(newest.get().createdAt().plus(ROTATION))) {
            latest = null;
            return newest.get();
        }
        byte[] id = new byte[6];
        byte[] secret = new byte[32];
        random.nextBytes(id);
        random.nextBytes(secret);
        SigningKey key = new SigningKey(
                purpose, HexFormat.of().formatHex(id), Base64.getEncoder().encodeToString(secret), now);
        transactions.change(tx -> {
            store.insert(tx, key);
            for (SigningKey old : store.keys(tx, purpose)) {
                if (!now.isBefore(endOf(old))) {
                    store.delete(tx, purpose, old.id());
                }
            }
        });
        latest = null;
        return key;
    }
}

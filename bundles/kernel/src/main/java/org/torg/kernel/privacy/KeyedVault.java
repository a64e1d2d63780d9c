package org.torg.kernel.privacy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.StoreException;
import org.torg.api.store.PersonKeyStore;
import org.torg.api.store.PersonKeyStore.WrappedKey;
import org.torg.api.store.Transactions.Tx;

/**
 * Seals with AES-256-GCM under one key for each owner, which lies in the database wrapped by a {@link MasterKeys master key}.
 * Keys are not kept in memory: one that any node destroys is destroyed for all of them, at the price of one statement for each
 * call.
 *
 * <p>A sealed text is {@code 1.<id of the key>.<nonce, text and tag in URL-safe Base64>}; the number is that of the method.
 */
@Component(service = {Vault.class, KeyedVault.class})
public final class KeyedVault implements Vault {

    private static final Pattern FORM = Pattern.compile("1\\.([0-9a-f]{12})\\.([A-Za-z0-9_-]+)");
    private static final int ID_BYTES = 6;

    private final PersonKeyStore store;
    private final MasterKeys masters;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final AesGcm cipher = new AesGcm(random);

    @Activate
    public KeyedVault(@Reference PersonKeyStore store, @Reference MasterKeys masters, @Reference Clock clock) {
        this.store = store;
        this.masters = masters;
        this.clock = clock;
    }

    /** A key of a person as it is used. */
    private record OpenKey(String id, SecretKey key) {

        static OpenKey of(String id, byte[] secret) {
            return new OpenKey(id, new SecretKeySpec(secret, "AES"));
        }

        byte[] secret() {
            return key.getEncoded();
        }

        @Override
        public String toString() {
            return "OpenKey[" + id + "]";
        }
    }

    @Override
    public String seal(Tx tx, String owner, String plain) {
        return seal(keyOf(tx, owner), owner, plain);
    }

    private String seal(OpenKey key, String owner, String plain) {
        byte[] sealed = cipher.seal(key.secret(), textAbout(owner, key.id()), plain.getBytes(StandardCharsets.UTF_8));
        return "1." + key.id() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** One statement for all owners that have a key. */
    @Override
    public <K> Map<K, String> sealEach(Tx tx, Map<K, Owned> plain) {
        Map<String, OpenKey> keys = new HashMap<>();
        keys(tx, plain.values()).forEach((owner, key) -> keys.put(owner, unwrap(key)));
        Map<K, String> sealed = new HashMap<>();
        plain.forEach((name, one) -> sealed.put(
                name, seal(keys.computeIfAbsent(one.owner(), owner -> keyOf(tx, owner)), one.owner(), one.text())));
        return sealed;
    }

    /** One statement. */
    @Override
    public <K> Map<K, String> openEach(Tx tx, Map<K, Owned> sealed) {
        Map<String, WrappedKey> keys = keys(tx, sealed.values());
        Map<K, String> opened = new HashMap<>();
        sealed.forEach((name, one) -> Optional.ofNullable(keys.get(one.owner()))
                .flatMap(key -> open(key, one.text()))
                .ifPresent(plain -> opened.put(name, plain)));
        return opened;
    }

    private Map<String, WrappedKey> keys(Tx tx, Collection<Owned> texts) {
        Set<String> owners = texts.stream().map(Owned::owner).collect(Collectors.toSet());
        return owners.isEmpty()
                ? Map.of()
                : store.keys(tx, owners).stream().collect(Collectors.toMap(WrappedKey::owner, key -> key));
    }

    @Override
    public Optional<String> open(Tx tx, String owner, String sealed) {
        return store.key(tx, owner).flatMap(key -> open(key, sealed));
    }

    @Override
    public Map<String, String> openAll(Tx tx, Map<String, String> sealedByOwner) {
        Map<String, String> opened = new HashMap<>();
        for (WrappedKey key : store.keys(tx, sealedByOwner.keySet())) {
            Optional.ofNullable(sealedByOwner.get(key.owner()))
                    .flatMap(text -> open(key, text))
                    .ifPresent(plain -> opened.put(key.owner(), plain));
        }
        return opened;
    }

    @Override
    public void destroy(Tx tx, String owner) {
        boolean unused = store.delete(tx, owner);
    }

    /** A secret that belongs to the owner, for other uses than sealing; always the same until it is destroyed. */
    byte[] secret(Tx tx, String owner, String use) {
        return Hmac.of(keyOf(tx, owner).secret(), use);
    }

    /** The same; empty when there is none yet. */
    Optional<byte[]> knownSecret(Tx tx, String owner, String use) {
        return store.key(tx, owner).map(key -> Hmac.of(unwrap(key).secret(), use));
    }

    private Optional<String> open(WrappedKey key, String sealed) {
        Matcher form = FORM.matcher(sealed);
        if (!form.matches()) {
            throw broken("a sealed text has not the form of one");
        }
        if (!form.group(1).equals(key.id())) {
            // Sealed under an earlier key of the same owner, or of somebody else: as if the key were destroyed.
            return Optional.empty();
        }
        byte[] content = Base64.getUrlDecoder().decode(form.group(2));
        byte[] plain = cipher.open(unwrap(key).secret(), textAbout(key.owner(), key.id()), content)
                .orElseThrow(() -> broken("a sealed text was changed"));
        return Optional.of(new String(plain, StandardCharsets.UTF_8));
    }

    private OpenKey keyOf(Tx tx, String owner) {
        Optional<WrappedKey> there = store.key(tx, owner);
        if (there.isPresent()) {
            return unwrap(there.get());
        }
        OpenKey made = OpenKey.of(newId(), cipher.newKey());
        if (store.insert(tx, wrap(owner, made))) {
            return made;
        }
        return unwrap(store.key(tx, owner).orElseThrow(() -> destroyedMeanwhile()));
    }

    private String newId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private WrappedKey wrap(String owner, OpenKey key) {
        MasterKey master = masters.newest();
        byte[] wrapped = cipher.seal(master.secret(), keyAbout(owner, key.id()), key.secret());
        return new WrappedKey(owner, key.id(), master.id(), Base64.getEncoder().encodeToString(wrapped), clock.now());
    }

    /** The same key under the newest master key. */
    WrappedKey rewrap(WrappedKey key) {
        return wrap(key.owner(), unwrap(key));
    }

    private OpenKey unwrap(WrappedKey key) {
        byte[] secret = cipher.open(
                        masters.key(key.master()).secret(),
                        keyAbout(key.owner(), key.id()),
                        Base64.getDecoder().decode(key.wrapped()))
                .orElseThrow(() -> broken("a wrapped key was changed"));
        return OpenKey.of(key.id(), secret);
    }

    private static String textAbout(String owner, String key) {
        return "torg text 1\n" + owner + "\n" + key;
    }

    private static String keyAbout(String owner, String key) {
        return "torg key 1\n" + owner + "\n" + key;
    }

    private static StoreException broken(String what) {
        return new StoreException(StoreException.Kind.OTHER, what, new IllegalStateException(what));
    }

    private static StoreException destroyedMeanwhile() {
        String what = "the key was destroyed at the same time";
        return new StoreException(StoreException.Kind.CONFLICT, what, new IllegalStateException(what));
    }
}

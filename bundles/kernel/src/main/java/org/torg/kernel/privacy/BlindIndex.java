package org.torg.kernel.privacy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.store.Transactions.Tx;

/**
 * Finds what is sealed by words, without opening it: each word becomes a keyed hash (HMAC-SHA-256, cut to 128 bits) that only this
 * tenant can make. The key is wrapped by the master key as those of people are.
 *
 * <p>What it reveals to who reads the database without the master key: how many words an entry has, which entries of one
 * scope share a word, and so how frequent words are there. Not which words they are, and nothing across scopes.
 */
@Component(service = BlindIndex.class)
public final class BlindIndex {

    private static final int BYTES = 16;

    private final KeyedVault vault;

    @Activate
    public BlindIndex(@Reference KeyedVault vault) {
        this.vault = vault;
    }

    /**
     * @param index of what, such as {@code recipient}
     * @param scope words of one scope have nothing in common with those of another
     * @return as many as there are different words, 22 characters each
     */
    public Set<String> tokens(Tx tx, String index, String scope, Collection<String> words) {
        if (words.isEmpty()) {
            return Set.of();
        }
        return tokens(vault.secret(tx, "index:" + index, "words"), scope, words);
    }

    /** The same, to look for what is stored: makes no key, so that it can be asked where nothing may be written. */
    public Set<String> known(Tx tx, String index, String scope, Collection<String> words) {
        return words.isEmpty()
                ? Set.of()
                : vault.knownSecret(tx, "index:" + index, "words")
                        .map(key -> tokens(key, scope, words))
                        .orElse(Set.of());
    }

    private static Set<String> tokens(byte[] key, String scope, Collection<String> words) {
        byte[] ofScope = Hmac.of(key, scope);
        return words.stream()
                .map(word -> Arrays.copyOf(Hmac.of(ofScope, word), BYTES))
                .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
                .collect(Collectors.toUnmodifiableSet());
    }
}

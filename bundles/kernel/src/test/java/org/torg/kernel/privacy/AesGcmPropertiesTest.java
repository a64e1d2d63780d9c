package org.torg.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class AesGcmPropertiesTest {

    private final AesGcm cipher = new AesGcm(new SecureRandom());
    private final byte[] key = cipher.newKey();

    @Property
    void whatIsSealedOpensAgain(@ForAll byte[] plain, @ForAll @StringLength(max = 100) String owner) {
        assertThat(cipher.open(key, owner, cipher.seal(key, owner, plain)).orElseThrow())
                .isEqualTo(plain);
    }

    @Property
    void nothingOpensForAnotherOwnerOrWithAnotherKey(@ForAll byte[] plain, @ForAll String owner, @ForAll String other) {
        // Lone surrogates are all one byte sequence: no id has any.
        Assume.that(!new String(owner.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .equals(new String(other.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)));
        byte[] sealed = cipher.seal(key, owner, plain);

        assertThat(cipher.open(key, other, sealed)).isEqualTo(Optional.empty());
        assertThat(cipher.open(cipher.newKey(), owner, sealed)).isEqualTo(Optional.empty());
    }

    @Property
    void nothingOpensThatWasChangedInOneBit(@ForAll byte[] plain, @ForAll @IntRange(max = 100_000) int at) {
        byte[] sealed = cipher.seal(key, "owner", plain);
        sealed[at % sealed.length] ^= 1;

        assertThat(cipher.open(key, "owner", sealed)).isEqualTo(Optional.empty());
    }
}

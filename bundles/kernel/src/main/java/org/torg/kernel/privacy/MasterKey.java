package org.torg.kernel.privacy;

import java.util.Arrays;
import java.util.HexFormat;

/** A key that wraps the keys of people. Its id follows from it, so that an id in the database names one key only. */
final class MasterKey {

    private final byte[] secret;
    private final String id;

    /** @param secret 32 bytes */
    MasterKey(byte[] secret) {
        this.secret = secret.clone();
        this.id = HexFormat.of().formatHex(Arrays.copyOf(Hmac.of(secret, "torg master key"), 8));
    }

    /** 16 characters. */
    String id() {
        return id;
    }

    byte[] secret() {
        return secret.clone();
    }

    @Override
    public String toString() {
        return "MasterKey[" + id + "]";
    }
}

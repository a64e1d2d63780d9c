package org.torg.kernel.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.kernel.command.Fingerprints;

/** HMAC-SHA-256 under a secret of the newest master key: {@code <id of the key>.<43 characters of Base64>}. */
@Component(service = Fingerprints.class)
public final class KeyedFingerprints implements Fingerprints {

    private static final String USE = "torg request 1";

    private final MasterKeys masters;

    @Activate
    public KeyedFingerprints(@Reference MasterKeys masters) {
        this.masters = masters;
    }

    @Override
    public String of(byte[] request) {
        return under(masters.newest(), request);
    }

    @Override
    public boolean match(String fingerprint, byte[] request) {
        return masters.find(fingerprint.replaceFirst("\\..*", ""))
                .filter(key -> MessageDigest.isEqual(
                        under(key, request).getBytes(StandardCharsets.US_ASCII),
                        fingerprint.getBytes(StandardCharsets.US_ASCII)))
                .isPresent();
    }

    private static String under(MasterKey key, byte[] request) {
        byte[] code = Hmac.of(Hmac.of(key.secret(), USE), request);
        return key.id() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    }
}

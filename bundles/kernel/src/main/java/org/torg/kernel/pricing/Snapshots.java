package org.torg.kernel.pricing;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.pricing.PricedCart;
import org.torg.api.store.KeyStore;
import org.torg.api.store.KeyStore.SigningKey;
import org.torg.api.store.Transactions;
import org.torg.json.TorgJson;

/**
 * Prices that were shown, signed, so that they can be honoured later: nothing is stored, the token holds the whole price.
 *
 * <p>A token is Base64url without padding of: one byte of format, one byte length of the key's id, the id, 32 bytes
 * HMAC-SHA256 over all the rest, and the price as deflated JSON. It is bound to vendor and account by what the price says;
 * it is no secret, for its owner has seen all of it.
 */
@Component(
        service = Snapshots.class,
        configurationPid = "org.torg.snapshots",
        configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = Snapshots.Configuration.class)
public final class Snapshots {

    /** How long a price that was shown is honoured. */
    @ObjectClassDefinition(name = "Torg price snapshots")
    public @interface Configuration {

        @AttributeDefinition(description = "ISO 8601 duration for which a price that was shown is honoured")
        String lifetime() default "PT30M";
    }

    /** Of a price as JSON: several times what a cart of 1,000 lines with five adjustments each has. */
    static final int MOST_BYTES = 16 << 20;

    private static final byte FORMAT = 1;
    private static final int MAC_BYTES = 32;
    private static final String MAC = "HmacSHA256";

    private final SigningKeys keys;
    private final Clock clock;
    private final Duration lifetime;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    @Activate
    public Snapshots(
            @Reference Transactions transactions,
            @Reference KeyStore store,
            @Reference Clock clock,
            Configuration configuration) {
        this(transactions, store, clock, Duration.parse(configuration.lifetime()));
    }

    /** Without a container. */
    public Snapshots(Transactions transactions, KeyStore store, Clock clock, Duration lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
        keys = new SigningKeys(transactions, store, clock, "snapshot", lifetime);
        JsonMapper mapper = TorgJson.mapper();
        writer = mapper.writerFor(PricedCart.class);
        reader = mapper.readerFor(PricedCart.class);
    }

    /** How long a price that is computed now is honoured. */
    public Duration lifetime() {
        return lifetime;
    }

    /** The signed token of a price. */
    public String seal(PricedCart cart) {
        SigningKey key = keys.current();
        byte[] id = key.id().getBytes(StandardCharsets.US_ASCII);
        byte[] content = deflate(cart);
        byte[] token = new byte[2 + id.length + MAC_BYTES + content.length];
        token[0] = FORMAT;
        token[1] = (byte) id.length;
        System.arraycopy(id, 0, token, 2, id.length);
        System.arraycopy(content, 0, token, 2 + id.length + MAC_BYTES, content.length);
        System.arraycopy(mac(key, token, id.length), 0, token, 2 + id.length, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /**
     * The price in a token. Refused as {@code UNPROCESSABLE}, for the same request can never succeed: with
     * {@code snapshot-invalid} for anything that was not sealed here, with {@code snapshot-expired} when it is no longer
     * honoured.
     */
    public Outcome<PricedCart> open(String text) {
        Optional<PricedCart> cart = verified(text);
        if (cart.isEmpty()) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE, "snapshot-invalid", "This is not a price that was shown here."));
        }
        if (!clock.now().isBefore(cart.get().expiresAt())) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE, "snapshot-expired", "The price is too old. Ask for it again."));
        }
        return Outcome.done(cart.get());
    }

    private Optional<PricedCart> verified(String text) {
        byte[] token;
        try {
            token = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // One token has one spelling only.
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(token).equals(text)
                || token.length < 2
                || token[0] != FORMAT
                || token[1] < 1
                || token.length <= 2 + token[1] + MAC_BYTES) {
            return Optional.empty();
        }
        int idLength = token[1];
        Optional<SigningKey> key = keys.find(new String(token, 2, idLength, StandardCharsets.US_ASCII));
        int macAt = 2 + idLength;
        if (key.isEmpty()
                || !MessageDigest.isEqual(
                        mac(key.get(), token, idLength), Arrays.copyOfRange(token, macAt, macAt + MAC_BYTES))) {
            return Optional.empty();
        }
        return Optional.of(inflate(token, macAt + MAC_BYTES));
    }

    private static byte[] mac(SigningKey key, byte[] token, int idLength) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.secret()), MAC));
            int contentAt = 2 + idLength + MAC_BYTES;
            mac.update(token, 0, 2 + idLength);
            mac.update(token, contentAt, token.length - contentAt);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }

    private byte[] deflate(PricedCart cart) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            byte[] json = writer.writeValueAsBytes(cart);
            if (json.length > MOST_BYTES) {
                throw new IllegalStateException("a price of " + json.length + " bytes");
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(json.length / 4);
            try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater)) {
                deflated.write(json);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
    }

    /** Called for what was signed here only; what does not inflate or parse then is a defect, not bad input. */
    private PricedCart inflate(byte[] token, int from) {
        Inflater inflater = new Inflater(true);
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(token, from, token.length - from), inflater)) {
            byte[] json = in.readNBytes(MOST_BYTES + 1);
            if (json.length > MOST_BYTES) {
                throw new IllegalStateException("a price of more than " + MOST_BYTES + " bytes");
            }
            return reader.readValue(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            inflater.end();
        }
    }
}

package org.torg.kernel.account;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.util.encoders.Base32;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Refusal;
import org.torg.api.account.UserId;
import org.torg.api.store.IdentityStore;
import org.torg.api.store.IdentityStore.FactorRow;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.privacy.Vault;

/** The codes that prove a second factor: those of a device, and ten that are written down. Each works once. */
@Component(service = SecondFactorCodes.class)
public final class SecondFactorCodes {

    static final int RECOVERY_CODES = 10;

    /** 80 bits: too many to be tried by who has stolen the hashes. */
    private static final int RECOVERY_BYTES = 10;

    private static final Pattern FILLING = Pattern.compile("[\\s-]");
    private static final Pattern RECOVERY = Pattern.compile("[A-Z2-7]{16}");

    private final IdentityStore store;
    private final Vault vault;
    private final Clock clock;
    private final Totp totp = new Totp();
    private final SecureRandom random = new SecureRandom();

    @Activate
    public SecondFactorCodes(@Reference IdentityStore store, @Reference Vault vault, @Reference Clock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    /** Stores a new secret, which does not count yet; empty when there is one that does. */
    Optional<String> enrol(Tx tx, UserId user) {
        String secret = totp.newSecret();
        return store.enrol(tx, user, vault.seal(tx, user.value(), secret), clock.now())
                ? Optional.of(secret)
                : Optional.empty();
    }

    /** Makes the secret that waits count, if this is its code. */
    boolean confirm(Tx tx, UserId user, FactorRow waiting, String typed) {
        return step(tx, user, waiting, plain(typed))
                .filter(step -> store.confirm(tx, user, waiting.sealedSecret(), step))
                .isPresent();
    }

    /** Uses a code of the device or a recovery code up; false when it is neither, or was used. */
    boolean use(Tx tx, UserId user, FactorRow factor, String typed) {
        String code = plain(typed);
        if (RECOVERY.matcher(code).matches()) {
            return store.useRecoveryCode(tx, user, hash(user, code));
        }
        return step(tx, user, factor, code)
                .filter(step -> store.useStep(tx, user, factor.sealedSecret(), step))
                .isPresent();
    }

    /** New recovery codes in place of all earlier ones, to be shown this once. */
    List<String> renewRecovery(Tx tx, UserId user) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            byte[] bytes = new byte[RECOVERY_BYTES];
            random.nextBytes(bytes);
            codes.add(Base32.toBase32String(bytes));
        }
        store.replaceRecoveryCodes(
                tx, user, codes.stream().map(code -> hash(user, code)).toList());
        return codes.stream().map(SecondFactorCodes::grouped).toList();
    }

    static Refusal wrong(Refusal.Kind kind) {
        return Refusal.of(kind, "code-wrong", "This code is not right, or it was used already. Wait for the next one.");
    }

    private Optional<Long> step(Tx tx, UserId user, FactorRow factor, String code) {
        return Totp.isCode(code)
                ? vault.open(tx, user.value(), factor.sealedSecret())
                        .flatMap(secret -> totp.step(secret, code, clock.now()))
                : Optional.empty();
    }

    /** With the person's id, so that one code of two people has two hashes. */
    private static String hash(UserId user, String code) {
        return RandomTokens.hash(user.value() + ":" + code);
    }

    private static String plain(String typed) {
        return FILLING.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static String grouped(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        return String.join(
                "-", lower.substring(0, 4), lower.substring(4, 8), lower.substring(8, 12), lower.substring(12));
    }
}

package org.torg.kernel.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Refusal;
import org.torg.api.store.SecretStore;
import org.torg.api.store.SecretStore.SecretRow;
import org.torg.api.store.Transactions.Tx;

/** Secrets of links in mails: each works once and expires. Whatever is wrong with one, the answer is the same. */
@Component(service = OneTimeSecrets.class)
public final class OneTimeSecrets {

    private final SecretStore store;
    private final Clock clock;
    private final RandomTokens tokens = new RandomTokens();

    @Activate
    public OneTimeSecrets(@Reference SecretStore store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What a secret is good for. */
    public enum Purpose {
        INVITATION(Duration.ofDays(7)),
        PASSWORD_RESET(Duration.ofHours(1)),
        REGISTRATION(Duration.ofDays(2)),
        NEW_EMAIL(Duration.ofDays(2)),
        FIRST_ADMINISTRATOR(Duration.ofDays(30));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        public Duration life() {
            return life;
        }
    }

    /**
     * A new secret, which is to be told to one person and never stored or logged; earlier ones for the same go on until they
     * expire, unless they are ended.
     *
     * @param subject opaque id of what it is about
     */
    public String issue(Tx tx, Purpose purpose, String subject) {
        String secret = tokens.next();
        Instant now = clock.now();
        store.insert(
                tx, new SecretRow(RandomTokens.hash(secret), purpose.name(), subject, now, now.plus(purpose.life())));
        return secret;
    }

    /** Uses a secret up, and tells what it is about; empty when it is unknown, used or expired. */
    public Optional<String> use(Tx tx, Purpose purpose, String secret) {
        return RandomTokens.isOne(secret)
                ? store.use(tx, purpose.name(), RandomTokens.hash(secret), clock.now())
                : Optional.empty();
    }

    /** What a secret is about, without using it up. */
    public Optional<String> subject(Tx tx, Purpose purpose, String secret) {
        return RandomTokens.isOne(secret)
                ? store.subject(tx, purpose.name(), RandomTokens.hash(secret), clock.now())
                : Optional.empty();
    }

    /** Ends all secrets of this purpose about this subject. */
    public void end(Tx tx, Purpose purpose, String subject) {
        int unused = store.end(tx, purpose.name(), subject);
    }

    /** The one answer to every secret that is not good. */
    public static Refusal invalid() {
        return Refusal.of(
                Refusal.Kind.UNPROCESSABLE,
                "secret-invalid",
                "This link is not valid, or not any more. Ask for a new one.");
    }
}

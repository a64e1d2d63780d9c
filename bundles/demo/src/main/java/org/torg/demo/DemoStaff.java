package org.torg.demo;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.ApiTokens;
import org.torg.api.account.ApiTokens.NewToken;
import org.torg.api.account.Caller;
import org.torg.api.account.FirstAdministrator;
import org.torg.api.account.Role;
import org.torg.api.account.SecondFactors;
import org.torg.api.account.Sessions;
import org.torg.api.account.Sessions.SignedIn;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.account.UserId;
import org.torg.demo.DemoCompany.Person;

/**
 * Makes the demo's staff come in as real staff do: the administrator by the link of the first start, everybody with a second
 * factor, and programs with tokens. What was made stands in the file before it counts, so that a crash loses nothing.
 */
final class DemoStaff {

    static final String LINK = "first-administrator.txt";
    private static final Caller STRANGER = Caller.stranger(Caller.Channel.JOB, "demo", new Locale("nb"));
    private static final String ADDRESS = "127.0.0.1";
    private static final long PERIOD_SECONDS = 30;
    private static final Refusal CODE_SPENT =
            Refusal.of(Refusal.Kind.CONFLICT, "code-spent", "The code of this period was used. Wait for the next.");

    private final FirstAdministrator first;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final ApiTokens tokens;
    private final Clock clock;
    private final Path link;
    /** By e-mail, the period whose code was refused: a try that broke off may have used it, and the next one counts again. */
    private final Map<String, Long> spent = new HashMap<>();

    /** @param data the tenant's data folder, where the first start has left its link */
    DemoStaff(
            FirstAdministrator first,
            Sessions sessions,
            SecondFactors factors,
            ApiTokens tokens,
            Clock clock,
            Path data) {
        this.first = first;
        this.sessions = sessions;
        this.factors = factors;
        this.tokens = tokens;
        this.clock = clock;
        this.link = data.resolve(LINK);
    }

    /** Whether there is somebody to administer the tenant already, whoever it is. */
    boolean hasAdministrator() {
        return !first.isMissing();
    }

    /** Answers what is awaited; empty when the person has become administrator. */
    Optional<String> claim(Person person, char[] password) throws IOException {
        if (!Files.exists(link)) {
            return Optional.of("the link for the first administrator");
        }
        String text = Files.readString(link, StandardCharsets.UTF_8).strip();
        UserId administrator = first.claim(
                        STRANGER, text.substring(text.indexOf('#') + 1), person.email(), person.name(), password)
                .orElseThrow();
        return administrator.value().isEmpty() ? Optional.of("an administrator") : Optional.empty();
    }

    /**
     * Gives a person a second factor, and a token where programs are to have one, unless both are there.
     *
     * @return false when the password is not that of the file
     */
    boolean equip(Person person, LoginFile logins) throws IOException {
        if (logins.isEquipped(person, hasToken(person))) {
            return true;
        }
        Optional<String> secret = logins.secret(person);
        if (Objects.equals(spent.get(person.email()), step())) {
            throw new RefusedException(CODE_SPENT);
        }
        Outcome<SignedIn> begun =
                sessions.signIn(STRANGER, person.email(), logins.password(person), secret.map(this::code), ADDRESS);
        if (begun instanceof Outcome.Refused<SignedIn> refused
                && refused.refusal().code().equals("credentials-wrong")) {
            if (secret.isPresent() && spent.put(person.email(), step()) == null) {
                throw new RefusedException(refused.refusal());
            }
            return false;
        }
        SignedIn session = begun.orElseThrow();
        if (session.stage() == Stage.SECOND_FACTOR_NEEDED) {
            // Its secret was lost with an earlier file.
            return false;
        }
        if (session.stage() == Stage.SECOND_FACTOR_MISSING) {
            String fresh = factors.begin(caller(session)).orElseThrow().secret();
            logins.secret(person, fresh);
            // The code of the period before counts too, and leaves that of now to who reads the file.
            session = factors.confirm(caller(session), session.token(), code(fresh, step() - 1))
                    .orElseThrow()
                    .session();
        }
        if (hasToken(person)) {
            NewToken token = new NewToken("Demo", person.role().functions(), Optional.empty(), Optional.empty());
            logins.token(
                    person, tokens.create(caller(session), token).orElseThrow().secret());
        }
        logins.equipped(person);
        sessions.signOut(caller(session), session.token());
        return true;
    }

    /** Who administers works in person. */
    private static boolean hasToken(Person person) {
        return person.role() != Role.ADMINISTRATOR;
    }

    private Caller caller(SignedIn session) {
        return sessions.resolve(session.token(), Caller.Channel.JOB, "demo", Optional.empty())
                .orElseThrow();
    }

    private String code(String secret) {
        return code(secret, step());
    }

    private long step() {
        return Math.floorDiv(clock.now().getEpochSecond(), PERIOD_SECONDS);
    }

    static String code(String secret, long step) {
        try {
            HmacOneTimePasswordGenerator generator = new HmacOneTimePasswordGenerator();
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(Base32.decode(secret), generator.getAlgorithm()), step, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a secret that is no key", e);
        }
    }
}

package org.torg.kernel.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Message;
import org.torg.api.account.UserId;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.IdentityStore;
import org.torg.api.store.IdentityStore.FactorRow;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.Transactions.Tx;

/** With what people prove themselves: sessions, second factors, tokens of their programs. */
@Component(service = PersonalData.class)
public final class IdentityPersonalData implements PersonalData {

    private final IdentityStore store;
    private final PeopleStore people;
    private final Clock clock;

    @Activate
    public IdentityPersonalData(@Reference IdentityStore store, @Reference PeopleStore people, @Reference Clock clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /** Without any secret: who gets the export need not be who has the device. */
    public record IdentityKept(boolean secondFactor, int recoveryCodesLeft, List<TokenKept> tokens) {
        public IdentityKept {
            tokens = List.copyOf(tokens);
        }
    }

    public record TokenKept(
            String name,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> lastUsedAt,
            boolean revoked) {}

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of("privacy.identity.what", "Your sessions, your second factor, and tokens of your programs"),
                Message.of("privacy.identity.purpose", "To let you in, and nobody else in your name"),
                Optional.empty()));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        return user(subject).map(user -> kept(tx, user)).map(List::of).orElse(List.of());
    }

    private IdentityKept kept(Tx tx, UserId user) {
        return new IdentityKept(
                store.factor(tx, user).filter(FactorRow::confirmed).isPresent(),
                store.recoveryCodes(tx, user),
                store.tokens(tx, user).stream()
                        .map(token -> new TokenKept(
                                token.name(),
                                token.createdAt(),
                                token.expiresAt(),
                                token.lastUsedAt(),
                                token.revoked()))
                        .toList());
    }

    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return List.of();
    }

    @Override
    public void erase(Tx tx, Subject subject) {
        user(subject).ifPresent(user -> {
            store.removeFactor(tx, user);
            store.eraseTokens(tx, user, clock.now());
            people.endSessions(tx, user, Optional.empty());
        });
    }

    private static Optional<UserId> user(Subject subject) {
        return subject instanceof Subject.User known ? Optional.of(known.user()) : Optional.empty();
    }
}

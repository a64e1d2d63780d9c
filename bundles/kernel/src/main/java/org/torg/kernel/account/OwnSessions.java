package org.torg.kernel.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Sessions.OpenSession;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;

/** Where somebody is signed in, and ending that elsewhere. */
final class OwnSessions {

    /** More than anybody looks through; all others end with them. */
    static final int MOST = 100;

    private static final int ID_LENGTH = 32;

    private final Transactions transactions;
    private final AccountStore store;
    private final PeopleStore people;
    private final Commands commands;
    private final Clock clock;

    OwnSessions(Transactions transactions, AccountStore store, PeopleStore people, Commands commands, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.people = people;
        this.commands = commands;
        this.clock = clock;
    }

    /** As {@code Sessions.open} says. */
    Outcome<List<OpenSession>> open(Caller caller, String token) {
        return OwnIdentity.of(caller).map(user -> shown(rows(user), hash(token)));
    }

    /** As {@code Sessions.end} says. */
    Outcome<List<OpenSession>> end(Caller caller, String token, String id) {
        return OwnIdentity.of(caller).flatMap(user -> {
            Optional<String> wanted = rows(user).stream()
                    .map(SessionRow::tokenHash)
                    .filter(hash -> id(hash).equals(id))
                    .findFirst();
            boolean ended = wanted.isPresent()
                    && transactions.write(tx -> {
                        boolean there = store.deleteSession(tx, user, wanted.get());
                        if (there) {
                            commands.record(tx, caller, "end-session", effect(caller, user));
                        }
                        return there;
                    });
            return ended ? open(caller, token) : Outcome.refused(Refusal.notFound("session"));
        });
    }

    /** As {@code Sessions.endOthers} says. */
    Outcome<List<OpenSession>> endOthers(Caller caller, String token) {
        return OwnIdentity.of(caller).flatMap(user -> {
            Optional<String> own = hash(token);
            if (rows(user).stream()
                    .noneMatch(row -> own.filter(row.tokenHash()::equals).isPresent())) {
                return Outcome.refused(CallerResolution.invalid());
            }
            transactions.change(tx -> {
                if (people.endSessions(tx, user, own) > 0) {
                    commands.record(tx, caller, "end-other-sessions", effect(caller, user));
                }
            });
            return open(caller, token);
        });
    }

    private List<SessionRow> rows(UserId user) {
        Instant now = clock.now();
        return transactions.read(tx -> store.sessions(tx, user, now, MOST));
    }

    private static List<OpenSession> shown(List<SessionRow> rows, Optional<String> own) {
        return rows.stream()
                .map(row -> new OpenSession(
                        id(row.tokenHash()),
                        own.filter(row.tokenHash()::equals).isPresent(),
                        row.createdAt(),
                        row.lastUsedAt(),
                        row.expiresAt(),
                        row.device()))
                .sorted(Comparator.comparing(OpenSession::current).reversed())
                .toList();
    }

    private static Effect<Boolean> effect(Caller caller, UserId user) {
        return new Effect<>(true, user.value(), caller.account(), List.of());
    }

    private static Optional<String> hash(String token) {
        return RandomTokens.isOne(token) ? Optional.of(RandomTokens.hash(token)) : Optional.empty();
    }

    /** What is stored of a token is not told either, though nothing can be done with it. */
    private static String id(String tokenHash) {
        return RandomTokens.hash(tokenHash).substring(0, ID_LENGTH);
    }
}

package org.torg.kernel.account;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.StoreException;
import org.torg.api.account.AccountId;
import org.torg.api.account.ApiTokens.ApiToken;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Membership;
import org.torg.api.store.AccountStore.HeldMembership;
import org.torg.api.store.IdentityStore;
import org.torg.api.store.IdentityStore.TokenRow;
import org.torg.api.store.Transactions;

/**
 * Who is behind an API token: a program with what its person may do now, in the token's account, and of that no more than the
 * token's functions. One statement for each request, and now and then another one that notes the use.
 */
@Component(service = TokenResolution.class)
public final class TokenResolution {

    static final Duration NOTED_EACH = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(TokenResolution.class);
    private static final Pattern TOKEN = Pattern.compile("torg_([0-9a-f-]{36})_([A-Za-z0-9_-]{43})");

    private final Transactions transactions;
    private final IdentityStore store;
    private final Clock clock;

    @Activate
    public TokenResolution(
            @Reference Transactions transactions, @Reference IdentityStore store, @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /** As it is shown to its person, once. */
    static String token(String id, String secret) {
        return "torg_" + id + "_" + secret;
    }

    /** Whether this is meant as an API token, and not as that of a session. */
    static boolean isOne(String token) {
        return token.startsWith("torg_");
    }

    Outcome<Caller> resolve(String token, Caller.Channel channel, String requestId, Optional<Locale> language) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Outcome.refused(CallerResolution.invalid());
        }
        Instant now = clock.now();
        String hash = RandomTokens.hash(parts.group(2));
        Optional<TokenRow> row = transactions.read(tx -> store.token(tx, parts.group(1), hash, now));
        row.ifPresent(found -> note(found.token(), now));
        return row.map(found -> Outcome.done(caller(found, channel, requestId, language)))
                .orElseGet(() -> Outcome.refused(CallerResolution.invalid()));
    }

    private static Caller caller(TokenRow row, Caller.Channel channel, String requestId, Optional<Locale> language) {
        ApiToken token = row.token();
        List<Membership> memberships =
                row.held().stream().map(HeldMembership::membership).toList();
        Set<Grant> grants = grants(memberships, token.functions(), token.account());
        // Several who share a login cannot say through a program which of them orders.
        boolean shared = row.held().stream()
                .anyMatch(held -> held.sharedLogin()
                        && Standing.accountOf(held.membership().scope()).equals(token.account()));
        return new Caller(
                new Caller.Subject.Token(row.user(), token.id()),
                grants.isEmpty() ? Optional.empty() : token.account(),
                Optional.empty(),
                Optional.empty(),
                grants,
                channel,
                requestId,
                language.orElseGet(() -> Locale.forLanguageTag(row.language())),
                shared);
    }

    /** What of these functions the memberships give in the account, or, without one, outside of all accounts. */
    static Set<Grant> grants(List<Membership> memberships, Set<Function> most, Optional<AccountId> account) {
        Set<Grant> grants = new HashSet<>();
        for (Membership membership : memberships) {
            if (Standing.accountOf(membership.scope()).equals(account)) {
                for (Function function : membership.functions()) {
                    if (most.contains(function)) {
                        grants.add(new Grant(function, membership.scope()));
                    }
                }
            }
        }
        return grants;
    }

    /** A use is worth noting, but no request fails because of that. */
    private void note(ApiToken token, Instant now) {
        if (token.lastUsedAt()
                .filter(last -> last.plus(NOTED_EACH).isAfter(now))
                .isPresent()) {
            return;
        }
        try {
            transactions.change(tx -> store.used(tx, token.id(), now));
        } catch (StoreException e) {
            LOG.debug("The use of a token was not noted", e);
        }
    }
}

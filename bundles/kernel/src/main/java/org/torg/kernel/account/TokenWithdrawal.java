package org.torg.kernel.account;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.account.AccountId;
import org.torg.api.account.ApiTokens.Reason;
import org.torg.api.account.ApiTokens.Revocation;
import org.torg.api.account.UserId;
import org.torg.api.store.IdentityStore;
import org.torg.api.store.Transactions.Tx;

/** Ends the tokens of a person's programs when it is not sure any more whose they are, or where the person has no access. */
@Component(service = TokenWithdrawal.class)
public final class TokenWithdrawal {

    private final IdentityStore store;
    private final Clock clock;

    @Activate
    public TokenWithdrawal(@Reference IdentityStore store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What has become of a person's tokens, for the mail that says so. */
    record Told(int ended, int goingOn) {

        static final Told NOTHING = new Told(0, 0);

        /** Two arguments, each empty where there is nothing to tell. */
        List<Argument> arguments() {
            return List.of(argument(ended), argument(goingOn));
        }

        private static Argument argument(int tokens) {
            return tokens == 0 ? Argument.text("") : Argument.number(tokens);
        }
    }

    /** All of the person. */
    Told all(Tx tx, UserId user, Reason reason) {
        return new Told(store.revokeAll(tx, user, new Revocation(reason, clock.now())), 0);
    }

    /** Those that work in this account, or, without one, outside of all. */
    Told in(Tx tx, UserId user, Optional<AccountId> account, Reason reason) {
        return new Told(store.revokeIn(tx, user, account, new Revocation(reason, clock.now())), 0);
    }

    /** None. */
    Told none(Tx tx, UserId user) {
        return new Told(0, store.working(tx, user, clock.now()));
    }
}

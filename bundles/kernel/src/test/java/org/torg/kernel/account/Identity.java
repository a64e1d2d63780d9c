package org.torg.kernel.account;

import org.torg.api.account.ApiTokens;
import org.torg.api.account.SecondFactors;
import org.torg.api.account.Sessions;
import org.torg.kernel.fixture.Kernel;

/** What people prove themselves with, on the node of a test, wired as in the container. */
public final class Identity {

    private final Kernel kernel;
    private final PasswordHashes passwords;
    private final SecondFactorCodes codes;
    private final SecondFactorRule rule;
    private final SignInThrottle throttle = new SignInThrottle();
    private final TokenWithdrawal withdrawal;
    private final StrangerBudget budget;
    private final SecretTries tries;

    /** Of a kernel whose stores, commands, vendors and mails are there already. */
    public Identity(Kernel kernel, PasswordHashes passwords) {
        this.kernel = kernel;
        this.passwords = passwords;
        codes = new SecondFactorCodes(kernel.stores.identity(), kernel.vault, kernel.clock);
        rule = new SecondFactorRule(kernel.policies);
        budget = new StrangerBudget(throttle, kernel.clock);
        tries = new SecretTries(budget, kernel.clock);
        withdrawal = new TokenWithdrawal(kernel.stores.identity(), kernel.clock);
    }

    public Sessions sessions(CallerResolution callers) {
        return new SessionService(
                kernel.transactions,
                kernel.stores.accounts(),
                kernel.stores.people(),
                kernel.stores.identity(),
                kernel.clock,
                passwords,
                kernel.commands,
                callers,
                new TokenResolution(kernel.transactions, kernel.stores.identity(), kernel.clock),
                codes,
                rule,
                throttle);
    }

    public SecondFactors secondFactors() {
        return new SecondFactorService(
                kernel.transactions,
                kernel.stores.identity(),
                kernel.stores.accounts(),
                kernel.stores.people(),
                codes,
                rule,
                new SecondFactorNews(kernel.registry, kernel.mails),
                throttle,
                kernel.commands,
                kernel.gate,
                kernel.clock,
                withdrawal);
    }

    public SecondFactorRule rule() {
        return rule;
    }

    public StrangerBudget budget() {
        return budget;
    }

    public SecretTries tries() {
        return tries;
    }

    public TokenWithdrawal withdrawal() {
        return withdrawal;
    }

    public ApiTokens apiTokens() {
        return new ApiTokenService(
                kernel.transactions,
                kernel.stores.identity(),
                kernel.stores.accounts(),
                kernel.commands,
                kernel.ids,
                kernel.clock);
    }
}

package org.torg.kernel.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Accounts.NewUser;
import org.torg.api.account.Caller;
import org.torg.api.account.FirstAdministrator;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.UserRow;
import org.torg.api.store.IdentityStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.account.OneTimeSecrets.Purpose;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;

/** Makes the first administrator for who holds the secret of the tenant's file. */
@Component(service = FirstAdministrator.class)
public final class FirstAdministratorService implements FirstAdministrator {

    /** What the secret is about. */
    static final String SUBJECT = "tenant";

    private final Transactions transactions;
    private final IdentityStore identity;
    private final AccountStore accounts;
    private final OneTimeSecrets secrets;
    private final PasswordHashes passwords;
    private final PasswordRules rules;
    private final FirstAdministratorLink link;
    private final Commands commands;
    private final Ids ids;
    private final Clock clock;
    private final SecretTries tries;

    @Activate
    public FirstAdministratorService(
            @Reference Transactions transactions,
            @Reference IdentityStore identity,
            @Reference AccountStore accounts,
            @Reference OneTimeSecrets secrets,
            @Reference PasswordHashes passwords,
            @Reference PasswordRules rules,
            @Reference FirstAdministratorLink link,
            @Reference Commands commands,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference SecretTries tries) {
        this.transactions = transactions;
        this.identity = identity;
        this.accounts = accounts;
        this.secrets = secrets;
        this.passwords = passwords;
        this.rules = rules;
        this.link = link;
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
        this.tries = tries;
    }

    @Override
    public boolean isMissing() {
        return !transactions.read(identity::hasAdministrator);
    }

    @Override
    public Outcome<UserId> claim(
            Caller stranger, String secret, String email, String name, char[] password, String address) {
        return tries.from(address, () -> tryToClaim(stranger, secret, email, name, password));
    }

    private Outcome<UserId> tryToClaim(Caller stranger, String secret, String email, String name, char[] password) {
        // Before anything is told of the rest, and before the work of a hash.
        boolean good = transactions.read(tx -> !identity.hasAdministrator(tx)
                && secrets.subject(tx, Purpose.FIRST_ADMINISTRATOR, secret).isPresent());
        if (!good) {
            return Outcome.refused(OneTimeSecrets.invalid());
        }
        Membership membership = new Membership(Role.ADMINISTRATOR, Scope.tenant());
        NewUser user = new NewUser(email, name, stranger.language().getLanguage(), Set.of(membership));
        Optional<Refusal> objection = AccountRules.objection(user).or(() -> rules.objection(password, email, name));
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        Outcome<UserId> claimed = passwords
                .hash(password)
                .map(hash -> commands.run(
                        stranger,
                        "claim-first-administrator",
                        () -> Outcome.done(claim(user, membership, secret, hash))))
                .orElseGet(() -> Outcome.refused(SignInThrottle.refusal(java.time.Duration.ofSeconds(1))));
        return claimed.map(id -> {
            link.remove();
            return id;
        });
    }

    private Change<UserId> claim(NewUser user, Membership membership, String secret, String hash) {
        return tx -> {
            if (secrets.use(tx, Purpose.FIRST_ADMINISTRATOR, secret).isEmpty() || identity.hasAdministrator(tx)) {
                throw new RefusedException(OneTimeSecrets.invalid());
            }
            // Other nodes may have written links of their own.
            secrets.end(tx, Purpose.FIRST_ADMINISTRATOR, SUBJECT);
            if (accounts.user(tx, user.email()).isPresent()) {
                throw new RefusedException(Refusal.of(
                                Refusal.Kind.CONFLICT, "email-taken", "Somebody has this e-mail as user name already.")
                        .with(List.of(Refusal.detail("/email", "email-taken", "Taken already."))));
            }
            UserRow row = new UserRow(
                    new UserId(ids.next()), user.email(), user.name(), user.language(), hash, true, clock.now());
            accounts.insert(tx, row, List.of(membership));
            return new Effect<>(row.id(), row.id().value(), Optional.empty(), List.of());
        };
    }
}

package org.torg.kernel.account;

import java.time.Duration;
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
import org.torg.api.account.Caller;
import org.torg.api.account.Membership;
import org.torg.api.account.People.InvitationId;
import org.torg.api.account.Role;
import org.torg.api.account.UserId;
import org.torg.api.store.InvitationStore;
import org.torg.api.store.InvitationStore.InvitationRow;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.LoginRow;
import org.torg.api.store.PeopleStore.MemberRow;
import org.torg.api.store.PeopleStore.PersonRow;
import org.torg.api.store.PeopleStore.Standing;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.account.OneTimeSecrets.Purpose;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;

/**
 * Accepts invitations: who is new becomes a person with a password, who has a login proves it by the password that is there.
 * The secret is used up together with what it brings, or not at all.
 */
@Component(service = Acceptance.class)
public final class Acceptance {

    private final Transactions transactions;
    private final InvitationStore invitations;
    private final PeopleStore people;
    private final OneTimeSecrets secrets;
    private final PasswordRules rules;
    private final PasswordHashes hashes;
    private final Commands commands;
    private final Ids ids;
    private final Clock clock;
    private final SecretTries tries;
    private final SecondFactorRule rule;
    private final AskingThrottle throttle = new AskingThrottle(5, Duration.ofMinutes(1));

    @Activate
    public Acceptance(
            @Reference Transactions transactions,
            @Reference InvitationStore invitations,
            @Reference PeopleStore people,
            @Reference OneTimeSecrets secrets,
            @Reference PasswordRules rules,
            @Reference PasswordHashes hashes,
            @Reference Commands commands,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference SecretTries tries,
            @Reference SecondFactorRule rule) {
        this.transactions = transactions;
        this.invitations = invitations;
        this.people = people;
        this.secrets = secrets;
        this.rules = rules;
        this.hashes = hashes;
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
        this.tries = tries;
        this.rule = rule;
    }

    /** What was found before the transaction, and is looked at again inside it. */
    private record Found(InvitationRow invitation, Optional<LoginRow> login) {}

    Outcome<UserId> accept(Caller stranger, String secret, char[] password, String address) {
        return tries.from(address, () -> accept(stranger, secret, password));
    }

    private Outcome<UserId> accept(Caller stranger, String secret, char[] password) {
        return commands.run(stranger, "accept-invitation", () -> transactions
                .read(tx -> found(tx, secret))
                .map(found -> found.login()
                        .map(login -> join(secret, found, login, password))
                        .orElseGet(() -> begin(secret, found, password)))
                .orElseGet(() -> Outcome.refused(OneTimeSecrets.invalid())));
    }

    private Optional<Found> found(Tx tx, String secret) {
        return secrets.subject(tx, Purpose.INVITATION, secret)
                .flatMap(id -> invitations.invitation(tx, new InvitationId(id)))
                .map(invitation -> new Found(invitation, people.login(tx, invitation.email())));
    }

    /** Who has a login already. */
    private Outcome<Change<UserId>> join(String secret, Found found, LoginRow login, char[] password) {
        Optional<Duration> wait = throttle.begin(login.person().id().value(), clock.now());
        if (wait.isPresent()) {
            return Outcome.refused(PasswordService.tooManyTries(wait.get()));
        }
        Optional<String> hash =
                Optional.of(login.passwordHash()).filter(any -> login.person().active());
        Optional<Boolean> fits = hashes.fits(password, hash);
        if (fits.isEmpty()) {
            return Outcome.refused(PasswordService.tooManyTries(Duration.ofSeconds(1)));
        }
        if (!fits.get()) {
            return Outcome.refused(PasswordService.credentialsWrong());
        }
        throttle.forget(login.person().id().value());
        Set<Role> proving = rule.roles();
        return Outcome.done(tx -> {
            InvitationRow invitation = use(tx, secret, found.invitation());
            boolean same = people.login(tx, invitation.email())
                    .filter(now -> now.passwordHash().equals(login.passwordHash()))
                    .isPresent();
            if (!same) {
                throw new RefusedException(PasswordService.changedMeanwhile());
            }
            return joined(tx, invitation, login.person().id(), proving);
        });
    }

    /** Who is new here. Of two at once the second finds the first, and is asked for that password. */
    private Outcome<Change<UserId>> begin(String secret, Found found, char[] password) {
        InvitationRow invited = found.invitation();
        Optional<Refusal> objection = rules.objection(password, invited.email(), invited.name());
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        Optional<String> hash = hashes.hash(password);
        if (hash.isEmpty()) {
            return Outcome.refused(PasswordService.tooManyTries(Duration.ofSeconds(1)));
        }
        PersonRow person = new PersonRow(
                new UserId(ids.next()),
                Optional.of(invited.email()),
                invited.name(),
                invited.phone(),
                invited.language(),
                true,
                clock.now(),
                Optional.empty(),
                1);
        return Outcome.done(tx -> {
            InvitationRow invitation = use(tx, secret, invited);
            people.insert(tx, person, hash);
            return joined(tx, invitation, person.id(), Set.of());
        });
    }

    private InvitationRow use(Tx tx, String secret, InvitationRow seen) {
        return secrets.use(tx, Purpose.INVITATION, secret)
                .filter(seen.id().value()::equals)
                .flatMap(id -> invitations.invitation(tx, seen.id()))
                .orElseThrow(() -> new RefusedException(OneTimeSecrets.invalid()));
    }

    private Effect<UserId> joined(Tx tx, InvitationRow invitation, UserId user, Set<Role> proving) {
        people.lock(tx, invitation.team());
        // Somebody may have been put into the team meanwhile: what was decided then stands.
        if (people.member(tx, invitation.team(), user).isEmpty()) {
            List<Membership> memberships = RightsRules.memberships(invitation.team(), invitation.rights());
            people.put(
                    tx,
                    invitation.team(),
                    user,
                    new Standing(memberships, invitation.rights().sharedLogin(), true, 1));
            boolean proved = people.member(tx, invitation.team(), user)
                    .filter(MemberRow::secondFactor)
                    .isPresent();
            if (!proved && memberships.stream().map(Membership::role).anyMatch(proving::contains)) {
                int unused = people.endSessions(tx, user, Optional.empty());
            }
        }
        secrets.end(tx, Purpose.INVITATION, invitation.id().value());
        boolean unused = invitations.delete(tx, invitation.id());
        return new Effect<>(user, user.value(), RightsRules.account(invitation.team()), List.of());
    }
}

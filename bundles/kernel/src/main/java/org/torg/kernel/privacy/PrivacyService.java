package org.torg.kernel.privacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.privacy.PersonalData.Hold;
import org.torg.api.privacy.PersonalData.Kept;
import org.torg.api.privacy.Privacy;
import org.torg.api.privacy.Subject;
import org.torg.api.store.AccountStore;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.RecipientStore;
import org.torg.api.store.RecipientStore.RecipientRow;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;

/** Gives people what is kept of them, and erases it. Both leave an audit entry that names nobody. */
@Component(service = Privacy.class)
public final class PrivacyService implements Privacy {

    private static final Logger LOG = LoggerFactory.getLogger(PrivacyService.class);

    private final Transactions transactions;
    private final PeopleStore people;
    private final AccountStore accounts;
    private final RecipientStore recipients;
    private final Erasing erasing;
    private final ErasureRights rights;
    private final AddressKeys addresses;
    private final Commands commands;
    private final Gate gate;

    @Activate
    public PrivacyService(
            @Reference Transactions transactions,
            @Reference PeopleStore people,
            @Reference AccountStore accounts,
            @Reference RecipientStore recipients,
            @Reference Erasing erasing,
            @Reference ErasureRights rights,
            @Reference AddressKeys addresses,
            @Reference Commands commands,
            @Reference Gate gate) {
        this.transactions = transactions;
        this.people = people;
        this.accounts = accounts;
        this.recipients = recipients;
        this.erasing = erasing;
        this.rights = rights;
        this.addresses = addresses;
        this.commands = commands;
        this.gate = gate;
    }

    @Override
    public Map<String, List<Kept>> register() {
        return erasing.register();
    }

    @Override
    public Outcome<Export> export(Caller caller, Subject subject) {
        Optional<Refusal> objection = isOwn(caller, subject) || isReader(caller, subject)
                ? Optional.empty()
                : gate.require(caller, Function.PERSONAL_DATA, Scope.tenant());
        return objection
                .or(() -> unknown(subject))
                .<Outcome<Export>>map(Outcome::refused)
                .orElseGet(() -> exported(caller, subject));
    }

    private Outcome<Export> exported(Caller caller, Subject subject) {
        return commands.run(
                caller,
                "export-personal-data",
                () -> Outcome.done(tx -> new Effect<>(
                        new Export(subject, erasing.export(tx, subject)),
                        subject.id(),
                        account(tx, subject),
                        List.of())));
    }

    @Override
    public Outcome<Export> exportAddress(Caller caller, String email) {
        return gate.require(caller, Function.PERSONAL_DATA, Scope.tenant())
                .<Outcome<Export>>map(Outcome::refused)
                .orElseGet(() -> exported(caller, behind(email)));
    }

    /** The person whose login the e-mail is, else whoever reads it. */
    private Subject behind(String email) {
        String address = AddressKeys.normal(email);
        return transactions.write(tx -> people.login(tx, address)
                .<Subject>map(login -> new Subject.User(login.person().id()))
                .orElseGet(() -> new Subject.Address(addresses.of(tx, address), Optional.of(address))));
    }

    /** With a session of one's own: a program that was given a token is not the person. */
    private static boolean isOwn(Caller caller, Subject subject) {
        return caller.isSignedIn()
                && subject instanceof Subject.User user
                && caller.user().filter(user.user()::equals).isPresent();
    }

    private boolean isReader(Caller caller, Subject subject) {
        return caller.isSignedIn()
                && subject instanceof Subject.Patient patient
                && transactions
                        .read(tx -> recipients.recipient(tx, patient.recipient()))
                        .map(row -> new Scope.OfLocation(row.account(), row.location()))
                        .filter(there -> caller.here().filter(there::equals).isPresent()
                                && gate.require(caller, Function.RECIPIENT_READ, there)
                                        .isEmpty())
                        .isPresent();
    }

    private Optional<AccountId> account(Tx tx, Subject subject) {
        return subject instanceof Subject.Patient patient
                ? recipients.recipient(tx, patient.recipient()).map(RecipientRow::account)
                : Optional.empty();
    }

    private Optional<Refusal> unknown(Subject subject) {
        boolean known = transactions.read(tx -> {
            if (subject instanceof Subject.User user) {
                return people.person(tx, user.user()).isPresent();
            }
            return subject instanceof Subject.Address
                    || (subject instanceof Subject.Patient patient
                            && recipients.recipient(tx, patient.recipient()).isPresent());
        });
        return known
                ? Optional.empty()
                : Optional.of(Refusal.notFound(subject instanceof Subject.User ? "person" : "recipient"));
    }

    @Override
    public Outcome<Map<String, List<Hold>>> holds(Caller caller, Subject subject) {
        return rights.objection(caller, subject)
                .or(() -> unknown(subject))
                .<Outcome<Map<String, List<Hold>>>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(transactions.read(tx -> erasing.holds(tx, subject))));
    }

    @Override
    public Outcome<Erasure> erase(Caller caller, Optional<IdempotencyKey> key, Subject subject) {
        Optional<Refusal> objection = rights.objection(caller, subject).or(() -> own(caller, subject));
        return objection
                .<Outcome<Erasure>>map(Outcome::refused)
                .orElseGet(() -> erased(caller, key, ErasureJob.argument(subject), subject));
    }

    @Override
    public Outcome<Erasure> eraseAddress(Caller caller, Optional<IdempotencyKey> key, String email) {
        Optional<Refusal> objection = gate.require(caller, Function.PERSONAL_DATA, Scope.tenant());
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        Subject subject = behind(email);
        // A repeat finds nobody with that login any more, and asks the same all the same.
        String asked = transactions.write(tx -> addresses.of(tx, email));
        return own(caller, subject)
                .<Outcome<Erasure>>map(Outcome::refused)
                .orElseGet(() -> erased(caller, key, "email:" + asked, subject));
    }

    private Outcome<Erasure> erased(Caller caller, Optional<IdempotencyKey> key, String asked, Subject subject) {
        Outcome<Erasure> erased = commands.run(
                caller,
                key,
                ErasureJob.KIND,
                asked,
                target ->
                        repeated(caller, target.equals(subject.id()) ? subject : new Subject.User(new UserId(target))),
                () -> unknown(subject)
                        .<Outcome<Commands.Change<Erasure>>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.done(tx -> erase(tx, subject))));
        if (erased.isDone()) {
            // After a restore of an older back-up, this is who must be erased again.
            LOG.info("erased {}", ErasureJob.argument(subject));
        }
        return erased;
    }

    private Outcome<Erasure> repeated(Caller caller, Subject subject) {
        return holds(caller, subject).map(kept -> new Erasure(subject, kept));
    }

    private static Optional<Refusal> own(Caller caller, Subject subject) {
        return caller.user()
                .map(UserId::value)
                .filter(subject.id()::equals)
                .map(self -> Refusal.of(
                        Refusal.Kind.FORBIDDEN, "own-request", "Nobody decides what they have asked for themselves."));
    }

    private Effect<Erasure> erase(Tx tx, Subject subject) {
        if (subject instanceof Subject.User user) {
            refuseLastOwner(tx, user.user());
        }
        Optional<AccountId> account = account(tx, subject);
        return new Effect<>(new Erasure(subject, erasing.erase(tx, subject)), subject.id(), account, List.of());
    }

    private void refuseLastOwner(Tx tx, UserId user) {
        for (Membership membership : accounts.memberships(tx, user)) {
            boolean last = (membership.role() == Role.OWNER
                            && membership.scope() instanceof Scope.OfAccount of
                            && isLast(tx, new Team.OfAccount(of.account()), Role.OWNER))
                    || (membership.role() == Role.ADMINISTRATOR
                            && membership.scope() instanceof Scope.Tenant
                            && isLast(tx, new Team.Staff(Optional.empty()), Role.ADMINISTRATOR));
            if (last) {
                throw new RefusedException(Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "last-owner",
                        "Somebody else must have these rights before they can go."));
            }
        }
    }

    private boolean isLast(Tx tx, Team team, Role role) {
        people.lock(tx, team);
        return people.countActive(tx, team, role) <= 1;
    }
}

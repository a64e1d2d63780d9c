package org.torg.kernel.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.People.Invitation;
import org.torg.api.account.People.InvitationId;
import org.torg.api.account.People.NewMember;
import org.torg.api.account.People.Team;
import org.torg.api.store.InvitationStore;
import org.torg.api.store.InvitationStore.InvitationRow;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.LoginRow;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.account.OneTimeSecrets.Purpose;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;
import org.torg.kernel.notification.Mailer;
import org.torg.kernel.notification.Mailer.Letter;
import org.torg.kernel.notification.Mailer.Link;

/**
 * Invites people into teams. An invitation stands apart from the persons: the inviter sees and is told the same, after the
 * same work, whether somebody with this e-mail is known here or not; only the mail differs.
 */
@Component(service = Invitations.class)
public final class Invitations {

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final Transactions transactions;
    private final InvitationStore store;
    private final PeopleStore people;
    private final TeamGate gate;
    private final RightsRules rules;
    private final OneTimeSecrets secrets;
    private final Mailer mailer;
    private final Commands commands;
    private final Ids ids;
    private final Clock clock;
    private final AskingThrottle byAccount = new AskingThrottle(100, Duration.ofMinutes(1));
    private final AskingThrottle byAddressee = new AskingThrottle(5, Duration.ofMinutes(15));

    @Activate
    public Invitations(
            @Reference Transactions transactions,
            @Reference InvitationStore store,
            @Reference PeopleStore people,
            @Reference TeamGate gate,
            @Reference RightsRules rules,
            @Reference OneTimeSecrets secrets,
            @Reference Mailer mailer,
            @Reference Commands commands,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.people = people;
        this.gate = gate;
        this.rules = rules;
        this.secrets = secrets;
        this.mailer = mailer;
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
    }

    Outcome<Invitation> invite(Caller caller, Optional<IdempotencyKey> key, Team team, NewMember member) {
        return gate.change(caller, Function.USER_MANAGE, team).flatMap(entry -> {
            Optional<Refusal> objection = MemberForm.objection(member, true, entry.country())
                    .or(() -> slowedDown(entry, team, member.email().orElse("")));
            return objection.isPresent()
                    ? Outcome.refused(objection.get())
                    : commands.run(
                            caller,
                            key,
                            "invite",
                            MemberForm.asked(team, member.rights()),
                            target -> repeated(
                                    team,
                                    new InvitationId(target),
                                    member.email().orElse("")),
                            () -> prepare(caller, entry, team, member));
        });
    }

    private Outcome<Invitation> repeated(Team team, InvitationId id, String email) {
        return found(team, id)
                .flatMap(there -> there.email().equals(email)
                        ? Outcome.done(invitation(there))
                        : Outcome.refused(MemberForm.keyReused()));
    }

    private Outcome<Change<Invitation>> prepare(Caller caller, TeamGate.Entry entry, Team team, NewMember member) {
        Instant now = clock.now();
        InvitationRow row = new InvitationRow(
                new InvitationId(ids.next()),
                team,
                member.email().orElse(""),
                member.name(),
                member.phone().flatMap(phone -> ContactRules.e164(phone, entry.country())),
                member.language(),
                member.rights(),
                now,
                now.plus(Purpose.INVITATION.life()));
        Optional<Refusal> objection = transactions.read(tx -> rules.objection(tx, caller, entry, team, member.rights())
                .or(() -> present(tx, team, row.email()))
                .or(() -> people.login(tx, row.email())
                        .flatMap(login ->
                                MemberChanges.own(caller, login.person().id()))));
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        return Outcome.done(tx -> {
            Optional<InvitationRow> earlier = store.invitation(tx, team, row.email());
            boolean unused = earlier.isPresent() && remove(tx, earlier.get().id());
            store.insert(tx, row);
            send(tx, entry, row);
            return effect(row);
        });
    }

    /**
     * Anybody may be written to by who invites: customers do so as often as a company needs, and not to one address again and
     * again.
     */
    private Optional<Refusal> slowedDown(TeamGate.Entry entry, Team team, String email) {
        if (entry.asStaff() || !(team instanceof Team.OfAccount of)) {
            return Optional.empty();
        }
        Instant now = clock.now();
        return byAddressee
                .begin(of.account().value() + " " + email.toLowerCase(Locale.ROOT), now)
                .or(() -> byAccount.begin(of.account().value(), now))
                .map(PasswordService::tooManyTries);
    }

    /** Who is in the team already is no secret to who manages it. */
    private Optional<Refusal> present(Tx tx, Team team, String email) {
        return people.isMember(tx, team, email)
                ? Optional.of(Refusal.of(
                                Refusal.Kind.CONFLICT,
                                "member-present",
                                "Somebody with this e-mail belongs here already.")
                        .with(List.of(Refusal.detail(
                                "/email", "member-present", "Somebody with this e-mail belongs here already."))))
                : Optional.empty();
    }

    void send(Tx tx, TeamGate.Entry entry, InvitationRow row) {
        String secret = secrets.issue(tx, Purpose.INVITATION, row.id().value());
        Optional<LoginRow> known = people.login(tx, row.email());
        mailer.queue(
                tx,
                new Letter(
                        // The key of a person who is known would be there already: the work would differ.
                        Optional.empty(),
                        row.email(),
                        row.team() instanceof Team.Staff staff ? staff.vendor() : Optional.empty(),
                        RightsRules.account(row.team()),
                        known.isPresent() ? "invitation-known" : "invitation",
                        known.map(login -> login.person().language()).orElse(row.language()),
                        List.of(
                                Argument.text(known.map(login -> login.person().name())
                                        .orElse(row.name())),
                                Argument.text(entry.name())),
                        Optional.of(new Link("activate", secret))));
    }

    Outcome<Page<Invitation>> open(Caller caller, Team team, PageRequest page) {
        if (page.after().filter(id -> !ID.matcher(id).matches()).isPresent()) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.MALFORMED, "cursor-invalid", "This cursor does not come from an earlier page."));
        }
        return gate.whole(caller, Function.USER_MANAGE, team).map(entry -> {
            List<Invitation> found =
                    transactions.read(tx -> store.open(tx, team, clock.now(), page.after(), page.limit() + 1)).stream()
                            .map(Invitations::invitation)
                            .toList();
            boolean more = found.size() > page.limit();
            List<Invitation> shown = more ? found.subList(0, page.limit()) : found;
            return new Page<>(
                    shown, more ? Optional.of(shown.get(shown.size() - 1).id().value()) : Optional.empty());
        });
    }

    Outcome<Invitation> again(Caller caller, Team team, InvitationId id) {
        return gate.change(caller, Function.USER_MANAGE, team)
                .flatMap(entry -> commands.run(caller, "invite-again", () -> found(team, id)
                        .flatMap(there -> slowedDown(entry, team, there.email())
                                .<Outcome<InvitationRow>>map(Outcome::refused)
                                .orElseGet(() -> Outcome.done(there)))
                        .map(there -> tx -> {
                            InvitationRow renewed = renewed(there);
                            secrets.end(tx, Purpose.INVITATION, id.value());
                            if (!store.extend(tx, id, renewed.expiresAt())) {
                                throw new RefusedException(unknown());
                            }
                            send(tx, entry, renewed);
                            return effect(renewed);
                        })));
    }

    private InvitationRow renewed(InvitationRow row) {
        return new InvitationRow(
                row.id(),
                row.team(),
                row.email(),
                row.name(),
                row.phone(),
                row.language(),
                row.rights(),
                row.createdAt(),
                clock.now().plus(Purpose.INVITATION.life()));
    }

    Outcome<Invitation> withdraw(Caller caller, Team team, InvitationId id) {
        return gate.change(caller, Function.USER_MANAGE, team)
                .flatMap(entry -> commands.run(
                        caller, "withdraw-invitation", () -> found(team, id).map(there -> tx -> {
                            if (!remove(tx, id)) {
                                throw new RefusedException(unknown());
                            }
                            return effect(there);
                        })));
    }

    private boolean remove(Tx tx, InvitationId id) {
        secrets.end(tx, Purpose.INVITATION, id.value());
        return store.delete(tx, id);
    }

    private Outcome<InvitationRow> found(Team team, InvitationId id) {
        return transactions
                .read(tx -> store.invitation(tx, id))
                .filter(row -> row.team().equals(team))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(unknown()));
    }

    private static Refusal unknown() {
        return Refusal.notFound("invitation");
    }

    private static Effect<Invitation> effect(InvitationRow row) {
        return new Effect<>(invitation(row), row.id().value(), RightsRules.account(row.team()), List.of());
    }

    private static Invitation invitation(InvitationRow row) {
        return new Invitation(row.id(), row.email(), row.name(), row.rights(), row.createdAt(), row.expiresAt());
    }
}

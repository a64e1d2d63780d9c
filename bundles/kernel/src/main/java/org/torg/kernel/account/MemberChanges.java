package org.torg.kernel.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Member;
import org.torg.api.account.People.NewMember;
import org.torg.api.account.People.Rights;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.store.PeopleStore;
import org.torg.api.store.PeopleStore.MemberRow;
import org.torg.api.store.PeopleStore.PersonRow;
import org.torg.api.store.PeopleStore.Standing;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;

/**
 * Changes what people are in a team. Changes of one team wait for each other, so that of two that would leave it without an
 * owner the second is refused.
 */
@Component(service = MemberChanges.class)
public final class MemberChanges {

    private final Transactions transactions;
    private final PeopleStore people;
    private final AccessWithdrawal access;
    private final TeamGate gate;
    private final TeamMembers members;
    private final RightsRules rules;
    private final Commands commands;
    private final Ids ids;
    private final Clock clock;
    private final SecondFactorRule rule;

    @Activate
    public MemberChanges(
            @Reference Transactions transactions,
            @Reference PeopleStore people,
            @Reference AccessWithdrawal access,
            @Reference TeamGate gate,
            @Reference TeamMembers members,
            @Reference RightsRules rules,
            @Reference Commands commands,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference SecondFactorRule rule) {
        this.transactions = transactions;
        this.people = people;
        this.access = access;
        this.gate = gate;
        this.members = members;
        this.rules = rules;
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
        this.rule = rule;
    }

    Outcome<Member> addWithoutLogin(Caller caller, Optional<IdempotencyKey> key, Team team, NewMember member) {
        return gate.change(caller, Function.USER_MANAGE, team).flatMap(entry -> {
            Optional<Refusal> objection = MemberForm.objection(member, false, entry.country())
                    .or(() -> RightsRules.objectionWithoutLogin(member.rights()));
            return objection.isPresent()
                    ? Outcome.refused(objection.get())
                    : commands.run(
                            caller,
                            key,
                            "add-person",
                            MemberForm.asked(team, member.rights()),
                            target -> repeated(caller, team, new UserId(target), member.name()),
                            () -> prepareWithoutLogin(caller, entry, team, member));
        });
    }

    private Outcome<Member> repeated(Caller caller, Team team, UserId user, String name) {
        return members.get(caller, team, user)
                .flatMap(there ->
                        there.name().equals(name) ? Outcome.done(there) : Outcome.refused(MemberForm.keyReused()));
    }

    private Outcome<Change<Member>> prepareWithoutLogin(
            Caller caller, TeamGate.Entry entry, Team team, NewMember member) {
        Optional<Refusal> objection =
                transactions.read(tx -> rules.objection(tx, caller, entry, team, member.rights()));
        if (objection.isPresent()) {
            return Outcome.refused(objection.get());
        }
        PersonRow person = new PersonRow(
                new UserId(ids.next()),
                Optional.empty(),
                member.name(),
                member.phone().flatMap(phone -> ContactRules.e164(phone, entry.country())),
                member.language(),
                true,
                clock.now(),
                Optional.empty(),
                1);
        Standing standing = new Standing(RightsRules.memberships(team, member.rights()), false, true, 1);
        return Outcome.done(tx -> {
            people.insert(tx, person, Optional.empty());
            people.put(tx, team, person.id(), standing);
            return effect(team, new MemberRow(person, standing, false));
        });
    }

    Outcome<Member> setRights(
            Caller caller,
            Optional<IdempotencyKey> key,
            Team team,
            UserId user,
            Optional<Long> expectedVersion,
            Rights rights) {
        return gate.change(caller, Function.USER_MANAGE, team)
                .flatMap(entry -> commands.run(
                        caller,
                        key,
                        "set-rights",
                        List.of(user.value(), expectedVersion, MemberForm.asked(team, rights)),
                        target -> members.get(caller, team, new UserId(target)),
                        () -> {
                            Set<Role> proving = rule.roles();
                            Optional<Refusal> objection = own(caller, user)
                                    .or(() ->
                                            transactions.read(tx -> rules.objection(tx, caller, entry, team, rights)));
                            return objection.isPresent()
                                    ? Outcome.refused(objection.get())
                                    : Outcome.done(tx -> {
                                        people.lock(tx, team);
                                        MemberRow member = member(tx, team, user, expectedVersion);
                                        if (member.person().email().isEmpty()) {
                                            RightsRules.objectionWithoutLogin(rights)
                                                    .ifPresent(MemberChanges::refuse);
                                        }
                                        return effect(
                                                team,
                                                change(
                                                        tx,
                                                        team,
                                                        member,
                                                        proving,
                                                        standing -> new Standing(
                                                                RightsRules.memberships(team, rights),
                                                                rights.sharedLogin(),
                                                                standing.active(),
                                                                standing.version() + 1)));
                                    });
                        }));
    }

    Outcome<Member> setActive(
            Caller caller,
            Optional<IdempotencyKey> key,
            Team team,
            UserId user,
            Optional<Long> expectedVersion,
            boolean active) {
        return gate.change(caller, Function.USER_MANAGE, team)
                .flatMap(entry -> commands.run(
                        caller,
                        key,
                        active ? "give-access" : "withdraw-access",
                        List.of(user.value(), expectedVersion, MemberForm.key(team)),
                        target -> members.get(caller, team, new UserId(target)),
                        () -> {
                            Set<Role> proving = rule.roles();
                            return own(caller, user)
                                    .<Outcome<Change<Member>>>map(Outcome::refused)
                                    .orElseGet(() -> Outcome.done(tx -> setActive(
                                            tx, caller, entry, team, user, expectedVersion, active, proving)));
                        }));
    }

    private Effect<Member> setActive(
            Tx tx,
            Caller caller,
            TeamGate.Entry entry,
            Team team,
            UserId user,
            Optional<Long> expectedVersion,
            boolean active,
            Set<Role> proving) {
        people.lock(tx, team);
        MemberRow member = member(tx, team, user, expectedVersion);
        if (member.standing().active() == active) {
            return effect(team, member);
        }
        if (active) {
            // What was withdrawn may have been more than the caller has.
            rules.objection(tx, caller, entry, team, RightsRules.rights(member.standing()))
                    .filter(refusal -> refusal.kind() == Refusal.Kind.FORBIDDEN)
                    .ifPresent(MemberChanges::refuse);
        }
        MemberRow changed = change(
                tx,
                team,
                member,
                proving,
                standing ->
                        new Standing(standing.memberships(), standing.sharedLogin(), active, standing.version() + 1));
        if (!active) {
            access.end(tx, team, changed.person(), entry.name());
        }
        return effect(team, changed);
    }

    Outcome<Member> transferOwnership(
            Caller caller, Optional<IdempotencyKey> key, AccountId account, UserId from, UserId to) {
        Team team = new Team.OfAccount(account);
        return gate.changeAsStaff(caller, Function.ACCOUNT_MANAGE, account)
                .flatMap(entry -> commands.run(
                        caller,
                        key,
                        "transfer-ownership",
                        List.of(account.value(), from.value(), to.value()),
                        target -> members.get(caller, team, new UserId(target)),
                        () -> {
                            Set<Role> proving = rule.roles();
                            return own(caller, from)
                                    .or(() -> own(caller, to))
                                    .or(() -> RightsRules.beyondProgram(
                                            caller, List.of(new Membership(Role.OWNER, Scope.of(account)))))
                                    .<Outcome<Change<Member>>>map(Outcome::refused)
                                    .orElseGet(() -> Outcome.done(tx -> transfer(tx, team, from, to, proving)));
                        }));
    }

    /** Who was owner goes on as a buyer, until the new owner says otherwise. */
    private Effect<Member> transfer(Tx tx, Team team, UserId from, UserId to, Set<Role> proving) {
        people.lock(tx, team);
        MemberRow former = member(tx, team, from, Optional.empty());
        MemberRow next = member(tx, team, to, Optional.empty());
        boolean possible = RightsRules.rights(former.standing()).role() == Role.OWNER
                && next.standing().active()
                && next.person().email().isPresent()
                && !from.equals(to);
        if (!possible) {
            refuse(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE,
                    "owner-invalid",
                    "Ownership goes from an owner to another person of the account who has access and signs in."));
        }
        MemberRow owner = change(tx, team, next, proving, standing -> whole(team, Role.OWNER, standing));
        change(tx, team, former, proving, standing -> whole(team, Role.BUYER, standing));
        return effect(team, owner);
    }

    private static Standing whole(Team team, Role role, Standing standing) {
        Rights rights = new Rights(role, Set.of(), Set.of(), true, false);
        return new Standing(RightsRules.memberships(team, rights), false, standing.active(), standing.version() + 1);
    }

    private MemberRow member(Tx tx, Team team, UserId user, Optional<Long> expectedVersion) {
        MemberRow member = people.member(tx, team, user).orElseThrow(() -> new RefusedException(TeamMembers.unknown()));
        if (expectedVersion.isPresent()
                && expectedVersion.get() != member.standing().version()) {
            refuse(MemberForm.versionChanged());
        }
        return member;
    }

    private MemberRow change(Tx tx, Team team, MemberRow member, Set<Role> proving, UnaryOperator<Standing> change) {
        Standing changed = change.apply(member.standing());
        people.put(tx, team, member.person().id(), changed);
        if (!member.secondFactor() && !proving(member.standing(), proving).containsAll(proving(changed, proving))) {
            int unused = people.endSessions(tx, member.person().id(), Optional.empty());
        }
        Optional<Role> lasting = RightsRules.lasting(team);
        boolean held = lasting.isPresent()
                && member.standing().active()
                && RightsRules.rights(member.standing()).role() == lasting.get();
        if (held && people.countActive(tx, team, lasting.get()) == 0) {
            refuse(Refusal.of(
                    Refusal.Kind.CONFLICT, "last-owner", "Somebody else must have these rights before they can go."));
        }
        return new MemberRow(member.person(), changed, member.secondFactor());
    }

    /** What the person is that may need a second factor, of the roles that may. */
    private static Set<Role> proving(Standing standing, Set<Role> roles) {
        return standing.active()
                ? standing.memberships().stream()
                        .map(Membership::role)
                        .filter(roles::contains)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** Nobody gives rights to oneself, nor takes them, also not while acting for somebody. */
    static Optional<Refusal> own(Caller caller, UserId user) {
        boolean own = caller.user().filter(user::equals).isPresent()
                || caller.actingFor()
                        .filter(acting -> acting.user().equals(user))
                        .isPresent();
        return own
                ? Optional.of(
                        Refusal.of(Refusal.Kind.FORBIDDEN, "own-rights", "Somebody else must change your own rights."))
                : Optional.empty();
    }

    private static Effect<Member> effect(Team team, MemberRow row) {
        Member member = TeamMembers.member(row);
        return new Effect<>(member, member.user().value(), RightsRules.account(team), List.of());
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(refusal);
    }
}

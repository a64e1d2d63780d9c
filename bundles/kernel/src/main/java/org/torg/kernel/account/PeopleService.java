package org.torg.kernel.account;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.People;
import org.torg.api.account.UserId;

/** The people of a team: a door to the parts that know about each. */
@Component(service = People.class)
public final class PeopleService implements People {

    private final TeamMembers members;
    private final MemberChanges changes;
    private final Invitations invitations;
    private final Acceptance acceptance;
    private final Guardians guardians;
    private final Profiles profiles;
    private final EmailChange emails;

    @Activate
    public PeopleService(
            @Reference TeamMembers members,
            @Reference MemberChanges changes,
            @Reference Invitations invitations,
            @Reference Acceptance acceptance,
            @Reference Guardians guardians,
            @Reference Profiles profiles,
            @Reference EmailChange emails) {
        this.members = members;
        this.changes = changes;
        this.invitations = invitations;
        this.acceptance = acceptance;
        this.guardians = guardians;
        this.profiles = profiles;
        this.emails = emails;
    }

    @Override
    public Outcome<Page<Member>> find(Caller caller, Team team, Filter filter, PageRequest page) {
        return members.find(caller, team, filter, page);
    }

    @Override
    public Outcome<Member> get(Caller caller, Team team, UserId user) {
        return members.get(caller, team, user);
    }

    @Override
    public Outcome<Invitation> invite(Caller caller, Optional<IdempotencyKey> key, Team team, NewMember member) {
        return invitations.invite(caller, key, team, member);
    }

    @Override
    public Outcome<Page<Invitation>> invitations(Caller caller, Team team, PageRequest page) {
        return invitations.open(caller, team, page);
    }

    @Override
    public Outcome<Invitation> inviteAgain(Caller caller, Team team, InvitationId id) {
        return invitations.again(caller, team, id);
    }

    @Override
    public Outcome<Invitation> withdraw(Caller caller, Team team, InvitationId id) {
        return invitations.withdraw(caller, team, id);
    }

    @Override
    public Outcome<UserId> accept(Caller stranger, String secret, char[] password, String address) {
        return acceptance.accept(stranger, secret, password, address);
    }

    @Override
    public Outcome<Member> addWithoutLogin(Caller caller, Optional<IdempotencyKey> key, Team team, NewMember member) {
        return changes.addWithoutLogin(caller, key, team, member);
    }

    @Override
    public Outcome<Member> setRights(
            Caller caller,
            Optional<IdempotencyKey> key,
            Team team,
            UserId user,
            Optional<Long> expectedVersion,
            Rights rights) {
        return changes.setRights(caller, key, team, user, expectedVersion, rights);
    }

    @Override
    public Outcome<Member> setActive(
            Caller caller,
            Optional<IdempotencyKey> key,
            Team team,
            UserId user,
            Optional<Long> expectedVersion,
            boolean active) {
        return changes.setActive(caller, key, team, user, expectedVersion, active);
    }

    @Override
    public Outcome<Member> transferOwnership(
            Caller caller, Optional<IdempotencyKey> key, AccountId account, UserId from, UserId to) {
        return changes.transferOwnership(caller, key, account, from, to);
    }

    @Override
    public Outcome<Guardianship> guard(
            Caller caller,
            Optional<IdempotencyKey> key,
            UserId guardian,
            UserId dependant,
            LocalDate until,
            String proof) {
        return guardians.guard(caller, key, guardian, dependant, until, proof);
    }

    @Override
    public Outcome<Guardianship> endGuard(Caller caller, UserId guardian, UserId dependant) {
        return guardians.end(caller, guardian, dependant);
    }

    @Override
    public Outcome<Profile> profile(Caller caller) {
        return profiles.profile(caller);
    }

    @Override
    public Outcome<Profile> editProfile(
            Caller caller, Optional<IdempotencyKey> key, Optional<Long> expectedVersion, Profile profile) {
        return profiles.edit(caller, key, expectedVersion, profile);
    }

    @Override
    public Outcome<UserId> confirmEmail(Caller stranger, String secret, String address) {
        return emails.confirm(stranger, secret, address);
    }
}

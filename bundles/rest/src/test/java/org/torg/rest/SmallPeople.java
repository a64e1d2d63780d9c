package org.torg.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Passwords;
import org.torg.api.account.People;
import org.torg.api.account.Role;
import org.torg.api.account.UserId;

/** The people of one account, in memory: what was asked, and how it is answered. */
final class SmallPeople implements People, Passwords {

    private final SmallMarket market;
    private final List<Object> asked = new ArrayList<>();

    SmallPeople(SmallMarket market) {
        this.market = market;
    }

    List<Object> asked() {
        return List.copyOf(asked);
    }

    private <T> Outcome<T> managed(Caller caller, Team team, T value) {
        if (team instanceof Team.OfAccount of && !of.account().equals(Samples.ACCOUNT)) {
            return Outcome.refused(Refusal.notFound("account"));
        }
        return market.allowed(caller, Function.USER_MANAGE, value);
    }

    private static Member member(String id, Optional<String> email, String name, Rights rights, boolean active) {
        return new Member(
                new UserId(id),
                email,
                name,
                Optional.of("+4799000000"),
                rights,
                active,
                false,
                Optional.of(Instant.EPOCH),
                3);
    }

    private static Rights rights() {
        return new Rights(Role.COLLEAGUE, Set.of(Function.ORDER_READ), Set.of(new LocationId("oslo")), false, false);
    }

    @Override
    public Outcome<Page<Member>> find(Caller caller, Team team, Filter filter, PageRequest page) {
        asked.add(team);
        asked.add(filter);
        asked.add(page);
        Member kari = member("kari", Optional.of("kari@example.com"), "Kari", rights(), true);
        Member anne = member("anne", Optional.empty(), "Anne", rights(), false);
        return managed(caller, team, new Page<>(List.of(anne, kari), Optional.of("kari")));
    }

    @Override
    public Outcome<Member> get(Caller caller, Team team, UserId user) {
        return user.value().equals("kari")
                ? managed(caller, team, member("kari", Optional.of("kari@example.com"), "Kari", rights(), true))
                : Outcome.refused(Refusal.notFound("person"));
    }

    private static Invitation invitation(NewMember member) {
        return new Invitation(
                new InvitationId("invitation-1"),
                member.email().orElse(""),
                member.name(),
                member.rights(),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(60));
    }

    @Override
    public Outcome<Invitation> invite(Caller caller, Optional<IdempotencyKey> key, Team team, NewMember member) {
        asked.add(team);
        asked.add(member);
        return managed(caller, team, invitation(member));
    }

    private static NewMember somebody() {
        return new NewMember(Optional.of("kari@example.com"), "Kari", Optional.empty(), "nb", rights());
    }

    @Override
    public Outcome<Page<Invitation>> invitations(Caller caller, Team team, PageRequest page) {
        return managed(caller, team, new Page<>(List.of(invitation(somebody())), Optional.empty()));
    }

    @Override
    public Outcome<Invitation> inviteAgain(Caller caller, Team team, InvitationId id) {
        return managed(caller, team, invitation(somebody()));
    }

    @Override
    public Outcome<Invitation> withdraw(Caller caller, Team team, InvitationId id) {
        return managed(caller, team, invitation(somebody()));
    }

    private static <T> Outcome<T> bySecret(String secret, T value) {
        return secret.equals("good")
                ? Outcome.done(value)
                : Outcome.refused(Refusal.of(Refusal.Kind.UNPROCESSABLE, "secret-invalid", "This link is not valid."));
    }

    @Override
    public Outcome<UserId> accept(Caller stranger, String secret, char[] password, String address) {
        asked.add(new String(password));
        return bySecret(secret, new UserId("kari"));
    }

    @Override
    public Outcome<Member> addWithoutLogin(Caller caller, Optional<IdempotencyKey> key, Team team, NewMember member) {
        asked.add(member);
        return managed(caller, team, member("anne", Optional.empty(), member.name(), member.rights(), true));
    }

    @Override
    public Outcome<Member> setRights(
            Caller caller,
            Optional<IdempotencyKey> key,
            Team team,
            UserId user,
            Optional<Long> expectedVersion,
            Rights rights) {
        asked.add(team);
        asked.add(expectedVersion);
        asked.add(rights);
        return managed(caller, team, member(user.value(), Optional.of("kari@example.com"), "Kari", rights, true));
    }

    @Override
    public Outcome<Member> setActive(
            Caller caller,
            Optional<IdempotencyKey> key,
            Team team,
            UserId user,
            Optional<Long> expectedVersion,
            boolean active) {
        asked.add(active);
        return managed(caller, team, member(user.value(), Optional.empty(), "Kari", rights(), active));
    }

    @Override
    public Outcome<Member> transferOwnership(
            Caller caller, Optional<IdempotencyKey> key, AccountId account, UserId from, UserId to) {
        asked.add(from);
        asked.add(to);
        Rights owner = new Rights(Role.OWNER, Set.of(), Set.of(), true, false);
        return market.allowed(
                caller, Function.ACCOUNT_MANAGE, member(to.value(), Optional.empty(), "Kari", owner, true));
    }

    @Override
    public Outcome<Guardianship> guard(
            Caller caller,
            Optional<IdempotencyKey> key,
            UserId guardian,
            UserId dependant,
            LocalDate until,
            String proof) {
        return market.allowed(caller, Function.ACCOUNT_MANAGE, new Guardianship(guardian, dependant, until, proof));
    }

    @Override
    public Outcome<Guardianship> endGuard(Caller caller, UserId guardian, UserId dependant) {
        return market.allowed(
                caller, Function.ACCOUNT_MANAGE, new Guardianship(guardian, dependant, LocalDate.EPOCH, "seen"));
    }

    @Override
    public Outcome<Profile> profile(Caller caller) {
        return Outcome.done(new Profile("kari@example.com", "Kari", Optional.empty(), Locale.forLanguageTag("nb"), 5));
    }

    @Override
    public Outcome<Profile> editProfile(
            Caller caller, Optional<IdempotencyKey> key, Optional<Long> expectedVersion, Profile profile) {
        asked.add(expectedVersion);
        asked.add(profile);
        return Outcome.done(profile);
    }

    @Override
    public Outcome<UserId> confirmEmail(Caller stranger, String secret, String address) {
        return bySecret(secret, new UserId("kari"));
    }

    @Override
    public Outcome<Boolean> forgotten(Caller stranger, String email, String address) {
        asked.add(email);
        asked.add(address);
        return Outcome.done(true);
    }

    @Override
    public Outcome<Boolean> reset(Caller stranger, String secret, char[] password, String address) {
        asked.add(new String(password));
        return bySecret(secret, true);
    }

    @Override
    public Outcome<Boolean> change(
            Caller caller, String token, char[] current, char[] password, boolean withdrawTokens) {
        asked.add(token);
        asked.add(new String(current));
        asked.add(new String(password));
        asked.add(withdrawTokens ? "tokens too" : "tokens go on");
        return Outcome.done(true);
    }
}

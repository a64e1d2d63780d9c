package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Filter;
import org.torg.api.account.People.Invitation;
import org.torg.api.account.People.InvitationId;
import org.torg.api.account.People.Member;
import org.torg.api.account.People.NewMember;
import org.torg.api.account.People.Rights;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.account.UserId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.notification.Mailer.Letter;

class InvitationTest {

    @Nested
    class OnDerby extends Contract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }

    abstract static class Contract extends PeopleFixture {

        Contract(Database database) {
            super(database);
        }

        @Test
        @Tag("H01")
        @Tag("H09")
        void anOwnerInvitesAColleagueWhoSetsAPasswordByALinkThatWorksOnce() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");

            Invitation invited = invite(eva, account, "kari@kunde.example", whole(Role.BUYER))
                    .orElseThrow();
            Letter letter = letters.last("kari@kunde.example");
            String secret = letters.secret("kari@kunde.example");
            UserId kari = accept(secret, PASSWORD).orElseThrow();

            assertThat(letter.template()).isEqualTo("invitation");
            assertThat(letter.link().orElseThrow().page()).isEqualTo("activate");
            assertThat(letter.account()).contains(account);
            assertThat(invited.expiresAt()).isEqualTo(kernel.clock.now().plus(Duration.ofDays(7)));
            assertThat(signIn("kari@kunde.example", PASSWORD).orElseThrow().user())
                    .isEqualTo(kari);
            assertThat(member(eva, account, kari).rights()).isEqualTo(whole(Role.BUYER));
            assertThat(code(accept(secret, PASSWORD))).isEqualTo("secret-invalid");
            assertThat(open(eva, account)).isEmpty();
        }

        @Test
        @Tag("H01")
        void anInvitationExpiresAndCanBeSentAgain() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            Invitation invited = invite(eva, account, "kari@kunde.example", whole(Role.BUYER))
                    .orElseThrow();
            String first = letters.secret("kari@kunde.example");

            kernel.clock.move(Duration.ofDays(7));
            assertThat(code(accept(first, PASSWORD))).isEqualTo("secret-invalid");
            kernel.people
                    .inviteAgain(in(account, eva), team(account), invited.id())
                    .orElseThrow();
            String second = letters.secret("kari@kunde.example");

            assertThat(second).isNotEqualTo(first);
            assertThat(code(accept(second, PASSWORD))).isEqualTo("done");
        }

        @Test
        void aNewLinkEndsTheEarlierOneAndAWithdrawnInvitationIsGone() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            Invitation first = invite(eva, account, "kari@kunde.example", whole(Role.OWNER))
                    .orElseThrow();
            String early = letters.secret("kari@kunde.example");
            Invitation second = invite(eva, account, "KARI@kunde.example", whole(Role.BUYER))
                    .orElseThrow();

            assertThat(open(eva, account)).containsExactly(second);
            assertThat(code(accept(early, PASSWORD))).isEqualTo("secret-invalid");
            assertThat(code(kernel.people.withdraw(in(account, eva), team(account), first.id())))
                    .isEqualTo("invitation-not-found");
            kernel.people.withdraw(in(account, eva), team(account), second.id()).orElseThrow();
            assertThat(code(accept(letters.secret("KARI@kunde.example"), PASSWORD)))
                    .isEqualTo("secret-invalid");
            assertThat(open(eva, account)).isEmpty();
        }

        @Test
        void theInviterLearnsNothingOfWhetherTheEMailIsKnown() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            user("kjent@kunde.example", "Kjent", new Membership(Role.BUYER, Scope.of(open("2"))));
            invite(eva, account, "first@kunde.example", whole(Role.BUYER)).orElseThrow();

            database.sent().forget();
            Outcome<Invitation> unknown = invite(eva, account, "ukjent@kunde.example", whole(Role.BUYER));
            List<String> forUnknown = database.sent().statements();
            database.sent().forget();
            Outcome<Invitation> known = invite(eva, account, "kjent@kunde.example", whole(Role.BUYER));
            List<String> forKnown = database.sent().statements();

            assertThat(forKnown).isEqualTo(forUnknown);
            assertThat(known.orElseThrow().name())
                    .isEqualTo(unknown.orElseThrow().name());
            assertThat(letters.last("kjent@kunde.example").template()).isEqualTo("invitation-known");
        }

        @Test
        @Tag("H11")
        void aColleagueForWhomNothingIsTickedGetsNothing() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            UserId ola = user("ola@kunde.example", "Ola", new Membership(Role.BUYER, Scope.of(account)));
            Rights nothing = new Rights(Role.COLLEAGUE, Set.of(), Set.of(), true, false);

            assertThat(code(invite(eva, account, "kari@kunde.example", nothing)))
                    .isEqualTo("functions-missing");
            assertThat(code(kernel.people.addWithoutLogin(
                            in(account, eva), Optional.empty(), team(account), clinician("Nora", nothing))))
                    .isEqualTo("functions-missing");
            assertThat(code(kernel.people.setRights(
                            in(account, eva), Optional.empty(), team(account), ola, Optional.empty(), nothing)))
                    .isEqualTo("functions-missing");
        }

        @Test
        @Tag("H11")
        void whatWasTickedAndIsNoFunctionAnyMoreLeavesNothing() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            invite(eva, account, "kari@kunde.example", colleague(Set.of(Function.ORDER_READ)))
                    .orElseThrow();
            database.run("UPDATE invitation SET functions = 'TELEX_READ'");

            assertThat(open(eva, account))
                    .singleElement()
                    .satisfies(there -> assertThat(there.rights().functions()).isEmpty());
            UserId kari = accept(letters.secret("kari@kunde.example"), PASSWORD).orElseThrow();

            assertThat(in(account, kari).grants()).isEmpty();
            assertThat(member(eva, account, kari).rights().functions()).isEmpty();
        }

        @Test
        void whatAColleagueHasIsReadAsItIsWritten() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            Rights all = colleague(Role.COLLEAGUE.functions());
            Rights one = colleague(Set.of(Function.ORDER_READ));

            for (Rights given : List.of(all, one)) {
                Invitation invited =
                        invite(eva, account, "kari@kunde.example", given).orElseThrow();
                assertThat(open(eva, account)).containsExactly(invited);
                assertThat(invited.rights()).isEqualTo(given);
            }
        }

        @Test
        void nobodyInvitesOneself() {
            AccountId account = open("1");
            Membership administrator = new Membership(Role.ADMINISTRATOR, Scope.tenant());
            Caller ada = caller(user("ada@torg.example", "Ada", administrator), Optional.empty());

            assertThat(code(kernel.people.invite(
                            ada,
                            Optional.empty(),
                            team(account),
                            person("ADA@torg.example", "Ada", whole(Role.OWNER)))))
                    .isEqualTo("own-rights");
        }

        @Test
        void customersFloodNobodyWithInvitations() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            for (int i = 0; i < 5; i++) {
                assertThat(code(invite(eva, account, "offer@example.no", whole(Role.BUYER))))
                        .isEqualTo("done");
            }

            assertThat(code(invite(eva, account, "OFFER@example.no", whole(Role.BUYER))))
                    .isEqualTo("too-many-tries");
            assertThat(code(kernel.people.inviteAgain(
                            in(account, eva),
                            team(account),
                            open(eva, account).get(0).id())))
                    .isEqualTo("too-many-tries");
            kernel.clock.move(Duration.ofMinutes(15));
            assertThat(code(invite(eva, account, "offer@example.no", whole(Role.BUYER))))
                    .isEqualTo("done");
        }

        @Test
        void whoBecomesStaffOrOwnerSignsInAnewForASecondFactor() {
            AccountId account = open("1");
            Membership buyer = new Membership(Role.BUYER, Scope.of(account));
            user("kari@kunde.example", "Kari", buyer);
            UserId ola = user("ola@kunde.example", "Ola", buyer);
            String karis = signIn("kari@kunde.example", PASSWORD).orElseThrow().token();
            String olas = signIn("ola@kunde.example", PASSWORD).orElseThrow().token();

            kernel.people
                    .invite(
                            Callers.STAFF,
                            Optional.empty(),
                            new Team.Staff(Optional.of(Kernel.LIGHTING)),
                            person("kari@kunde.example", "Kari", whole(Role.STAFF_ORDERS)))
                    .orElseThrow();
            assertThat(code(resolve(karis))).isEqualTo("done");
            accept(letters.secret("kari@kunde.example"), PASSWORD).orElseThrow();
            setRights(account, ola, Role.COLLEAGUE);
            assertThat(code(resolve(olas))).isEqualTo("done");
            setRights(account, ola, Role.OWNER);

            assertThat(code(resolve(karis))).isEqualTo("token-invalid");
            assertThat(code(resolve(olas))).isEqualTo("token-invalid");
            assertThat(signIn("kari@kunde.example", PASSWORD).orElseThrow().stage())
                    .isEqualTo(Stage.SECOND_FACTOR_MISSING);
        }

        private void setRights(AccountId account, UserId user, Role role) {
            kernel.people
                    .setRights(Callers.STAFF, Optional.empty(), team(account), user, Optional.empty(), whole(role))
                    .orElseThrow();
        }

        @Test
        @Tag("T05")
        void whoHasALoginProvesItAndBelongsToBothAccounts() {
            AccountId first = open("1");
            AccountId second = open("2");
            UserId kari = user("kari@kunde.example", "Kari", new Membership(Role.BUYER, Scope.of(first)));
            UserId eva = owner(second, "eva@kunde.example");
            invite(eva, second, "Kari@kunde.example", whole(Role.BUYER)).orElseThrow();
            String secret = letters.secret("Kari@kunde.example");

            assertThat(code(accept(secret, "et helt annet passord"))).isEqualTo("credentials-wrong");
            assertThat(accept(secret, PASSWORD).orElseThrow()).isEqualTo(kari);

            assertThat(member(eva, second, kari).name()).isEqualTo("Kari");
            assertThat(kernel.transactions.<List<Membership>>read(
                            tx -> kernel.stores.accounts().memberships(tx, kari)))
                    .hasSize(2);
        }

        @Test
        void guessingThePasswordByALinkIsSlowedDown() {
            AccountId account = open("1");
            user("kari@kunde.example", "Kari", new Membership(Role.BUYER, Scope.of(open("2"))));
            UserId eva = owner(account, "eva@kunde.example");
            invite(eva, account, "kari@kunde.example", whole(Role.BUYER)).orElseThrow();
            String secret = letters.secret("kari@kunde.example");

            for (int i = 0; i < 5; i++) {
                assertThat(code(accept(secret, "gjetning nummer " + i))).isEqualTo("credentials-wrong");
            }
            assertThat(code(accept(secret, PASSWORD))).isEqualTo("too-many-tries");
            kernel.clock.move(Duration.ofMinutes(1));
            assertThat(code(accept(secret, PASSWORD))).isEqualTo("done");
        }

        @Test
        @Tag("H13")
        void ofTwoWhoAcceptForTheSameNewEMailOneBecomesThePersonAndTheOtherJoins() {
            AccountId one = open("1");
            AccountId two = open("2");
            UserId eva = owner(one, "eva@kunde.example");
            UserId ada = owner(two, "ada@kunde.example");
            invite(eva, one, "kari@kunde.example", whole(Role.BUYER)).orElseThrow();
            String first = letters.secret("kari@kunde.example");
            kernel.clock.move(Duration.ofSeconds(1));
            invite(ada, two, "KARI@kunde.example", whole(Role.BUYER)).orElseThrow();
            String second = letters.secret("KARI@kunde.example");

            List<Outcome<UserId>> accepted = Parallel.run(2, i -> accept(i == 0 ? first : second, PASSWORD));

            UserId kari = accepted.get(0).orElseThrow();
            assertThat(accepted.get(1).orElseThrow()).isEqualTo(kari);
            assertThat(kernel.transactions.<List<Membership>>read(
                            tx -> kernel.stores.accounts().memberships(tx, kari)))
                    .hasSize(2);
        }

        @Test
        void ofTwoWhoUseTheSameLinkOneGetsIn() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            invite(eva, account, "kari@kunde.example", whole(Role.BUYER)).orElseThrow();
            String secret = letters.secret("kari@kunde.example");

            List<String> codes = Parallel.run(2, i -> code(accept(secret, PASSWORD)));

            assertThat(codes).containsExactlyInAnyOrder("done", "secret-invalid");
        }

        @Test
        void theLinkIsUsedUpOnlyWithAPasswordThatIsAcceptable() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            invite(eva, account, "kari@kunde.example", whole(Role.BUYER)).orElseThrow();
            String secret = letters.secret("kari@kunde.example");

            assertThat(code(accept(secret, "kort"))).isEqualTo("password-too-short");
            assertThat(code(accept(secret, "Passord123!"))).isEqualTo("password-leaked");
            assertThat(code(accept(secret, "kari@kunde.example"))).isEqualTo("password-personal");
            assertThat(code(accept("x".repeat(43), "kort"))).isEqualTo("secret-invalid");
            assertThat(code(accept(secret, PASSWORD))).isEqualTo("done");
        }

        @Test
        @Tag("D08")
        @Tag("D09")
        void threeCliniciansBehindOneMailboxAreThreePeopleAndGetTheirMailThere() {
            AccountId account = open("1");
            UserId eva = owner(account, "info@tannklinikk.example");
            for (String name : List.of("anne", "bo", "cato")) {
                String email = "Info+" + name + "@tannklinikk.example";
                Member member = join(in(account, eva), team(account), email, name, whole(Role.BUYER));
                assertThat(member.email()).contains(email);
                assertThat(letters.last(email).to()).isEqualTo(email);
                assertThat(signIn("info+" + name + "@tannklinikk.example", PASSWORD)
                                .orElseThrow()
                                .user())
                        .isEqualTo(member.user());
            }
            assertThat(names(eva, account)).containsExactly("anne", "bo", "cato", "Eva Eier");
        }

        @Test
        void whoBelongsHereAlreadyIsNotInvitedAgain() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            UserId kari = user("kari@kunde.example", "Kari", new Membership(Role.BUYER, Scope.of(account)));
            kernel.people
                    .setActive(in(account, eva), Optional.empty(), team(account), kari, Optional.empty(), false)
                    .orElseThrow();

            assertThat(code(invite(eva, account, "KARI@kunde.example", whole(Role.BUYER))))
                    .isEqualTo("member-present");
        }

        @Test
        void aRepeatUnderTheSameKeyInvitesOnceAndAnotherPersonUnderItIsRefused() {
            AccountId account = open("1");
            Caller eva = in(account, owner(account, "eva@kunde.example"));
            Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("k"));
            NewMember kari = person("kari@kunde.example", "Kari", whole(Role.BUYER));

            Invitation first =
                    kernel.people.invite(eva, key, team(account), kari).orElseThrow();
            Invitation again =
                    kernel.people.invite(eva, key, team(account), kari).orElseThrow();

            assertThat(again).isEqualTo(first);
            assertThat(letters.to("kari@kunde.example")).hasSize(1);
            assertThat(code(kernel.people.invite(
                            eva, key, team(account), person("ola@kunde.example", "Ola", whole(Role.BUYER)))))
                    .isEqualTo("idempotency-key-reused");
            assertThat(code(kernel.people.invite(
                            eva, key, team(account), person("kari@kunde.example", "Kari", whole(Role.OWNER)))))
                    .isEqualTo("idempotency-key-reused");
        }

        @Test
        @Tag("H17")
        void whatIsWrongWithAPersonIsSaidAtOnce() {
            AccountId account = open("1");
            Caller eva = in(account, owner(account, "eva@kunde.example"));
            NewMember wrong = new NewMember(Optional.of("kari"), " ", Optional.of("12"), "norsk", whole(Role.BUYER));

            assertThat(refusal(kernel.people.invite(eva, Optional.empty(), team(account), wrong))
                            .details())
                    .extracting(detail -> detail.field())
                    .containsExactly("/email", "/name", "/phone", "/language");
            assertThat(code(kernel.people.invite(
                            eva,
                            Optional.empty(),
                            team(account),
                            new NewMember(Optional.empty(), "Kari", Optional.empty(), "nb", whole(Role.BUYER)))))
                    .isEqualTo("user-invalid");
        }

        @Test
        @Tag("H17")
        void aPhoneNumberIsKeptWithItsCountry() {
            AccountId account = open("1");
            Caller eva = in(account, owner(account, "eva@kunde.example"));
            kernel.people
                    .invite(
                            eva,
                            Optional.empty(),
                            team(account),
                            new NewMember(
                                    Optional.of("kari@kunde.example"),
                                    "Kari",
                                    Optional.of("99 00 00 00"),
                                    "nb",
                                    whole(Role.BUYER)))
                    .orElseThrow();
            UserId kari = accept(letters.secret("kari@kunde.example"), PASSWORD).orElseThrow();

            assertThat(kernel.people.get(eva, team(account), kari).orElseThrow().phone())
                    .contains("+4799000000");
        }

        @Test
        void invitationsAreListedTheNewestFirstPageByPage() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            for (String name : List.of("a", "b", "c")) {
                invite(eva, account, name + "@kunde.example", whole(Role.BUYER)).orElseThrow();
            }
            var first = kernel.people
                    .invitations(in(account, eva), team(account), PageRequest.first(2))
                    .orElseThrow();
            var second = kernel.people
                    .invitations(in(account, eva), team(account), new PageRequest(first.next(), 2))
                    .orElseThrow();

            assertThat(first.items())
                    .extracting(Invitation::email)
                    .containsExactly("c@kunde.example", "b@kunde.example");
            assertThat(second.items()).extracting(Invitation::email).containsExactly("a@kunde.example");
            assertThat(second.next()).isEmpty();
            assertThat(code(kernel.people.invitations(
                            in(account, eva), team(account), new PageRequest(Optional.of("x"), 2))))
                    .isEqualTo("cursor-invalid");
        }

        @Test
        void anInvitationOfAnotherTeamIsAnsweredAsAnUnknownOne() {
            AccountId mine = open("1");
            AccountId theirs = open("2");
            UserId eva = owner(mine, "eva@kunde.example");
            UserId ada = owner(theirs, "ada@kunde.example");
            Invitation foreign =
                    invite(ada, theirs, "kari@kunde.example", whole(Role.BUYER)).orElseThrow();

            Outcome<Invitation> theirsAsked = kernel.people.withdraw(in(mine, eva), team(mine), foreign.id());
            Outcome<Invitation> unknown =
                    kernel.people.withdraw(in(mine, eva), team(mine), new InvitationId("nothing"));

            assertThat(theirsAsked).isEqualTo(unknown);
            assertThat(code(unknown)).isEqualTo("invitation-not-found");
            assertThat(code(kernel.people.inviteAgain(in(mine, eva), team(mine), foreign.id())))
                    .isEqualTo("invitation-not-found");
            assertThat(code(kernel.people.withdraw(in(mine, eva), team(theirs), foreign.id())))
                    .isEqualTo("account-not-found");
        }

        private Outcome<Invitation> invite(UserId by, AccountId account, String email, Rights rights) {
            return kernel.people.invite(
                    in(account, by), Optional.empty(), team(account), person(email, "Navn", rights));
        }

        private List<Invitation> open(UserId by, AccountId account) {
            return kernel.people
                    .invitations(in(account, by), team(account), PageRequest.first(10))
                    .orElseThrow()
                    .items();
        }

        private Member member(UserId by, AccountId account, UserId user) {
            return kernel.people.get(in(account, by), team(account), user).orElseThrow();
        }

        private List<String> names(UserId by, AccountId account) {
            return kernel
                    .people
                    .find(
                            in(account, by),
                            team(account),
                            new Filter(Optional.empty(), Optional.empty(), Optional.empty()),
                            PageRequest.first(10))
                    .orElseThrow()
                    .items()
                    .stream()
                    .map(Member::name)
                    .toList();
        }
    }
}

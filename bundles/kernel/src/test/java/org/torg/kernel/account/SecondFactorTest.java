package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.NewUser;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.SecondFactors.Confirmed;
import org.torg.api.account.SecondFactors.Enrolment;
import org.torg.api.account.SecondFactors.Status;
import org.torg.api.account.Sessions.SignedIn;
import org.torg.api.account.Sessions.Stage;
import org.torg.api.account.UserId;
import org.torg.api.store.IdentityStore.FactorRow;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.KernelContract;
import org.torg.kernel.fixture.Parallel;

class SecondFactorTest {

    private static final String PASSWORD = "hemmelig setning";
    private static final String OTTO = "otto@lysverk.example";
    private static final String KARI = "kari@example.no";
    private static final String ADDRESS = "192.0.2.1";
    private static final AccountId ACCOUNT = new AccountId("a");

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

    abstract static class Contract extends KernelContract {
        private final Totp totp = new Totp();

        Contract(Database database) {
            super(database);
        }

        @Test
        void staffCanDoNothingBeforeASecondFactorIsSetUp() {
            staff();
            SignedIn signedIn = signIn(OTTO, Optional.empty()).orElseThrow();
            Caller otto = resolve(signedIn.token());

            assertThat(signedIn.stage()).isEqualTo(Stage.SECOND_FACTOR_MISSING);
            assertThat(otto.grants()).isEmpty();
            assertThat(otto.user()).isEmpty();
            assertThat(code(kernel.audit.find(
                            otto, org.torg.api.audit.AuditTrail.Query.ALL, org.torg.api.PageRequest.first(1))))
                    .isEqualTo("second-factor-missing");
            assertThat(code(kernel.apiTokens.list(otto))).isEqualTo("second-factor-missing");
            assertThat(code(kernel.secondFactors.newRecoveryCodes(otto, "123456")))
                    .isEqualTo("second-factor-missing");
            assertThat(code(kernel.sessions.complete(otto, signedIn.token(), "123456")))
                    .isEqualTo("token-invalid");
            assertThat(kernel.secondFactors.status(otto).orElseThrow()).isEqualTo(new Status(false, true, 0));
        }

        @Test
        void whoConfirmsASecondFactorHasRightsFromThenOn() {
            UserId user = staff();
            SignedIn other = signIn(OTTO, Optional.empty()).orElseThrow();
            SignedIn signedIn = signIn(OTTO, Optional.empty()).orElseThrow();
            Caller pending = resolve(signedIn.token());
            Enrolment enrolment = kernel.secondFactors.begin(pending).orElseThrow();

            Confirmed confirmed = kernel.secondFactors
                    .confirm(pending, signedIn.token(), now(enrolment.secret()))
                    .orElseThrow();

            List<String> recovery = confirmed.recoveryCodes();
            SignedIn complete = confirmed.session();
            assertThat(complete.token()).isNotEqualTo(signedIn.token());
            assertThat(complete.stage()).isEqualTo(Stage.COMPLETE);
            assertThat(complete.user()).isEqualTo(user);
            assertThat(complete.expiresAt()).isEqualTo(kernel.clock.now().plus(SessionService.LIFE));
            assertThat(tryResolve(signedIn.token())).isEqualTo("token-invalid");
            assertThat(enrolment.uri())
                    .startsWith("otpauth://totp/Lysverk:otto%40lysverk.example?secret=" + enrolment.secret())
                    .endsWith("&issuer=Lysverk&algorithm=SHA1&digits=6&period=30");
            assertThat(recovery)
                    .hasSize(10)
                    .doesNotHaveDuplicates()
                    .allMatch(c -> c.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
            Caller otto = resolve(complete.token());
            assertThat(otto.user()).contains(user);
            assertThat(otto.may(Function.ORDER_READ, Scope.of(LIGHTING))).isTrue();
            assertThat(tryResolve(other.token())).isEqualTo("token-invalid");
            assertThat(kernel.secondFactors.status(otto).orElseThrow()).isEqualTo(new Status(true, true, 10));
            kernel.clock.move(Duration.ofHours(1));
            assertThat(tryResolve(complete.token())).isEqualTo("done");
        }

        @Test
        void neitherSecretNorRecoveryCodeIsStoredInTheClear() {
            UserId user = staff();
            Enrolled otto = enrol();

            FactorRow stored = kernel.transactions
                    .read(tx -> kernel.stores.identity().factor(tx, user))
                    .orElseThrow();
            assertThat(stored.sealedSecret()).doesNotContain(otto.secret());
            Optional<String> opened =
                    kernel.transactions.read(tx -> kernel.vault.open(tx, user.value(), stored.sealedSecret()));
            assertThat(opened).contains(otto.secret());
        }

        @Test
        void fromThenOnSigningInNeedsACodeOnce() {
            staff();
            Enrolled otto = enrol();
            nextPeriod();

            SignedIn pending = signIn(OTTO, Optional.empty()).orElseThrow();
            assertThat(pending.stage()).isEqualTo(Stage.SECOND_FACTOR_NEEDED);
            Caller half = resolve(pending.token());
            assertThat(half.grants()).isEmpty();
            assertThat(code(kernel.secondFactors.begin(half))).isEqualTo("second-factor-present");
            assertThat(code(kernel.secondFactors.confirm(half, pending.token(), now(otto.secret()))))
                    .isEqualTo("enrolment-missing");
            assertThat(code(kernel.apiTokens.list(half))).isEqualTo("second-factor-needed");
            assertThat(code(kernel.sessions.complete(half, pending.token(), "000000")))
                    .isEqualTo("code-wrong");

            SignedIn complete = kernel.sessions
                    .complete(half, pending.token(), now(otto.secret()))
                    .orElseThrow();

            assertThat(complete.stage()).isEqualTo(Stage.COMPLETE);
            assertThat(complete.token()).isNotEqualTo(pending.token());
            assertThat(tryResolve(pending.token())).isEqualTo("token-invalid");
            assertThat(resolve(complete.token()).may(Function.ORDER_READ, Scope.of(LIGHTING)))
                    .isTrue();
        }

        @Test
        void aCodeThatWasUsedIsWrong() {
            staff();
            Enrolled otto = enrol();
            // The code that has confirmed it is used with that.
            assertThat(code(signIn(OTTO, Optional.of(now(otto.secret()))))).isEqualTo("code-wrong");
            nextPeriod();
            String once = now(otto.secret());

            assertThat(code(signIn(OTTO, Optional.of(once)))).isEqualTo("done");
            assertThat(code(signIn(OTTO, Optional.of(once)))).isEqualTo("code-wrong");
            nextPeriod();
            assertThat(code(signIn(OTTO, Optional.of(once)))).isEqualTo("code-wrong");
            assertThat(code(signIn(OTTO, Optional.of(now(otto.secret()))))).isEqualTo("done");
        }

        @Test
        void ofTwoWhoUseACodeAtOnceOneComesIn() {
            staff();
            Enrolled otto = enrol();
            nextPeriod();
            String once = now(otto.secret());
            List<SignedIn> pending = List.of(
                    signIn(OTTO, Optional.empty()).orElseThrow(),
                    signIn(OTTO, Optional.empty()).orElseThrow(),
                    signIn(OTTO, Optional.empty()).orElseThrow());

            List<String> answers = Parallel.run(
                    3,
                    i -> code(kernel.sessions.complete(
                            Callers.stranger(), pending.get(i).token(), once)));
            assertThat(answers).containsExactlyInAnyOrder("done", "code-wrong", "code-wrong");

            String recovery = otto.recovery().get(0);
            assertThat(Parallel.run(
                            2,
                            i -> code(kernel.secondFactors.newRecoveryCodes(
                                    new Caller(
                                            new Caller.Subject.Person(otto.user()),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Set.of(),
                                            Caller.Channel.API,
                                            "test",
                                            java.util.Locale.ENGLISH),
                                    recovery))))
                    .containsExactlyInAnyOrder("done", "code-wrong");
        }

        @Test
        void aRecoveryCodeWorksOnce() {
            staff();
            Enrolled otto = enrol();
            String typed =
                    otto.recovery().get(3).toUpperCase(java.util.Locale.ROOT).replace('-', ' ');

            assertThat(code(signIn(OTTO, Optional.of(typed)))).isEqualTo("done");
            assertThat(code(signIn(OTTO, Optional.of(typed)))).isEqualTo("code-wrong");
            assertThat(kernel.secondFactors
                            .status(resolve(otto.token()))
                            .orElseThrow()
                            .recoveryCodesLeft())
                    .isEqualTo(9);
            List<String> renewed = kernel.secondFactors
                    .newRecoveryCodes(resolve(otto.token()), otto.recovery().get(0))
                    .orElseThrow();
            assertThat(code(signIn(OTTO, Optional.of(otto.recovery().get(1))))).isEqualTo("code-wrong");
            assertThat(code(signIn(OTTO, Optional.of(renewed.get(1))))).isEqualTo("done");
        }

        @Test
        void ofTwoWhoSignInOnTwoNodesWithOneRecoveryCodeOneComesIn() {
            staff();
            String recovery = enrol().recovery().get(0);
            List<Kernel> nodes = List.of(kernel, kernel.node());

            List<String> answers = Parallel.run(
                    2,
                    i -> code(nodes.get(i)
                            .sessions
                            .signIn(Callers.stranger(), OTTO, PASSWORD.toCharArray(), Optional.of(recovery), ADDRESS)));

            assertThat(answers).containsExactlyInAnyOrder("done", "code-wrong");
        }

        @Test
        void ofTwoWhoConfirmInOneSessionOneGetsItsNextToken() {
            staff();
            SignedIn signedIn = signIn(OTTO, Optional.empty()).orElseThrow();
            Caller otto = resolve(signedIn.token());
            String secret = kernel.secondFactors.begin(otto).orElseThrow().secret();
            String once = now(secret);

            List<Outcome<Confirmed>> answers =
                    Parallel.run(2, i -> kernel.secondFactors.confirm(otto, signedIn.token(), once));

            List<Confirmed> confirmed = answers.stream()
                    .filter(answer -> code(answer).equals("done"))
                    .map(Outcome::orElseThrow)
                    .toList();
            assertThat(confirmed).hasSize(1);
            assertThat(tryResolve(confirmed.get(0).session().token())).isEqualTo("done");
            assertThat(tryResolve(signedIn.token())).isEqualTo("token-invalid");
        }

        @Test
        void aSessionThatIsCompleteGetsANewTokenAndKeepsItsEnd() {
            customer();
            SignedIn signedIn = signIn(KARI, Optional.empty()).orElseThrow();
            Caller kari = resolve(signedIn.token());
            kernel.clock.move(Duration.ofHours(1));
            String secret = kernel.secondFactors.begin(kari).orElseThrow().secret();

            SignedIn next = kernel.secondFactors
                    .confirm(kari, signedIn.token(), now(secret))
                    .orElseThrow()
                    .session();

            assertThat(next.token()).isNotEqualTo(signedIn.token());
            assertThat(next.expiresAt()).isEqualTo(signedIn.expiresAt());
            assertThat(next.account()).contains(ACCOUNT);
            assertThat(tryResolve(signedIn.token())).isEqualTo("token-invalid");
            assertThat(resolve(next.token()).account()).contains(ACCOUNT);
        }

        @Test
        void everySignInHasATokenOfItsOwn() {
            customer();
            SignedIn one = signIn(KARI, Optional.empty()).orElseThrow();
            SignedIn other = signIn(KARI, Optional.empty()).orElseThrow();

            assertThat(other.token()).isNotEqualTo(one.token());
            kernel.sessions.signOut(resolve(one.token()), one.token());
            assertThat(tryResolve(one.token())).isEqualTo("token-invalid");
            assertThat(tryResolve(other.token())).isEqualTo("done");
            String stored = kernel.transactions.read(tx -> org.torg.persistence.tx.OpenTransaction.of(tx)
                    .first(
                            org.torg.persistence.tx.Sql.of("SELECT token_hash FROM sign_in"),
                            row -> row.text("token_hash"))
                    .orElseThrow());
            assertThat(stored).isEqualTo(RandomTokens.hash(other.token()));
        }

        @Test
        void wrongCodesAreSlowedDownAndTheAnswerSaysForHowLong() {
            staff();
            Enrolled otto = enrol();
            nextPeriod();
            SignedIn pending = signIn(OTTO, Optional.empty()).orElseThrow();
            for (int i = 0; i < SignInThrottle.FREE; i++) {
                assertThat(code(kernel.sessions.complete(Callers.stranger(), pending.token(), "00000" + i)))
                        .isEqualTo("code-wrong");
            }

            Refusal refusal =
                    refusal(kernel.sessions.complete(Callers.stranger(), pending.token(), now(otto.secret())));
            assertThat(refusal.code()).isEqualTo("too-many-tries");
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.THROTTLED);
            assertThat(refusal.message().arguments()).hasSize(1);
            kernel.clock.move(SignInThrottle.LONGEST_FOR_CODES.minusMinutes(2));
            assertThat(code(kernel.sessions.complete(Callers.stranger(), pending.token(), now(otto.secret()))))
                    .isEqualTo("done");
        }

        @Test
        void aCodeOfTheNeighbouringPeriodCountsAndOneOfLongAgoDoesNot() {
            staff();
            Enrolled otto = enrol();
            kernel.clock.move(Duration.ofMinutes(10));
            long step = kernel.clock.now().getEpochSecond() / 30;

            assertThat(code(signIn(OTTO, Optional.of(totp.code(otto.secret(), step - 2)))))
                    .isEqualTo("code-wrong");
            assertThat(code(signIn(OTTO, Optional.of(totp.code(otto.secret(), step + 2)))))
                    .isEqualTo("code-wrong");
            assertThat(code(signIn(OTTO, Optional.of(totp.code(otto.secret(), step - 1)))))
                    .isEqualTo("done");
            assertThat(code(signIn(OTTO, Optional.of(totp.code(otto.secret(), step + 1)))))
                    .isEqualTo("done");
            assertThat(code(signIn(OTTO, Optional.of(totp.code(otto.secret(), step)))))
                    .as("earlier than one that was used")
                    .isEqualTo("code-wrong");
        }

        @Test
        void customersMayHaveOneAndMayRemoveIt() {
            customer();
            SignedIn signedIn = signIn(KARI, Optional.empty()).orElseThrow();
            assertThat(signedIn.stage()).isEqualTo(Stage.COMPLETE);
            Caller kari = resolve(signedIn.token());
            String secret = kernel.secondFactors.begin(kari).orElseThrow().secret();
            kernel.secondFactors.confirm(kari, signedIn.token(), now(secret)).orElseThrow();
            assertThat(signIn(KARI, Optional.empty()).orElseThrow().stage()).isEqualTo(Stage.SECOND_FACTOR_NEEDED);
            nextPeriod();

            assertThat(code(kernel.secondFactors.remove(kari, "000000"))).isEqualTo("code-wrong");
            assertThat(kernel.secondFactors.remove(kari, now(secret)).orElseThrow())
                    .isEqualTo(new Status(false, false, 0));

            assertThat(signIn(KARI, Optional.empty()).orElseThrow().stage()).isEqualTo(Stage.COMPLETE);
        }

        @Test
        void staffCannotRemoveTheirsAndAnAdministratorTakesItAway() {
            staff();
            Enrolled otto = enrol();
            nextPeriod();
            assertThat(code(kernel.secondFactors.remove(resolve(otto.token()), now(otto.secret()))))
                    .isEqualTo("second-factor-required");
            Caller owner = Callers.with(ACCOUNT, new Grant(Function.USER_MANAGE, Scope.of(ACCOUNT)));
            Caller elsewhere =
                    Callers.with(new Grant(Function.USER_MANAGE, Scope.of(new org.torg.api.vendor.VendorId("dental"))));
            Caller administrator = Callers.with(new Grant(Function.USER_MANAGE, Scope.tenant()));
            assertThat(code(kernel.secondFactors.reset(owner, otto.user()))).isEqualTo("person-not-found");
            assertThat(code(kernel.secondFactors.reset(elsewhere, otto.user()))).isEqualTo("person-not-found");
            assertThat(code(kernel.secondFactors.reset(administrator, new UserId("nobody"))))
                    .isEqualTo("person-not-found");
            assertThat(code(kernel.secondFactors.reset(Callers.buyer(), otto.user())))
                    .isEqualTo("right-missing");
            assertThat(code(kernel.secondFactors.reset(administrator, new UserId("somebody"))))
                    .isEqualTo("second-factor-own");

            kernel.secondFactors.reset(administrator, otto.user()).orElseThrow();

            assertThat(tryResolve(otto.token())).isEqualTo("token-invalid");
            assertThat(signIn(OTTO, Optional.empty()).orElseThrow().stage()).isEqualTo(Stage.SECOND_FACTOR_MISSING);
        }

        @Test
        @Tag("D06")
        void noAnswerTellsWhetherAnEMailExists() {
            staff();
            UserId gone = customer();
            kernel.transactions.change(tx -> {
                kernel.stores.people().setEmail(tx, gone, "gone@example.no");
            });
            deactivate(gone);

            List<String> asked = List.of(OTTO, "nobody@example.no", "gone@example.no");
            for (String email : asked) {
                database.sent().forget();
                Outcome<SignedIn> answer = kernel.sessions.signIn(
                        Callers.stranger(),
                        email,
                        (email.equals("gone@example.no") ? PASSWORD : "a wrong one").toCharArray(),
                        Optional.of("123456"),
                        ADDRESS);
                assertThat(answer)
                        .as(email)
                        .isEqualTo(Outcome.refused(Refusal.of(
                                Refusal.Kind.UNAUTHENTICATED,
                                "credentials-wrong",
                                "E-mail and password do not belong together.")));
                assertThat(database.sent().statements()).as(email).hasSize(1);
            }
        }

        @Test
        @Tag("D07")
        void nobodyOrdersBeforeTheyHaveSignedInToTheEnd() {
            customer();
            SignedIn signedIn = signIn(KARI, Optional.empty()).orElseThrow();
            Caller kari = resolve(signedIn.token());
            String secret = kernel.secondFactors.begin(kari).orElseThrow().secret();
            kernel.secondFactors.confirm(kari, signedIn.token(), now(secret)).orElseThrow();
            Caller half = resolve(signIn(KARI, Optional.empty()).orElseThrow().token());
            Scope ours = Scope.of(ACCOUNT);

            assertThat(kernel.gate.require(kari, Function.ORDER_PLACE, ours)).isEmpty();
            assertThat(kernel.gate.require(half, Function.ORDER_PLACE, ours).map(Refusal::code))
                    .contains("second-factor-needed");
            assertThat(kernel.gate
                            .require(Callers.stranger(), Function.ORDER_PLACE, ours)
                            .map(Refusal::code))
                    .contains("token-missing");
        }

        @Test
        void rightsOfOtherSystemsHoldForTokensAlone() {
            create(OTTO, new Membership(Role.INTEGRATION, Scope.of(LIGHTING)));
            Enrolled erp = enrol();

            assertThat(resolve(erp.token()).mayAnywhere(Function.EVENT_READ)).isFalse();
        }

        record Enrolled(UserId user, String token, String secret, List<String> recovery) {}

        private Enrolled enrol() {
            SignedIn signedIn = signIn(OTTO, Optional.empty()).orElseThrow();
            Caller otto = resolve(signedIn.token());
            String secret = kernel.secondFactors.begin(otto).orElseThrow().secret();
            Confirmed confirmed = kernel.secondFactors
                    .confirm(otto, signedIn.token(), now(secret))
                    .orElseThrow();
            return new Enrolled(signedIn.user(), confirmed.session().token(), secret, confirmed.recoveryCodes());
        }

        private void deactivate(UserId user) {
            kernel.transactions.change(tx -> org.torg.persistence.tx.OpenTransaction.of(tx)
                    .update(org.torg.persistence.tx.Sql.of(
                            "UPDATE person SET active = FALSE WHERE id = ?", user.value())));
        }

        private UserId staff() {
            return create(OTTO, new Membership(Role.STAFF_ORDERS, Scope.of(LIGHTING)));
        }

        private UserId customer() {
            return create(KARI, new Membership(Role.OWNER, Scope.of(ACCOUNT)));
        }

        private UserId create(String email, Membership membership) {
            NewUser user = new NewUser(email, "Somebody", "nb", Set.of(membership));
            return kernel.accounts
                    .createUser(STAFF, Optional.empty(), user, PASSWORD.toCharArray())
                    .orElseThrow();
        }

        private Outcome<SignedIn> signIn(String email, Optional<String> code) {
            return kernel.sessions.signIn(Callers.stranger(), email, PASSWORD.toCharArray(), code, ADDRESS);
        }

        private Caller resolve(String token) {
            return kernel.sessions
                    .resolve(token, Caller.Channel.API, "test", Optional.empty())
                    .orElseThrow();
        }

        private String tryResolve(String token) {
            return code(kernel.sessions.resolve(token, Caller.Channel.API, "test", Optional.empty()));
        }

        private String now(String secret) {
            return totp.code(secret, kernel.clock.now().getEpochSecond() / 30);
        }

        private void nextPeriod() {
            kernel.clock.move(Duration.ofSeconds(30));
        }
    }
}

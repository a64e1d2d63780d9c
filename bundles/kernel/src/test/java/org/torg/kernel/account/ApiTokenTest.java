package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Outcome;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.NewUser;
import org.torg.api.account.ApiTokens.ApiToken;
import org.torg.api.account.ApiTokens.Created;
import org.torg.api.account.ApiTokens.NewToken;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions.AccountChoice;
import org.torg.api.account.Sessions.Current;
import org.torg.api.account.UserId;
import org.torg.api.privacy.Subject;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

class ApiTokenTest {

    private static final AccountId OURS = new AccountId("ours");
    private static final AccountId OTHERS = new AccountId("others");

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

        Contract(Database database) {
            super(database);
        }

        @Test
        void aTokenMayWhatItIsForAndNothingElse() {
            Caller kari = person(new Membership(Role.OWNER, Scope.of(OURS)));

            Created created = create(kari, Optional.of(OURS), Function.ORDER_READ, Function.PRICE_READ);
            Caller program = resolve(created).orElseThrow();

            assertThat(created.secret()).matches("torg_[0-9a-f-]{36}_[A-Za-z0-9_-]{43}");
            assertThat(program.grants())
                    .containsExactlyInAnyOrder(
                            new Grant(Function.ORDER_READ, Scope.of(OURS)),
                            new Grant(Function.PRICE_READ, Scope.of(OURS)));
            assertThat(program.account()).contains(OURS);
            assertThat(program.user()).isEqualTo(kari.user());
            assertThat(program.isSignedIn()).isFalse();
            assertThat(program.subject().key())
                    .isEqualTo("token:" + created.token().id());
            assertThat(program.language()).isEqualTo(Locale.forLanguageTag("nb"));
        }

        @Test
        void aTokenLosesWhatItsPersonLoses() {
            Caller kari = person(new Membership(Role.OWNER, Scope.of(OURS)));
            Created created = create(kari, Optional.of(OURS), Function.ORDER_READ, Function.INVOICE_READ);

            update("UPDATE membership SET functions = 'ORDER_READ' WHERE person = ?", kari);
            assertThat(resolve(created).orElseThrow().grants())
                    .containsExactly(new Grant(Function.ORDER_READ, Scope.of(OURS)));

            update("UPDATE membership SET active = FALSE WHERE person = ?", kari);
            Caller bare = resolve(created).orElseThrow();
            assertThat(bare.grants()).isEmpty();
            assertThat(bare.account()).isEmpty();

            update("UPDATE person SET active = FALSE WHERE id = ?", kari);
            assertThat(code(resolve(created))).isEqualTo("token-invalid");
        }

        @Test
        void aTokenWorksInItsOwnAccountAlone() {
            Caller kari = person(
                    new Membership(Role.OWNER, Scope.of(OURS)),
                    new Membership(Role.BUYER, Scope.of(OTHERS)),
                    new Membership(Role.STAFF_ORDERS, Scope.of(LIGHTING)));

            assertThat(resolve(create(kari, Optional.of(OTHERS), Function.ORDER_READ))
                            .orElseThrow()
                            .grants())
                    .containsExactly(new Grant(Function.ORDER_READ, Scope.of(OTHERS)));
            assertThat(resolve(create(kari, Optional.empty(), Function.ORDER_READ))
                            .orElseThrow()
                            .grants())
                    .containsExactly(new Grant(Function.ORDER_READ, Scope.of(LIGHTING)));
        }

        @Test
        void aProgramIsToldOfItsOwnAccountAndOfNobodyElse() {
            for (String number : List.of("1", "2")) {
                kernel.openAccount(number);
            }
            List<AccountId> both = List.of(numbered("1"), numbered("2"));
            Caller kari = person(
                    new Membership(Role.BUYER, Scope.of(both.get(0))),
                    new Membership(Role.OWNER, Scope.of(both.get(1))));
            kernel.accounts
                    .createUser(
                            STAFF,
                            Optional.empty(),
                            new NewUser(
                                    "ola@kunde.example",
                                    "Ola",
                                    "nb",
                                    Set.of(new Membership(Role.BUYER, Scope.of(both.get(0))))),
                            "en lang og god setning".toCharArray())
                    .orElseThrow();
            Caller program = resolve(create(kari, Optional.of(both.get(0)), Function.CATALOG_READ))
                    .orElseThrow();

            Current current = kernel.sessions.current(program).orElseThrow();

            assertThat(current.accounts()).extracting(AccountChoice::account).containsExactly(both.get(0));
            assertThat(current.people()).isEmpty();
            assertThat(kernel.sessions.current(kari).orElseThrow().accounts()).hasSize(2);
        }

        private AccountId numbered(String number) {
            return kernel.transactions
                    .read(tx -> kernel.stores.accounts().byCustomerNumber(tx, number))
                    .orElseThrow()
                    .id();
        }

        @Test
        void nobodyGivesATokenWhatTheyHaveNot() {
            Caller kari = person(new Membership(Role.BUYER, Scope.of(OURS)));

            assertThat(code(tryCreate(kari, Optional.of(OURS), Function.INVOICE_READ)))
                    .isEqualTo("right-missing");
            assertThat(code(tryCreate(kari, Optional.of(OTHERS), Function.ORDER_READ)))
                    .isEqualTo("right-missing");
            assertThat(code(tryCreate(kari, Optional.of(new AccountId("nowhere")), Function.ORDER_READ)))
                    .isEqualTo("right-missing");
            assertThat(code(tryCreate(kari, Optional.empty(), Function.ORDER_READ)))
                    .isEqualTo("right-missing");
        }

        @Test
        void theRightsOfOtherSystemsHoldForTheirTokens() {
            Caller erp = person(new Membership(Role.INTEGRATION, Scope.of(LIGHTING)));

            assertThat(resolve(create(erp, Optional.empty(), Function.EVENT_READ))
                            .orElseThrow()
                            .may(Function.EVENT_READ, Scope.of(LIGHTING)))
                    .isTrue();
        }

        @Test
        void whatIsNoTokenIsRefusedInOneWay() {
            Caller kari = person(new Membership(Role.OWNER, Scope.of(OURS)));
            Created created = create(kari, Optional.of(OURS), Function.ORDER_READ);
            String secret = created.secret();
            String other = secret.substring(0, secret.length() - 1) + (secret.endsWith("A") ? "E" : "A");

            for (String wrong : List.of("torg_", "torg_x_y", other, secret + "A", secret.replace("torg_", "TORG_"))) {
                assertThat(code(resolve(wrong))).as(wrong).isEqualTo("token-invalid");
            }
            String stored = kernel.transactions.read(tx -> OpenTransaction.of(tx)
                    .first(Sql.of("SELECT hash FROM api_token"), row -> row.text("hash"))
                    .orElseThrow());
            assertThat(secret).doesNotContain(stored);
            assertThat(stored).isEqualTo(RandomTokens.hash(secret.substring(secret.length() - 43)));
        }

        @Test
        void aTokenEndsWhenItIsRevokedAndWhenItExpires() {
            Caller kari = person(new Membership(Role.OWNER, Scope.of(OURS)));
            Caller ola = person(new Membership(Role.OWNER, Scope.of(OURS)));
            Instant tomorrow = kernel.clock.now().plus(Duration.ofDays(1));
            Created one = create(kari, Optional.of(OURS), Function.ORDER_READ);
            Created two = kernel.apiTokens
                    .create(
                            kari,
                            new NewToken("Till", Set.of(Function.ORDER_READ), Optional.of(OURS), Optional.of(tomorrow)))
                    .orElseThrow();

            assertThat(code(kernel.apiTokens.revoke(ola, one.token().id()))).isEqualTo("token-not-found");
            assertThat(kernel.apiTokens
                            .revoke(kari, one.token().id())
                            .orElseThrow()
                            .revoked())
                    .isTrue();
            assertThat(code(kernel.apiTokens.revoke(kari, one.token().id()))).isEqualTo("done");
            assertThat(code(resolve(one))).isEqualTo("token-invalid");
            assertThat(code(resolve(two))).isEqualTo("done");
            kernel.clock.move(Duration.ofDays(1));
            assertThat(code(resolve(two))).isEqualTo("token-invalid");
            assertThat(kernel.apiTokens.list(kari).orElseThrow())
                    .extracting(ApiToken::revoked)
                    .containsExactly(false, true);
            assertThat(kernel.apiTokens.list(ola).orElseThrow()).isEmpty();
        }

        @Test
        void aTokenIsResolvedInOneStatementAndItsUseNotedNowAndThen() {
            Caller kari = person(new Membership(Role.OWNER, Scope.of(OURS)));
            Created created = create(kari, Optional.of(OURS), Function.ORDER_READ);
            Instant first = kernel.clock.now();
            resolve(created).orElseThrow();
            kernel.clock.move(Duration.ofMinutes(4));
            database.sent().forget();

            resolve(created).orElseThrow();

            assertThat(database.sent().statements()).hasSize(1);
            assertThat(lastUse(kari)).contains(first);
            kernel.clock.move(Duration.ofMinutes(2));
            resolve(created).orElseThrow();
            assertThat(lastUse(kari)).contains(kernel.clock.now());
        }

        @Test
        void aProgramTouchesNeitherTokensNorSecondFactor() {
            Caller kari = person(new Membership(Role.OWNER, Scope.of(OURS)));
            Created created = create(kari, Optional.of(OURS), Function.USER_MANAGE, Function.ORDER_READ);
            Caller program = resolve(created).orElseThrow();
            NewToken more = new NewToken("More", Set.of(Function.ORDER_READ), Optional.of(OURS), Optional.empty());

            assertThat(code(kernel.apiTokens.create(program, more))).isEqualTo("person-required");
            assertThat(code(kernel.apiTokens.list(program))).isEqualTo("person-required");
            assertThat(code(kernel.apiTokens.revoke(program, created.token().id())))
                    .isEqualTo("person-required");
            assertThat(code(kernel.secondFactors.status(program))).isEqualTo("person-required");
            assertThat(code(kernel.secondFactors.begin(program))).isEqualTo("person-required");
            assertThat(code(kernel.secondFactors.confirm(program, created.secret(), "123456")))
                    .isEqualTo("person-required");
            assertThat(code(kernel.secondFactors.newRecoveryCodes(program, "123456")))
                    .isEqualTo("person-required");
            assertThat(code(kernel.secondFactors.remove(program, "123456"))).isEqualTo("person-required");
            assertThat(code(kernel.secondFactors.reset(program, new UserId("x"))))
                    .isEqualTo("person-required");
            kernel.sessions.signOut(program, created.secret());
            assertThat(code(resolve(created))).isEqualTo("done");
        }

        @Test
        void thereAreNotTooManyAndWhatHasEndedMakesRoom() {
            Caller kari = person(new Membership(Role.OWNER, Scope.of(OURS)));
            for (int i = 0; i < ApiTokenService.MOST; i++) {
                create(kari, Optional.of(OURS), Function.ORDER_READ);
            }

            assertThat(code(tryCreate(kari, Optional.of(OURS), Function.ORDER_READ)))
                    .isEqualTo("too-many-tokens");
            kernel.apiTokens
                    .revoke(
                            kari,
                            kernel.apiTokens.list(kari).orElseThrow().get(7).id())
                    .orElseThrow();
            assertThat(code(tryCreate(kari, Optional.of(OURS), Function.ORDER_READ)))
                    .isEqualTo("done");
        }

        @Test
        void aTokenWithoutANameOrThatNeverEndsWhenItSaysSoIsRefused() {
            Caller kari = person(new Membership(Role.OWNER, Scope.of(OURS)));
            Instant now = kernel.clock.now();
            for (NewToken odd : List.of(
                    new NewToken(" ", Set.of(Function.ORDER_READ), Optional.of(OURS), Optional.empty()),
                    new NewToken("x".repeat(101), Set.of(Function.ORDER_READ), Optional.of(OURS), Optional.empty()),
                    new NewToken("x\ny", Set.of(Function.ORDER_READ), Optional.of(OURS), Optional.empty()),
                    new NewToken("x", Set.of(), Optional.of(OURS), Optional.empty()),
                    new NewToken("x", Set.of(Function.ORDER_READ), Optional.of(OURS), Optional.of(now)),
                    new NewToken(
                            "x",
                            Set.of(Function.ORDER_READ),
                            Optional.of(OURS),
                            Optional.of(now.plus(Duration.ofDays(732)))))) {
                assertThat(code(kernel.apiTokens.create(kari, odd))).isEqualTo("api-token-invalid");
            }
        }

        @Test
        @Tag("L04")
        void whoIsErasedLeavesNoTokenThatWorksAndNoNameOfOne() {
            Caller kari = person(new Membership(Role.OWNER, Scope.of(OURS)));
            Created created = create(kari, Optional.of(OURS), Function.ORDER_READ);
            Subject subject = new Subject.User(kari.user().orElseThrow());
            IdentityPersonalData data =
                    new IdentityPersonalData(kernel.stores.identity(), kernel.stores.people(), kernel.clock);
            List<? extends Record> before = kernel.transactions.read(tx -> data.export(tx, subject));
            assertThat(before).singleElement().satisfies(kept -> assertThat(kept.toString())
                    .contains("The till")
                    .doesNotContain(RandomTokens.hash(
                            created.secret().substring(created.secret().length() - 43))));

            kernel.transactions.change(tx -> data.erase(tx, subject));

            assertThat(code(resolve(created))).isEqualTo("token-invalid");
            List<? extends Record> after = kernel.transactions.read(tx -> data.export(tx, subject));
            assertThat(after.toString()).doesNotContain("The till");
        }

        private Created create(Caller caller, Optional<AccountId> account, Function... functions) {
            return tryCreate(caller, account, functions).orElseThrow();
        }

        private Outcome<Created> tryCreate(Caller caller, Optional<AccountId> account, Function... functions) {
            return kernel.apiTokens.create(
                    caller, new NewToken("The till", Set.of(functions), account, Optional.empty()));
        }

        private Outcome<Caller> resolve(Created created) {
            return resolve(created.secret());
        }

        private Outcome<Caller> resolve(String token) {
            return kernel.sessions.resolve(token, Caller.Channel.API, "test", Optional.empty());
        }

        private Optional<Instant> lastUse(Caller caller) {
            return kernel.apiTokens.list(caller).orElseThrow().get(0).lastUsedAt();
        }

        private void update(String sql, Caller person) {
            kernel.transactions.change(tx -> OpenTransaction.of(tx)
                    .update(Sql.of(sql, person.user().orElseThrow().value())));
        }

        /** Somebody who has signed in to the end. */
        private Caller person(Membership... memberships) {
            String email = kernel.ids.next() + "@example.no";
            UserId user = kernel.accounts
                    .createUser(
                            STAFF,
                            Optional.empty(),
                            new NewUser(email, "Kari Nordmann", "nb", Set.of(memberships)),
                            "hemmelig setning".toCharArray())
                    .orElseThrow();
            return new Caller(
                    new Caller.Subject.Person(user),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Caller.Channel.API,
                    "test",
                    Locale.ENGLISH);
        }
    }
}

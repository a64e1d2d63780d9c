package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.NewUser;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions.SignedIn;
import org.torg.api.account.UserId;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.AccountTerms;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Customers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;

class AccountTest {

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

        private static final String PASSWORD = "en lang og god setning";

        Contract(Database database) {
            super(database);
        }

        @Test
        void anAccountIsOpenedOncePerCustomerNumber() {
            Account first = kernel.openAccount("10042");
            Account again = kernel.openAccount("10042");

            assertThat(again).isEqualTo(first);
            assertThat(first.id().value()).hasSize(36);
            assertThat(kernel.accounts.current(Callers.buyer(first.id())).orElseThrow())
                    .isEqualTo(first);
        }

        @Test
        void anOrganisationNumberWithAWrongCheckDigitIsRefused() {
            Account wrong = withOrganisationNumber("974760674");

            assertThat(code(kernel.accounts.open(STAFF, Optional.empty(), wrong)))
                    .isEqualTo("organisation-number-invalid");
            assertThat(code(kernel.accounts.open(STAFF, Optional.empty(), withOrganisationNumber("123456785"))))
                    .isEqualTo("done");
        }

        @Test
        void anAccountBeginsWithoutATierOfItsOwnUntilStaffAgreeOne() {
            AccountId account = kernel.openAccount("10042").id();
            assertThat(terms(account).agreement().tier()).isEmpty();

            kernel.accounts
                    .agree(
                            STAFF,
                            Optional.empty(),
                            new Agreement(account, LIGHTING, Optional.of("gold"), Set.of("electricians")))
                    .orElseThrow();

            assertThat(terms(account).agreement().tier()).contains("gold");
            assertThat(terms(account).agreement().groups()).containsExactly("electricians");
        }

        @Test
        void aTierThatTheVendorDoesNotHaveIsRefused() {
            AccountId account = kernel.openAccount("10042").id();

            assertThat(code(kernel.accounts.agree(
                            STAFF,
                            Optional.empty(),
                            new Agreement(account, LIGHTING, Optional.of("diamond"), Set.of()))))
                    .isEqualTo("tier-unknown");
            assertThat(code(kernel.accounts.agree(
                            STAFF,
                            Optional.empty(),
                            new Agreement(new AccountId("x"), LIGHTING, Optional.of("gold"), Set.of()))))
                    .isEqualTo("account-not-found");
            assertThat(code(kernel.accounts.agree(
                            Callers.buyer(account),
                            Optional.empty(),
                            new Agreement(account, LIGHTING, Optional.of("gold"), Set.of()))))
                    .isEqualTo("right-missing");
        }

        @Test
        @Tag("H03")
        void aPersonSignsInWithTheEMailAsUserName() {
            AccountId account = kernel.openAccount("10042").id();
            UserId user = create("Kari.Nordmann@Example.no", new Membership(Role.BUYER, Scope.of(account)));

            SignedIn signedIn = signIn("kari.nordmann@example.NO", PASSWORD).orElseThrow();
            Caller caller = resolve(signedIn.token()).orElseThrow();

            assertThat(signedIn.user()).isEqualTo(user);
            assertThat(signedIn.account()).contains(account);
            assertThat(caller.account()).contains(account);
            assertThat(caller.may(Function.ORDER_PLACE, Scope.of(account))).isTrue();
            assertThat(caller.may(Function.INVOICE_READ, Scope.of(account))).isFalse();
            assertThat(caller.may(Function.ORDER_PLACE, Scope.of(new AccountId("other"))))
                    .isFalse();
            assertThat(caller.language()).isEqualTo(Locale.forLanguageTag("nb"));
        }

        @Test
        @Tag("H13")
        void anEMailIsUsedOnceInTheWholePortal() {
            create("kari@example.no", new Membership(Role.BUYER, Scope.tenant()));

            assertThat(code(createUser("KARI@example.no"))).isEqualTo("email-taken");
        }

        @Test
        @Tag("D08")
        void whatStandsAfterAPlusMakesAnotherPerson() {
            UserId central = create("info@dentalclinic.example", new Membership(Role.OWNER, Scope.tenant()));
            UserId derived = create("info+dentist@dentalclinic.example", new Membership(Role.BUYER, Scope.tenant()));

            assertThat(derived).isNotEqualTo(central);
            assertThat(signIn("info+dentist@dentalclinic.example", PASSWORD)
                            .orElseThrow()
                            .user())
                    .isEqualTo(derived);
            assertThat(signIn("info@dentalclinic.example", PASSWORD)
                            .orElseThrow()
                            .user())
                    .isEqualTo(central);
            assertThat(kernel.transactions
                            .read(tx -> kernel.stores.accounts().user(tx, "info+dentist@dentalclinic.example"))
                            .orElseThrow()
                            .email())
                    .isEqualTo("info+dentist@dentalclinic.example");
        }

        @Test
        void aWrongPasswordAndAnUnknownEMailAreRefusedAlike() {
            create("kari@example.no", new Membership(Role.BUYER, Scope.tenant()));

            Outcome<SignedIn> wrong = signIn("kari@example.no", "another password");
            Outcome<SignedIn> unknown = signIn("ola@example.no", PASSWORD);

            assertThat(code(wrong)).isEqualTo("credentials-wrong");
            assertThat(unknown).isEqualTo(wrong);
        }

        @Test
        void onlyHashesAreStored() {
            create("kari@example.no", new Membership(Role.BUYER, Scope.tenant()));
            SignedIn signedIn = signIn("kari@example.no", PASSWORD).orElseThrow();

            String stored = kernel.transactions
                    .read(tx -> kernel.stores.accounts().user(tx, "kari@example.no"))
                    .orElseThrow()
                    .passwordHash();
            assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain(PASSWORD);
            Optional<AccountStore.SignedInRow> byToken = kernel.transactions.read(
                    tx -> kernel.stores.accounts().session(tx, signedIn.token(), kernel.clock.now()));
            assertThat(byToken).isEmpty();
        }

        @Test
        void aSessionEndsWhenItIsSignedOutAndAfterTwelveHours() {
            create("kari@example.no", new Membership(Role.BUYER, Scope.tenant()));
            String one = signIn("kari@example.no", PASSWORD).orElseThrow().token();
            String two = signIn("kari@example.no", PASSWORD).orElseThrow().token();

            Caller kari = resolve(one).orElseThrow();
            kernel.sessions.signOut(kari, one);
            kernel.sessions.signOut(kari, one);

            assertThat(code(resolve(one))).isEqualTo("token-invalid");
            kernel.clock.move(Duration.ofHours(12).minusSeconds(1));
            assertThat(code(resolve(two))).isEqualTo("done");
            kernel.clock.move(Duration.ofSeconds(1));
            assertThat(code(resolve(two))).isEqualTo("token-invalid");
            assertThat(code(resolve("nonsense"))).isEqualTo("token-invalid");
        }

        @Test
        void aTokenIsResolvedInOneStatement() {
            create("kari@example.no", new Membership(Role.BUYER, Scope.tenant()));
            String token = signIn("kari@example.no", PASSWORD).orElseThrow().token();
            // The first one also learns which vendors there once were.
            resolve(token).orElseThrow();
            database.sent().forget();

            resolve(token).orElseThrow();

            assertThat(database.sent().statements()).hasSize(1);
        }

        @Test
        void whoBelongsToSeveralAccountsActsForNoneYet() {
            create(
                    "kari@example.no",
                    new Membership(Role.BUYER, Scope.of(new AccountId("a"))),
                    new Membership(Role.OWNER, Scope.of(new AccountId("b"))));

            assertThat(signIn("kari@example.no", PASSWORD).orElseThrow().account())
                    .isEmpty();
        }

        @Test
        void guessingIsSlowedDownAndNobodyIsLockedOutForLong() {
            create("kari@example.no", new Membership(Role.BUYER, Scope.tenant()));
            for (int i = 0; i < SignInThrottle.FREE; i++) {
                assertThat(code(signIn("kari@example.no", "guess number " + i))).isEqualTo("credentials-wrong");
            }

            assertThat(code(signIn("KARI@example.no", PASSWORD))).isEqualTo("too-many-tries");
            kernel.clock.move(SignInThrottle.LONGEST);
            assertThat(code(signIn("kari@example.no", PASSWORD))).isEqualTo("done");
            assertThat(code(signIn("kari@example.no", "another guess"))).isEqualTo("credentials-wrong");
        }

        @Test
        void aRepeatUnderTheSameKeyCreatesNobodyNew() {
            Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("create-kari"));
            NewUser kari = user("kari@example.no", new Membership(Role.BUYER, Scope.tenant()));

            UserId first = kernel.accounts
                    .createUser(STAFF, key, kari, PASSWORD.toCharArray())
                    .orElseThrow();
            UserId again = kernel.accounts
                    .createUser(STAFF, key, kari, PASSWORD.toCharArray())
                    .orElseThrow();

            assertThat(again).isEqualTo(first);
        }

        @Test
        void shortPasswordsAndOddEMailsAreRefused() {
            NewUser kari = user("kari@example.no", new Membership(Role.BUYER, Scope.tenant()));
            assertThat(code(kernel.accounts.createUser(STAFF, Optional.empty(), kari, "1234567".toCharArray())))
                    .isEqualTo("password-too-short");
            assertThat(code(createUser("kari"))).isEqualTo("user-invalid");
            assertThat(code(createUser("kari nordmann@example.no"))).isEqualTo("user-invalid");
        }

        @Test
        void whoLooksAfterAccountsMakesNoStaff() {
            Caller support = Callers.with(new Grant(Function.ACCOUNT_MANAGE, Scope.tenant()));
            NewUser chief = user("sjef@example.no", new Membership(Role.ADMINISTRATOR, Scope.tenant()));

            assertThat(code(kernel.accounts.createUser(support, Optional.empty(), chief, PASSWORD.toCharArray())))
                    .isEqualTo("right-missing");
        }

        @Test
        void onlyWhoManagesAccountsMayOpenThem() {
            assertThat(code(kernel.accounts.open(Callers.stranger(), Optional.empty(), Customers.account("1"))))
                    .isEqualTo("token-missing");
            assertThat(code(kernel.accounts.current(Callers.stranger()))).isEqualTo("token-missing");
            assertThat(code(kernel.accounts.current(STAFF))).isEqualTo("account-not-found");
        }

        private AccountTerms terms(AccountId account) {
            return kernel.transactions
                    .read(tx -> kernel.stores.accounts().terms(tx, account, LIGHTING))
                    .orElseThrow();
        }

        private static Account withOrganisationNumber(String number) {
            Account sample = Customers.account("1");
            return new Account(
                    sample.id(),
                    sample.customerNumber(),
                    sample.name(),
                    Optional.of(number),
                    sample.country(),
                    sample.language(),
                    sample.billing(),
                    sample.deliveries().stream().map(DeliveryAddress::address).toList(),
                    sample.invoiceEmail(),
                    sample.phone());
        }

        private UserId create(String email, Membership... memberships) {
            return kernel.accounts
                    .createUser(STAFF, Optional.empty(), user(email, memberships), PASSWORD.toCharArray())
                    .orElseThrow();
        }

        private Outcome<UserId> createUser(String email) {
            return kernel.accounts.createUser(
                    STAFF,
                    Optional.empty(),
                    user(email, new Membership(Role.BUYER, Scope.tenant())),
                    PASSWORD.toCharArray());
        }

        private static NewUser user(String email, Membership... memberships) {
            return new NewUser(email, "Kari Nordmann", "nb", Set.copyOf(List.of(memberships)));
        }

        private Outcome<SignedIn> signIn(String email, String password) {
            return kernel.sessions.signIn(
                    Callers.stranger(), email, password.toCharArray(), Optional.empty(), "127.0.0.1");
        }

        private Outcome<Caller> resolve(String token) {
            return kernel.sessions.resolve(token, Caller.Channel.API, "test", Optional.empty());
        }
    }
}

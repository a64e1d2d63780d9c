package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Argument;
import org.torg.api.account.AccountId;
import org.torg.api.account.ApiTokens.ApiToken;
import org.torg.api.account.ApiTokens.Created;
import org.torg.api.account.ApiTokens.NewToken;
import org.torg.api.account.ApiTokens.Reason;
import org.torg.api.account.ApiTokens.Revocation;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.notification.Mailer.Letter;

/** What ends a person's API tokens, what does not, and that the person is told. */
class TokenEndTest {

    private static final String KARI = "kari@kunde.example";
    private static final String OTHER = "en helt annen setning";

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
        @Tag("H06")
        void aForgottenPasswordEndsAllTokensAndSaysSo() {
            AccountId account = open("1");
            UserId kari = user(KARI, "Kari Nordmann", new Membership(Role.BUYER, Scope.of(account)));
            UserId ola = user("ola@kunde.example", "Ola", new Membership(Role.BUYER, Scope.of(account)));
            Created till = create(kari, Optional.of(account));
            Created olas = create(ola, Optional.of(account));

            kernel.passwords.forgotten(Callers.stranger(), KARI, "192.0.2.1").orElseThrow();
            work();
            kernel.passwords
                    .reset(Callers.stranger(), letters.secret(KARI), OTHER.toCharArray())
                    .orElseThrow();

            assertThat(code(resolve(till.secret()))).isEqualTo("token-invalid");
            assertThat(only(kari).revocation()).contains(new Revocation(Reason.PASSWORD_FORGOTTEN, kernel.clock.now()));
            assertThat(code(resolve(olas.secret()))).isEqualTo("done");
            assertThat(told(KARI, "password-changed")).containsExactly(Argument.number(1), Argument.text(""));
        }

        @Test
        @Tag("H08")
        void aChangedPasswordLeavesTokensAndTheMailSaysHowManyGoOn() {
            AccountId account = open("1");
            UserId kari = user(KARI, "Kari Nordmann", new Membership(Role.BUYER, Scope.of(account)));
            Created till = create(kari, Optional.of(account));
            create(kari, Optional.of(account));

            change(false);

            assertThat(code(resolve(till.secret()))).isEqualTo("done");
            assertThat(told(KARI, "password-changed")).containsExactly(Argument.text(""), Argument.number(2));
        }

        @Test
        @Tag("H08")
        void withAChangedPasswordAllTokensEndForWhoWantsIt() {
            AccountId account = open("1");
            UserId kari = user(KARI, "Kari Nordmann", new Membership(Role.BUYER, Scope.of(account)));
            Created till = create(kari, Optional.of(account));

            change(true);

            assertThat(code(resolve(till.secret()))).isEqualTo("token-invalid");
            assertThat(only(kari).revocation().map(Revocation::reason)).contains(Reason.PASSWORD_CHANGED);
            assertThat(told(KARI, "password-changed")).containsExactly(Argument.number(1), Argument.text(""));
        }

        @Test
        @Tag("D05")
        void aNewEMailLeavesTokensAndTheOldAddressIsToldHowManyGoOn() {
            AccountId account = open("1");
            UserId kari = user(KARI, "Kari Nordmann", new Membership(Role.BUYER, Scope.of(account)));
            Created till = create(kari, Optional.of(account));
            boolean begun = kernel.transactions.write(tx -> kernel.emailChange.begin(tx, kari, "ny@kunde.example"));
            assertThat(begun).isTrue();

            kernel.people
                    .confirmEmail(Callers.stranger(), letters.secret("ny@kunde.example"))
                    .orElseThrow();

            assertThat(code(resolve(till.secret()))).isEqualTo("done");
            assertThat(told(KARI, "new-email-notice")).containsExactly(Argument.text(""), Argument.number(1));
        }

        @Test
        void aSecondFactorThatStaffTakeAwayEndsAllTokensAndSaysSo() {
            UserId otto =
                    user("otto@lysverk.example", "Otto Lys", new Membership(Role.STAFF_ORDERS, Scope.of(LIGHTING)));
            Created program = create(otto, Optional.empty());
            Caller administrator = Callers.with(new Grant(Function.USER_MANAGE, Scope.tenant()));

            kernel.secondFactors.reset(administrator, otto).orElseThrow();

            assertThat(code(resolve(program.secret()))).isEqualTo("token-invalid");
            assertThat(only(otto).revocation().map(Revocation::reason)).contains(Reason.SECOND_FACTOR_RESET);
            assertThat(told("otto@lysverk.example", "second-factor-changed"))
                    .containsExactly(Argument.number(1), Argument.text(""));
        }

        @Test
        @Tag("H14")
        void whoseAccessIsWithdrawnHasNoTokenAnyMoreAlsoWhenItIsGivenBack() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            UserId kari = user(KARI, "Kari Nordmann", new Membership(Role.BUYER, Scope.of(account)));
            Created till = create(kari, Optional.of(account));

            setActive(eva, account, kari, false);
            setActive(eva, account, kari, true);

            assertThat(code(resolve(till.secret()))).isEqualTo("token-invalid");
            assertThat(only(kari).revocation().map(Revocation::reason)).contains(Reason.ACCESS_WITHDRAWN);
            Letter letter = letters.last(KARI);
            assertThat(letter.template()).isEqualTo("access-withdrawn");
            assertThat(letter.account()).contains(account);
            assertThat(letter.arguments().get(1)).isEqualTo(Argument.text("Kunde AS"));
            assertThat(letter.arguments().get(2)).isEqualTo(Argument.number(1));
        }

        @Test
        @Tag("H14")
        void whoBelongsElsewhereTooKeepsTheTokensOfThere() {
            AccountId here = open("1");
            AccountId there = open("2");
            UserId eva = owner(here, "eva@kunde.example");
            UserId kari = user(
                    KARI,
                    "Kari Nordmann",
                    new Membership(Role.BUYER, Scope.of(here)),
                    new Membership(Role.BUYER, Scope.of(there)));
            Created mine = create(kari, Optional.of(here));
            Created other = create(kari, Optional.of(there));

            setActive(eva, here, kari, false);

            assertThat(code(resolve(mine.secret()))).isEqualTo("token-invalid");
            assertThat(code(resolve(other.secret()))).isEqualTo("done");
        }

        @Test
        void nobodyIsWrittenToWhoHadNoToken() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            UserId kari = user(KARI, "Kari Nordmann", new Membership(Role.BUYER, Scope.of(account)));

            setActive(eva, account, kari, false);

            assertThat(letters.to(KARI)).isEmpty();
        }

        private void setActive(UserId by, AccountId account, UserId whom, boolean active) {
            assertThat(kernel.people
                            .setActive(in(account, by), Optional.empty(), team(account), whom, Optional.empty(), active)
                            .orElseThrow()
                            .active())
                    .isEqualTo(active);
        }

        private void change(boolean withdrawTokens) {
            String session = signIn(KARI, PASSWORD).orElseThrow().token();
            kernel.passwords
                    .change(
                            resolve(session).orElseThrow(),
                            session,
                            PASSWORD.toCharArray(),
                            OTHER.toCharArray(),
                            withdrawTokens)
                    .orElseThrow();
        }

        private Created create(UserId user, Optional<AccountId> account) {
            return kernel.apiTokens
                    .create(
                            caller(user, account),
                            new NewToken("The till", Set.of(Function.ORDER_READ), account, Optional.empty()))
                    .orElseThrow();
        }

        private ApiToken only(UserId user) {
            List<ApiToken> tokens =
                    kernel.apiTokens.list(caller(user, Optional.empty())).orElseThrow();
            assertThat(tokens).hasSize(1);
            return tokens.get(0);
        }

        /** How many tokens have ended and how many go on, of the newest mail. */
        private List<Argument> told(String address, String template) {
            Letter letter = letters.last(address);
            assertThat(letter.template()).isEqualTo(template);
            return letter.arguments().subList(2, 4);
        }
    }
}

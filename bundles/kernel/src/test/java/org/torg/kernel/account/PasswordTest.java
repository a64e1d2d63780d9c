package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Outcomes.code;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Profile;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.notification.Mailer.Letter;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

class PasswordTest {

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

        private static final String OTHER = "en helt annen setning";

        @Test
        @Tag("H06")
        void whoHasForgottenThePasswordSetsANewOneByALink() {
            UserId kari = kari();
            String session =
                    signIn("kari@kunde.example", PASSWORD).orElseThrow().token();
            ask("KARI@kunde.example").orElseThrow();
            work();
            String secret = letters.secret("kari@kunde.example");

            assertThat(letters.last("kari@kunde.example").link().orElseThrow().page())
                    .isEqualTo("reset");
            assertThat(reset(secret, OTHER).orElseThrow()).isTrue();

            assertThat(code(resolve(session))).isEqualTo("token-invalid");
            assertThat(code(signIn("kari@kunde.example", PASSWORD))).isEqualTo("credentials-wrong");
            assertThat(signIn("kari@kunde.example", OTHER).orElseThrow().user()).isEqualTo(kari);
            assertThat(letters.last("kari@kunde.example").template()).isEqualTo("password-changed");
            assertThat(code(reset(secret, PASSWORD))).isEqualTo("secret-invalid");
        }

        @Test
        @Tag("H07")
        void forgettingDoesTheSameForEveryEMail() {
            kari();
            database.sent().forget();
            Outcome<Boolean> known = ask("kari@kunde.example");
            List<String> forKnown = database.sent().statements();
            database.sent().forget();
            Outcome<Boolean> unknown = ask("ukjent@kunde.example");
            List<String> forUnknown = database.sent().statements();

            assertThat(unknown).isEqualTo(known);
            assertThat(forUnknown).isEqualTo(forKnown).isNotEmpty();
            assertThat(letters.waiting()).isEmpty();
            work();
            assertThat(letters.waiting()).hasSize(1);
            assertThat(ask("this is no e-mail")).isEqualTo(known);
        }

        @Test
        void whoHasNoAccessAnyMoreGetsNoLink() {
            UserId kari = kari();
            kernel.transactions.change(tx -> OpenTransaction.of(tx)
                    .update(Sql.of("UPDATE person SET active = FALSE WHERE id = ?", kari.value())));
            ask("kari@kunde.example").orElseThrow();
            work();

            assertThat(letters.waiting()).isEmpty();
        }

        @Test
        void aLinkWorksForAnHourAndTheLatestAlone() {
            kari();
            ask("kari@kunde.example").orElseThrow();
            work();
            String first = letters.secret("kari@kunde.example");
            kernel.clock.move(Duration.ofMinutes(1));
            ask("kari@kunde.example").orElseThrow();
            work();
            String second = letters.secret("kari@kunde.example");

            assertThat(code(reset(first, OTHER))).isEqualTo("secret-invalid");
            kernel.clock.move(Duration.ofHours(1));
            assertThat(code(reset(second, OTHER))).isEqualTo("secret-invalid");
        }

        @Test
        void aLinkIsUsedUpOnlyWithAPasswordThatIsAcceptable() {
            kari();
            ask("kari@kunde.example").orElseThrow();
            work();
            String secret = letters.secret("kari@kunde.example");

            assertThat(code(reset(secret, "kort"))).isEqualTo("password-too-short");
            assertThat(code(reset(secret, "x".repeat(1001)))).isEqualTo("password-too-long");
            assertThat(code(reset(secret, "Salasana123"))).isEqualTo("password-leaked");
            assertThat(code(reset(secret, "kari@kunde.example"))).isEqualTo("password-personal");
            assertThat(code(reset(secret, OTHER))).isEqualTo("done");
        }

        @Test
        void ofTwoWhoUseTheSameLinkOneSetsThePassword() {
            kari();
            ask("kari@kunde.example").orElseThrow();
            work();
            String secret = letters.secret("kari@kunde.example");

            List<String> codes = Parallel.run(2, i -> code(reset(secret, OTHER + i)));

            assertThat(codes).containsExactlyInAnyOrder("done", "secret-invalid");
        }

        @Test
        void manyAddressesOfOneNetworkCountAsOne() {
            for (int i = 0; i < 25; i++) {
                kernel.passwords.forgotten(Callers.stranger(), "person" + i + "@kunde.example", "2001:db8::" + i);
            }

            assertThat(code(kernel.passwords.forgotten(Callers.stranger(), "person99@kunde.example", "2001:db8::ffff")))
                    .isEqualTo("too-many-tries");
        }

        @Test
        void askingAgainAndAgainIsSlowedDownPerEMailAndPerAddress() {
            for (int i = 0; i < 3; i++) {
                assertThat(code(ask("ukjent@kunde.example"))).isEqualTo("done");
            }
            assertThat(code(ask("UKJENT@kunde.example"))).isEqualTo("too-many-tries");
            kernel.clock.move(Duration.ofMinutes(15));
            assertThat(code(ask("ukjent@kunde.example"))).isEqualTo("done");

            for (int i = 0; i < 25; i++) {
                kernel.passwords.forgotten(Callers.stranger(), "person" + i + "@kunde.example", "192.0.2.7");
            }
            assertThat(code(kernel.passwords.forgotten(Callers.stranger(), "person99@kunde.example", "192.0.2.7")))
                    .isEqualTo("too-many-tries");
            assertThat(code(kernel.passwords.forgotten(Callers.stranger(), "person99@kunde.example", "192.0.2.8")))
                    .isEqualTo("done");
        }

        @Test
        @Tag("H08")
        @Tag("L06")
        void thePasswordIsChangedByThePresentOneAndOtherSessionsEnd() {
            kari();
            String here = signIn("kari@kunde.example", PASSWORD).orElseThrow().token();
            String there = signIn("kari@kunde.example", PASSWORD).orElseThrow().token();
            ask("kari@kunde.example").orElseThrow();
            work();
            String link = letters.secret("kari@kunde.example");
            Caller kari = resolve(here).orElseThrow();

            assertThat(code(change(kari, here, OTHER, OTHER))).isEqualTo("credentials-wrong");
            assertThat(code(change(kari, here, PASSWORD, "kort"))).isEqualTo("password-too-short");
            assertThat(code(change(kari, here, PASSWORD, OTHER))).isEqualTo("done");

            assertThat(code(resolve(here))).isEqualTo("done");
            assertThat(code(resolve(there))).isEqualTo("token-invalid");
            assertThat(code(reset(link, PASSWORD))).isEqualTo("secret-invalid");
            assertThat(code(signIn("kari@kunde.example", OTHER))).isEqualTo("done");
            assertThat(letters.last("kari@kunde.example").template()).isEqualTo("password-changed");
        }

        @Test
        void onlyThePersonChangesThePassword() {
            UserId kari = kari();
            Caller program = new Caller(
                    new Caller.Subject.Token(kari, "t"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Caller.Channel.API,
                    "test",
                    Locale.ENGLISH);

            assertThat(code(change(program, "x", PASSWORD, OTHER))).isEqualTo("person-required");
            assertThat(code(change(Callers.stranger(), "x", PASSWORD, OTHER))).isEqualTo("token-missing");
        }

        @Test
        @Tag("D05")
        void aNewEMailCountsOnceItIsConfirmedAndTheOldOneIsTold() {
            UserId kari = kari();
            begin(kari, "Ny+adresse@kunde.example");

            Letter letter = letters.last("Ny+adresse@kunde.example");
            assertThat(letter.template()).isEqualTo("new-email");
            assertThat(letter.link().orElseThrow().page()).isEqualTo("email");
            assertThat(letters.last("kari@kunde.example").template()).isEqualTo("new-email-notice");
            assertThat(code(signIn("Ny+adresse@kunde.example", PASSWORD))).isEqualTo("credentials-wrong");

            String secret = letters.secret("Ny+adresse@kunde.example");
            assertThat(kernel.people.confirmEmail(Callers.stranger(), secret).orElseThrow())
                    .isEqualTo(kari);

            assertThat(signIn("ny+adresse@kunde.example", PASSWORD)
                            .orElseThrow()
                            .user())
                    .isEqualTo(kari);
            assertThat(code(signIn("kari@kunde.example", PASSWORD))).isEqualTo("credentials-wrong");
            assertThat(code(kernel.people.confirmEmail(Callers.stranger(), secret)))
                    .isEqualTo("secret-invalid");
        }

        @Test
        @Tag("D05")
        void anEMailThatSomebodyHasIsRefusedWhenItIsConfirmed() {
            UserId kari = kari();
            user("ola@kunde.example", "Ola", new Membership(Role.BUYER, Scope.tenant()));
            begin(kari, "OLA@kunde.example");
            String secret = letters.secret("OLA@kunde.example");

            assertThat(code(kernel.people.confirmEmail(Callers.stranger(), secret)))
                    .isEqualTo("email-taken");
            assertThat(code(signIn("kari@kunde.example", PASSWORD))).isEqualTo("done");
        }

        @Test
        void aChangedPasswordEndsAnAwaitedEMail() {
            UserId kari = kari();
            begin(kari, "ny@kunde.example");
            String secret = letters.secret("ny@kunde.example");
            String token = signIn("kari@kunde.example", PASSWORD).orElseThrow().token();
            change(resolve(token).orElseThrow(), token, PASSWORD, OTHER).orElseThrow();

            assertThat(code(kernel.people.confirmEmail(Callers.stranger(), secret)))
                    .isEqualTo("secret-invalid");
        }

        @Test
        @Tag("H17")
        void aPersonEditsNamePhoneAndLanguageButNotTheEMail() {
            Caller kari = caller(kari(), Optional.empty());
            Profile before = kernel.people.profile(kari).orElseThrow();
            Profile asked =
                    new Profile("x@y.example", "Kari N.", Optional.of("070-123 45 67"), Locale.forLanguageTag("sv"), 0);

            assertThat(code(kernel.people.editProfile(kari, Optional.empty(), Optional.of(1L), asked)))
                    .isEqualTo("user-invalid");
            Profile swedish = new Profile(
                    "x@y.example", "Kari N.", Optional.of("+46 70-123 45 67"), Locale.forLanguageTag("sv"), 0);
            Profile after = kernel.people
                    .editProfile(kari, Optional.empty(), Optional.of(before.version()), swedish)
                    .orElseThrow();

            assertThat(after.email()).isEqualTo("kari@kunde.example");
            assertThat(after.phone()).contains("+46701234567");
            assertThat(kernel.people.profile(kari).orElseThrow()).isEqualTo(after);
            assertThat(code(kernel.people.editProfile(kari, Optional.empty(), Optional.of(before.version()), swedish)))
                    .isEqualTo("version-changed");
            assertThat(code(kernel.people.profile(Callers.stranger()))).isEqualTo("token-missing");
        }

        private UserId kari() {
            return user("kari@kunde.example", "Kari Nordmann", new Membership(Role.BUYER, Scope.of(open("1"))));
        }

        private void begin(UserId user, String email) {
            assertThat(kernel.transactions.<Boolean>write(tx -> kernel.emailChange.begin(tx, user, email)))
                    .isTrue();
        }

        private Outcome<Boolean> ask(String email) {
            return kernel.passwords.forgotten(Callers.stranger(), email, "192.0.2.1");
        }

        private Outcome<Boolean> reset(String secret, String password) {
            return kernel.passwords.reset(Callers.stranger(), secret, password.toCharArray());
        }

        private Outcome<Boolean> change(Caller caller, String token, String current, String password) {
            return kernel.passwords.change(caller, token, current.toCharArray(), password.toCharArray());
        }
    }
}

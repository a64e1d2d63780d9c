package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.api.Outcome;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.NewUser;
import org.torg.api.account.Address;
import org.torg.api.account.Caller;
import org.torg.api.account.Membership;
import org.torg.api.account.Registrations.Registration;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportRequest.Kind;
import org.torg.api.catalog.ImportRequest.OnError;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.Turns;

/** Each way in which a person gets a password, held against the same bad ones. */
@Tag("H04")
class PasswordWaysTest {

    private static final String NAME = "Kari Nordmann";
    private static final String KARI = "kari.post@bjork-elektro.example";

    /** What is refused, and as what. */
    private static final Map<String, String> BAD = Map.of(
            "kort",
            "password-too-short",
            "PASSWORD123!",
            "password-leaked",
            "Adgangskode1",
            "password-leaked",
            "P@ssw0rd",
            "password-leaked",
            "NORDMANN1975",
            "password-personal",
            "karinordmann",
            "password-personal",
            "Kari.Post",
            "password-personal",
            "Elektro2026!",
            "password-personal",
            "KARI.post@bjork-elektro.example",
            "password-personal",
            "x1".repeat(501),
            "password-too-long");

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

        @TempDir
        private Path data;

        Contract(Database database) {
            super(database);
        }

        private void holds(Function<String, Outcome<?>> way) {
            BAD.forEach((password, refusal) ->
                    assertThat(code(way.apply(password))).as(password).isEqualTo(refusal));
            assertThat(code(way.apply(PASSWORD))).isEqualTo("done");
        }

        @Test
        void anInvitationIsAccepted() {
            AccountId account = open("1");
            UserId eva = owner(account, "eva@kunde.example");
            kernel.people
                    .invite(in(account, eva), Optional.empty(), team(account), person(KARI, NAME, whole(Role.BUYER)))
                    .orElseThrow();
            String secret = letters.secret(KARI);

            holds(password -> accept(secret, password));
        }

        @Test
        void anImportedPersonIsInvitedAndAccepts() {
            String file = "customer_number;name;billing_line1;billing_postcode;billing_city;invoice_emails;"
                    + "person_email;person_name;role\n"
                    + "K-1;Bjørk AS;Storgata 1;0155;Oslo;faktura@bjork.example;" + KARI + ";" + NAME + ";owner\n";
            kernel.imports
                    .start(
                            STAFF,
                            Optional.empty(),
                            new ImportRequest(Kind.ACCOUNTS, LIGHTING, false, OnError.ABORT, true),
                            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
                    .orElseThrow();
            assertThat(new Turns(kernel, kernel.accountImport).turn()).isTrue();
            String secret = letters.secret(KARI);

            holds(password -> accept(secret, password));
        }

        @Test
        void aForgottenPasswordIsSetAnew() {
            kari();
            kernel.passwords.forgotten(Callers.stranger(), KARI, "192.0.2.1").orElseThrow();
            work();
            String secret = letters.secret(KARI);

            holds(password -> kernel.passwords.reset(Callers.stranger(), secret, password.toCharArray()));
        }

        @Test
        @Tag("L06")
        void thePasswordIsChanged() {
            kari();
            String token = signIn(KARI, PASSWORD).orElseThrow().token();
            Caller kari = resolve(token).orElseThrow();

            holds(password -> kernel.passwords.change(kari, token, PASSWORD.toCharArray(), password.toCharArray()));
        }

        @Test
        void aRegistrationIsConfirmed() {
            Address office =
                    new Address("Bjørk AS", Optional.empty(), "Storgata 1", Optional.empty(), "0155", "Oslo", "NO");
            kernel.reception
                    .registrations
                    .register(
                            Callers.stranger(),
                            new Registration(
                                    Optional.empty(),
                                    "Bjørk AS",
                                    Optional.of("974760673"),
                                    office,
                                    KARI,
                                    NAME,
                                    Optional.empty(),
                                    "nb"),
                            "192.0.2.1")
                    .orElseThrow();
            Turns jobs = new Turns(kernel, kernel.reception.jobs.toArray(JobHandler[]::new));
            while (jobs.turn()) {}
            String secret = letters.secret(KARI);

            holds(password ->
                    kernel.reception.registrations.confirm(Callers.stranger(), secret, password.toCharArray()));
        }

        @Test
        void theFirstAdministratorComes() throws IOException {
            OneTimeSecrets secrets = new OneTimeSecrets(kernel.stores.secrets(), kernel.clock);
            FirstAdministratorLink link = new FirstAdministratorLink(
                    kernel.transactions, kernel.stores.identity(), secrets, data, "https://shop.example");
            FirstAdministratorService first = new FirstAdministratorService(
                    kernel.transactions,
                    kernel.stores.identity(),
                    kernel.stores.accounts(),
                    secrets,
                    new PasswordHashes(),
                    new PasswordRules(kernel.policies),
                    link,
                    kernel.commands,
                    kernel.ids,
                    kernel.clock,
                    new SecretTries(new StrangerBudget(new SignInThrottle(), kernel.clock), kernel.clock));
            link.write();
            String written =
                    Files.readString(data.resolve(FirstAdministratorLink.FILE)).strip();
            String secret = written.substring(written.indexOf('#') + 1);

            holds(password -> first.claim(Callers.stranger(), secret, KARI, NAME, password.toCharArray()));
        }

        @Test
        void aProgramThatSetsUpATenantMakesAPerson() {
            NewUser user = new NewUser(KARI, NAME, "nb", Set.of(new Membership(Role.BUYER, Scope.of(open("1")))));

            holds(password -> kernel.accounts.createUser(STAFF, Optional.empty(), user, password.toCharArray()));
        }

        private void kari() {
            user(KARI, NAME, new Membership(Role.BUYER, Scope.of(open("1"))));
        }
    }
}

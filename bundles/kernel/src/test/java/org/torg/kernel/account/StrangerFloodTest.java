package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Outcomes.code;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Outcome;
import org.torg.api.account.Address;
import org.torg.api.account.Membership;
import org.torg.api.account.Registrations.Registration;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.kernel.account.StrangerBudget.Kind;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;

/** Floods by strangers from however many networks: bounded in all, telling nothing, and keeping no customer out. */
class StrangerFloodTest {

    private static final String KARI = "kari@kunde.example";
    private static final String NOBODY = "ukjent@kunde.example";
    private static final String HOME = "192.0.2.1";
    private static final String WRONG = "A".repeat(43);

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
        @Tag("D06")
        @Tag("H07")
        void forgottenPasswordsAreBoundedInAllAndTheRefusalIsTheSameForKnownAndUnknown() {
            kari();
            flood();

            database.sent().forget();
            Outcome<Boolean> known = forgotten(KARI, "203.0.113.1");
            Outcome<Boolean> unknown = forgotten(NOBODY, "203.0.113.2");

            assertThat(code(known)).isEqualTo("too-many-tries");
            assertThat(unknown).isEqualTo(known);
            assertThat(database.sent().statements()).isEmpty();
        }

        @Test
        void whoWaitsForOthersIsNextWithinASecondAndHasLostNoTry() {
            kari();
            flood();
            for (int i = 0; i < 30; i++) {
                assertThat(code(forgotten(KARI, "203.0.113.1"))).isEqualTo("too-many-tries");
            }

            kernel.clock.move(Duration.ofSeconds(1));

            assertThat(code(forgotten(KARI, "203.0.113.1"))).isEqualTo("done");
        }

        @Test
        void aFloodFromElsewhereKeepsNobodyOutWhereSomebodyHasSignedInBefore() {
            kari();
            signIn(KARI, PASSWORD).orElseThrow();
            flood();

            assertThat(code(forgotten(KARI, HOME))).isEqualTo("done");
        }

        @Test
        void registrationsAreBoundedInAllAndTheRefusalIsTheSameForKnownAndUnknown() {
            kari();
            for (int i = 0; i < Kind.FORM.most(); i++) {
                assertThat(code(register("person" + i + "@lampe.example", network(i))))
                        .isEqualTo("done");
            }

            Outcome<Boolean> known = register(KARI, "203.0.113.1");
            Outcome<Boolean> unknown = register(NOBODY, "203.0.113.2");

            assertThat(code(known)).isEqualTo("too-many-tries");
            assertThat(unknown).isEqualTo(known);
            kernel.clock.move(Duration.ofSeconds(2));
            assertThat(code(register(KARI, "203.0.113.1"))).isEqualTo("done");
        }

        @Test
        void whoTriesSecretsIsSlowedDownOnEachRouteBeforeAnythingIsLookedUp() {
            FirstAdministratorService first = first();
            List<Function<String, Outcome<?>>> routes = List.of(
                    from -> kernel.people.accept(Callers.stranger(), WRONG, PASSWORD.toCharArray(), from),
                    from -> kernel.people.confirmEmail(Callers.stranger(), WRONG, from),
                    from -> kernel.passwords.reset(Callers.stranger(), WRONG, PASSWORD.toCharArray(), from),
                    from -> kernel.reception.registrations.confirm(
                            Callers.stranger(), WRONG, PASSWORD.toCharArray(), from),
                    from -> first.claim(
                            Callers.stranger(), WRONG, "eva@x.example", "Eva", PASSWORD.toCharArray(), from));
            for (int route = 0; route < routes.size(); route++) {
                String from = network(route);
                for (int i = 0; i < SecretTries.FREE; i++) {
                    assertThat(code(routes.get(route).apply(from))).isEqualTo("secret-invalid");
                }
                database.sent().forget();

                assertThat(code(routes.get(route).apply(from)))
                        .as("route " + route)
                        .isEqualTo("too-many-tries");
                assertThat(database.sent().statements()).isEmpty();
                assertThat(code(routes.get(route).apply("203.0.113." + route))).isEqualTo("secret-invalid");
            }
        }

        @Test
        void whoHasAGoodLinkComesInWhateverOthersTry() {
            kari();
            forgotten(KARI, HOME).orElseThrow();
            work();
            String secret = letters.secret(KARI);
            int networks = 100;
            int tries = Kind.SECRET.most() / networks + SecretTries.UNNOTICED + 1;
            for (int i = 0; i < tries * networks; i++) {
                kernel.people.confirmEmail(Callers.stranger(), WRONG, network(i % networks));
            }

            assertThat(code(kernel.people.confirmEmail(Callers.stranger(), WRONG, network(0))))
                    .isEqualTo("too-many-tries");
            assertThat(code(kernel.passwords.reset(
                            Callers.stranger(), secret, "en helt annen setning".toCharArray(), "203.0.113.1")))
                    .isEqualTo("done");
        }

        private void kari() {
            user(KARI, "Kari Nordmann", new Membership(Role.BUYER, Scope.of(open("1"))));
        }

        /** Uses up what there is for all, from one network for each. */
        private void flood() {
            for (int i = 0; i < Kind.FORGOTTEN.most(); i++) {
                assertThat(code(forgotten("person" + i + "@else.example", network(i))))
                        .isEqualTo("done");
            }
        }

        private static String network(int i) {
            return "10.0." + i / 256 + "." + i % 256;
        }

        private Outcome<Boolean> forgotten(String email, String address) {
            return kernel.passwords.forgotten(Callers.stranger(), email, address);
        }

        private Outcome<Boolean> register(String email, String address) {
            Address office = new Address(
                    "Lys & Lampe AS", Optional.empty(), "Storgata 1", Optional.empty(), "0155", "Oslo", "NO");
            return kernel.reception.registrations.register(
                    Callers.stranger(),
                    new Registration(
                            Optional.empty(),
                            "Lys & Lampe AS",
                            Optional.of("974760673"),
                            office,
                            email,
                            "Kari Nordmann",
                            Optional.empty(),
                            "nb"),
                    address);
        }

        private FirstAdministratorService first() {
            OneTimeSecrets secrets = new OneTimeSecrets(kernel.stores.secrets(), kernel.clock);
            return new FirstAdministratorService(
                    kernel.transactions,
                    kernel.stores.identity(),
                    kernel.stores.accounts(),
                    secrets,
                    new PasswordHashes(),
                    new PasswordRules(kernel.policies),
                    new FirstAdministratorLink(
                            kernel.transactions, kernel.stores.identity(), secrets, Path.of("."), "https://x.example"),
                    kernel.commands,
                    kernel.ids,
                    kernel.clock,
                    new SecretTries(new StrangerBudget(new SignInThrottle(), kernel.clock), kernel.clock));
        }
    }
}

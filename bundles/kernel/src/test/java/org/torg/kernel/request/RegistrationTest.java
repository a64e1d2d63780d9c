package org.torg.kernel.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Address;
import org.torg.api.account.Caller;
import org.torg.api.account.CustomerRequests.State;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Registrations;
import org.torg.api.account.Registrations.Registration;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail;
import org.torg.api.store.AccountStore.AccountTerms;
import org.torg.api.store.RequestStore.Filter;
import org.torg.api.store.RequestStore.RegistrationRow;
import org.torg.api.store.RequestStore.RequestRow;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.AccountPolicy.Addresses;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.account.OneTimeSecrets.Purpose;
import org.torg.kernel.account.StrangerBudget.Kind;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.KernelContract;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.fixture.SetClock;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.Turns;
import org.torg.kernel.notification.Letters;
import org.torg.kernel.notification.Mailer.Letter;
import org.torg.kernel.pricing.TestVendor;

class RegistrationTest {

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

        private static final String NUMBER = "974760673";
        private static final String PASSWORD = "en lang og god setning";
        private static final Address OFFICE =
                new Address("Lys & Lampe AS", Optional.empty(), "Storgata 1", Optional.empty(), "0155", "Oslo", "NO");

        private final Turns jobs;
        private int addresses;

        Contract(Database database) {
            super(database);
            jobs = jobs(kernel);
        }

        private static Turns jobs(Kernel kernel) {
            return new Turns(kernel, kernel.reception.jobs.toArray(JobHandler[]::new));
        }

        private void work() {
            while (jobs.turn()) {
                // Until nothing is left to do.
            }
        }

        private static Registration form(String company, Optional<String> number, String email) {
            return new Registration(
                    Optional.empty(),
                    company,
                    number,
                    OFFICE,
                    email,
                    "Kari Nordmann",
                    Optional.of("+47 22 00 00 00"),
                    "nb");
        }

        private static Registration form(String email) {
            return form("Lys & Lampe AS", Optional.of(NUMBER), email);
        }

        private Outcome<Boolean> register(Registration form) {
            return kernel.reception.registrations.register(Callers.stranger(), form, "192.0.2." + addresses++);
        }

        private Outcome<UserId> confirm(String secret) {
            return kernel.reception.registrations.confirm(Callers.stranger(), secret, PASSWORD.toCharArray());
        }

        /** Registers and answers the secret of the mail. */
        private String secret(Registration form) {
            register(form).orElseThrow();
            work();
            return new Letters(kernel).secret(form.email());
        }

        private Caller signIn(String email) {
            String token = kernel.sessions
                    .signIn(Callers.stranger(), email, PASSWORD.toCharArray(), Optional.empty(), "192.0.2.1")
                    .orElseThrow()
                    .token();
            return kernel.sessions
                    .resolve(token, Caller.Channel.API, "test", Optional.empty())
                    .orElseThrow();
        }

        private List<RequestRow> requests() {
            Filter all = new Filter(
                    Optional.empty(), Optional.empty(), Optional.empty(), List.of(), true, Optional.of(State.OPEN));
            return kernel.transactions.read(tx -> kernel.stores.requests().find(tx, all, Optional.empty(), 100));
        }

        @Test
        @Tag("H02")
        void whoHasRegisteredGetsAMailWithALinkAndConfirms() {
            register(form("kari@lampe.example")).orElseThrow();
            work();
            Letter letter = new Letters(kernel).last("kari@lampe.example");

            assertThat(letter.template()).isEqualTo("registration");
            assertThat(letter.language()).isEqualTo("nb");
            assertThat(letter.vendor()).contains(LIGHTING);
            assertThat(letter.arguments())
                    .containsExactly(Argument.text("Kari Nordmann"), Argument.text("Lys & Lampe AS"));
            assertThat(letter.link().orElseThrow().page()).isEqualTo("register");
            UserId user = confirm(letter.link().orElseThrow().secret()).orElseThrow();
            assertThat(signIn("kari@lampe.example").user()).contains(user);
        }

        private List<Registrations.Waiting> waiting(Caller caller) {
            return kernel.reception
                    .registrations
                    .waiting(caller, PageRequest.first(10))
                    .orElseThrow()
                    .items();
        }

        @Test
        void staffSeeWhoHasNotConfirmedYet() {
            String secret = secret(form("kari@lampe.example"));
            kernel.clock.move(Duration.ofMinutes(1));
            secret(form("Annen AS", Optional.of("123456785"), "ola@annen.example"));

            assertThat(waiting(Callers.STAFF))
                    .extracting(Registrations.Waiting::company)
                    .containsExactly("Annen AS", "Lys & Lampe AS");
            Registrations.Waiting kari = waiting(Callers.STAFF).get(1);
            assertThat(kari.name()).isEqualTo("Kari Nordmann");
            assertThat(kari.email()).isEqualTo("kari@lampe.example");
            assertThat(kari.vendor()).isEqualTo(LIGHTING);
            assertThat(kari.until()).isEqualTo(kari.at().plus(Purpose.REGISTRATION.life()));

            confirm(secret).orElseThrow();
            assertThat(waiting(Callers.STAFF))
                    .extracting(Registrations.Waiting::company)
                    .containsExactly("Annen AS");
            kernel.clock.move(Purpose.REGISTRATION.life());
            assertThat(waiting(Callers.STAFF)).isEmpty();
        }

        @Test
        void whoHasNotConfirmedIsTheirVendorsBusinessAlone() {
            register(form("kari@lampe.example")).orElseThrow();

            Caller theirs = Callers.with(new Grant(Function.REQUEST_DECIDE, Scope.of(LIGHTING)));
            Caller others = Callers.with(new Grant(Function.REQUEST_DECIDE, Scope.of(new VendorId("dental"))));
            assertThat(waiting(theirs)).hasSize(1);
            assertThat(waiting(others)).isEmpty();
            for (Caller nobody : List.of(Callers.stranger(), Callers.buyer())) {
                assertThat(refusal(kernel.reception.registrations.waiting(nobody, PageRequest.first(10)))
                                .code())
                        .isIn("token-missing", "right-missing");
            }
        }

        @Test
        @Tag("H05")
        void whoHasRegisteredOwnsTheNewAccount() {
            confirm(secret(form("kari@lampe.example"))).orElseThrow();

            Caller kari = signIn("kari@lampe.example");
            Account account = kernel.accounts.current(kari).orElseThrow();
            Scope there = Scope.of(account.id());
            assertThat(Role.OWNER.functions()).allMatch(function -> kari.may(function, there));
            assertThat(account.name()).isEqualTo("Lys & Lampe AS");
            assertThat(account.organisationNumber()).contains(NUMBER);
            assertThat(account.invoiceEmails()).containsExactly("kari@lampe.example");
            assertThat(account.billing()).isEqualTo(OFFICE);
            assertThat(account.country()).isEqualTo("NO");
        }

        @Test
        @Tag("L07")
        @Tag("L08")
        void aNewAccountBeginsWithTheFirstTierOfTheProgramme() {
            confirm(secret(form("kari@lampe.example"))).orElseThrow();

            AccountId account = signIn("kari@lampe.example").account().orElseThrow();
            AccountTerms terms = kernel.transactions
                    .read(tx -> kernel.stores.accounts().terms(tx, account, LIGHTING))
                    .orElseThrow();
            assertThat(terms.agreement().tier()).isEmpty();
            List<VendorId> vendors =
                    kernel.transactions.read(tx -> kernel.stores.requests().vendors(tx, account));
            assertThat(vendors).containsExactly(LIGHTING);
        }

        @Test
        @Tag("L12")
        void pricesAreShownOnlyAfterTheConfirmation() {
            String secret = secret(form("kari@lampe.example"));
            Caller before = Callers.stranger();
            assertThat(before.mayAnywhere(Function.PRICE_READ)).isFalse();
            assertThat(code(kernel.sessions.signIn(
                            before, "kari@lampe.example", PASSWORD.toCharArray(), Optional.empty(), "192.0.2.1")))
                    .isEqualTo("credentials-wrong");

            confirm(secret).orElseThrow();

            Caller kari = signIn("kari@lampe.example");
            assertThat(kari.may(Function.PRICE_READ, Scope.of(kari.account().orElseThrow())))
                    .isTrue();
        }

        @Test
        void customerNumbersFollowEachOtherAndAvoidThoseOfStaff() {
            kernel.openAccount("10002");
            confirm(secret(form("kari@lampe.example"))).orElseThrow();
            confirm(secret(form("Andre AS", Optional.of("123456785"), "ola@andre.example")))
                    .orElseThrow();

            assertThat(number("kari@lampe.example")).isEqualTo("10001");
            // The sample of staff has this organisation number: it is no new account.
            assertThat(signIn("ola@andre.example").account()).isEmpty();
            confirm(secret(form("Tredje AS", Optional.of("889640782"), "per@tredje.example")))
                    .orElseThrow();
            assertThat(Integer.parseInt(number("per@tredje.example"))).isGreaterThan(10_002);
        }

        private String number(String email) {
            return kernel.accounts.current(signIn(email)).orElseThrow().customerNumber();
        }

        @Test
        void aSecondConfirmationIsRefused() {
            String secret = secret(form("kari@lampe.example"));
            confirm(secret).orElseThrow();

            assertThat(code(confirm(secret))).isEqualTo("secret-invalid");
            assertThat(code(confirm("nonsense"))).isEqualTo("secret-invalid");
        }

        @Test
        void ofManyConfirmationsAtOnceOneOpensAnAccount() {
            String secret = secret(form("kari@lampe.example"));

            List<String> codes = Parallel.run(
                    6,
                    i -> code(kernel.node()
                            .reception
                            .registrations
                            .confirm(Callers.stranger(), secret, PASSWORD.toCharArray())));

            assertThat(codes).containsOnlyOnce("done").hasSize(6);
            assertThat(codes).filteredOn(code -> !code.equals("done")).containsOnly("secret-invalid");
            assertThat(accounts()).isEqualTo(1);
        }

        @Test
        void twoRegistrationsOfOnePersonMakeOnePerson() {
            String first = secret(form("kari@lampe.example"));
            String second = secret(form("Andre AS", Optional.of("889640782"), "KARI@lampe.example"));

            List<String> codes = Parallel.run(
                    2,
                    i -> code(kernel.node()
                            .reception
                            .registrations
                            .confirm(Callers.stranger(), i == 0 ? first : second, PASSWORD.toCharArray())));

            assertThat(codes).containsExactlyInAnyOrder("done", "secret-invalid");
            assertThat(accounts()).isEqualTo(1);
        }

        @Test
        void ofTwoRegistrationsOfOneCompanyAtOnceTheSecondWaitsForStaff() {
            String karis = secret(form("kari@lampe.example"));
            String olas = secret(form("ola@lampe.example"));

            List<String> codes = Parallel.run(
                    2,
                    i -> code(kernel.node()
                            .reception
                            .registrations
                            .confirm(Callers.stranger(), i == 0 ? karis : olas, PASSWORD.toCharArray())));

            assertThat(codes).containsExactly("done", "done");
            assertThat(accounts()).isEqualTo(1);
            assertThat(requests()).hasSize(1);
        }

        @Test
        void aCompanyThatIsACustomerAlreadyIsNotGivenToWhoKnowsItsNumber() {
            Account known = kernel.openAccount("C-1");

            UserId user = confirm(secret(form("Kunde AS", Optional.of("123 456 785"), "stranger@else.example")))
                    .orElseThrow();

            Caller stranger = signIn("stranger@else.example");
            assertThat(stranger.account()).isEmpty();
            assertThat(stranger.grants()).noneMatch(grant -> grant.function() != Function.CATALOG_READ);
            assertThat(accounts()).isEqualTo(1);
            assertThat(requests()).singleElement().satisfies(request -> {
                assertThat(request.kind()).isEqualTo("joining");
                assertThat(request.account()).contains(known.id());
                assertThat(request.vendor()).contains(LIGHTING);
                assertThat(request.by()).contains(user);
                assertThat(request.content()).doesNotContain("stranger@");
            });
        }

        @Test
        void knownAndUnknownPeopleGetTheSameAnswerByTheSameWork() {
            confirm(secret(form("kari@lampe.example"))).orElseThrow();
            database.sent().forget();
            Outcome<Boolean> known = register(form("Kari@lampe.example"));
            List<String> workForKnown = List.copyOf(database.sent().statements());
            database.sent().forget();
            Outcome<Boolean> unknown = register(form("ola@lampe.example"));

            assertThat(known).isEqualTo(unknown);
            assertThat(database.sent().statements()).isEqualTo(workForKnown);
        }

        @Test
        void whoHasALoginIsToldSoAndGetsNoLink() {
            confirm(secret(form("kari@lampe.example"))).orElseThrow();

            register(form("Rogue AS", Optional.of(NUMBER), "KARI@lampe.example"))
                    .orElseThrow();
            work();

            Letter letter = new Letters(kernel).last("kari@lampe.example");
            assertThat(letter.template()).isEqualTo("registration-known");
            assertThat(letter.link()).isEmpty();
            assertThat(letter.arguments()).containsExactly(Argument.text("Kari Nordmann"));
        }

        @Test
        void aRegistrationIsForgottenWhenItExpires() {
            String secret = secret(form("kari@lampe.example"));
            String id = registered();
            kernel.clock.move(Purpose.REGISTRATION.life());

            assertThat(code(confirm(secret))).isEqualTo("secret-invalid");
            work();

            assertThat(registration(id)).isEmpty();
        }

        @Test
        void aRegistrationThatExpiresInAnHourIsStillGood() {
            String secret = secret(form("kari@lampe.example"));
            kernel.clock.move(Purpose.REGISTRATION.life().minus(Duration.ofHours(1)));
            work();

            assertThat(code(confirm(secret))).isEqualTo("done");
        }

        @Test
        void aWeakPasswordDoesNotUseTheLinkUp() {
            String secret = secret(form("kari@lampe.example"));

            assertThat(code(kernel.reception.registrations.confirm(Callers.stranger(), secret, "kort".toCharArray())))
                    .isEqualTo("password-too-short");
            assertThat(code(confirm(secret))).isEqualTo("done");
        }

        @Test
        void whatWasWrittenIsNotStoredAsText() {
            register(form("kari@lampe.example")).orElseThrow();

            String stored = registration(registered()).orElseThrow().content();
            assertThat(stored).doesNotContain("kari@lampe.example", "Nordmann", "Lampe");
        }

        @Test
        void aConfirmedRegistrationLeavesNothingButWhatItBecame() {
            String secret = secret(form("kari@lampe.example"));
            String id = registered();
            String sealed = registration(id).orElseThrow().content();

            confirm(secret).orElseThrow();

            assertThat(registration(id)).isEmpty();
            Optional<String> opened =
                    kernel.transactions.read(tx -> kernel.vault.open(tx, "registration:" + id, sealed));
            assertThat(opened).isEmpty();
        }

        @Test
        void businessesStateAnOrganisationNumberThatCanBeRight() {
            assertThat(code(register(form("Lys AS", Optional.empty(), "kari@lampe.example"))))
                    .isEqualTo("organisation-number-required");
            assertThat(code(register(form("Lys AS", Optional.of("974760674"), "kari@lampe.example"))))
                    .isEqualTo("organisation-number-invalid");
            assertThat(code(register(form("Lys AS", Optional.of("974 760 673"), "kari@lampe.example"))))
                    .isEqualTo("done");
        }

        @Test
        @Tag("D01")
        @Tag("D03")
        void whereTheVendorOpensAccountsNobodyRegisters() {
            Kernel dental = kernel(AccountPolicy.DEFAULT);

            assertThat(dental.reception.registrations.offered()).isEmpty();
            assertThat(code(dental.reception.registrations.register(
                            Callers.stranger(), form("kari@lampe.example"), "192.0.2.1")))
                    .isEqualTo("registration-closed");
        }

        @Test
        void whereEverybodyMayRegisterNoNumberIsAsked() {
            Kernel hearing = kernel(new AccountPolicy(AccountPolicy.Registration.SELF, Addresses.AT_ONCE, 8, false));
            assertThat(hearing.reception.registrations.offered())
                    .containsExactly(Map.entry(LIGHTING, AccountPolicy.Registration.SELF));
            Registration private1 = form("Kari Nordmann", Optional.empty(), "kari@privat.example");
            hearing.reception
                    .registrations
                    .register(Callers.stranger(), private1, "192.0.2.1")
                    .orElseThrow();
            Turns turns = jobs(hearing);
            while (turns.turn()) {
                // Until nothing is left to do.
            }

            assertThat(code(hearing.reception.registrations.confirm(
                            Callers.stranger(),
                            new Letters(hearing).secret("kari@privat.example"),
                            PASSWORD.toCharArray())))
                    .isEqualTo("done");
        }

        private Kernel kernel(AccountPolicy policy) {
            return new Kernel(database, new SetClock(), new TestVendor("lighting").withAccounts(() -> policy));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "kari",
                    "kari@",
                    "a b@lampe.example",
                    "kari@lampe.example\nBcc: all@lampe.example",
                    "<script>@lampe.example",
                    "kari@lampe.example, ola@lampe.example"
                })
        void anEMailOfAnotherFormIsRefused(String email) {
            assertThat(refusal(register(form(email)))).satisfies(refusal -> {
                assertThat(refusal.code()).isEqualTo("registration-invalid");
                assertThat(refusal.details()).extracting(Refusal.Detail::field).containsExactly("/email");
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  ", "Lys\u0000AS", "Lys\nAS", "Lys\ud800", "\u202egpj.exe"})
        void aNameOfAnotherFormIsRefused(String company) {
            assertThat(code(register(form(company, Optional.of(NUMBER), "kari@lampe.example"))))
                    .isEqualTo("registration-invalid");
        }

        @Test
        void whatIsTooLongIsRefusedAndMarkupStaysText() {
            assertThat(code(register(form("x".repeat(201), Optional.of(NUMBER), "kari@lampe.example"))))
                    .isEqualTo("registration-invalid");

            String odd = "<script>alert(1)</script>'; DROP TABLE account; --";
            confirm(secret(form(odd, Optional.of(NUMBER), "kari@lampe.example")))
                    .orElseThrow();
            assertThat(kernel.accounts
                            .current(signIn("kari@lampe.example"))
                            .orElseThrow()
                            .name())
                    .isEqualTo(odd);
        }

        @Test
        void whoRegistersAgainAndAgainMustWait() {
            for (int i = 0; i < FormThrottle.FREE; i++) {
                register(form("kari@lampe.example")).orElseThrow();
            }
            Outcome<Boolean> more = register(form("kari@lampe.example"));

            assertThat(code(more)).isEqualTo("too-many-tries");
            assertThat(code(register(form("ola@lampe.example")))).isEqualTo("done");
            kernel.clock.move(FormThrottle.LONGEST);
            assertThat(code(register(form("kari@lampe.example")))).isEqualTo("done");
        }

        @Test
        void oneAddressDoesNotRegisterEverybody() {
            for (int i = 0; i < FormThrottle.FREE; i++) {
                kernel.reception
                        .registrations
                        .register(Callers.stranger(), form("kari" + i + "@lampe.example"), "192.0.2.77")
                        .orElseThrow();
            }

            assertThat(code(kernel.reception.registrations.register(
                            Callers.stranger(), form("another@lampe.example"), "192.0.2.77")))
                    .isEqualTo("too-many-tries");
            assertThat(code(register(form("another@lampe.example")))).isEqualTo("done");
        }

        @Test
        void manyAddressesTogetherAreSlowedDown() {
            for (int i = 0; i < Kind.FORM.most(); i++) {
                register(form("kari" + i + "@lampe.example")).orElseThrow();
            }

            assertThat(code(register(form("another@lampe.example")))).isEqualTo("too-many-tries");
        }

        @Test
        void theTrailNamesNobody() {
            confirm(secret(form("kari@lampe.example"))).orElseThrow();

            List<AuditEntry> trail = kernel.transactions.read(
                    tx -> kernel.stores.commands().audit(tx, AuditTrail.Query.ALL, Optional.empty(), 100));
            assertThat(trail).extracting(AuditEntry::command).contains("register", "confirm-registration");
            assertThat(trail.toString().toLowerCase(Locale.ROOT)).doesNotContain("kari", "lampe");
        }

        private Optional<RegistrationRow> registration(String id) {
            return kernel.transactions.read(tx -> kernel.stores.requests().registration(tx, id));
        }

        private String registered() {
            List<AuditEntry> trail = kernel.transactions.read(
                    tx -> kernel.stores.commands().audit(tx, AuditTrail.Query.ALL, Optional.empty(), 100));
            return trail.stream()
                    .filter(entry -> entry.command().equals("register"))
                    .findFirst()
                    .orElseThrow()
                    .target();
        }

        private int accounts() {
            int found = 0;
            for (int number = 10_001; number < 10_010; number++) {
                String customer = Integer.toString(number);
                found += kernel.transactions
                                .read(tx -> kernel.stores.accounts().byCustomerNumber(tx, customer))
                                .isPresent()
                        ? 1
                        : 0;
            }
            return found
                    + (kernel.transactions
                                    .read(tx -> kernel.stores.accounts().byCustomerNumber(tx, "C-1"))
                                    .isPresent()
                            ? 1
                            : 0);
        }
    }
}

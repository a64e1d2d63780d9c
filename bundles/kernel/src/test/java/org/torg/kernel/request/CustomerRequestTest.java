package org.torg.kernel.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.Argument;
import org.torg.api.IdempotencyKey;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.CustomerRequests;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.CustomerRequests.State;
import org.torg.api.account.CustomerRequests.Step;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Location;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.Sessions;
import org.torg.api.account.UserId;
import org.torg.api.privacy.PersonalData.Hold;
import org.torg.api.privacy.PersonalData.Kept;
import org.torg.api.privacy.Privacy;
import org.torg.api.privacy.Subject;
import org.torg.api.store.AccountStore.SessionRow;
import org.torg.api.store.PeopleStore.PersonRow;
import org.torg.api.store.PeopleStore.Standing;
import org.torg.api.store.RequestStore.RequestRow;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Customers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.Turns;
import org.torg.kernel.notification.Letters;
import org.torg.kernel.notification.Mailer.Letter;

class CustomerRequestTest {

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

        private static final VendorId OTHER = new VendorId("other");
        private static final Content.NewLocation BERGEN =
                new Content.NewLocation("Bergen", Customers.WAREHOUSE, Optional.of("+47 55 55 55 55"), "Åpner i mai");
        private static final Content.EmailOnFile FORM =
                new Content.EmailOnFile(Optional.empty(), "Kunde AS", "Kari", "kari@kunde.example", "kari@ny.example");

        private final CustomerRequests requests;
        private AccountId account = new AccountId("");
        private AccountId elsewhere = new AccountId("");
        private Caller owner = Callers.stranger();
        private Caller colleague = Callers.stranger();
        private Caller foreigner = Callers.stranger();
        private Caller support = Callers.stranger();
        private Caller administrator = Callers.stranger();
        private Caller otherSupport = Callers.stranger();

        Contract(Database database) {
            super(database);
            requests = kernel.reception.requests;
        }

        @BeforeEach
        void people() {
            account = open("10042", LIGHTING);
            elsewhere = open("10043", OTHER);
            owner = member("kari@kunde.example", account, Role.OWNER);
            colleague = member("ola@kunde.example", account, Role.BUYER);
            foreigner = member("per@annen.example", elsewhere, Role.OWNER);
            support = staff("stine@lys.example", Role.STAFF_SUPPORT, Scope.of(LIGHTING));
            administrator = staff("adam@torg.example", Role.ADMINISTRATOR, Scope.tenant());
            otherSupport = staff("odd@annen.example", Role.STAFF_SUPPORT, Scope.of(OTHER));
        }

        private AccountId open(String number, VendorId vendor) {
            Account unverified = Customers.account(number);
            AccountId id = new AccountId(kernel.ids.next());
            kernel.transactions.change(tx -> {
                kernel.stores.accounts().insert(tx, unverified(unverified.withId(id)));
                kernel.stores.accounts().put(tx, new Agreement(id, vendor, Optional.empty(), Set.of()));
            });
            return id;
        }

        private static Account unverified(Account sample) {
            return new Account(
                    sample.id(),
                    sample.customerNumber(),
                    sample.name(),
                    sample.organisationNumber(),
                    sample.country(),
                    sample.language(),
                    sample.billing(),
                    sample.deliveries(),
                    sample.invoiceEmails(),
                    sample.phone(),
                    false,
                    Map.of(),
                    List.of(),
                    1);
        }

        private UserId person(String email) {
            UserId id = new UserId(kernel.ids.next());
            PersonRow row = new PersonRow(
                    id,
                    Optional.of(email),
                    "Navn " + email.substring(0, email.indexOf('@')),
                    Optional.empty(),
                    "nb",
                    true,
                    kernel.clock.now(),
                    Optional.empty(),
                    1);
            kernel.transactions.change(tx -> kernel.stores.people().insert(tx, row, Optional.of("no hash")));
            return id;
        }

        private Caller member(String email, AccountId of, Role role) {
            UserId id = person(email);
            Standing standing = new Standing(List.of(new Membership(role, Scope.of(of))), false, true, 1);
            kernel.transactions.change(tx -> kernel.stores.people().put(tx, new Team.OfAccount(of), id, standing));
            return caller(id, Optional.of(of), Optional.empty(), role, Scope.of(of));
        }

        private Caller staff(String email, Role role, Scope scope) {
            return caller(person(email), Optional.empty(), Optional.empty(), role, scope);
        }

        private static Caller caller(
                UserId id, Optional<AccountId> account, Optional<ActingFor> actingFor, Role role, Scope scope) {
            Set<Grant> grants = new HashSet<>();
            role.functions().forEach(function -> grants.add(new Grant(function, scope)));
            return new Caller(
                    new Caller.Subject.Person(id),
                    account,
                    Optional.empty(),
                    actingFor,
                    grants,
                    Caller.Channel.API,
                    "test",
                    Locale.forLanguageTag("nb"));
        }

        /** The same person, who also has what another caller has, for this account or for none. */
        private static Caller with(Caller one, Caller other, Optional<AccountId> account, Optional<ActingFor> acting) {
            Set<Grant> grants = new HashSet<>(one.grants());
            grants.addAll(other.grants());
            return new Caller(
                    one.subject(),
                    account,
                    Optional.empty(),
                    acting,
                    grants,
                    Caller.Channel.API,
                    "test",
                    Locale.ENGLISH);
        }

        private CustomerRequest ask(Caller caller, Content content) {
            return requests.ask(caller, Optional.empty(), content).orElseThrow();
        }

        private Outcome<CustomerRequest> decide(Caller caller, String id, boolean approve, String reason) {
            return requests.decide(caller, Optional.empty(), id, Optional.empty(), approve, reason, Optional.empty());
        }

        private Outcome<CustomerRequest> decide(Caller caller, CustomerRequest request, boolean approve) {
            return decide(caller, request.id(), approve, approve ? "" : "Dessverre");
        }

        private List<String> found(Caller caller) {
            return requests.find(caller, Optional.empty(), PageRequest.first(100)).orElseThrow().items().stream()
                    .map(CustomerRequest::id)
                    .toList();
        }

        private List<Location> locations() {
            return kernel.transactions.read(tx -> kernel.stores.locations().locations(tx, account));
        }

        private String askedByForm() {
            requests.askAsStranger(Callers.stranger(), FORM, "192.0.2.1").orElseThrow();
            return found(administrator).get(0);
        }

        private UserId user(Caller caller) {
            return caller.user().orElseThrow();
        }

        @Test
        @Tag("H16")
        void aLocationIsThereOnceStaffHaveApprovedIt() {
            CustomerRequest request = ask(owner, BERGEN);
            assertThat(request.state()).isEqualTo(State.OPEN);
            assertThat(request.account()).contains(account);
            assertThat(locations()).isEmpty();

            CustomerRequest decided = decide(support, request, true).orElseThrow();

            assertThat(decided.state()).isEqualTo(State.APPROVED);
            assertThat(decided.version()).isEqualTo(2);
            assertThat(locations()).singleElement().satisfies(location -> {
                assertThat(location.name()).isEqualTo("Bergen");
                assertThat(location.address()).isEqualTo(Customers.WAREHOUSE);
                assertThat(location.number()).isEqualTo("1");
                assertThat(location.active()).isTrue();
            });
            decide(support, ask(owner, BERGEN), true).orElseThrow();
            assertThat(locations()).extracting(Location::number).containsExactlyInAnyOrder("1", "2");
        }

        @Test
        @Tag("H16")
        void aLocationThatWasDeclinedIsNeverThere() {
            CustomerRequest request = ask(owner, BERGEN);

            CustomerRequest decided =
                    decide(support, request.id(), false, "Vi leverer ikke dit").orElseThrow();

            assertThat(decided.log())
                    .containsExactly(
                            new Step(kernel.clock.now(), support.user(), State.DECLINED, "Vi leverer ikke dit"));
            assertThat(locations()).isEmpty();
            Letter letter = new Letters(kernel).last("kari@kunde.example");
            assertThat(letter.template()).isEqualTo("request-decided");
            assertThat(letter.language()).isEqualTo("nb");
            assertThat(letter.account()).contains(account);
            assertThat(letter.arguments())
                    .containsExactly(
                            Argument.text("Navn kari"),
                            Argument.text("new-location"),
                            Argument.text("declined"),
                            Argument.text("Vi leverer ikke dit"));
        }

        @Test
        void whoDeclinesSaysWhy() {
            assertThat(code(decide(support, ask(owner, BERGEN).id(), false, " ")))
                    .isEqualTo("reason-missing");
        }

        @Test
        @Tag("D05")
        void aNewEMailIsConfirmedByALinkAndTheOldAddressIsTold() {
            CustomerRequest request = ask(colleague, new Content.NewEmail("ola+ny@kunde.example"));
            assertThat(new Letters(kernel).to("ola+ny@kunde.example")).isEmpty();

            decide(support, request, true).orElseThrow();

            assertThat(new Letters(kernel).to("ola+ny@kunde.example"))
                    .anySatisfy(letter -> assertThat(letter.link()).isPresent());
            assertThat(new Letters(kernel).to("ola@kunde.example"))
                    .allSatisfy(letter -> assertThat(letter.link()).isEmpty())
                    .isNotEmpty();
            String email = kernel.transactions
                    .read(tx -> kernel.stores.people().person(tx, user(colleague)))
                    .flatMap(PersonRow::email)
                    .orElseThrow();
            assertThat(email).isEqualTo("ola@kunde.example");
        }

        @Test
        @Tag("D05")
        void aFormNamesNobodyUntilStaffHaveFoundOut() {
            String id = askedByForm();
            assertThat(found(support)).containsExactly(id);
            assertThat(found(otherSupport)).isEmpty();
            assertThat(code(decide(support, id, true, ""))).isEqualTo("match-missing");

            Outcome<CustomerRequest> decided =
                    requests.decide(support, Optional.empty(), id, Optional.empty(), true, "", owner.user());

            assertThat(decided.orElseThrow().by()).isEmpty();
            assertThat(new Letters(kernel).to("kari@ny.example"))
                    .anySatisfy(letter -> assertThat(letter.link()).isPresent());
            assertThat(new Letters(kernel).to("kari@kunde.example")).isNotEmpty();
        }

        @Test
        void aFormByAStrangerGivesNobodyTheLoginOfStaff() {
            Caller everybodys = staff("siri@torg.example", Role.STAFF_SUPPORT, Scope.tenant());
            Caller both = member("bo@kunde.example", account, Role.BUYER);
            work(user(both), Optional.of(LIGHTING), Role.STAFF_CATALOG);
            UserId chief = person("gro@torg.example");
            work(chief, Optional.empty(), Role.ADMINISTRATOR);
            String id = askedByForm();

            assertThat(code(match(everybodys, id, chief))).isEqualTo("person-not-found");
            assertThat(code(match(everybodys, id, user(both)))).isEqualTo("person-not-found");
            assertThat(code(match(support, id, user(both)))).isEqualTo("person-not-found");
            assertThat(code(match(administrator, id, user(both)))).isEqualTo("done");
        }

        @Test
        void whoAlsoBuysFromAnotherVendorIsForTheTenantsStaffToFind() {
            UserId both = user(member("bo@kunde.example", account, Role.BUYER));
            Standing owner = new Standing(List.of(new Membership(Role.OWNER, Scope.of(elsewhere))), false, true, 1);
            kernel.transactions.change(
                    tx -> kernel.stores.people().put(tx, new Team.OfAccount(elsewhere), both, owner));
            String id = askedByForm();

            assertThat(code(match(support, id, both))).isEqualTo("person-not-found");
            assertThat(code(match(administrator, id, both))).isEqualTo("done");
        }

        private Outcome<CustomerRequest> match(Caller caller, String id, UserId person) {
            return requests.decide(caller, Optional.empty(), id, Optional.empty(), true, "", Optional.of(person));
        }

        private void work(UserId user, Optional<VendorId> vendor, Role role) {
            Scope scope = vendor.map(Scope::of).orElseGet(Scope::tenant);
            Standing standing = new Standing(List.of(new Membership(role, scope)), false, true, 1);
            kernel.transactions.change(tx -> kernel.stores.people().put(tx, new Team.Staff(vendor), user, standing));
        }

        @Test
        void staffMatchOnlyPeopleOfTheirVendor() {
            String id = askedByForm();

            assertThat(code(requests.decide(
                            support, Optional.empty(), id, Optional.empty(), true, "", foreigner.user())))
                    .isEqualTo("person-not-found");
            assertThat(code(requests.decide(
                            support,
                            Optional.empty(),
                            id,
                            Optional.empty(),
                            true,
                            "",
                            Optional.of(new UserId("nobody")))))
                    .isEqualTo("person-not-found");
            assertThat(code(requests.decide(support, Optional.empty(), id, Optional.empty(), true, "", support.user())))
                    .isEqualTo("own-request");
            assertThat(code(requests.decide(
                            support,
                            Optional.empty(),
                            ask(owner, BERGEN).id(),
                            Optional.empty(),
                            true,
                            "",
                            owner.user())))
                    .isEqualTo("match-needless");
        }

        @Test
        void aDeclinedFormIsAnsweredInTheVendorsLanguage() {
            decide(support, askedByForm(), false, "Vi fant dere ikke").orElseThrow();

            Letter letter = new Letters(kernel).last("kari@ny.example");
            assertThat(letter.person()).isEmpty();
            assertThat(letter.language()).isEqualTo("nb");
            assertThat(letter.arguments()).contains(Argument.text("Vi fant dere ikke"));
        }

        @Test
        @Tag("D06")
        @Tag("H07")
        void knownAndUnknownEMailsGetTheSameAnswerByTheSameWork() {
            requests.askAsStranger(Callers.stranger(), FORM, "192.0.2.9").orElseThrow();
            database.sent().forget();
            Outcome<Boolean> known = requests.askAsStranger(Callers.stranger(), FORM, "192.0.2.1");
            List<String> work = List.copyOf(database.sent().statements());
            database.sent().forget();
            Outcome<Boolean> unknown = requests.askAsStranger(
                    Callers.stranger(),
                    new Content.EmailOnFile(Optional.empty(), "X", "Y", "nobody@x.example", "no@y.example"),
                    "192.0.2.2");

            assertThat(unknown).isEqualTo(known);
            assertThat(database.sent().statements()).isEqualTo(work);
        }

        @Test
        void strangersAreSlowedDown() {
            for (int i = 0; i < FormThrottle.FREE; i++) {
                requests.askAsStranger(Callers.stranger(), FORM, "192.0.2." + i).orElseThrow();
            }
            assertThat(code(requests.askAsStranger(Callers.stranger(), FORM, "192.0.2.99")))
                    .isEqualTo("too-many-tries");
        }

        @Test
        void aFormIsForgottenAfterAYear() {
            String id = askedByForm();
            kernel.clock.move(RequestExpiry.KEPT);
            Turns jobs = new Turns(kernel, kernel.reception.jobs.toArray(JobHandler[]::new));
            while (jobs.turn()) {
                // Until nothing is left to do.
            }

            assertThat(code(requests.get(administrator, id))).isEqualTo("request-not-found");
        }

        @Test
        @Tag("D04")
        void anAccountIsVerifiedWhenStaffHaveCorrectedItsDetails() {
            CustomerRequest request = ask(colleague, new Content.Correction("Ny gateadresse:\nKaia 7"));
            assertThat(isVerified()).isFalse();

            decide(support, request, true).orElseThrow();

            assertThat(isVerified()).isTrue();
        }

        private boolean isVerified() {
            return kernel.transactions
                    .read(tx -> kernel.stores.accounts().account(tx, account))
                    .orElseThrow()
                    .verified();
        }

        @Test
        void whoWaitsAtTheDoorOfACompanyBecomesItsBuyer() {
            UserId stranger = person("nina@kunde.example");
            String id = kernel.ids.next();
            SessionRow session = new SessionRow(
                    "hash",
                    stranger,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Sessions.Stage.COMPLETE,
                    kernel.clock.now(),
                    kernel.clock.now().plusSeconds(60));
            kernel.transactions.change(tx -> kernel.stores.accounts().insert(tx, session));
            kernel.transactions.change(tx -> kernel.stores
                    .requests()
                    .insert(tx, joining(id, stranger, new SealedWords(kernel.vault).seal(tx, id, JOINING))));

            assertThat(decide(support, id, true, "").orElseThrow().content()).isEqualTo(JOINING);

            List<Membership> memberships =
                    kernel.transactions.read(tx -> kernel.stores.accounts().memberships(tx, stranger));
            assertThat(memberships).containsExactly(new Membership(Role.BUYER, Scope.of(account)));
            assertThat(kernel.transactions.<Boolean>read(tx -> kernel.stores
                            .accounts()
                            .session(tx, "hash", kernel.clock.now())
                            .isPresent()))
                    .as("a session that began with fewer rights")
                    .isFalse();
        }

        private static final Content JOINING =
                new Content.Joining("Kunde AS", "123456785", "Nina", "nina@kunde.example");

        private RequestRow joining(String id, UserId by, String content) {
            return new RequestRow(
                    id,
                    "joining",
                    content,
                    Optional.of(LIGHTING),
                    Optional.of(account),
                    Optional.of(by),
                    Optional.empty(),
                    Optional.empty(),
                    State.OPEN,
                    kernel.clock.now(),
                    1,
                    id,
                    List.of());
        }

        /** Says what a test wants of the erasing, which is another's work. */
        private static final class Erasing implements Privacy {

            private final List<Subject> erased = new ArrayList<>();
            private final Outcome<Erasure> answer;

            Erasing(Outcome<Erasure> answer) {
                this.answer = answer;
            }

            @Override
            public Map<String, List<Kept>> register() {
                return Map.of();
            }

            @Override
            public Outcome<Export> export(Caller caller, Subject subject) {
                return Outcome.refused(Refusal.notFound("person"));
            }

            @Override
            public Outcome<Export> exportAddress(Caller caller, String email) {
                return Outcome.refused(Refusal.notFound("person"));
            }

            @Override
            public Outcome<Erasure> eraseAddress(Caller caller, Optional<IdempotencyKey> key, String email) {
                return Outcome.refused(Refusal.notFound("person"));
            }

            @Override
            public Outcome<Map<String, List<Hold>>> holds(Caller caller, Subject subject) {
                return Outcome.done(Map.of());
            }

            @Override
            public Outcome<Erasure> erase(Caller caller, Optional<IdempotencyKey> key, Subject subject) {
                assertThat(key).isPresent();
                erased.add(subject);
                return answer;
            }
        }

        private static Outcome<Privacy.Erasure> keeping(UserId user) {
            Hold hold = new Hold(
                    "accounting", Message.of("x", "The law asks for it"), Optional.of(LocalDate.of(2031, 12, 31)));
            return Outcome.done(new Privacy.Erasure(new Subject.User(user), Map.of("invoices", List.of(hold))));
        }

        @Test
        @Tag("L04")
        void anApprovedErasureIsCarriedOutOnceAndTheLogNamesWhatStays() {
            CustomerRequest request = ask(colleague, new Content.Erasure("Slett alt om meg"));
            Erasing privacy = new Erasing(keeping(user(colleague)));
            Turns jobs = new Turns(kernel, kernel.reception.erasure(privacy));
            assertThat(jobs.turn()).isFalse();

            decide(support, request, true).orElseThrow();
            assertThat(privacy.erased).isEmpty();
            assertThat(jobs.turn()).isTrue();

            assertThat(privacy.erased).containsExactly(new Subject.User(user(colleague)));
            CustomerRequest carriedOut =
                    requests.get(administrator, request.id()).orElseThrow();
            assertThat(carriedOut.state()).isEqualTo(State.APPROVED);
            assertThat(carriedOut.log())
                    .extracting(Step::reason)
                    .containsExactly("", "erased; kept: invoices/accounting until 2031-12-31");
            assertThat(new Letters(kernel).to("ola@kunde.example")).isEmpty();
        }

        @Test
        @Tag("L04")
        void anErasureThatCannotBeIsOpenAgain() {
            CustomerRequest request = ask(owner, new Content.Erasure(""));
            Erasing privacy = new Erasing(Outcome.refused(
                    Refusal.of(Refusal.Kind.CONFLICT, "last-owner", "Somebody else must own the account.")));
            decide(support, request, true).orElseThrow();

            assertThat(new Turns(kernel, kernel.reception.erasure(privacy)).turn())
                    .isTrue();

            CustomerRequest again = requests.get(support, request.id()).orElseThrow();
            assertThat(again.state()).isEqualTo(State.OPEN);
            assertThat(again.log().get(1).reason()).isEqualTo("not-erased: last-owner");
            assertThat(code(decide(support, again, true))).isEqualTo("done");
        }

        @Test
        @Tag("L04")
        void whoIsErasedLeavesRequestsWithoutWords() {
            CustomerRequest open = ask(owner, BERGEN);
            CustomerRequest decided = ask(owner, new Content.Correction("Ring meg på 99 00 00 00"));
            decide(support, decided.id(), false, "Kari kan gjøre det selv").orElseThrow();
            Subject kari = new Subject.User(user(owner));
            assertThat(kernel.transactions
                            .read(tx -> kernel.reception.personalData.export(tx, kari))
                            .toString())
                    .contains("Bergen", "99 00 00 00", "gjøre det selv");

            kernel.transactions.change(tx -> kernel.reception.personalData.erase(tx, kari));
            kernel.transactions.change(tx -> kernel.reception.personalData.erase(tx, kari));

            CustomerRequest erased = requests.get(support, decided.id()).orElseThrow();
            assertThat(erased.content()).isEqualTo(new Content.Correction(""));
            assertThat(erased.log().get(0).reason()).isEmpty();
            CustomerRequest closed = requests.get(support, open.id()).orElseThrow();
            assertThat(closed.state()).isEqualTo(State.DECLINED);
            assertThat(closed.toString()).doesNotContain("Bergen", "mai");
        }

        @Test
        void nobodyDecidesTheirOwn() {
            Caller both = with(support, owner, Optional.empty(), Optional.empty());
            Caller asOwner = with(support, owner, Optional.of(account), Optional.empty());
            CustomerRequest mine = ask(asOwner, BERGEN);
            CustomerRequest staffs = ask(support, new Content.NewEmail("stine@ny.example"));
            CustomerRequest colleagues = ask(colleague, new Content.Correction("Nei"));

            assertThat(code(decide(both, mine, true))).isEqualTo("own-request");
            assertThat(code(decide(support, mine, true))).isEqualTo("own-request");
            // A colleague of the same company is no stranger to it either.
            assertThat(code(decide(both, colleagues, true))).isEqualTo("own-request");
            assertThat(code(decide(administrator, staffs, true))).isEqualTo("done");
            assertThat(locations()).isEmpty();
        }

        @Test
        void nobodyDecidesInTheNameOfWhoHasAsked() {
            ActingFor asKari = new ActingFor(user(owner), ActingFor.Kind.CUSTOMER, Optional.of(LIGHTING));
            Caller acting = with(support, owner, Optional.of(account), Optional.of(asKari));
            CustomerRequest karis = ask(owner, BERGEN);
            CustomerRequest forKari = ask(acting, BERGEN);

            assertThat(code(decide(acting, karis, true))).isEqualTo("own-request");
            assertThat(code(decide(support, forKari, true))).isEqualTo("own-request");
            assertThat(code(decide(with(support, support, Optional.empty(), Optional.of(asKari)), karis, true)))
                    .isEqualTo("own-request");
            Caller kariAtTheDesk = with(owner, administrator, Optional.empty(), Optional.empty());
            assertThat(code(decide(kariAtTheDesk, forKari, true))).isEqualTo("own-request");
            assertThat(locations()).isEmpty();
        }

        @Test
        void aProgramOfThePersonIsThePerson() {
            CustomerRequest mine = ask(with(support, owner, Optional.of(account), Optional.empty()), BERGEN);
            Caller token = new Caller(
                    new Caller.Subject.Token(user(support), "t-1"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    support.grants(),
                    Caller.Channel.API,
                    "test",
                    Locale.ENGLISH);

            assertThat(code(decide(token, mine, true))).isEqualTo("own-request");
            assertThat(code(requests.ask(token, Optional.empty(), new Content.Erasure(""))))
                    .isEqualTo("person-required");
        }

        @Test
        void staffOfAnotherVendorSeeNothing() {
            CustomerRequest request = ask(owner, BERGEN);
            CustomerRequest theirs = ask(foreigner, BERGEN);

            assertThat(found(support)).containsExactly(request.id());
            assertThat(found(otherSupport)).containsExactly(theirs.id());
            assertThat(found(administrator)).containsExactly(theirs.id(), request.id());
            assertThat(refusal(requests.get(otherSupport, request.id())))
                    .isEqualTo(refusal(requests.get(otherSupport, "unknown")));
            assertThat(refusal(decide(otherSupport, request, true)))
                    .isEqualTo(refusal(decide(otherSupport, "unknown", true, "")));
        }

        @Test
        void whatIsAskedInASharedAccountIsSeenByEachVendorAndDecidedForAll() {
            CustomerRequest request = ask(owner, BERGEN);
            CustomerRequest correction = ask(owner, new Content.Correction("Ny gateadresse"));
            deal(account, OTHER);
            Caller both = with(support, otherSupport, Optional.empty(), Optional.empty());

            assertThat(found(support)).containsExactly(correction.id(), request.id());
            assertThat(found(otherSupport)).containsExactly(correction.id(), request.id());
            for (Caller one : List.of(support, otherSupport)) {
                assertThat(code(decide(one, request, true))).isEqualTo("other-vendors-concerned");
                assertThat(code(decide(one, correction, false))).isEqualTo("other-vendors-concerned");
            }
            assertThat(locations()).isEmpty();
            assertThat(code(decide(both, request, true))).isEqualTo("done");
            assertThat(code(decide(administrator, correction, true))).isEqualTo("done");
        }

        @Test
        void whoRegistersWithOneVendorIsLetIntoTheCustomerOfAnotherByThatOne() {
            String id = kernel.ids.next();
            UserId newcomer = person("ny@kunde.example");
            kernel.transactions.change(tx -> kernel.stores
                    .requests()
                    .insert(
                            tx,
                            new RequestRow(
                                    id,
                                    "joining",
                                    kernel.reception.words.seal(
                                            tx, id, new Content.Joining("Kunde AS", "1", "Ny", "ny@kunde.example")),
                                    Optional.of(OTHER),
                                    Optional.of(account),
                                    Optional.of(newcomer),
                                    Optional.empty(),
                                    Optional.empty(),
                                    State.OPEN,
                                    kernel.clock.now(),
                                    1,
                                    id,
                                    List.of())));

            assertThat(code(decide(otherSupport, id, true, ""))).isEqualTo("other-vendors-concerned");
            assertThat(code(decide(program(support), id, true, ""))).isEqualTo("right-missing");
            assertThat(code(decide(support, id, true, ""))).isEqualTo("done");
        }

        @Test
        @Tag("D05")
        void theLoginOfWhoAlsoBuysFromAnotherVendorIsForTheTenantsStaff() {
            Standing buyer = new Standing(List.of(new Membership(Role.BUYER, Scope.of(elsewhere))), false, true, 1);
            kernel.transactions.change(
                    tx -> kernel.stores.people().put(tx, new Team.OfAccount(elsewhere), user(colleague), buyer));
            CustomerRequest email = ask(colleague, new Content.NewEmail("ola@ny.example"));
            CustomerRequest erasure = ask(colleague, new Content.Erasure("Slett meg"));

            assertThat(code(decide(support, email, true))).isEqualTo("other-vendors-concerned");
            assertThat(code(decide(support, erasure, true))).isEqualTo("other-vendors-concerned");
            assertThat(code(decide(administrator, email, true))).isEqualTo("done");
            assertThat(code(decide(administrator, erasure, true))).isEqualTo("done");
        }

        @Test
        void theLoginOfStaffIsForThoseWhoManageStaff() {
            work(user(colleague), Optional.of(LIGHTING), Role.STAFF_ORDERS);
            CustomerRequest email = ask(colleague, new Content.NewEmail("ola@ny.example"));

            assertThat(code(decide(support, email, true))).isEqualTo("right-missing");
            assertThat(code(decide(administrator, email, true))).isEqualTo("done");
        }

        @Test
        void aProgramHandsNoLoginOver() {
            CustomerRequest email = ask(colleague, new Content.NewEmail("ola@ny.example"));
            String form = askedByForm();

            assertThat(code(decide(program(support), email, true))).isEqualTo("right-missing");
            assertThat(code(match(program(administrator), form, user(owner)))).isEqualTo("right-missing");
            assertThat(code(decide(program(support), email, false))).isEqualTo("done");
        }

        @Test
        void aProgramSeesWhatItsPersonAskedWhereItMaySeeTheAccount() {
            CustomerRequest email = ask(colleague, new Content.NewEmail("ola@ny.example"));
            Caller blind = program(new Caller(
                    colleague.subject(),
                    colleague.account(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(new Grant(Function.CATALOG_READ, Scope.of(account))),
                    Caller.Channel.API,
                    "test",
                    Locale.ENGLISH));

            assertThat(found(blind)).isEmpty();
            assertThat(code(requests.get(blind, email.id()))).isEqualTo("right-missing");
            assertThat(found(program(colleague))).containsExactly(email.id());
            assertThat(code(requests.get(program(colleague), email.id()))).isEqualTo("done");
        }

        @Test
        @Tag("D10")
        void whoSharesALoginSaysFirstWhoAsks() {
            Caller front = new Caller(
                    colleague.subject(),
                    colleague.account(),
                    Optional.empty(),
                    Optional.empty(),
                    colleague.grants(),
                    Caller.Channel.API,
                    "test",
                    Locale.ENGLISH,
                    true);

            assertThat(code(requests.ask(front, Optional.empty(), new Content.NewEmail("ola@ny.example"))))
                    .isEqualTo("person-required");
            assertThat(code(requests.ask(front, Optional.empty(), new Content.Erasure(""))))
                    .isEqualTo("person-required");
        }

        /** A program of the person's, with all that the person may. */
        private static Caller program(Caller person) {
            return new Caller(
                    new Caller.Subject.Token(person.user().orElseThrow(), "t-1"),
                    person.account(),
                    Optional.empty(),
                    Optional.empty(),
                    person.grants(),
                    Caller.Channel.API,
                    "test",
                    Locale.ENGLISH);
        }

        private void deal(AccountId with, VendorId vendor) {
            kernel.transactions.change(
                    tx -> kernel.stores.accounts().put(tx, new Agreement(with, vendor, Optional.empty(), Set.of())));
        }

        @Test
        void anAccountThatHasAgreedNothingYetIsEverybodys() {
            AccountId unserved = new AccountId(kernel.ids.next());
            kernel.transactions.change(tx -> kernel.stores
                    .accounts()
                    .insert(tx, Customers.account("10044").withId(unserved)));
            Caller lonely = member("liv@alene.example", unserved, Role.OWNER);
            CustomerRequest request = ask(lonely, BERGEN);

            assertThat(found(otherSupport)).containsExactly(request.id());
            assertThat(code(decide(otherSupport, request, true))).isEqualTo("done");
            assertThat(code(requests.decide(
                            support, Optional.empty(), askedByForm(), Optional.empty(), true, "", lonely.user())))
                    .isEqualTo("done");
        }

        @Test
        void whoActsForACompanyIsNotAtTheDesk() {
            CustomerRequest request = ask(owner, BERGEN);
            Caller away = with(support, foreigner, Optional.of(elsewhere), Optional.empty());

            assertThat(code(requests.get(away, request.id()))).isEqualTo("request-not-found");
            assertThat(code(decide(away, request, true))).isEqualTo("request-not-found");
            assertThat(found(away)).isEmpty();
        }

        @Test
        void customersSeeTheirOwnAndOwnersThoseOfTheAccount() {
            CustomerRequest owners = ask(owner, BERGEN);
            CustomerRequest colleagues = ask(colleague, new Content.NewEmail("ola@ny.example"));
            CustomerRequest foreign = ask(foreigner, BERGEN);

            assertThat(found(owner)).containsExactly(colleagues.id(), owners.id());
            assertThat(found(colleague)).containsExactly(colleagues.id());
            assertThat(found(foreigner)).containsExactly(foreign.id());
            assertThat(code(requests.get(colleague, owners.id()))).isEqualTo("right-missing");
            assertThat(refusal(requests.get(foreigner, owners.id())))
                    .isEqualTo(refusal(requests.get(foreigner, "unknown")));
            assertThat(code(decide(colleague, colleagues, true))).isEqualTo("right-missing");
            assertThat(code(decide(owner, colleagues, true))).isEqualTo("right-missing");
            assertThat(refusal(decide(foreigner, owners, true)).code()).isEqualTo("request-not-found");
            assertThat(code(requests.get(Callers.stranger(), owners.id()))).isEqualTo("token-missing");
            assertThat(code(requests.get(Callers.stranger(), "unknown"))).isEqualTo("token-missing");
            assertThat(code(requests.find(Callers.stranger(), Optional.empty(), PageRequest.first(1))))
                    .isEqualTo("token-missing");
        }

        @Test
        void onlyThoseAskWhoMay() {
            assertThat(code(requests.ask(colleague, Optional.empty(), BERGEN))).isEqualTo("right-missing");
            assertThat(code(requests.ask(support, Optional.empty(), BERGEN))).isEqualTo("right-missing");
            assertThat(code(requests.ask(Callers.stranger(), Optional.empty(), BERGEN)))
                    .isEqualTo("token-missing");
            assertThat(code(requests.ask(Callers.stranger(), Optional.empty(), new Content.Erasure(""))))
                    .isEqualTo("token-missing");
            assertThat(code(requests.ask(owner, Optional.empty(), FORM))).isEqualTo("request-invalid");
            assertThat(code(requests.ask(owner, Optional.empty(), JOINING))).isEqualTo("request-invalid");
        }

        @Test
        void theSameIsAskedOnceAtATime() {
            CustomerRequest first = ask(owner, new Content.NewEmail("kari@ny.example"));
            assertThat(code(requests.ask(owner, Optional.empty(), new Content.NewEmail("kari@annen.example"))))
                    .isEqualTo("request-open");
            ask(owner, new Content.Erasure(""));
            decide(support, first, false).orElseThrow();
            ask(owner, new Content.NewEmail("kari@annen.example"));

            List<String> codes = Parallel.run(
                    4,
                    i -> code(kernel.node()
                            .reception
                            .requests
                            .ask(colleague, Optional.empty(), new Content.Erasure("nr " + i))));
            assertThat(codes).containsOnlyOnce("done").contains("request-open");
        }

        @Test
        void noAccountAsksForEndlessLocations() {
            for (int i = 0; i < RequestIntake.MOST_LOCATIONS; i++) {
                ask(owner, BERGEN);
            }

            assertThat(code(requests.ask(owner, Optional.empty(), BERGEN))).isEqualTo("request-open");
        }

        @Test
        void aRequestIsDecidedOnce() {
            CustomerRequest request = ask(owner, BERGEN);
            decide(support, request, true).orElseThrow();

            assertThat(code(decide(support, request, true))).isEqualTo("request-decided");
            assertThat(code(decide(administrator, request, false))).isEqualTo("request-decided");
            assertThat(locations()).hasSize(1);
        }

        @Test
        void ofManyWhoDecideAtOnceOneDoes() {
            CustomerRequest request = ask(owner, BERGEN);

            List<String> codes = Parallel.run(
                    6,
                    i -> code(kernel.node()
                            .reception
                            .requests
                            .decide(
                                    i % 2 == 0 ? support : administrator,
                                    Optional.empty(),
                                    request.id(),
                                    Optional.empty(),
                                    true,
                                    "",
                                    Optional.empty())));

            assertThat(codes).containsOnlyOnce("done");
            assertThat(codes).filteredOn(code -> !code.equals("done")).containsOnly("request-decided");
            assertThat(locations()).hasSize(1);
            assertThat(new Letters(kernel).to("kari@kunde.example")).hasSize(1);
        }

        @Test
        void staffDecideWhatTheyHaveSeen() {
            CustomerRequest request = ask(owner, BERGEN);

            assertThat(code(requests.decide(
                            support, Optional.empty(), request.id(), Optional.of(7L), true, "", Optional.empty())))
                    .isEqualTo("version-changed");
            assertThat(code(requests.decide(
                            support, Optional.empty(), request.id(), Optional.of(1L), true, "", Optional.empty())))
                    .isEqualTo("done");
        }

        @Test
        void aRepeatUnderTheSameKeyHasNoSecondEffect() {
            Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("bergen"));
            CustomerRequest first = requests.ask(owner, key, BERGEN).orElseThrow();

            assertThat(requests.ask(owner, key, BERGEN).orElseThrow()).isEqualTo(first);
            assertThat(code(requests.ask(
                            owner, key, new Content.NewLocation("Oslo", Customers.OFFICE, Optional.empty(), ""))))
                    .isEqualTo("idempotency-key-reused");
            assertThat(found(owner)).hasSize(1);

            for (int i = 0; i < 2; i++) {
                requests.decide(
                                support,
                                Optional.of(new IdempotencyKey("yes")),
                                first.id(),
                                Optional.empty(),
                                true,
                                "",
                                Optional.empty())
                        .orElseThrow();
            }
            assertThat(locations()).hasSize(1);
        }

        @Test
        void requestsAreReadPageByPage() {
            List<String> asked = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                asked.add(0, ask(owner, BERGEN).id());
            }
            decide(support, asked.get(0), false, "Nei").orElseThrow();

            var first = requests.find(support, Optional.empty(), PageRequest.first(3))
                    .orElseThrow();
            var last = requests.find(support, Optional.empty(), new PageRequest(first.next(), 3))
                    .orElseThrow();

            assertThat(first.items()).extracting(CustomerRequest::id).isEqualTo(asked.subList(0, 3));
            assertThat(first.items().get(0).log().get(0).reason()).isEqualTo("Nei");
            assertThat(last.items()).extracting(CustomerRequest::id).isEqualTo(asked.subList(3, 5));
            assertThat(last.next()).isEmpty();
            assertThat(requests.find(support, Optional.of(State.OPEN), PageRequest.first(100))
                            .orElseThrow()
                            .items())
                    .hasSize(4);
            assertThat(code(requests.find(support, Optional.empty(), new PageRequest(Optional.of("odd"), 3))))
                    .isEqualTo("cursor-invalid");
        }

        @Test
        void aPageCostsAsManyStatementsAsAFewOfThem() {
            for (int i = 0; i < 12; i++) {
                ask(owner, BERGEN);
            }
            database.sent().forget();

            requests.find(support, Optional.empty(), PageRequest.first(50)).orElseThrow();

            assertThat(database.sent().statements()).hasSizeLessThanOrEqualTo(4);
        }

        @Test
        void oddTextIsRefusedAndMarkupStaysText() {
            String odd = "<script>alert(1)</script>\n'; DROP TABLE account; --";
            assertThat(ask(colleague, new Content.Correction(odd)).content()).isEqualTo(new Content.Correction(odd));
            for (Content content : List.of(
                    new Content.Correction("a\u0000b"),
                    new Content.Correction("x".repeat(4001)),
                    new Content.Erasure("\ud800"),
                    new Content.NewEmail("a@b.example\nBcc: c@d.example"),
                    new Content.NewEmail("x".repeat(250) + "@b.example"),
                    new Content.NewLocation(" ", Customers.OFFICE, Optional.empty(), ""),
                    new Content.NewLocation("A\nB", Customers.OFFICE, Optional.empty(), ""),
                    new Content.NewLocation("A", Customers.OFFICE, Optional.of("call me"), ""))) {
                assertThat(code(requests.ask(owner, Optional.empty(), content)))
                        .as(content.toString())
                        .isEqualTo("request-invalid");
            }
            assertThat(code(decide(support, ask(owner, BERGEN).id(), false, "a\u0007b")))
                    .isEqualTo("request-invalid");
        }

        @Test
        void whatWasWrittenIsNotStoredAsText() {
            CustomerRequest request = ask(owner, new Content.NewEmail("kari@ny.example"));
            decide(support, request.id(), false, "Ring Kari").orElseThrow();

            String stored = kernel.transactions
                    .read(tx -> kernel.stores.requests().request(tx, request.id()))
                    .orElseThrow()
                    .toString();
            assertThat(stored).doesNotContain("kari@ny.example", "Ring Kari");
        }
    }
}

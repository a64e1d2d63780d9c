package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Customers.OFFICE;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.ExternalId;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.NewUser;
import org.torg.api.account.Accounts.Query;
import org.torg.api.account.Accounts.Summary;
import org.torg.api.account.AddressId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;

class AccountListTest {

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

        private static final VendorId DENTAL = new VendorId("dental");

        Contract(Database database) {
            super(database);
        }

        private AccountId insert(String number, String name, Optional<String> organisation, String country) {
            AccountId id = new AccountId("0190a000-0000-7000-9000-" + "0".repeat(12 - number.length()) + number);
            Account account = new Account(
                    id,
                    number,
                    name,
                    organisation,
                    country,
                    "nb",
                    OFFICE,
                    List.of(new DeliveryAddress(new AddressId("1"), "x", OFFICE, Optional.empty())),
                    List.of("a@kunde.example"),
                    Optional.empty(),
                    true,
                    Map.of(),
                    List.of(new ExternalId("erp", "ERP-" + number)),
                    1);
            kernel.transactions.change(tx -> kernel.stores.accounts().insert(tx, account));
            return id;
        }

        private AccountId insert(String number, String name) {
            return insert(number, name, Optional.empty(), "NO");
        }

        private void agree(AccountId account, VendorId vendor, Optional<UserId> manager) {
            kernel.transactions.change(tx -> kernel.stores
                    .accounts()
                    .put(tx, new Agreement(account, vendor, Optional.empty(), Set.of(), manager)));
        }

        private Page<Summary> page(Caller caller, Query query, PageRequest page) {
            return kernel.accounts.find(caller, query, page).orElseThrow();
        }

        private List<String> found(Caller caller, Query query) {
            return page(caller, query, PageRequest.first(50)).items().stream()
                    .map(Summary::customerNumber)
                    .toList();
        }

        private List<String> found(String text) {
            return found(STAFF, text(text));
        }

        private static Query text(String text) {
            return new Query(Optional.of(text), Optional.empty(), Optional.empty());
        }

        private static final Query ALL = new Query(Optional.empty(), Optional.empty(), Optional.empty());

        private static Caller staffOf(VendorId vendor) {
            return Callers.with(new Grant(Function.ACCOUNT_READ, Scope.of(vendor)));
        }

        @Test
        void namesAndNumbersAreFoundByTheirBeginnings() {
            insert("100", "Åsgård Møbelhus AS", Optional.of("974760673"), "NO");
            insert("200", "Bergen Rør-service AS");
            insert("300", "O'Hara & Sønner");

            assertThat(found("møbel")).containsExactly("100");
            assertThat(found("ÅSGÅRD as")).containsExactly("100");
            assertThat(found("service")).containsExactly("200");
            assertThat(found("rør-serv")).containsExactly("200");
            assertThat(found("hara")).containsExactly("300");
            assertThat(found("as")).containsExactly("200", "100");
            assertThat(found("974 760 673")).containsExactly("100");
            assertThat(found("974760673")).containsExactly("100");
            assertThat(found("erp-3")).containsExactly("300");
            assertThat(found("200")).containsExactly("200");
            assertThat(found("bergen møbelhus")).isEmpty();
            assertThat(found("%")).isEmpty();
        }

        private void person(String email, AccountId... accounts) {
            NewUser person = new NewUser(
                    email,
                    "Kari Nordmann",
                    "nb",
                    Stream.of(accounts)
                            .map(account -> new Membership(Role.BUYER, Scope.of(account)))
                            .collect(Collectors.toSet()));
            kernel.accounts
                    .createUser(STAFF, Optional.empty(), person, "en lang og god setning".toCharArray())
                    .orElseThrow();
        }

        private List<String> ofPerson(Caller caller, String email) {
            return kernel.accounts.ofPerson(caller, email).orElseThrow().stream()
                    .map(Summary::customerNumber)
                    .toList();
        }

        @Test
        void accountsAreFoundByTheWholeEMailOfAPerson() {
            AccountId first = insert("100", "Bergen Rør AS");
            AccountId second = insert("200", "Askøy Rør AS");
            insert("300", "Voss Rør AS");
            person("Kari+ror@Kunde.example", first, second);

            assertThat(ofPerson(STAFF, " kari+ROR@kunde.example ")).containsExactly("200", "100");
            for (String other : List.of("kari@kunde.example", "ari+ror@kunde.example", "kari+ror", "%", "", "\0")) {
                assertThat(ofPerson(STAFF, other)).as(other).isEmpty();
            }
            assertThat(ofPerson(STAFF, "x".repeat(400))).isEmpty();
        }

        @Test
        void byAnEMailNobodyFindsWhatIsNotTheirs() {
            AccountId lit = insert("100", "Bergen Rør AS");
            AccountId free = insert("200", "Askøy Rør AS");
            AccountId others = insert("300", "Voss Rør AS");
            agree(lit, LIGHTING, Optional.empty());
            agree(others, DENTAL, Optional.empty());
            person("kari@kunde.example", lit, free, others);

            assertThat(ofPerson(staffOf(LIGHTING), "kari@kunde.example")).containsExactly("200", "100");
            assertThat(code(kernel.accounts.ofPerson(Callers.buyer(lit), "kari@kunde.example")))
                    .isEqualTo("right-missing");
            assertThat(code(kernel.accounts.ofPerson(Callers.stranger(), "kari@kunde.example")))
                    .isEqualTo("token-missing");
        }

        @Test
        void whatHasChangedIsFoundAnew() {
            AccountId id = insert("100", "Gammelt Navn AS");
            Account account = kernel.accounts.get(STAFF, id).orElseThrow();

            kernel.accounts
                    .edit(
                            STAFF,
                            Optional.empty(),
                            id,
                            Optional.empty(),
                            new org.torg.api.account.Accounts.Details(
                                    "Nytt Navn AS",
                                    Optional.empty(),
                                    "nb",
                                    account.billing(),
                                    account.invoiceEmails(),
                                    account.phone(),
                                    account.preferences(),
                                    account.externalIds()))
                    .orElseThrow();

            assertThat(found("nytt")).containsExactly("100");
            assertThat(found("gammelt")).isEmpty();
        }

        /** A Swedish sole trader's number is the owner's own. */
        @Test
        void aPersonalNumberIsNeitherSearchedNorListed() {
            insert("100", "Firma Ek", Optional.of("6408233234"), "SE");
            insert("200", "Bolaget AB", Optional.of("5560473521"), "SE");

            assertThat(found("6408233234")).isEmpty();
            assertThat(found("5560473521")).containsExactly("200");
            assertThat(page(STAFF, ALL, PageRequest.first(10)).items().stream().map(Summary::organisationNumber))
                    .containsExactly(Optional.of("5560473521"), Optional.empty());
        }

        @Test
        void pagesFollowEachOtherByNameAndAlsoWhereManyHaveTheWord() {
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 620; i++) {
                insert(Integer.toString(1000 + i), String.format("Kunde %03d AS", i / 2));
                expected.add(Integer.toString(1000 + i));
            }
            insert("9", "Annen bedrift AS");

            for (Query query : List.of(text("kunde"), text("kunde as"))) {
                List<String> walked = new ArrayList<>();
                Optional<String> after = Optional.empty();
                do {
                    database.sent().forget();
                    Page<Summary> page = page(STAFF, query, new PageRequest(after, 100));
                    assertThat(database.sent().statements()).hasSizeLessThanOrEqualTo(3);
                    page.items().forEach(item -> walked.add(item.customerNumber()));
                    after = page.next();
                } while (after.isPresent());
                assertThat(walked).isEqualTo(expected);
            }
            assertThat(found("kunde 007")).containsExactly("1014", "1015");
        }

        @Test
        void staffOfAVendorSeeItsCustomersAndThoseOfNobody() {
            agree(insert("100", "A"), LIGHTING, Optional.empty());
            agree(insert("200", "B"), DENTAL, Optional.empty());
            AccountId both = insert("300", "C");
            agree(both, LIGHTING, Optional.empty());
            agree(both, DENTAL, Optional.empty());
            insert("400", "D");

            assertThat(found(staffOf(LIGHTING), ALL)).containsExactly("100", "300", "400");
            assertThat(found(staffOf(DENTAL), ALL)).containsExactly("200", "300", "400");
            assertThat(found(STAFF, ALL)).containsExactly("100", "200", "300", "400");
            assertThat(found(STAFF, new Query(Optional.empty(), Optional.of(DENTAL), Optional.empty())))
                    .containsExactly("200", "300");
            assertThat(found(staffOf(LIGHTING), new Query(Optional.empty(), Optional.of(DENTAL), Optional.empty())))
                    .isEmpty();
        }

        @Test
        @Tag("L11")
        void aManagerFindsTheAccountsInTheirCare() {
            UserId anne = new UserId("anne");
            agree(insert("100", "A"), LIGHTING, Optional.of(anne));
            AccountId elsewhere = insert("200", "B");
            agree(elsewhere, DENTAL, Optional.of(anne));
            agree(elsewhere, LIGHTING, Optional.empty());

            Query hers = new Query(Optional.empty(), Optional.empty(), Optional.of(anne));
            assertThat(found(STAFF, hers)).containsExactly("100", "200");
            assertThat(found(staffOf(LIGHTING), hers)).containsExactly("100");
        }

        @Test
        void onlyStaffHaveTheListAndACursorIsOneOfIts() {
            insert("100", "A");

            assertThat(code(kernel.accounts.find(Callers.owner(), ALL, PageRequest.first(10))))
                    .isEqualTo("right-missing");
            assertThat(code(kernel.accounts.find(Callers.stranger(), ALL, PageRequest.first(10))))
                    .isEqualTo("token-missing");
            for (String odd : List.of("", "nonsense", "\0 \0", "x".repeat(500))) {
                assertThat(code(kernel.accounts.find(STAFF, ALL, new PageRequest(Optional.of(odd), 10))))
                        .isEqualTo("cursor-invalid");
            }
        }
    }
}

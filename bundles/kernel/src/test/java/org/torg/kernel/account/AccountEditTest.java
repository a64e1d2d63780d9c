package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Customers.CUSTOMER;
import static org.torg.kernel.fixture.Customers.OFFICE;
import static org.torg.kernel.fixture.Customers.OTHER_CUSTOMER;
import static org.torg.kernel.fixture.Customers.WAREHOUSE;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.ExternalId;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.Consultant;
import org.torg.api.account.Accounts.Details;
import org.torg.api.account.Accounts.NewAddress;
import org.torg.api.account.Accounts.NewUser;
import org.torg.api.account.Address;
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
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;

class AccountEditTest {

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

        private static final VendorId OTHER_VENDOR = new VendorId("dental");
        private static final Address FJORD =
                new Address("Kunde AS", Optional.empty(), "Fjordveien 9", Optional.empty(), "5003", "Bergen", "NO");

        private final AccountId id = CUSTOMER.id();
        private final Caller owner = Callers.owner();
        private final Caller support = Callers.with(
                new Grant(Function.ACCOUNT_READ, Scope.of(LIGHTING)),
                new Grant(Function.ACCOUNT_MANAGE, Scope.of(LIGHTING)));

        Contract(Database database) {
            super(database);
        }

        @BeforeEach
        void twoCustomers() {
            kernel.transactions.change(tx -> {
                kernel.stores.accounts().insert(tx, CUSTOMER);
                kernel.stores.accounts().insert(tx, OTHER_CUSTOMER);
            });
        }

        private Account stored() {
            return kernel.transactions
                    .read(tx -> kernel.stores.accounts().account(tx, id))
                    .orElseThrow();
        }

        private static Details details(Account account) {
            return AccountChange.details(account);
        }

        private static Details named(String name) {
            Details now = details(CUSTOMER);
            return new Details(
                    name,
                    now.organisationNumber(),
                    now.language(),
                    now.billing(),
                    now.invoiceEmails(),
                    now.phone(),
                    now.preferences(),
                    now.externalIds());
        }

        private static Details billedTo(Address billing) {
            Details now = details(CUSTOMER);
            return new Details(
                    now.name(),
                    now.organisationNumber(),
                    now.language(),
                    billing,
                    now.invoiceEmails(),
                    now.phone(),
                    now.preferences(),
                    now.externalIds());
        }

        private Outcome<Account> edit(Caller caller, Details details) {
            return kernel.accounts.edit(caller, Optional.empty(), id, Optional.empty(), details);
        }

        private Outcome<Account> put(Caller caller, Optional<AddressId> entry, Address address, boolean isDefault) {
            return kernel.accounts.putAddress(
                    caller,
                    Optional.empty(),
                    id,
                    Optional.empty(),
                    entry,
                    new NewAddress(address.line1(), address, Optional.empty(), isDefault));
        }

        private Outcome<Account> remove(Caller caller, String entry) {
            return kernel.accounts.removeAddress(caller, Optional.empty(), id, Optional.empty(), new AddressId(entry));
        }

        @Test
        @Tag("L05")
        @Tag("D11")
        void theCompanysProfileIsItsOwn() {
            Details wanted = new Details(
                    "Kunde Nord AS",
                    Optional.of("NO 123 456 785 MVA"),
                    "sv",
                    OFFICE,
                    List.of("a@kunde.example", "b@kunde.example"),
                    Optional.of("+47 22 00 00 00"),
                    Map.of("packing-slip", "none"),
                    List.of(new ExternalId("erp", "K-1")));

            Account edited = edit(owner, wanted).orElseThrow();

            assertThat(edited).isEqualTo(stored());
            assertThat(edited.version()).isEqualTo(2);
            assertThat(edited.name()).isEqualTo("Kunde Nord AS");
            assertThat(edited.organisationNumber()).contains("123456785");
            assertThat(edited.invoiceEmails()).containsExactly("a@kunde.example", "b@kunde.example");
            assertThat(edited.preferences()).containsExactly(Map.entry("packing-slip", "none"));
            assertThat(edited.externalIds()).containsExactly(new ExternalId("erp", "K-1"));
        }

        @Test
        @Tag("L01")
        void aCustomerChangesTheBusinessAddressAtOnce() {
            assertThat(edit(owner, billedTo(FJORD)).orElseThrow().billing()).isEqualTo(FJORD);
            assertThat(kernel.accounts.current(owner).orElseThrow().billing()).isEqualTo(FJORD);
        }

        @Test
        void onlyStaffChangeTheOrganisationNumberAndItsDigitsAreChecked() {
            Details now = details(CUSTOMER);
            Details other = AccountChange.withNumber(now, Optional.of("974 760 673"));
            Details wrong = AccountChange.withNumber(now, Optional.of("974760674"));

            assertThat(code(edit(owner, other))).isEqualTo("organisation-number-by-vendor");
            assertThat(code(edit(STAFF, wrong))).isEqualTo("organisation-number-invalid");
            assertThat(edit(STAFF, other).orElseThrow().organisationNumber()).contains("974760673");
            assertThat(edit(owner, AccountChange.withNumber(now, Optional.empty()))
                            .orElseThrow()
                            .organisationNumber())
                    .contains("974760673");
        }

        @Test
        void everyFaultIsNamed() {
            Refusal refusal = refusal(edit(
                    owner,
                    new Details(
                            " ",
                            Optional.empty(),
                            "norsk",
                            new Address("x", Optional.empty(), "y", Optional.empty(), "123", "z", "NO"),
                            List.of(),
                            Optional.of("call me"),
                            Map.of("Ugly key", "x"),
                            List.of(new ExternalId("", "")))));

            assertThat(refusal.code()).isEqualTo("account-invalid");
            assertThat(refusal.details().stream().map(Refusal.Detail::field))
                    .containsExactly(
                            "/name",
                            "/language",
                            "/billing/postcode",
                            "/invoiceEmails",
                            "/phone",
                            "/preferences",
                            "/externalIds/0/system",
                            "/externalIds/0/value");
        }

        @Test
        void whoHasSeenAnOlderVersionLearnsThatItHasChanged() {
            edit(STAFF, named("First")).orElseThrow();

            Outcome<Account> late = kernel.accounts.edit(owner, Optional.empty(), id, Optional.of(1L), named("Second"));

            assertThat(refusal(late).kind()).isEqualTo(Refusal.Kind.PRECONDITION);
            assertThat(code(late)).isEqualTo("version-changed");
            assertThat(stored().name()).isEqualTo("First");
            assertThat(kernel.accounts
                            .edit(owner, Optional.empty(), id, Optional.of(2L), named("Second"))
                            .orElseThrow()
                            .version())
                    .isEqualTo(3);
        }

        @Test
        void aRepeatUnderTheSameKeyChangesNothingMore() {
            Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("edit-1"));
            kernel.accounts.edit(owner, key, id, Optional.of(1L), named("Once")).orElseThrow();

            Account again = kernel.accounts
                    .edit(owner, key, id, Optional.of(1L), named("Once"))
                    .orElseThrow();

            assertThat(again.version()).isEqualTo(2);
            assertThat(code(kernel.accounts.edit(owner, key, id, Optional.of(1L), named("Twice"))))
                    .isEqualTo("idempotency-key-reused");
        }

        @Test
        void eachChangeStandsInTheAuditTrailOfTheAccount() {
            edit(owner, named("Audited")).orElseThrow();
            put(owner, Optional.empty(), FJORD, false).orElseThrow();

            List<AuditEntry> trail = kernel.audit
                    .find(
                            STAFF,
                            new AuditTrail.Query(Optional.empty(), Optional.of(id), Optional.empty()),
                            PageRequest.first(10))
                    .orElseThrow()
                    .items();
            assertThat(trail.stream().map(AuditEntry::command)).containsExactly("put-address", "edit-account");
            assertThat(trail.stream().map(AuditEntry::target)).containsOnly(id.value());
        }

        @Test
        void aChangeCostsFewStatements() {
            database.sent().forget();

            put(owner, Optional.empty(), FJORD, false).orElseThrow();

            // The account, its agreements, what the vendor says (up to three, once), the change, the audit entry.
            assertThat(database.sent().statements()).hasSizeLessThanOrEqualTo(7);
            database.sent().forget();
            kernel.accounts.current(owner).orElseThrow();
            assertThat(database.sent().statements()).hasSize(1);
        }

        @Test
        @Tag("L02")
        void aNewDeliveryAddressCanBeChosenAtOnceAndTheDefaultComesFirst() {
            Account with = put(owner, Optional.empty(), FJORD, false).orElseThrow();
            assertThat(with.deliveries().stream().map(DeliveryAddress::address)).containsExactly(WAREHOUSE, FJORD);

            AddressId second = with.deliveries().get(1).id();
            Account preferred = put(owner, Optional.of(second), OFFICE, true).orElseThrow();

            assertThat(preferred.deliveries().stream().map(DeliveryAddress::address))
                    .containsExactly(OFFICE, WAREHOUSE);
            assertThat(preferred.deliveries().get(0).id()).isEqualTo(second);
            assertThat(kernel.accounts.current(owner).orElseThrow()).isEqualTo(preferred);
        }

        @Test
        void theLastAddressStays() {
            assertThat(code(remove(owner, "1"))).isEqualTo("last-address");
            put(owner, Optional.empty(), FJORD, false).orElseThrow();
            assertThat(code(remove(owner, "2"))).isEqualTo("address-not-found");

            assertThat(remove(owner, "1").orElseThrow().deliveries().stream().map(DeliveryAddress::address))
                    .containsExactly(FJORD);
        }

        @Test
        @Tag("D04")
        void somebodyOfTheCompanyConfirmsItsDetails() {
            kernel.transactions.change(tx -> kernel.stores.accounts().update(tx, CUSTOMER, unverified()));

            assertThat(code(kernel.accounts.verify(support, Optional.empty(), id, Optional.empty())))
                    .isEqualTo("right-missing");
            assertThat(code(kernel.accounts.verify(Callers.buyer(), Optional.empty(), id, Optional.empty())))
                    .isEqualTo("right-missing");
            assertThat(stored().verified()).isFalse();

            Account confirmed = kernel.accounts
                    .verify(owner, Optional.empty(), id, Optional.of(2L))
                    .orElseThrow();
            assertThat(confirmed.verified()).isTrue();
            assertThat(stored()).isEqualTo(confirmed);
        }

        private static Account unverified() {
            return new Account(
                    CUSTOMER.id(),
                    CUSTOMER.customerNumber(),
                    CUSTOMER.name(),
                    CUSTOMER.organisationNumber(),
                    CUSTOMER.country(),
                    CUSTOMER.language(),
                    CUSTOMER.billing(),
                    CUSTOMER.deliveries(),
                    CUSTOMER.invoiceEmails(),
                    CUSTOMER.phone(),
                    false,
                    CUSTOMER.preferences(),
                    CUSTOMER.externalIds(),
                    2);
        }

        @Test
        void aForeignAccountAnswersAsAnUnknownOne() {
            AccountId nowhere = new AccountId("0190a000-0000-7000-8000-00000000dead");
            Caller foreigner = Callers.foreigner();

            assertThat(edit(foreigner, named("Mine")))
                    .isEqualTo(kernel.accounts.edit(
                            foreigner, Optional.empty(), nowhere, Optional.empty(), named("Mine")));
            assertThat(kernel.accounts.get(foreigner, id)).isEqualTo(kernel.accounts.get(foreigner, nowhere));
            assertThat(code(kernel.accounts.get(foreigner, id))).isEqualTo("account-not-found");
            assertThat(code(put(foreigner, Optional.empty(), FJORD, false))).isEqualTo("account-not-found");
            assertThat(code(remove(foreigner, "1"))).isEqualTo("account-not-found");
            assertThat(code(kernel.accounts.verify(foreigner, Optional.empty(), id, Optional.empty())))
                    .isEqualTo("account-not-found");
            assertThat(code(kernel.accounts.agreements(foreigner, id))).isEqualTo("account-not-found");
            assertThat(code(kernel.accounts.managers(foreigner, id))).isEqualTo("account-not-found");
            assertThat(code(kernel.accounts.locations(foreigner, id))).isEqualTo("account-not-found");
            assertThat(stored()).isEqualTo(CUSTOMER);
        }

        @Test
        void aBuyerReadsTheAccountAndIsToldWhichRightIsMissingToEditIt() {
            Caller buyer = Callers.buyer();

            assertThat(kernel.accounts.get(buyer, id)).isEqualTo(Outcome.done(CUSTOMER));
            assertThat(code(edit(buyer, named("Mine")))).isEqualTo("right-missing");
            assertThat(code(put(buyer, Optional.empty(), FJORD, false))).isEqualTo("right-missing");
            assertThat(code(kernel.accounts.get(Callers.stranger(), id))).isEqualTo("token-missing");
        }

        @Test
        void anAccountIsTheBusinessOfTheVendorsWithWhichItDeals() {
            assertThat(code(kernel.accounts.get(support, id))).isEqualTo("done");
            agree(OTHER_VENDOR);
            assertThat(code(kernel.accounts.get(support, id))).isEqualTo("account-not-found");
            assertThat(code(edit(support, named("Ours")))).isEqualTo("account-not-found");
            assertThat(code(kernel.accounts.agree(
                            support, Optional.empty(), new Agreement(id, LIGHTING, Optional.empty(), Set.of()))))
                    .isEqualTo("account-not-found");

            agree(LIGHTING);
            assertThat(code(kernel.accounts.get(support, id))).isEqualTo("done");
            assertThat(code(edit(support, named("Ours")))).isEqualTo("other-vendors-concerned");
            assertThat(kernel.accounts.agreements(support, id).orElseThrow().stream()
                            .map(Agreement::vendor))
                    .containsExactly(LIGHTING);
            assertThat(kernel.accounts.agreements(owner, id).orElseThrow()).hasSize(2);
        }

        @Test
        void aVendorsStaffOpenAccountsAndLearnNothingOfThoseOfOthers() {
            agree(OTHER_VENDOR);

            Outcome<Account> taken = kernel.accounts.open(support, Optional.empty(), CUSTOMER);
            Account own = kernel.accounts
                    .open(support, Optional.empty(), org.torg.kernel.fixture.Customers.account("777"))
                    .orElseThrow();

            assertThat(code(taken)).isEqualTo("customer-number-taken");
            assertThat(kernel.accounts.get(support, own.id())).isEqualTo(Outcome.done(own));
            assertThat(code(kernel.accounts.open(owner, Optional.empty(), CUSTOMER)))
                    .isEqualTo("right-missing");
        }

        private void agree(VendorId vendor) {
            kernel.transactions.change(
                    tx -> kernel.stores.accounts().put(tx, new Agreement(id, vendor, Optional.empty(), Set.of())));
        }

        @Test
        @Tag("L11")
        void theCustomerIsToldWhoLooksAfterTheAccount() {
            UserId anne = person("anne@lysverk.example", new Membership(Role.STAFF_SUPPORT, Scope.of(LIGHTING)));
            Agreement agreement = new Agreement(id, LIGHTING, Optional.of("gold"), Set.of(), Optional.of(anne));

            kernel.accounts.agree(support, Optional.empty(), agreement).orElseThrow();

            assertThat(kernel.accounts.managers(Callers.buyer(), id).orElseThrow())
                    .containsExactly(new Consultant(LIGHTING, anne, "Anne", "anne@lysverk.example"));
            assertThat(kernel.accounts.agreements(owner, id).orElseThrow()).containsExactly(agreement);
        }

        @Test
        @Tag("L11")
        void nobodyButStaffOfTheVendorLooksAfterAccounts() {
            UserId kari = person("kari@kunde.example", new Membership(Role.OWNER, Scope.of(id)));
            UserId other = person("per@dental.example", new Membership(Role.STAFF_SUPPORT, Scope.of(OTHER_VENDOR)));

            for (UserId nobody : List.of(kari, other, new UserId("nobody"))) {
                assertThat(code(kernel.accounts.agree(
                                support,
                                Optional.empty(),
                                new Agreement(id, LIGHTING, Optional.empty(), Set.of(), Optional.of(nobody)))))
                        .isEqualTo("manager-unknown");
            }
        }

        @Test
        @Tag("L08")
        @Tag("L10")
        void onlyStaffSetATierAndUntilThenThereIsNone() {
            Agreement gold = new Agreement(id, LIGHTING, Optional.of("gold"), Set.of());
            assertThat(kernel.accounts.agreements(owner, id).orElseThrow()).isEmpty();

            assertThat(code(kernel.accounts.agree(owner, Optional.empty(), gold)))
                    .isEqualTo("right-missing");
            kernel.accounts.agree(support, Optional.empty(), gold).orElseThrow();

            assertThat(kernel.accounts.agreements(owner, id).orElseThrow()).containsExactly(gold);
        }

        private UserId person(String email, Membership membership) {
            return kernel.accounts
                    .createUser(
                            STAFF,
                            Optional.empty(),
                            new NewUser(email, "Anne", "nb", Set.of(membership)),
                            "en lang og god setning".toCharArray())
                    .orElseThrow();
        }

        @Test
        void aDanishNumberThatTheRegisterWouldNotGiveOutIsAWarning() {
            assertThat(kernel.accounts.warnings(danish("35254119"))).hasSize(1);
            assertThat(kernel.accounts.warnings(danish("13748136"))).isEmpty();
            assertThat(kernel.accounts.warnings(CUSTOMER)).isEmpty();
        }

        private static Account danish(String number) {
            return new Account(
                    CUSTOMER.id(),
                    "1",
                    "Kunde ApS",
                    Optional.of(number),
                    "DK",
                    "da",
                    OFFICE,
                    List.of(OFFICE),
                    "a@kunde.example",
                    Optional.empty());
        }
    }
}

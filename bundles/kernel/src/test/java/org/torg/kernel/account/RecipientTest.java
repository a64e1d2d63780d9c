package org.torg.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.Recipient;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.KernelContract;

@Tag("D19")
class RecipientTest {

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

        private static final PageRequest ALL = PageRequest.first(200);
        private static final String NUMBER = "31129956715";

        private AccountId clinic = new AccountId("");
        private AccountId other = new AccountId("");

        Contract(Database database) {
            super(database);
        }

        @BeforeEach
        void openAccounts() {
            clinic = kernel.openAccount("10042").id();
            other = kernel.openAccount("10043").id();
            kernel.transactions.change(tx -> kernel.stores
                    .accounts()
                    .put(tx, new Agreement(clinic, Kernel.LIGHTING, Optional.empty(), Set.of())));
        }

        @Test
        void whoMayEditRecipientsHereAddsAndReadsThem() {
            Recipient added = add(nurse(), "Kari Nordmann");

            assertThat(added.account()).isEqualTo(clinic);
            assertThat(added.location()).isEqualTo(new LocationId("oslo"));
            Recipient read = kernel.recipients.get(nurse(), added.id()).orElseThrow();
            assertThat(read).isEqualTo(added);
            assertThat(read.identityNumber()).contains(NUMBER);
            assertThat(read.toString()).doesNotContain("Kari");
        }

        @Test
        void nothingOfARecipientStandsInTheDatabase() {
            Recipient added = add(nurse(), "Kari Nordmann");
            find(nurse(), "kari");
            kernel.recipients.edit(
                    nurse(),
                    key("e"),
                    added.id(),
                    Optional.empty(),
                    "Kari Hansen",
                    Optional.of("J 77"),
                    Optional.empty());

            assertThat(database.texts())
                    .isNotEmpty()
                    .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains("kari")
                            || text.contains("Nordmann")
                            || text.contains("Hansen")
                            || text.contains("J 77")
                            || text.contains("311299"));
        }

        @Test
        void anotherLocationAnotherAccountAndStrangersDoNotSeeThem() {
            RecipientId id = add(nurse(), "Kari Nordmann").id();
            RecipientId unknown = new RecipientId("0190a000-0000-7000-8000-00000000dead");

            for (Caller foreigner : List.of(
                    person(clinic, "bergen", Role.OWNER),
                    person(other, "oslo", Role.OWNER),
                    Callers.stranger(),
                    Callers.owner(),
                    staff(new VendorId("dental"), Function.RECIPIENT_READ))) {
                Refusal foreign = refusal(kernel.recipients.get(foreigner, id));
                assertThat(foreign).isEqualTo(refusal(kernel.recipients.get(foreigner, unknown)));
                assertThat(foreign.code()).isEqualTo("recipient-not-found");
                assertThat(code(kernel.recipients.edit(
                                foreigner,
                                Optional.empty(),
                                id,
                                Optional.empty(),
                                "X",
                                Optional.empty(),
                                Optional.empty())))
                        .isEqualTo("recipient-not-found");
            }
            assertThat(find(person(clinic, "bergen", Role.OWNER), "kari")).isEmpty();
            assertThat(find(person(other, "oslo", Role.OWNER), "kari")).isEmpty();
            assertThat(code(kernel.recipients.get(nurse(), new RecipientId("../x"))))
                    .isEqualTo("recipient-not-found");
        }

        @Test
        void whoIsHereWithoutTheRightIsToldSo() {
            RecipientId id = add(nurse(), "Kari Nordmann").id();
            Caller cleaner = caller("cleaner", Optional.of(clinic), Optional.of("oslo"), Set.of());

            assertThat(code(kernel.recipients.get(cleaner, id))).isEqualTo("right-missing");
            assertThat(code(kernel.recipients.find(cleaner, Optional.empty(), ALL)))
                    .isEqualTo("right-missing");
            Caller reader = caller(
                    "reader",
                    Optional.of(clinic),
                    Optional.of("oslo"),
                    Set.of(new Grant(Function.RECIPIENT_READ, Scope.of(clinic))));
            assertThat(kernel.recipients.get(reader, id).isDone()).isTrue();
            assertThat(code(kernel.recipients.edit(
                            reader, Optional.empty(), id, Optional.empty(), "X", Optional.empty(), Optional.empty())))
                    .isEqualTo("right-missing");
        }

        @Test
        @Tag("D10")
        void whoSharesALoginSaysFirstWhoLooks() {
            RecipientId id = add(nurse(), "Kari Nordmann").id();
            Caller one = nurse();
            Caller front = new Caller(
                    one.subject(),
                    one.account(),
                    one.location(),
                    one.actingFor(),
                    one.grants(),
                    one.channel(),
                    one.requestId(),
                    one.language(),
                    true);

            assertThat(code(kernel.recipients.get(front, id))).isEqualTo("person-required");
            assertThat(code(kernel.recipients.find(front, Optional.empty(), ALL)))
                    .isEqualTo("person-required");
            assertThat(code(kernel.recipients.add(front, Optional.empty(), "Ola", Optional.empty(), Optional.empty())))
                    .isEqualTo("person-required");
            assertThat(kernel.privacy
                            .export(front, new org.torg.api.privacy.Subject.Patient(id))
                            .isDone())
                    .isFalse();
            assertThat(kernel.privacy
                            .export(one, new org.torg.api.privacy.Subject.Patient(id))
                            .isDone())
                    .isTrue();
        }

        @Test
        void aLocationMustBeChosen() {
            Caller nowhere = caller("nowhere", Optional.of(clinic), Optional.empty(), grants(Role.OWNER, clinic));

            assertThat(code(kernel.recipients.find(nowhere, Optional.empty(), ALL)))
                    .isEqualTo("location-required");
            assertThat(code(kernel.recipients.add(
                            nowhere, Optional.empty(), "Kari", Optional.empty(), Optional.empty())))
                    .isEqualTo("location-required");
            assertThat(code(kernel.recipients.find(Callers.stranger(), Optional.empty(), ALL)))
                    .isEqualTo("token-missing");
        }

        @Test
        void whatWasAgreedWithAVendorShowsNobodyToItsStaff() {
            RecipientId id = add(nurse(), "Kari Nordmann").id();

            for (Function function : List.of(Function.RECIPIENT_READ, Function.ORDER_READ)) {
                assertThat(code(kernel.recipients.get(staff(Kernel.LIGHTING, function), id)))
                        .isEqualTo("recipient-not-found");
            }
        }

        @Test
        void theyAreFoundByHowTheirWordsBeginHoweverWritten() {
            add(nurse(), "Håkon Sørensen", "J 1042");
            add(nurse(), "Kari Nordmann", "J 2001");

            assertThat(find(nurse(), "haak")).containsExactly("Håkon Sørensen");
            assertThat(find(nurse(), "sören hå")).containsExactly("Håkon Sørensen");
            assertThat(find(nurse(), "1042")).containsExactly("Håkon Sørensen");
            assertThat(find(nurse(), "håkon nord")).isEmpty();
            assertThat(find(nurse(), "mann")).isEmpty();
            assertThat(find(nurse(), NUMBER)).as("numbers are not searched").isEmpty();
            assertThat(code(kernel.recipients.find(nurse(), Optional.of("-"), ALL)))
                    .isEqualTo("search-invalid");
        }

        @Test
        void aNewNameIsFoundAndTheOldOneIsNot() {
            Recipient added = add(nurse(), "Kari Nordmann");

            kernel.recipients
                    .edit(
                            nurse(),
                            Optional.empty(),
                            added.id(),
                            Optional.of(1L),
                            "Kari Hansen",
                            Optional.empty(),
                            Optional.empty())
                    .orElseThrow();

            assertThat(find(nurse(), "nord")).isEmpty();
            assertThat(find(nurse(), "hans")).containsExactly("Kari Hansen");
        }

        @Test
        void editsOfAnOlderVersionAreRefused() {
            Recipient added = add(nurse(), "Kari Nordmann");
            kernel.recipients
                    .edit(
                            nurse(),
                            Optional.empty(),
                            added.id(),
                            Optional.of(1L),
                            "A",
                            Optional.empty(),
                            Optional.empty())
                    .orElseThrow();

            Outcome<Recipient> late = kernel.recipients.edit(
                    nurse(), Optional.empty(), added.id(), Optional.of(1L), "B", Optional.empty(), Optional.empty());

            assertThat(refusal(late).kind()).isEqualTo(Refusal.Kind.PRECONDITION);
            assertThat(kernel.recipients.get(nurse(), added.id()).orElseThrow().name())
                    .isEqualTo("A");
        }

        @Test
        void pagesAreInTheOrderOfTheLanguage() {
            for (String name : List.of("Åse", "Berit", "Ærlig", "Øystein", "Anna")) {
                add(nurse(), name);
            }

            List<String> names = new ArrayList<>();
            Optional<String> after = Optional.empty();
            do {
                Page<Recipient> page = kernel.recipients
                        .find(nurse(), Optional.empty(), new PageRequest(after, 2))
                        .orElseThrow();
                page.items().forEach(one -> names.add(one.name()));
                after = page.next();
            } while (after.isPresent());

            assertThat(names).containsExactly("Anna", "Berit", "Ærlig", "Øystein", "Åse");
            assertThat(code(kernel.recipients.find(nurse(), Optional.empty(), new PageRequest(Optional.of("Kari"), 2))))
                    .isEqualTo("cursor-invalid");
        }

        @Test
        void inListsTheIdentityNumberIsMaskedToTheBirthDate() {
            add(nurse(), "Kari Nordmann");

            Recipient listed = kernel.recipients
                    .find(nurse(), Optional.empty(), ALL)
                    .orElseThrow()
                    .items()
                    .get(0);

            assertThat(listed.identityNumber()).contains("311299*****");
        }

        @Test
        @Tag("B23")
        void anUnusualIdentityNumberIsTakenWithAWarning() {
            Recipient usual = add(nurse(), "Kari Nordmann");
            Recipient unusual = kernel.recipients
                    .add(nurse(), Optional.empty(), "Ola", Optional.empty(), Optional.of("31129956714"))
                    .orElseThrow();

            assertThat(usual.warning()).isEmpty();
            assertThat(unusual.identityNumber()).contains("31129956714");
            assertThat(unusual.warning()).hasValueSatisfying(warning -> assertThat(warning.key())
                    .isEqualTo("recipient.identity-number-unusual"));
        }

        @Test
        void everyLookIsAuditedAlsoEachOfAListInOneStatement() {
            Recipient kari = add(nurse(), "Kari Nordmann");
            Recipient karin = add(nurse(), "Karin Hansen");
            add(nurse(), "Ola");
            kernel.recipients.get(nurse(), kari.id()).orElseThrow();
            database.sent().forget();

            find(nurse(), "kari");

            assertThat(database.sent().statements()).hasSize(4);
            List<AuditEntry> reads = trail(Optional.empty()).stream()
                    .filter(entry -> entry.command().equals("read-recipient"))
                    .toList();
            assertThat(reads)
                    .extracting(AuditEntry::target)
                    .containsExactlyInAnyOrder(
                            kari.id().value(), kari.id().value(), karin.id().value());
            assertThat(reads).extracting(AuditEntry::subject).containsOnly("user:nurse");
            assertThat(reads).extracting(AuditEntry::account).containsOnly(Optional.of(clinic));
        }

        @Test
        void manyAreNamedAtOnceForThoseWhoMaySeeThemAndEachLookIsAudited() {
            Recipient kari = add(nurse(), "Kari Nordmann");
            Recipient ola = add(nurse(), "Ola");
            RecipientId foreign = add(person(other, "oslo", Role.OWNER), "Per").id();
            List<RecipientId> asked = List.of(kari.id(), ola.id(), foreign, kari.id(), new RecipientId("../x"));
            database.sent().forget();

            assertThat(kernel.recipients.names(nurse(), asked))
                    .isEqualTo(Map.of(kari.id(), "Kari Nordmann", ola.id(), "Ola"));

            assertThat(database.sent().statements()).hasSize(3);
            assertThat(trail(Optional.empty()).stream()
                            .filter(entry -> entry.command().equals("read-recipient")))
                    .extracting(AuditEntry::target)
                    .containsExactlyInAnyOrder(kari.id().value(), ola.id().value());
            for (Caller foreigner :
                    List.of(person(clinic, "bergen", Role.OWNER), Callers.stranger(), Callers.owner())) {
                assertThat(kernel.recipients.names(foreigner, asked)).isEmpty();
            }
            assertThat(kernel.recipients.names(nurse(), List.of())).isEmpty();
        }

        @Test
        void aRefusedLookLeavesNothingToReadInTheTrail() {
            RecipientId id = add(nurse(), "Kari Nordmann").id();

            kernel.recipients.get(person(other, "oslo", Role.OWNER), id);

            assertThat(trail(Optional.of(id.value())))
                    .extracting(AuditEntry::command)
                    .containsExactly("add-recipient");
        }

        @Test
        void aRepeatUnderOneKeyAddsOnePersonAndAnotherPersonIsRefused() {
            Recipient first = kernel.recipients
                    .add(nurse(), key("k"), "Kari", Optional.empty(), Optional.empty())
                    .orElseThrow();

            assertThat(kernel.recipients
                            .add(nurse(), key("k"), "Kari", Optional.empty(), Optional.empty())
                            .orElseThrow()
                            .id())
                    .isEqualTo(first.id());
            assertThat(code(kernel.recipients.add(nurse(), key("k"), "Ola", Optional.empty(), Optional.empty())))
                    .isEqualTo("idempotency-key-reused");
            assertThat(find(nurse(), "kari")).hasSize(1);
        }

        @Test
        void whatCannotBeANameIsRefusedByField() {
            Refusal refusal = refusal(kernel.recipients.add(
                    nurse(), Optional.empty(), " ", Optional.of("x".repeat(101)), Optional.of("1\n2")));

            assertThat(refusal.code()).isEqualTo("recipient-invalid");
            assertThat(refusal.details())
                    .extracting(Refusal.Detail::field)
                    .containsExactly("/name", "/reference", "/identityNumber");
        }

        @Test
        @Tag("L04")
        void oneWhoseKeyWasDestroyedIsNotThereAnyMore() {
            RecipientId id = add(nurse(), "Kari Nordmann").id();

            kernel.transactions.change(tx -> kernel.vault.destroy(tx, id.value()));

            assertThat(code(kernel.recipients.get(nurse(), id))).isEqualTo("recipient-not-found");
            assertThat(find(nurse(), "kari")).isEmpty();
        }

        private List<AuditEntry> trail(Optional<String> target) {
            return kernel.audit
                    .find(Callers.STAFF, AuditTrail.Query.of(target), ALL)
                    .orElseThrow()
                    .items();
        }

        private Recipient add(Caller caller, String name) {
            return add(caller, name, "J 1");
        }

        private Recipient add(Caller caller, String name, String reference) {
            return kernel.recipients
                    .add(caller, Optional.empty(), name, Optional.of(reference), Optional.of(NUMBER))
                    .orElseThrow();
        }

        private List<String> find(Caller caller, String text) {
            return kernel.recipients.find(caller, Optional.of(text), ALL).orElseThrow().items().stream()
                    .map(Recipient::name)
                    .toList();
        }

        private static Optional<IdempotencyKey> key(String key) {
            return Optional.of(new IdempotencyKey(key));
        }

        private Caller nurse() {
            return caller("nurse", Optional.of(clinic), Optional.of("oslo"), grants(Role.BUYER, clinic));
        }

        private static Caller person(AccountId account, String location, Role role) {
            return caller("person", Optional.of(account), Optional.of(location), grants(role, account));
        }

        private static Caller staff(VendorId vendor, Function function) {
            return caller("staff", Optional.empty(), Optional.empty(), Set.of(new Grant(function, Scope.of(vendor))));
        }

        private static Set<Grant> grants(Role role, AccountId account) {
            return role.functions().stream()
                    .map(function -> new Grant(function, Scope.of(account)))
                    .collect(Collectors.toSet());
        }

        private static Caller caller(
                String name, Optional<AccountId> account, Optional<String> location, Set<Grant> grants) {
            return new Caller(
                    new Caller.Subject.Person(new UserId(name)),
                    account,
                    location.map(LocationId::new),
                    Optional.empty(),
                    grants,
                    Caller.Channel.API,
                    "test",
                    Locale.forLanguageTag("nb"));
        }
    }
}

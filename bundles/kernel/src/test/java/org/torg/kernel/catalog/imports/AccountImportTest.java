package org.torg.kernel.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.STAFF;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Location;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.catalog.ImportReportLine;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportRequest.Kind;
import org.torg.api.catalog.ImportRequest.OnError;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.catalog.ImportStatus.State;
import org.torg.api.store.InvitationStore.InvitationRow;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Customers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;
import org.torg.kernel.job.Turns;
import org.torg.kernel.notification.Letters;

class AccountImportTest {

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

        private static final String HEADER = "customer_number;name;organisation_number;billing_line1;billing_postcode;"
                + "billing_city;invoice_emails;phone;location_number;location_name;location_line1;location_postcode;"
                + "location_city;person_email;person_name;person_phone;role;functions;locations;shared;tier;groups\n";
        private static final String COMPANY =
                "K-1;Bjørk Elektro AS;923 609 016;Storgata 1;0155;Oslo;faktura@bjork.example|regnskap@bjork.example;22 00 00 00;";
        private static final String OSLO = "1;Bjørk Oslo;Kirkegata 2;0153;Oslo;";
        private static final String BERGEN = "2;Bjørk Bergen;Torget 3;5014;Bergen;";
        private static final String AGREED = ";gold;chain-a|chain-b\n";
        private static final String FILE = HEADER
                + COMPANY + OSLO + "eier@bjork.example;Kari Bjørk;99 00 00 00;owner;;;" + AGREED
                + COMPANY + BERGEN + "ola@bjork.example;Ola Nordmann;;colleague;cart-edit|price-read;1|2;yes" + AGREED
                + COMPANY + OSLO + "per@bjork.example;Per;;buyer;;;no" + AGREED
                + "K-2;Lys AS;;Havnegata 1;4006;Stavanger;post@lys.example;;;;;;;;;;;;;;;\n";

        private final Turns turns = new Turns(kernel, kernel.accountImport);

        Contract(Database database) {
            super(database);
        }

        private Outcome<ImportStatus> start(byte[] file, boolean dryRun, OnError onError, boolean invite) {
            return kernel.imports.start(
                    STAFF,
                    Optional.empty(),
                    new ImportRequest(Kind.ACCOUNTS, LIGHTING, dryRun, onError, invite),
                    new ByteArrayInputStream(file));
        }

        private ImportStatus imported(String csv, OnError onError) {
            return imported(csv.getBytes(StandardCharsets.UTF_8), false, onError, false);
        }

        private ImportStatus imported(byte[] csv, boolean dryRun, OnError onError, boolean invite) {
            ImportStatus started = start(csv, dryRun, onError, invite).orElseThrow();
            assertThat(turns.turn()).isTrue();
            return kernel.imports.get(STAFF, started.id()).orElseThrow();
        }

        private List<ImportReportLine> lines(ImportStatus status) {
            return kernel.imports
                    .report(STAFF, status.id(), PageRequest.first(200))
                    .orElseThrow()
                    .items();
        }

        private List<String> report(ImportStatus status) {
            return lines(status).stream()
                    .filter(line -> !line.code().endsWith("-added"))
                    .map(line -> line.line() + " " + line.column() + " " + line.code())
                    .toList();
        }

        /** How many accounts, locations and people the import has added, as it says itself. */
        private List<Argument> added(ImportStatus status) {
            return lines(status).stream()
                    .filter(line -> line.code().endsWith("-added"))
                    .map(line -> line.message().arguments().get(0))
                    .toList();
        }

        private static List<Argument> counts(long accounts, long locations, long people) {
            return List.of(Argument.number(accounts), Argument.number(locations), Argument.number(people));
        }

        private Optional<Account> account(String number) {
            return kernel.transactions.read(tx -> kernel.stores.accounts().byCustomerNumber(tx, number));
        }

        private List<Location> locations(String number) {
            return kernel.transactions.read(tx -> kernel.stores
                    .locations()
                    .locations(tx, account(number).orElseThrow().id()));
        }

        private InvitationRow invitation(String number, String email) {
            Team team = new Team.OfAccount(account(number).orElseThrow().id());
            return kernel.transactions
                    .read(tx -> kernel.stores.invitations().invitation(tx, team, email))
                    .orElseThrow();
        }

        @Test
        void customersComeWithTheirLocationsPeopleAndTiers() {
            ImportStatus status = imported(FILE, OnError.ABORT);
            assertThat(report(status)).isEmpty();
            assertThat(status.state()).isEqualTo(State.DONE);
            assertThat(List.of(status.rows(), status.accepted(), status.rejected()))
                    .containsExactly(4L, 4L, 0L);
            assertThat(added(status)).isEqualTo(counts(2, 2, 3));
            Account company = account("K-1").orElseThrow();
            assertThat(company.name()).isEqualTo("Bjørk Elektro AS");
            assertThat(company.organisationNumber()).contains("923609016");
            assertThat(company.invoiceEmails()).containsExactly("faktura@bjork.example", "regnskap@bjork.example");
            assertThat(company.verified()).as("by the company itself").isFalse();
            assertThat(company.deliveries().get(0).address()).isEqualTo(company.billing());
            assertThat(locations("K-1"))
                    .extracting(Location::name)
                    .containsExactlyInAnyOrder("Bjørk Oslo", "Bjørk Bergen");
            List<Agreement> agreed =
                    kernel.transactions.read(tx -> kernel.stores.accounts().agreements(tx, company.id()));
            assertThat(agreed)
                    .containsExactly(
                            new Agreement(company.id(), LIGHTING, Optional.of("gold"), Set.of("chain-a", "chain-b")));
            InvitationRow ola = invitation("K-1", "ola@bjork.example");
            assertThat(ola.rights().role()).isEqualTo(Role.COLLEAGUE);
            assertThat(ola.rights().functions()).containsExactlyInAnyOrder(Function.CART_EDIT, Function.PRICE_READ);
            assertThat(ola.rights().locations())
                    .containsExactlyInAnyOrderElementsOf(
                            locations("K-1").stream().map(Location::id).toList());
            assertThat(ola.rights().sharedLogin()).isTrue();
            assertThat(invitation("K-1", "per@bjork.example").rights().locations())
                    .as("where the row is")
                    .hasSize(1);
            assertThat(invitation("K-1", "eier@bjork.example").rights().everywhere())
                    .isTrue();
            assertThat(new Letters(kernel).waiting()).isEmpty();
        }

        @Test
        void theSameFileAgainChangesNothingAndSaysSo() {
            imported(FILE, OnError.ABORT);
            Account before = account("K-1").orElseThrow();
            ImportStatus again = imported(FILE.replace("Storgata 1", "Storgata 2"), OnError.ABORT);
            assertThat(again.state()).isEqualTo(State.DONE);
            assertThat(added(again)).isEqualTo(counts(0, 0, 0));
            assertThat(account("K-1")).contains(before);
            ImportStatus more =
                    imported(HEADER + COMPANY + "3;Bjørk Bodø;Sjøgata 1;8006;Bodø;" + ";;;;;;;;\n", OnError.ABORT);
            assertThat(report(more)).isEmpty();
            assertThat(added(more)).isEqualTo(counts(0, 1, 0));
        }

        @Test
        void whoDealsWithAnotherVendorTooIsNotChangedByAFile() {
            imported(FILE, OnError.ABORT);
            AccountId known = account("K-1").orElseThrow().id();
            kernel.transactions.change(tx -> kernel.stores
                    .accounts()
                    .put(tx, new Agreement(known, new VendorId("other"), Optional.empty(), Set.of())));
            String more = HEADER + COMPANY + "3;Bjørk Bodø;Sjøgata 1;8006;Bodø;" + "ny@bjork.example;Ny Eier;;owner;;;"
                    + AGREED;

            assertThat(report(imported(more, OnError.SKIP)))
                    .containsExactly("2 customer_number other-vendors-concerned");
            assertThat(locations("K-1")).hasSize(2);
            assertThat(report(imported(FILE.replace("K-1;", "K-9;"), OnError.ABORT)))
                    .isEmpty();
        }

        @Test
        void aColleagueComesWithFunctions() {
            assertThat(report(imported(FILE.replace("cart-edit|price-read", ""), OnError.SKIP)))
                    .containsExactly("3 functions functions-missing");
        }

        @Test
        void aDryRunJudgesAndAddsNothing() {
            ImportStatus status = imported(
                    (FILE + "K-3;;;;;;;;;;;;;;;;;;;;;\n").getBytes(StandardCharsets.UTF_8), true, OnError.SKIP, true);
            assertThat(List.of(status.accepted(), status.rejected())).containsExactly(4L, 1L);
            assertThat(account("K-1")).isEmpty();
            assertThat(new Letters(kernel).waiting()).isEmpty();
        }

        @Test
        void oneBadRowAddsNothingUnlessBadOnesAreSkipped() {
            String bad = FILE + "K-3;Feil AS;;Veien 1;155;Oslo;post@feil.example;;;;;;;;;;;;;;;\n";
            ImportStatus aborted = imported(bad, OnError.ABORT);
            assertThat(aborted.state()).isEqualTo(State.ABORTED);
            assertThat(report(aborted)).containsExactly("6 billing_postcode address-invalid");
            assertThat(account("K-1")).isEmpty();
            ImportStatus skipped = imported(bad, OnError.SKIP);
            assertThat(added(skipped)).isEqualTo(counts(2, 2, 3));
            assertThat(account("K-3")).isEmpty();
        }

        @Test
        void peopleAreInvitedWhenItIsAskedFor() {
            imported(FILE.getBytes(StandardCharsets.UTF_8), false, OnError.ABORT, true);
            Letters letters = new Letters(kernel);
            assertThat(letters.waiting()).hasSize(3);
            assertThat(letters.last("ola@bjork.example").template()).isEqualTo("invitation");
            assertThat(letters.secret("ola@bjork.example")).isNotEmpty();
        }

        @Test
        void rowsThatContradictEachOtherNameTheEarlierLine() {
            ImportStatus status = imported(
                    FILE
                            + COMPANY.replace("Storgata 1", "Storgata 9") + OSLO + ";;;;;;" + AGREED
                            + COMPANY + OSLO.replace("Kirkegata", "Parkgata") + ";;;;;;" + AGREED
                            + COMPANY + OSLO + "OLA@bjork.example;Ola;;buyer;;;" + AGREED
                            + COMPANY + OSLO + ";;;;;;;silver;\n",
                    OnError.SKIP);
            assertThat(report(status))
                    .containsExactly(
                            "6 customer_number account-differs",
                            "7 location_number location-differs",
                            "8 person_email person-duplicate",
                            "9 customer_number account-differs");
            assertThat(lines(status).get(0).message().arguments()).containsExactly(Argument.number(2));
            assertThat(added(status)).isEqualTo(counts(2, 2, 3));
        }

        @Test
        void everyFaultNamesItsColumn() {
            String faulty = HEADER
                    + "K 1;;12345;Storgata 1;0155;Oslo;nobody;abc;1;;Veien 1;55;Oslo;her;;x;king;fly;9;maybe;wood;Ærlig\n"
                    + COMPANY + ";;;;;kari@bjork.example;Kari;;buyer;;;;;\n"
                    + COMPANY + ";;;;;kari@bjork.example;Kari;;buyer;;9;;;\n"
                    + COMPANY + ";;;;;kari@bjork.example;Kari;;owner;;9;;;\n"
                    + COMPANY + ";;;;;kari@bjork.example;Kari;;buyer;cart-edit;*;;;\n";
            assertThat(report(imported(faulty, OnError.SKIP)))
                    .contains(
                            "2 customer_number value-invalid",
                            "2 name value-invalid",
                            "2 invoice_emails email-invalid",
                            "2 phone phone-invalid",
                            "2 location_postcode address-invalid",
                            "2 person_email email-invalid",
                            "2 person_name value-invalid",
                            "2 role role-unknown",
                            "2 functions function-unknown",
                            "2 shared flag-invalid",
                            "2 groups group-invalid",
                            "3 locations locations-missing",
                            "4 locations location-unknown",
                            "5 locations locations-invalid",
                            "6 functions function-unknown");
            assertThat(report(imported(HEADER + COMPANY + ";;;;;;;;;;;;wood;\n", OnError.SKIP)))
                    .containsExactly("2 tier tier-unknown");
            assertThat(report(imported(
                            HEADER + COMPANY.replace("923 609 016", "923609017") + ";;;;;;;;;;;;;\n", OnError.SKIP)))
                    .containsExactly("2 organisation_number organisation-number-invalid");
        }

        @Test
        void theFileMayBeWrittenAsItLikes() {
            Charset windows = Charset.forName("windows-1252");
            String commas =
                    (FILE + "\n;;;;;;;;;;;;;;;;;;;;;\n").replace(';', ',').replace("\n", "\r\n");
            ImportStatus status = imported(commas.getBytes(windows), true, OnError.ABORT, false);
            assertThat(report(status)).isEmpty();
            assertThat(status.accepted()).isEqualTo(4);
            String quoted = "\ufeff"
                    + "customer_number;name;billing_line1;billing_postcode;billing_city;invoice_emails;colour\n"
                    + "K-9;\"Lys; og lyd \"\"Nord\"\" AS\";Veien 1;9008;Tromsø;post@lys.example;red\n";
            ImportStatus other = imported(quoted, OnError.ABORT);
            assertThat(report(other)).containsExactly("1 colour column-unknown");
            assertThat(account("K-9").orElseThrow().name()).isEqualTo("Lys; og lyd \"Nord\" AS");
        }

        @Test
        void anotherVendorsCustomerIsNotTakenOver() {
            Account theirs = kernel.accounts
                    .open(STAFF, Optional.empty(), Customers.account("K-2"))
                    .orElseThrow();
            kernel.transactions.change(tx -> kernel.stores
                    .accounts()
                    .put(tx, new Agreement(theirs.id(), new VendorId("dental"), Optional.empty(), Set.of())));
            ImportStatus status = imported(FILE, OnError.SKIP);
            assertThat(report(status)).containsExactly("5 customer_number customer-number-taken");
            assertThat(added(status)).isEqualTo(counts(1, 2, 3));
        }

        @Test
        void whoMayNotManageAccountsImportsNone() {
            ImportRequest request = new ImportRequest(Kind.ACCOUNTS, LIGHTING, true, OnError.SKIP);
            assertThat(code(kernel.imports.start(
                            Callers.with(new Grant(Function.CATALOG_IMPORT, Scope.tenant())),
                            Optional.empty(),
                            request,
                            new ByteArrayInputStream(new byte[] {1}))))
                    .isEqualTo("right-missing");
            ImportStatus status = start(FILE.getBytes(StandardCharsets.UTF_8), true, OnError.SKIP, false)
                    .orElseThrow();
            assertThat(code(kernel.imports.get(
                            Callers.with(new Grant(Function.CATALOG_IMPORT, Scope.tenant())), status.id())))
                    .isEqualTo("import-not-found");
            assertThat(code(kernel.imports.get(
                            Callers.with(new Grant(Function.ACCOUNT_MANAGE, Scope.of(LIGHTING))), status.id())))
                    .isEqualTo("done");
        }

        @Test
        void rowsOfOneCustomerMayLieFarApart() {
            String many = IntStream.range(0, 3000)
                    .mapToObj(i -> "M-" + i % 2500 + ";Kunde " + i % 2500 + ";;Veien 1;0155;Oslo;post@kunde.example;;"
                            + (i / 2500 + 1) + ";;;;;;;;;;;;;\n")
                    .collect(Collectors.joining());
            assertThat(added(imported(HEADER + many, OnError.ABORT))).isEqualTo(counts(2500, 3000, 0));
        }
    }
}

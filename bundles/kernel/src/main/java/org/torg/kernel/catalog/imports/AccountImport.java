package org.torg.kernel.catalog.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Message;
import org.torg.api.account.AccountId;
import org.torg.api.account.Location;
import org.torg.api.catalog.ImportId;
import org.torg.api.catalog.ImportReportLine;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.store.AccountStore;
import org.torg.api.store.ImportStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.account.AccountIntake;
import org.torg.kernel.job.JobHandler;
import org.torg.kernel.job.JobRun;

/**
 * Imports customers: accounts, locations, people, tiers and customer numbers. Adds what is missing, in one transaction, and
 * tells at the end of the report how much that was.
 */
@Component(service = JobHandler.class)
public final class AccountImport implements JobHandler, ImportContent<AccountRow> {

    static final String KIND = "import-accounts";

    private static final ImportColumns COLUMNS = new ImportColumns(
            List.of("customer_number", "name", "billing_line1", "billing_postcode", "billing_city", "invoice_emails"),
            Set.of(
                    "organisation_number",
                    "country",
                    "language",
                    "billing_name",
                    "billing_attention",
                    "billing_line2",
                    "billing_country",
                    "phone",
                    "location_number",
                    "location_name",
                    "location_line1",
                    "location_line2",
                    "location_postcode",
                    "location_city",
                    "location_country",
                    "location_email",
                    "location_phone",
                    "person_email",
                    "person_name",
                    "person_phone",
                    "role",
                    "functions",
                    "locations",
                    "shared",
                    "tier",
                    "groups"),
            name -> false);

    private final ImportProcess process;
    private final Transactions transactions;
    private final ImportStore imports;
    private final AccountStore accounts;
    private final AccountIntake intake;

    @Activate
    public AccountImport(
            @Reference ImportProcess process,
            @Reference Transactions transactions,
            @Reference ImportStore imports,
            @Reference AccountStore accounts,
            @Reference AccountIntake intake) {
        this.process = process;
        this.transactions = transactions;
        this.imports = imports;
        this.accounts = accounts;
        this.intake = intake;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        process.carryOut(run, this);
    }

    @Override
    public void givenUp(Tx tx, String argument) {
        process.givenUp(tx, this, new ImportId(argument));
    }

    @Override
    public ImportColumns columns(VendorDescriptor vendor) {
        return COLUMNS;
    }

    @Override
    public Set<String> numberColumns() {
        return Set.of();
    }

    @Override
    public RowReader<AccountRow> reader(VendorDescriptor vendor, CsvForm form) {
        return new AccountRowReader(vendor, intake, Optional.of(new Stored(vendor.id())), form);
    }

    @Override
    public RowReader<AccountRow> again(VendorDescriptor vendor, CsvForm form) {
        return new AccountRowReader(vendor, intake, Optional.empty(), form);
    }

    @Override
    public boolean stages() {
        return false;
    }

    @Override
    public void stage(Tx tx, ImportId id, VendorDescriptor vendor, List<AccountRow> good) {
        throw new UnsupportedOperationException("accounts are not staged");
    }

    @Override
    public void activate(Tx tx, ImportId id, VendorDescriptor vendor, Again<AccountRow> file) {
        boolean invite = imports.status(tx, id)
                .map(ImportStatus::request)
                .map(ImportRequest::invite)
                .orElse(false);
        AccountAdmission admission = new AccountAdmission(accounts, intake, vendor.id(), invite);
        file.read(chunk -> admission.admit(tx, chunk));
        imports.report(
                tx,
                id,
                List.of(
                        told("accounts-added", "{0} accounts are new.", admission.accounts()),
                        told("locations-added", "{0} locations are new.", admission.locations()),
                        told("people-added", "{0} people are new.", admission.people())));
    }

    /** What an import has done, of no line in particular. */
    private static ImportReportLine told(String code, String english, long count) {
        return Faults.line(1, "", "", code, Message.of("import." + code, english, Argument.number(count)));
    }

    @Override
    public void discard(Tx tx, ImportId id) {
        // Nothing was staged outside of the transaction that activates.
    }

    private final class Stored implements AccountRowReader.Known {

        private final VendorId vendor;
        private final Map<String, Set<String>> numbers = AccountAdmission.recent();

        Stored(VendorId vendor) {
            this.vendor = vendor;
        }

        @Override
        public Set<String> foreign(Set<String> customerNumbers) {
            return those(customerNumbers, (tx, account) -> intake.isForeign(tx, account, vendor));
        }

        @Override
        public Set<String> shared(Set<String> customerNumbers) {
            return those(
                    customerNumbers,
                    (tx, account) ->
                            !intake.isForeign(tx, account, vendor) && intake.concernsOthers(tx, account, vendor));
        }

        private Set<String> those(Set<String> customerNumbers, BiPredicate<Tx, AccountId> wanted) {
            return transactions.read(tx -> {
                Map<String, AccountId> found = accounts.byCustomerNumbers(tx, customerNumbers);
                return found.entrySet().stream()
                        .filter(entry -> wanted.test(tx, entry.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
            });
        }

        @Override
        public Set<String> locations(String customerNumber) {
            return numbers.computeIfAbsent(
                    customerNumber,
                    number -> transactions.read(tx -> accounts.byCustomerNumbers(tx, Set.of(number)).values().stream()
                            .flatMap(account -> intake.locations(tx, account).stream())
                            .map(Location::number)
                            .collect(Collectors.toCollection(HashSet::new))));
        }
    }
}

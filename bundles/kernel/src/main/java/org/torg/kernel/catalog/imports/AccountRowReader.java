package org.torg.kernel.catalog.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.NewLocation;
import org.torg.api.account.Address;
import org.torg.api.account.AddressId;
import org.torg.api.account.Agreement;
import org.torg.api.account.DeliveryAddress;
import org.torg.api.account.Function;
import org.torg.api.account.People.NewMember;
import org.torg.api.account.People.Rights;
import org.torg.api.account.Role;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.kernel.account.AccountIntake;

/**
 * Judges the rows of a file of customers, in the order of the file. An account, a location and a person may stand on several
 * rows; what is said of an account or a location must then be the same each time.
 */
final class AccountRowReader implements RowReader<AccountRow> {

    /** What exists. */
    interface Known {

        /** Those of these customer numbers that belong to customers of other vendors only. */
        Set<String> foreign(Set<String> customerNumbers);

        /** Those that belong to customers of this vendor and of another. */
        Set<String> shared(Set<String> customerNumbers);

        /** The numbers of the locations that this customer has already. */
        Set<String> locations(String customerNumber);
    }

    private static final String EVERYWHERE = "*";
    private static final int LIST = 4000;

    private final VendorDescriptor vendor;
    private final AccountIntake intake;
    private final Optional<Known> known;
    private final Map<String, Integer> places;
    private final Numerals numerals;
    private final SeenKeys seen = new SeenKeys();
    private final Map<Agreed, Optional<Refusal>> agreed = new HashMap<>();

    private record Agreed(Optional<String> tier, Set<String> groups) {}

    private record Candidate(Cells cells, AccountRow row) {}

    /** @param known empty where the rows have been judged by it before, and are looked at again when they are stored */
    AccountRowReader(VendorDescriptor vendor, AccountIntake intake, Optional<Known> known, CsvForm form) {
        this.vendor = vendor;
        this.intake = intake;
        this.known = known;
        this.places = RowReader.places(form);
        this.numerals = new Numerals(form.decimals());
    }

    @Override
    public List<AccountRow> read(List<CsvRow> rows, Faults faults) {
        List<Candidate> candidates = new ArrayList<>();
        for (CsvRow row : rows) {
            Cells cells = new Cells(row, places, numerals, faults);
            if (row.fault().isPresent()) {
                CsvRow.Fault fault = row.fault().get();
                faults.add(row.line(), "", "", fault.code(), fault.message());
            } else {
                AccountRow read = row(cells);
                compare(cells, read);
                candidates.add(new Candidate(cells, read));
            }
        }
        known.ifPresent(store -> look(candidates, store));
        return candidates.stream()
                .filter(candidate -> candidate.cells().isGood())
                .map(Candidate::row)
                .toList();
    }

    private AccountRow row(Cells cells) {
        Account account = account(cells);
        tell(cells, AccountIntake.objection(account), AccountRowReader::accountColumn);
        Optional<NewLocation> location =
                cells.cell("location_number").isEmpty() ? Optional.empty() : Optional.of(location(cells, account));
        location.ifPresent(one -> tell(cells, AccountIntake.objection(one), AccountRowReader::locationColumn));
        Optional<AccountRow.Person> person =
                cells.cell("person_email").isEmpty() ? Optional.empty() : Optional.of(person(cells, account, location));
        person.ifPresent(one ->
                tell(cells, AccountIntake.objection(one.member(), account.country()), AccountRowReader::personColumn));
        Optional<String> tier = optional(cells, "tier");
        Set<String> groups = list(cells, "groups");
        agreed.computeIfAbsent(
                        new Agreed(tier, groups),
                        key -> intake.objection(
                                new Agreement(new AccountId(""), vendor.id(), key.tier(), key.groups())))
                .ifPresent(refusal -> cells.fault(
                        refusal.code().startsWith("group") ? "groups" : "tier", refusal.code(), refusal.message()));
        return new AccountRow(account, location, person, tier, groups);
    }

    private Account account(Cells cells) {
        String name = cells.text("name", LIST);
        String country = or(cells, "country", vendor.seller().address().country());
        Address billing = new Address(
                or(cells, "billing_name", name),
                optional(cells, "billing_attention"),
                cells.text("billing_line1", LIST),
                optional(cells, "billing_line2"),
                cells.cell("billing_postcode"),
                cells.text("billing_city", LIST),
                or(cells, "billing_country", country));
        Optional<String> written = optional(cells, "organisation_number");
        return new Account(
                new AccountId(""),
                cells.cell("customer_number"),
                name,
                written.map(number ->
                        AccountIntake.organisationNumber(country, number).orElse(number)),
                country,
                or(cells, "language", vendor.languages().get(0)),
                billing,
                List.of(new DeliveryAddress(new AddressId("1"), billing.name(), billing, Optional.empty())),
                List.copyOf(list(cells, "invoice_emails")),
                optional(cells, "phone"),
                false,
                Map.of(),
                List.of(),
                1);
    }

    private static NewLocation location(Cells cells, Account account) {
        String name = or(cells, "location_name", cells.cell("location_number"));
        Address address = cells.cell("location_line1").isEmpty()
                ? account.billing()
                : new Address(
                        name,
                        Optional.empty(),
                        cells.text("location_line1", LIST),
                        optional(cells, "location_line2"),
                        cells.cell("location_postcode"),
                        cells.text("location_city", LIST),
                        or(cells, "location_country", account.country()));
        return new NewLocation(
                cells.cell("location_number"),
                name,
                address,
                optional(cells, "location_email"),
                optional(cells, "location_phone"),
                true,
                List.of());
    }

    private static AccountRow.Person person(Cells cells, Account account, Optional<NewLocation> location) {
        Optional<Role> role = Role.of(cells.cell("role")).filter(one -> one.side() == Role.Side.CUSTOMER);
        if (role.isEmpty()) {
            cells.fault("role", "role-unknown", "A role is owner, buyer or colleague.");
        }
        Set<Function> functions = functions(cells, role);
        return new AccountRow.Person(
                new NewMember(
                        Optional.of(cells.cell("person_email")),
                        cells.text("person_name", LIST),
                        optional(cells, "person_phone"),
                        account.language(),
                        new Rights(Role.BUYER, Set.of(), Set.of(), false)),
                role.orElse(Role.BUYER),
                functions,
                places(cells, role.orElse(Role.OWNER), location),
                flag(cells, "shared"));
    }

    private static Set<Function> functions(Cells cells, Optional<Role> role) {
        Set<Function> functions = new LinkedHashSet<>();
        for (String code : list(cells, "functions")) {
            Optional<Function> function = Function.of(code)
                    .filter(one -> role.equals(Optional.of(Role.COLLEAGUE))
                            && Role.COLLEAGUE.functions().contains(one));
            function.ifPresent(functions::add);
            if (function.isEmpty()) {
                cells.fault(
                        "functions",
                        "function-unknown",
                        "{0} is no function that is ticked for a colleague.",
                        Argument.text(Faults.cut(code, 40)));
            }
        }
        if (role.equals(Optional.of(Role.COLLEAGUE)) && cells.cell("functions").isEmpty()) {
            cells.fault("functions", "functions-missing", "State the functions of a colleague.");
        }
        return functions;
    }

    /** Where somebody has rights: at the stated locations, at that of the row, or, only when it is said so, everywhere. */
    private static Set<String> places(Cells cells, Role role, Optional<NewLocation> location) {
        Set<String> stated = list(cells, "locations");
        if (role == Role.OWNER || stated.equals(Set.of(EVERYWHERE))) {
            if (role == Role.OWNER && !stated.isEmpty() && !stated.equals(Set.of(EVERYWHERE))) {
                cells.fault("locations", "locations-invalid", "An owner has the whole account.");
            }
            return Set.of();
        }
        if (stated.isEmpty() && location.isEmpty()) {
            cells.fault("locations", "locations-missing", "State locations, or * for the whole account.");
        }
        return stated.isEmpty() ? location.map(NewLocation::number).stream().collect(Collectors.toSet()) : stated;
    }

    /** The same account or location on another row must be the same; a person stands once. */
    private void compare(Cells cells, AccountRow row) {
        if (!cells.isGood()) {
            return;
        }
        String account = "a\n" + row.customerNumber();
        differs(cells, account, account + "\n" + row.account() + row.tier() + new TreeSet<>(row.groups()))
                .ifPresent(line -> cells.fault(
                        "customer_number",
                        "account-differs",
                        "Line {0} says something else of this customer.",
                        Argument.number(line)));
        row.location().ifPresent(one -> {
            String location = key(row, one.number());
            differs(cells, location, location + "\n" + one)
                    .ifPresent(line -> cells.fault(
                            "location_number",
                            "location-differs",
                            "Line {0} says something else of this location.",
                            Argument.number(line)));
        });
        row.person().flatMap(one -> one.member().email()).ifPresent(email -> first(
                        cells, "p\n" + row.customerNumber() + "\n" + email.toLowerCase(Locale.ROOT))
                .ifPresent(line -> cells.fault(
                        "person_email",
                        "person-duplicate",
                        "Line {0} has this person of this customer.",
                        Argument.number(line))));
    }

    private OptionalLong differs(Cells cells, String key, String content) {
        OptionalLong earlier = first(cells, key);
        return first(cells, content).isEmpty() ? earlier : OptionalLong.empty();
    }

    private OptionalLong first(Cells cells, String key) {
        return seen.firstLine(key, cells.line());
    }

    private static String key(AccountRow row, String location) {
        return "l\n" + row.customerNumber() + "\n" + location;
    }

    private void look(List<Candidate> candidates, Known store) {
        Set<String> numbers = candidates.stream()
                .filter(candidate -> candidate.cells().isGood())
                .map(candidate -> candidate.row().customerNumber())
                .collect(Collectors.toSet());
        Set<String> foreign = numbers.isEmpty() ? Set.of() : store.foreign(numbers);
        Set<String> shared = numbers.isEmpty() ? Set.of() : store.shared(numbers);
        for (Candidate candidate : candidates) {
            Cells cells = candidate.cells();
            AccountRow row = candidate.row();
            if (cells.isGood() && foreign.contains(row.customerNumber())) {
                cells.fault("customer_number", "customer-number-taken", "Somebody else has this customer number.");
            }
            if (cells.isGood() && shared.contains(row.customerNumber())) {
                cells.fault(
                        "customer_number",
                        "other-vendors-concerned",
                        "This customer deals with another vendor, too, and is changed by hand only.");
            }
            if (cells.isGood()) {
                row.person().ifPresent(person -> person.locations().stream()
                        .filter(number -> !seen.has(key(row, number), cells.line())
                                && !store.locations(row.customerNumber()).contains(number))
                        .forEach(number -> cells.fault(
                                "locations",
                                "location-unknown",
                                "There is no location {0} on this or an earlier line.",
                                Argument.text(Faults.cut(number, 40)))));
            }
        }
    }

    private static void tell(Cells cells, Optional<Refusal> refusal, java.util.function.UnaryOperator<String> column) {
        refusal.ifPresent(why -> {
            List<Refusal.Detail> details = why.details();
            if (details.isEmpty()) {
                cells.fault("", why.code(), why.message());
            }
            for (Refusal.Detail detail : details) {
                String name = column.apply(detail.field());
                if (!name.isEmpty()) {
                    cells.fault(name, detail.code(), detail.message());
                }
            }
        });
    }

    /** The delivery address is the billing address: it is told once. */
    private static String accountColumn(String pointer) {
        if (pointer.startsWith("/billing/")) {
            return "billing_" + pointer.substring("/billing/".length());
        }
        if (pointer.startsWith("/deliveries")) {
            return "";
        }
        return switch (pointer) {
            case "/customerNumber" -> "customer_number";
            case "/organisationNumber" -> "organisation_number";
            default -> pointer.startsWith("/invoiceEmails") ? "invoice_emails" : pointer.substring(1);
        };
    }

    private static String locationColumn(String pointer) {
        return pointer.startsWith("/address/")
                ? "location_" + pointer.substring("/address/".length())
                : "location_" + pointer.substring(1);
    }

    private static String personColumn(String pointer) {
        return pointer.equals("/language") ? "language" : "person_" + pointer.substring(1);
    }

    private static boolean flag(Cells cells, String column) {
        String text = cells.cell(column).toLowerCase(Locale.ROOT);
        if (!Set.of("", "yes", "no").contains(text)) {
            cells.fault(column, "flag-invalid", "It must be yes or no.");
        }
        return text.equals("yes");
    }

    private static Set<String> list(Cells cells, String column) {
        return Arrays.stream(cells.text(column, LIST).split("\\|"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<String> optional(Cells cells, String column) {
        return Optional.of(cells.text(column, LIST)).filter(text -> !text.isEmpty());
    }

    private static String or(Cells cells, String column, String otherwise) {
        return optional(cells, column).orElse(otherwise);
    }
}

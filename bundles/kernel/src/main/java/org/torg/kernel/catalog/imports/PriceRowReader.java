package org.torg.kernel.catalog.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.torg.api.Argument;
import org.torg.api.account.AccountId;
import org.torg.api.catalog.Sku;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.vendor.VendorDescriptor;

/** Judges the rows of a price file, in the order of the file, with two questions to the database for each chunk. */
final class PriceRowReader implements RowReader<PriceRow> {

    /** What exists. */
    interface Known {

        Set<Sku> skus(Set<Sku> asked);

        Map<String, AccountId> accounts(Set<String> customerNumbers);
    }

    private static final Pattern LIST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Pattern GROUP = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int MAX_ACCOUNTS = 10_000;

    /** @param row with the customer number still to be resolved */
    private record Candidate(Cells cells, PriceRow row, String customerNumber) {}

    private final VendorDescriptor vendor;
    private final Known known;
    private final Map<String, Integer> places;
    private final Numerals numerals;
    private final SeenKeys seen = new SeenKeys();
    private final Map<String, Optional<AccountId>> accounts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<AccountId>> eldest) {
            return size() > MAX_ACCOUNTS;
        }
    };

    PriceRowReader(VendorDescriptor vendor, Known known, CsvForm form) {
        this.vendor = vendor;
        this.known = known;
        this.places = RowReader.places(form);
        this.numerals = new Numerals(form.decimals());
    }

    @Override
    public List<PriceRow> read(List<CsvRow> rows, Faults faults) {
        List<Candidate> candidates = new ArrayList<>();
        for (CsvRow row : rows) {
            Cells cells = new Cells(row, places, numerals, faults);
            if (row.fault().isPresent()) {
                CsvRow.Fault fault = row.fault().get();
                faults.add(row.line(), "", cells.cell("sku"), fault.code(), fault.message());
            } else {
                candidates.add(candidate(cells));
            }
        }
        return resolve(candidates);
    }

    private Candidate candidate(Cells cells) {
        Sku sku = cells.sku();
        String list =
                cells.code("price_list", LIST, "price-list-invalid", "A price list has a name of up to 40 letters.");
        String account = cells.text("account", 40);
        String group = cells.cell("group");
        if (!group.isEmpty() && !GROUP.matcher(group).matches()) {
            cells.fault("group", "group-invalid", "A price group is written in small letters, digits and hyphens.");
        }
        if (!group.isEmpty() && !account.isEmpty()) {
            cells.fault("group", "buyer-ambiguous", "A price is for an account or for a group, not for both.");
        }
        int minQuantity = cells.whole("min_quantity", "quantity-invalid", 1, PriceRequest.MAX_QUANTITY);
        Optional<LocalDate> from = cells.date("valid_from");
        Optional<LocalDate> to = cells.date("valid_to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            cells.fault("valid_to", "period-invalid", "The price ends before it begins.");
        }
        PriceRow row = new PriceRow(
                sku,
                list,
                Optional.empty(),
                group.isEmpty() ? Optional.empty() : Optional.of(group),
                minQuantity,
                cells.price(vendor.currency()),
                from,
                to);
        return new Candidate(cells, row, account);
    }

    private List<PriceRow> resolve(List<Candidate> candidates) {
        Set<Sku> asked = new HashSet<>();
        Set<String> customers = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (Sku.isValid(candidate.row().sku().value())) {
                asked.add(candidate.row().sku());
            }
            if (!candidate.customerNumber().isEmpty()) {
                customers.add(candidate.customerNumber());
            }
        }
        Set<Sku> skus = asked.isEmpty() ? Set.of() : known.skus(asked);
        Map<String, AccountId> byNumber = accounts(customers);
        List<PriceRow> good = new ArrayList<>();
        for (Candidate candidate : candidates) {
            PriceRow row = judge(candidate, skus, byNumber);
            if (candidate.cells().isGood()) {
                good.add(row);
            }
        }
        return good;
    }

    private PriceRow judge(Candidate candidate, Set<Sku> skus, Map<String, AccountId> byNumber) {
        Cells cells = candidate.cells();
        PriceRow row = candidate.row();
        if (Sku.isValid(row.sku().value()) && !skus.contains(row.sku())) {
            cells.fault("sku", "sku-unknown", "There is no such article.");
        }
        Optional<AccountId> account = Optional.ofNullable(byNumber.get(candidate.customerNumber()));
        if (!candidate.customerNumber().isEmpty() && account.isEmpty()) {
            cells.fault("account", "account-unknown", "There is no customer with this number.");
        }
        if (cells.isGood()) {
            OptionalLong first = seen.firstLine(key(row, candidate.customerNumber()), cells.line());
            first.ifPresent(line -> cells.fault(
                    "",
                    "price-duplicate",
                    "Line {0} has a price for the same list, buyer, quantity and beginning.",
                    Argument.number(line)));
        }
        return new PriceRow(
                row.sku(),
                row.list(),
                account,
                row.group(),
                row.minQuantity(),
                row.price(),
                row.validFrom(),
                row.validTo());
    }

    private static String key(PriceRow row, String customerNumber) {
        return String.join(
                "\n",
                row.sku().value(),
                row.list(),
                customerNumber,
                row.group().orElse(""),
                Integer.toString(row.minQuantity()),
                row.validFrom().map(LocalDate::toString).orElse(""));
    }

    private Map<String, AccountId> accounts(Set<String> customers) {
        Set<String> unknown = new HashSet<>(customers);
        unknown.removeAll(accounts.keySet());
        if (!unknown.isEmpty()) {
            Map<String, AccountId> found = known.accounts(unknown);
            unknown.forEach(number -> accounts.put(number, Optional.ofNullable(found.get(number))));
        }
        Map<String, AccountId> byNumber = new HashMap<>();
        for (String number : customers) {
            accounts.getOrDefault(number, Optional.empty()).ifPresent(id -> byNumber.put(number, id));
        }
        return byNumber;
    }
}

package org.torg.persistence.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.Summary;
import org.torg.api.store.AccountStore.AccountFilter;
import org.torg.api.store.AccountStore.AccountPosition;
import org.torg.api.store.AccountStore.NamedAccount;
import org.torg.api.vendor.VendorId;
import org.torg.persistence.tx.Documents;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/**
 * Finds accounts by name. A word that few have leads: those are read and sorted. Otherwise the index of names leads, and
 * reading ends with the page.
 */
final class AccountSearch {

    /** So many accounts are read and sorted at most. */
    private static final int FEW = 500;

    private static final String COLUMNS =
            "SELECT a.id, a.customer_number, a.name, a.name_key, a.organisation_number, a.country, a.details FROM account a";
    // For Derby, whose optimizer would sort all; to PostgreSQL it is a comment. The line must end.
    private static final String BY_NAME = " --DERBY-PROPERTIES index=account_name\n";
    private static final String HAS_TERM =
            " AND EXISTS (SELECT 1 FROM account_term t WHERE t.account = a.id AND t.term >= ? AND t.term < ?)";
    /** No text has this character. */
    private static final String LAST = "\uffff";

    private AccountSearch() {}

    /** At most one statement for each word, and one more. */
    static List<NamedAccount> find(
            OpenTransaction open,
            Documents documents,
            AccountFilter filter,
            Optional<AccountPosition> after,
            int limit) {
        Optional<List<String>> few = few(open, filter.words());
        if (few.isPresent() && few.get().isEmpty()) {
            return List.of();
        }
        Sql sql = Sql.of(COLUMNS + (few.isPresent() ? "" : BY_NAME) + " WHERE ");
        if (few.isPresent()) {
            sql.addIn("a.id", few.get());
        } else {
            sql.add("1 = 1");
        }
        filter.words().forEach(word -> sql.add(HAS_TERM, word, word + LAST));
        filter.staffOf().ifPresent(vendors -> dealing(sql, vendors));
        filter.vendor()
                .ifPresent(vendor -> sql.add(
                        " AND EXISTS (SELECT 1 FROM agreement v WHERE v.account = a.id AND v.vendor = ?)",
                        vendor.value()));
        filter.manager().ifPresent(manager -> {
            sql.add(" AND EXISTS (SELECT 1 FROM agreement m WHERE m.account = a.id AND m.manager = ?", manager.value());
            filter.staffOf().ifPresent(vendors -> sql.add(" AND ").addIn("m.vendor", values(vendors)));
            sql.add(")");
        });
        after.ifPresent(position -> sql.add(
                " AND a.name_key >= ? AND (a.name_key > ? OR a.id > ?)",
                position.nameKey(),
                position.nameKey(),
                position.id().value()));
        return list(open, documents, sql, limit);
    }

    /** Two statements: the ids are few, and each database finds them by their indexes. */
    static List<NamedAccount> ofPerson(
            OpenTransaction open, Documents documents, String emailKey, Optional<Set<VendorId>> staffOf, int limit) {
        List<String> accounts = open.list(
                Sql.of(
                        "SELECT m.account FROM person p JOIN membership m ON m.person = p.id"
                                + " WHERE p.email_key = ? AND m.account <> ''"
                                + " UNION SELECT i.account FROM invitation i WHERE i.email_key = ? AND i.account <> ''",
                        emailKey,
                        emailKey),
                row -> row.text("account"));
        if (accounts.isEmpty()) {
            return List.of();
        }
        Sql sql = Sql.of(COLUMNS + " WHERE ").addIn("a.id", accounts);
        staffOf.ifPresent(vendors -> dealing(sql, vendors));
        return list(open, documents, sql, limit);
    }

    private static List<NamedAccount> list(OpenTransaction open, Documents documents, Sql sql, int limit) {
        return open.list(sql.add(" ORDER BY a.name_key, a.id").limit(limit), row -> {
            String country = row.text("country");
            return new NamedAccount(
                    row.text("name_key"),
                    new Summary(
                            new AccountId(row.text("id")),
                            row.text("customer_number"),
                            row.text("name"),
                            row.optionalText("organisation_number")
                                    .filter(number -> !SearchTerms.isPersonal(country, number)),
                            documents
                                    .read(row.text("details"), AccountEntity.Details.class)
                                    .billing()
                                    .city()));
        });
    }

    /** The accounts that have one of the words, if it is one that few have. */
    private static Optional<List<String>> few(OpenTransaction open, List<String> words) {
        for (String word : words) {
            List<String> found = open.list(
                    Sql.of("SELECT DISTINCT account FROM account_term WHERE term >= ? AND term < ?", word, word + LAST)
                            .limit(FEW + 1),
                    row -> row.text("account"));
            if (found.size() <= FEW) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Those that deal with one of these vendors, or with none at all. */
    private static void dealing(Sql sql, Set<VendorId> vendors) {
        sql.add(" AND (NOT EXISTS (SELECT 1 FROM agreement n WHERE n.account = a.id)")
                .add(" OR EXISTS (SELECT 1 FROM agreement d WHERE d.account = a.id AND ")
                .addIn("d.vendor", values(vendors))
                .add("))");
    }

    private static List<String> values(Set<VendorId> vendors) {
        return vendors.stream().map(VendorId::value).sorted().toList();
    }
}

package org.torg.persistence.account;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.torg.api.account.Account;
import org.torg.api.account.Location;
import org.torg.persistence.tx.OpenTransaction;
import org.torg.persistence.tx.Sql;

/** By which e-mails an account and its locations are reached, so that whoever reads one of them finds where. */
final class AccountEmails {

    private static final String INSERT = "INSERT INTO account_email (account, location, email) VALUES (?, ?, ?)";
    /** The account as a whole. */
    private static final String WHOLE = "";

    private AccountEmails() {}

    static void insert(OpenTransaction open, Account account) {
        insert(open, account.id().value(), WHOLE, of(account.invoiceEmails()));
    }

    static void insert(OpenTransaction open, Location location) {
        insert(
                open,
                location.account().value(),
                location.id().value(),
                of(location.email().stream().toList()));
    }

    static void update(OpenTransaction open, Account before, Account after) {
        if (!of(before.invoiceEmails()).equals(of(after.invoiceEmails()))) {
            delete(open, after.id().value(), WHOLE);
            insert(open, after);
        }
    }

    static void update(OpenTransaction open, Location before, Location after) {
        if (!before.email().equals(after.email())) {
            delete(open, after.account().value(), after.id().value());
            insert(open, after);
        }
    }

    private static void insert(OpenTransaction open, String account, String location, Set<String> emails) {
        List<Object[]> rows = emails.stream()
                .map(email -> new Object[] {account, location, email})
                .toList();
        int[] unused = open.batch(INSERT, rows);
    }

    private static void delete(OpenTransaction open, String account, String location) {
        open.update(Sql.of("DELETE FROM account_email WHERE account = ? AND location = ?", account, location));
    }

    private static Set<String> of(Collection<String> emails) {
        Set<String> keys = new TreeSet<>();
        emails.forEach(email -> keys.add(email.toLowerCase(Locale.ROOT)));
        return keys;
    }
}

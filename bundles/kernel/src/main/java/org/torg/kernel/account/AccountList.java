package org.torg.kernel.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Accounts.Query;
import org.torg.api.account.Accounts.Summary;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.store.AccountStore;
import org.torg.api.store.AccountStore.AccountFilter;
import org.torg.api.store.AccountStore.AccountPosition;
import org.torg.api.store.AccountStore.NamedAccount;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;

/** Staff's list of accounts, by name; the cursor is id and name of the last account seen. */
final class AccountList {

    private static final int WORDS = 8;
    private static final int WORD = 200;
    private static final int LONGEST_EMAIL = 320;
    private static final int ACCOUNTS_OF_PERSON = 100;
    private static final Pattern CURSOR = Pattern.compile("([A-Za-z0-9-]{1,36}) (.{1,100})");
    /** A number as it is printed: one word, whatever stands between its digits. */
    private static final Pattern SPACED_NUMBER = Pattern.compile("[0-9]+(?:[ \\u00a0-][0-9]+)+");

    private final AccountAccess access;
    private final Transactions transactions;
    private final AccountStore store;

    AccountList(AccountAccess access, Transactions transactions, AccountStore store) {
        this.access = access;
        this.transactions = transactions;
        this.store = store;
    }

    Outcome<Page<Summary>> find(Caller caller, Query query, PageRequest page) {
        Optional<Refusal> denied = access.requireStaff(caller, Function.ACCOUNT_READ);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Optional<AccountPosition> after = page.after().flatMap(AccountList::read);
        if (page.after().isPresent() && after.isEmpty()) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.MALFORMED, "cursor-invalid", "This cursor does not come from an earlier page."));
        }
        Optional<Set<VendorId>> staffOf = access.staffOf(caller, Function.ACCOUNT_READ);
        AccountFilter filter =
                new AccountFilter(words(query.text().orElse("")), staffOf, query.vendor(), query.manager());
        boolean foreign = query.vendor()
                .filter(vendor -> staffOf.isPresent() && !staffOf.get().contains(vendor))
                .isPresent();
        List<NamedAccount> found =
                foreign ? List.of() : transactions.read(tx -> store.find(tx, filter, after, page.limit() + 1));
        List<NamedAccount> items = found.subList(0, Math.min(page.limit(), found.size()));
        Optional<String> next =
                found.size() > page.limit() ? Optional.of(write(items.get(items.size() - 1))) : Optional.empty();
        return Outcome.done(new Page<>(items.stream().map(NamedAccount::account).toList(), next));
    }

    Outcome<List<Summary>> ofPerson(Caller caller, String email) {
        Optional<Refusal> denied = access.requireStaff(caller, Function.ACCOUNT_READ);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        String key = email.strip().toLowerCase(Locale.ROOT);
        // Longer ones nobody has, and such characters no database takes.
        if (key.isEmpty() || key.length() > LONGEST_EMAIL || key.indexOf('\0') >= 0) {
            return Outcome.done(List.of());
        }
        Optional<Set<VendorId>> staffOf = access.staffOf(caller, Function.ACCOUNT_READ);
        return Outcome.done(transactions.read(tx -> store.ofPerson(tx, key, staffOf, ACCOUNTS_OF_PERSON)).stream()
                .map(NamedAccount::account)
                .toList());
    }

    private static List<String> words(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        String whole = SPACED_NUMBER.matcher(lower).matches() ? lower.replaceAll("[^0-9]", "") : lower;
        return Stream.of(whole.split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(WORD, word.length())))
                .distinct()
                .limit(WORDS)
                .toList();
    }

    private static String write(NamedAccount last) {
        return last.account().id().value() + " " + last.nameKey();
    }

    private static Optional<AccountPosition> read(String cursor) {
        Matcher parts = CURSOR.matcher(cursor);
        return parts.matches() && parts.group(2).indexOf('\0') < 0
                ? Optional.of(new AccountPosition(parts.group(2), new AccountId(parts.group(1))))
                : Optional.empty();
    }
}

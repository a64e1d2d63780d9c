package org.torg.persistence.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.torg.api.account.Account;

/** The words by which an account is found. */
final class SearchTerms {

    static final String INSERT = "INSERT INTO account_term (account, term) VALUES (?, ?)";

    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 200;
    /** So many characters decide where in a list a name stands: a cursor holds them. */
    private static final int SORTED = 80;

    private static final int MOST = 100;
    /** Where a Swedish personal number has its month, a company has 20 or more. */
    private static final int SWEDISH_COMPANIES_FROM = 20;

    private SearchTerms() {}

    /** By which lists are sorted. */
    static String key(String name) {
        return cut(name.toLowerCase(Locale.ROOT), SORTED);
    }

    static Set<String> of(Account account) {
        Set<String> terms = new TreeSet<>();
        add(terms, account.customerNumber());
        account.organisationNumber()
                .filter(number -> !isPersonal(account.country(), number))
                .ifPresent(number -> add(terms, number));
        add(terms, account.name());
        account.externalIds().forEach(id -> add(terms, id.value()));
        return terms;
    }

    static List<Object[]> rows(Account account) {
        return of(account).stream()
                .map(term -> new Object[] {account.id().value(), term})
                .toList();
    }

    private static void add(Set<String> terms, String text) {
        for (String word : BLANK.split(text.toLowerCase(Locale.ROOT), -1)) {
            term(terms, word);
            for (String part : NEITHER_LETTER_NOR_DIGIT.split(word, -1)) {
                term(terms, part);
            }
        }
    }

    private static void term(Set<String> terms, String word) {
        if (!word.isEmpty() && terms.size() < MOST) {
            terms.add(cut(word, LONGEST));
        }
    }

    /** A Swedish sole trader's number is the owner's own: nobody is found by it, and it stands in no list. */
    static boolean isPersonal(String country, String digits) {
        return country.equals("SE")
                && digits.length() == 10
                && Integer.parseInt(digits.substring(2, 4)) < SWEDISH_COMPANIES_FROM;
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(most, text.length()));
    }
}

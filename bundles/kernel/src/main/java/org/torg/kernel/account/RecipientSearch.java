package org.torg.kernel.account;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Recipient;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Scope;
import org.torg.api.store.RecipientStore;
import org.torg.api.store.RecipientStore.RecipientRow;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.audit.ReadLog;
import org.torg.kernel.privacy.BlindIndex;
import org.torg.kernel.privacy.Vault;

/**
 * Finds recipients of one location by how their words begin. Only those that match are opened; all of them, since only open
 * names can be sorted. Each one that is shown is audited.
 */
@Component(service = RecipientSearch.class)
public final class RecipientSearch {

    static final String INDEX = "recipient";
    static final int MOST = 5_000;
    /** Under what each look is audited. */
    static final String READ = "read-recipient";

    private static final int LONGEST_TEXT = 100;
    private static final Pattern CURSOR = Pattern.compile("[0-9a-f-]{36}");

    private final Transactions transactions;
    private final RecipientStore store;
    private final Vault vault;
    private final BlindIndex index;
    private final ReadLog log;

    @Activate
    public RecipientSearch(
            @Reference Transactions transactions,
            @Reference RecipientStore store,
            @Reference Vault vault,
            @Reference BlindIndex index,
            @Reference ReadLog log) {
        this.transactions = transactions;
        this.store = store;
        this.vault = vault;
        this.index = index;
        this.log = log;
    }

    private record Found(RecipientRow row, RecipientContent content) {}

    /** @param here where the caller may read them */
    Outcome<Page<Recipient>> find(Caller caller, Scope.OfLocation here, Optional<String> text, PageRequest page) {
        if (page.after().isPresent() && !CURSOR.matcher(page.after().get()).matches()) {
            return Outcome.refused(cursorInvalid());
        }
        List<String> words = text.map(NameWords::words).orElse(List.of());
        if (text.isPresent() && (text.get().length() > LONGEST_TEXT || words.isEmpty())) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE,
                    "search-invalid",
                    "Search for 1 to {0} characters, at least one a letter or a digit.",
                    Argument.number(LONGEST_TEXT)));
        }
        try {
            return Outcome.done(transactions.write(tx -> {
                Page<Found> found = page(sorted(tx, caller, here, words), page);
                log.shown(
                        tx,
                        caller,
                        READ,
                        Optional.of(here.account()),
                        found.items().stream()
                                .map(one -> one.row().id().value())
                                .toList());
                return found.map(RecipientSearch::masked);
            }));
        } catch (RefusedException e) {
            return Outcome.refused(e.refusal());
        }
    }

    /** @param rows of those whom the caller may see */
    Map<RecipientId, String> names(Caller caller, List<RecipientRow> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return transactions.write(tx -> {
            Map<RecipientId, String> names = new HashMap<>();
            opened(tx, rows)
                    .forEach(one -> names.put(one.row().id(), one.content().name()));
            Map<AccountId, List<String>> shown = rows.stream()
                    .filter(row -> names.containsKey(row.id()))
                    .collect(Collectors.groupingBy(
                            RecipientRow::account,
                            Collectors.mapping(row -> row.id().value(), Collectors.toList())));
            shown.forEach((account, ids) -> log.shown(tx, caller, READ, Optional.of(account), ids));
            return names;
        });
    }

    private List<Found> sorted(Tx tx, Caller caller, Scope.OfLocation here, List<String> words) {
        List<RecipientRow> rows = store.find(
                tx,
                here.account(),
                here.location(),
                index.tokens(tx, INDEX, here.location().value(), words),
                MOST + 1);
        if (rows.size() > MOST) {
            throw new RefusedException(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE,
                    "recipients-too-many",
                    "More than {0} match. Type more of the name.",
                    Argument.number(MOST)));
        }
        List<Found> found = opened(tx, rows);
        Collator collator = Collator.getInstance(caller.language());
        found.sort(Comparator.<Found, String>comparing(one -> one.content().name(), collator)
                .thenComparing(one -> one.row().id().value()));
        return found;
    }

    private List<Found> opened(Tx tx, List<RecipientRow> rows) {
        Map<String, String> sealed = new HashMap<>();
        rows.forEach(row -> sealed.put(row.id().value(), row.content()));
        Map<String, String> open = vault.openAll(tx, sealed);
        List<Found> found = new ArrayList<>();
        for (RecipientRow row : rows) {
            // One whose key was destroyed is gone.
            Optional.ofNullable(open.get(row.id().value()))
                    .map(RecipientContent::read)
                    .ifPresent(content -> found.add(new Found(row, content)));
        }
        return found;
    }

    private static Page<Found> page(List<Found> all, PageRequest page) {
        int from = page.after().map(last -> after(all, last)).orElse(0);
        int to = Math.min(all.size(), from + page.limit());
        return new Page<>(
                all.subList(from, to),
                to < all.size() ? Optional.of(all.get(to - 1).row().id().value()) : Optional.empty());
    }

    private static int after(List<Found> all, String last) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).row().id().value().equals(last)) {
                return i + 1;
            }
        }
        throw new RefusedException(cursorInvalid());
    }

    private static Refusal cursorInvalid() {
        return Refusal.of(Refusal.Kind.MALFORMED, "cursor-invalid", "The cursor is not one of this list.");
    }

    private static Recipient masked(Found found) {
        return new Recipient(
                found.row().id(),
                found.row().account(),
                found.row().location(),
                found.content().name(),
                found.content().reference(),
                found.content().identityNumber().map(IdentityNumbers::masked),
                Optional.empty(),
                found.row().version());
    }
}

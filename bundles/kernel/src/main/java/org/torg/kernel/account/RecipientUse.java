package org.torg.kernel.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.store.RecipientStore;
import org.torg.api.store.RecipientStore.RecipientRow;
import org.torg.api.store.Transactions;

/** For whom something may be bought: the recipients of the location that buys (D19). Others are as if they were not there. */
@Component(service = RecipientUse.class)
public final class RecipientUse {

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final Transactions transactions;
    private final RecipientStore store;
    private final RecipientAccess access;

    @Activate
    public RecipientUse(
            @Reference Transactions transactions, @Reference RecipientStore store, @Reference RecipientAccess access) {
        this.transactions = transactions;
        this.store = store;
        this.access = access;
    }

    /** Those of these that are not of this location. One statement, none where there are none. */
    public Set<RecipientId> foreign(
            Collection<RecipientId> recipients, AccountId account, Optional<LocationId> location) {
        Set<RecipientId> foreign = new HashSet<>(recipients);
        rows(recipients).stream().filter(row -> isOf(row, account, location)).forEach(row -> foreign.remove(row.id()));
        return foreign;
    }

    private static boolean isOf(RecipientRow row, AccountId account, Optional<LocationId> location) {
        return row.account().equals(account)
                && location.filter(row.location()::equals).isPresent();
    }

    /** Why the caller may not use one: needs {@code RECIPIENT_READ}. */
    public Optional<Refusal> objection(Caller caller, RecipientId recipient) {
        return Optional.ofNullable(objections(caller, List.of(recipient)).get(recipient));
    }

    /** Why the caller may not use some of these; the others are not in it. As many statements for one as for a hundred. */
    public Map<RecipientId, Refusal> objections(Caller caller, Collection<RecipientId> recipients) {
        return objections(caller, recipients, rows(recipients));
    }

    /** The same; and those of another location are unknown. */
    public Map<RecipientId, Refusal> obstacles(
            Caller caller, Collection<RecipientId> recipients, AccountId account, Optional<LocationId> location) {
        List<RecipientRow> rows = rows(recipients);
        Map<RecipientId, Refusal> obstacles = objections(caller, recipients, rows);
        rows.stream()
                .filter(row -> !isOf(row, account, location))
                .forEach(row -> obstacles.putIfAbsent(row.id(), unknown()));
        return obstacles;
    }

    private Map<RecipientId, Refusal> objections(
            Caller caller, Collection<RecipientId> recipients, List<RecipientRow> rows) {
        Map<RecipientId, Refusal> objections = new HashMap<>();
        recipients.forEach(recipient -> objections.put(recipient, unknown()));
        for (RecipientRow row : rows) {
            objections.remove(row.id());
        }
        objections.putAll(access.objections(caller, Function.RECIPIENT_READ, rows));
        return objections;
    }

    /** Those whom the caller may see. */
    public Set<RecipientId> readable(Caller caller, Collection<RecipientId> recipients) {
        Set<RecipientId> readable = new HashSet<>(recipients);
        readable.removeAll(objections(caller, recipients).keySet());
        return readable;
    }

    public static Refusal unknown() {
        return Refusal.notFound("recipient");
    }

    private List<RecipientRow> rows(Collection<RecipientId> recipients) {
        Set<RecipientId> ids = recipients.stream()
                .filter(id -> ID.matcher(id.value()).matches())
                .collect(Collectors.toSet());
        return ids.isEmpty() ? List.of() : transactions.read(tx -> store.recipients(tx, ids));
    }
}

package org.torg.kernel.account;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

    /** Whether it is one of this location. One statement. */
    public boolean belongs(RecipientId recipient, AccountId account, Optional<LocationId> location) {
        return row(recipient)
                .filter(row -> row.account().equals(account)
                        && location.filter(row.location()::equals).isPresent())
                .isPresent();
    }

    /** Why the caller may not use one: needs {@code RECIPIENT_READ}. */
    public Optional<Refusal> objection(Caller caller, RecipientId recipient) {
        return row(recipient)
                .map(row -> access.objection(caller, Function.RECIPIENT_READ, row))
                .orElseGet(() -> Optional.of(unknown()));
    }

    /** Those whom the caller may see. */
    public Set<RecipientId> readable(Caller caller, Collection<RecipientId> recipients) {
        Set<RecipientId> readable = new HashSet<>(recipients);
        readable.removeIf(recipient -> objection(caller, recipient).isPresent());
        return readable;
    }

    public static Refusal unknown() {
        return Refusal.notFound("recipient");
    }

    private Optional<RecipientRow> row(RecipientId id) {
        return ID.matcher(id.value()).matches() ? transactions.read(tx -> store.recipient(tx, id)) : Optional.empty();
    }
}

package org.torg.kernel.audit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail;
import org.torg.api.store.CommandStore;
import org.torg.api.store.Transactions;
import org.torg.kernel.command.Gate;

/** Shows who did what. Ids grow, so that the id of the last entry is the cursor. */
@Component(service = AuditTrail.class)
public final class AuditService implements AuditTrail {

    private static final Pattern CURSOR = Pattern.compile("[0-9a-f-]{36}");

    private final Transactions transactions;
    private final CommandStore store;
    private final Gate gate;

    @Activate
    public AuditService(@Reference Transactions transactions, @Reference CommandStore store, @Reference Gate gate) {
        this.transactions = transactions;
        this.store = store;
        this.gate = gate;
    }

    @Override
    public Outcome<Page<AuditEntry>> find(Caller caller, Query query, PageRequest page) {
        Optional<Refusal> denied = gate.require(caller, Function.AUDIT_READ, Scope.tenant());
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        if (page.after().isPresent() && !CURSOR.matcher(page.after().get()).matches()) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.MALFORMED, "cursor-invalid", "The cursor is not one of this list."));
        }
        List<AuditEntry> found = transactions.read(tx -> store.audit(tx, query, page.after(), page.limit() + 1));
        boolean more = found.size() > page.limit();
        List<AuditEntry> entries = more ? found.subList(0, page.limit()) : found;
        Optional<String> next =
                more ? Optional.of(entries.get(entries.size() - 1).id()) : Optional.empty();
        return Outcome.done(new Page<>(entries, next));
    }
}

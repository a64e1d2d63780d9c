package org.torg.rest;

import java.util.List;
import java.util.Optional;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.audit.AuditEntry;
import org.torg.api.audit.AuditTrail;

/** One entry, by somebody with a name that a spreadsheet would take for a formula; two pages of it by name. */
final class SmallTrail implements AuditTrail {

    private final SmallMarket market;

    SmallTrail(SmallMarket market) {
        this.market = market;
    }

    @Override
    public Outcome<Page<AuditEntry>> find(Caller caller, Query query, PageRequest page) {
        return named(caller, query, page).map(found -> found.map(Named::entry));
    }

    @Override
    public Outcome<List<String>> commands(Caller caller) {
        return market.allowed(caller, Function.AUDIT_READ, List.of("place-order"));
    }

    @Override
    public Outcome<Page<Named>> named(Caller caller, Query query, PageRequest page) {
        Named named = new Named(
                new AuditEntry(
                        "audit-1",
                        Samples.NOW,
                        "user:user-1",
                        Optional.empty(),
                        query.account().or(() -> Optional.of(Samples.ACCOUNT)),
                        "api",
                        "request-1",
                        query.command().orElse("place-order"),
                        query.target().orElse("order-1")),
                Optional.of("=HYPERLINK(\"x\") & \"co\""),
                Optional.empty());
        return market.allowed(
                caller,
                Function.AUDIT_READ,
                new Page<>(
                        List.of(named),
                        page.limit() == PageRequest.MAX && page.after().isEmpty()
                                ? Optional.of("audit-1")
                                : Optional.empty()));
    }
}

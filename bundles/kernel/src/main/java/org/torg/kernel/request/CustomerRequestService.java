package org.torg.kernel.request;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.CustomerRequests;
import org.torg.api.account.UserId;
import org.torg.api.store.RequestStore;
import org.torg.api.store.RequestStore.Filter;
import org.torg.api.store.RequestStore.RequestRow;
import org.torg.api.store.Transactions;
import org.torg.kernel.command.Commands;
import org.torg.kernel.order.Cursor;
import org.torg.kernel.vendor.VendorRegistry;

/** What customers ask for, from the question to the decision. */
@Component(service = CustomerRequests.class)
public final class CustomerRequestService implements CustomerRequests {

    private final Transactions transactions;
    private final RequestStore store;
    private final VendorRegistry vendors;
    private final Commands commands;
    private final FormThrottle throttle;
    private final RequestAccess access;
    private final RequestIntake intake;
    private final RequestDecisions decisions;
    private final SealedWords words;

    @Activate
    public CustomerRequestService(
            @Reference Transactions transactions,
            @Reference RequestStore store,
            @Reference VendorRegistry vendors,
            @Reference Commands commands,
            @Reference FormThrottle throttle,
            @Reference RequestAccess access,
            @Reference RequestIntake intake,
            @Reference RequestDecisions decisions,
            @Reference SealedWords words) {
        this.transactions = transactions;
        this.store = store;
        this.vendors = vendors;
        this.commands = commands;
        this.throttle = throttle;
        this.access = access;
        this.intake = intake;
        this.decisions = decisions;
        this.words = words;
    }

    @Override
    public Outcome<CustomerRequest> ask(Caller caller, Optional<IdempotencyKey> key, Content content) {
        return commands.run(
                caller,
                key,
                "ask",
                RequestKind.of(content).code(),
                target -> asked(caller, target, content),
                () -> intake.prepare(caller, content));
    }

    /** What was written is not in the hash of the command, so that it is compared here. */
    private Outcome<CustomerRequest> asked(Caller caller, String id, Content content) {
        return get(caller, id)
                .flatMap(request -> request.content().equals(content)
                        ? Outcome.done(request)
                        : Outcome.refused(Refusal.of(
                                Refusal.Kind.CONFLICT,
                                "idempotency-key-reused",
                                "This Idempotency-Key was used for another request.")));
    }

    @Override
    public Outcome<Boolean> askAsStranger(Caller stranger, Content.EmailOnFile content, String address) {
        Optional<Refusal> refusal =
                RequestRules.objection(content).or(() -> throttle.begin(content.newEmail(), address));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return vendors.resolve(content.vendor())
                .map(vendor -> vendor.descriptor().id())
                .flatMap(vendor -> commands.run(
                        stranger,
                        Optional.empty(),
                        "ask-as-stranger",
                        "",
                        target -> Outcome.done(true),
                        () -> intake.form(vendor, content)));
    }

    @Override
    public Outcome<Page<CustomerRequest>> find(Caller caller, Optional<State> state, PageRequest page) {
        Optional<Refusal> denied = access.toList(caller);
        if (denied.isPresent()) {
            return Outcome.refused(denied.get());
        }
        Filter filter = access.filter(caller, state);
        return Cursor.of(page)
                .map(before -> transactions.read(tx -> {
                    List<RequestRow> found = store.find(tx, filter, before, page.limit() + 1);
                    Page<RequestRow> rows = Cursor.page(found, page, RequestRow::id);
                    return new Page<>(words.open(tx, rows.items()), rows.next());
                }));
    }

    @Override
    public Outcome<CustomerRequest> get(Caller caller, String id) {
        return transactions.read(tx -> {
            Optional<RequestRow> row = store.request(tx, id);
            if (row.isEmpty()) {
                return Outcome.refused(access.unknown(caller));
            }
            return access.toSee(tx, caller, row.get())
                    .<Outcome<CustomerRequest>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.done(words.open(tx, row.get())));
        });
    }

    @Override
    public Outcome<CustomerRequest> decide(
            Caller caller,
            Optional<IdempotencyKey> key,
            String id,
            Optional<Long> expectedVersion,
            boolean approve,
            String reason,
            Optional<UserId> match) {
        return commands.run(
                caller,
                key,
                "decide-request",
                new Asked(id, expectedVersion, approve, match),
                target -> get(caller, target),
                () -> decisions.prepare(caller, id, expectedVersion, approve, reason, match));
    }

    /** What a repeat must ask again; not the reason, which may name people. */
    private record Asked(String id, Optional<Long> expectedVersion, boolean approve, Optional<UserId> match) {}
}

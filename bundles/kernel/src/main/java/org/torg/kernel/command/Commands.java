package org.torg.kernel.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.StoreException;
import org.torg.api.account.Caller;
import org.torg.api.account.UserId;
import org.torg.api.audit.AuditEntry;
import org.torg.api.event.Event;
import org.torg.api.event.EventRecord;
import org.torg.api.store.CommandStore;
import org.torg.api.store.CommandStore.Delivery;
import org.torg.api.store.CommandStore.Reply;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.json.TorgJson;

/**
 * The shell around every command: a repeat is answered from what the first try did; what must be read and asked of vendors
 * happens before any transaction; then one transaction stores the change with its audit entry, its events and its reply.
 */
@Component(service = Commands.class)
public final class Commands {

    private static final int TRIES = 4;

    /** Each try that fails means that another has succeeded. */
    private static final int PATIENT_TRIES = 50;

    private final Transactions transactions;
    private final CommandStore store;
    private final Clock clock;
    private final Ids ids;
    private final Nudge nudge;
    private final Fingerprints fingerprints;
    private final ObjectMapper json = TorgJson.mapper();

    @Activate
    public Commands(
            @Reference Transactions transactions,
            @Reference CommandStore store,
            @Reference Clock clock,
            @Reference Ids ids,
            @Reference Nudge nudge,
            @Reference Fingerprints fingerprints) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.nudge = nudge;
        this.fingerprints = fingerprints;
    }

    /** The last step of a command, inside its transaction. Throws {@code RefusedException} to roll back and refuse. */
    public interface Change<T> {
        Effect<T> in(Tx tx);
    }

    /**
     * Carries out a command.
     *
     * @param name in kebab case, such as {@code place-order}
     * @param request all that was asked; a repeat under the same key must ask the same. Never contains secrets
     * @param replay answers a repeat from the target of the first try, through the gate; the reply is as things stand now
     * @param prepare reads, checks and evaluates outside any transaction; called again when somebody else was faster
     */
    public <T> Outcome<T> run(
            Caller caller,
            Optional<IdempotencyKey> key,
            String name,
            Object request,
            Function<String, Outcome<T>> replay,
            Supplier<Outcome<Change<T>>> prepare) {
        return run(TRIES, caller, key, name, request, replay, prepare);
    }

    /** The same for a thing that many change at once, each in a small way: it outlasts as many of them as there can well be. */
    public <T> Outcome<T> runPatiently(
            Caller caller,
            Optional<IdempotencyKey> key,
            String name,
            Object request,
            Function<String, Outcome<T>> replay,
            Supplier<Outcome<Change<T>>> prepare) {
        return run(PATIENT_TRIES, caller, key, name, request, replay, prepare);
    }

    private <T> Outcome<T> run(
            int tries,
            Caller caller,
            Optional<IdempotencyKey> key,
            String name,
            Object request,
            Function<String, Outcome<T>> replay,
            Supplier<Outcome<Change<T>>> prepare) {
        byte[] asked = key.isPresent() ? bytes(name, request) : new byte[0];
        for (int attempt = 1; ; attempt++) {
            try {
                if (key.isPresent()) {
                    Optional<Reply> earlier = transactions.read(tx ->
                            store.reply(tx, caller.subject().key(), key.get().value()));
                    if (earlier.isPresent()) {
                        return repeat(earlier.get(), name, asked, replay);
                    }
                }
                Outcome<Change<T>> prepared = prepare.get();
                if (prepared instanceof Outcome.Refused<Change<T>> refused) {
                    return Outcome.refused(refused.refusal());
                }
                return Outcome.done(commit(caller, key, name, asked, prepared.orElseThrow()));
            } catch (RefusedException e) {
                return Outcome.refused(e.refusal());
            } catch (StoreException e) {
                if (e.kind() != StoreException.Kind.CONFLICT) {
                    throw e;
                }
                if (attempt == tries) {
                    return Outcome.refused(Refusal.of(
                            Refusal.Kind.CONFLICT,
                            "changed-meanwhile",
                            "Somebody else changed this at the same time. Try again."));
                }
            }
        }
    }

    /** Carries out a command of which there is no sensible repeat under a key, such as one by a job. */
    public <T> Outcome<T> run(Caller caller, String name, Supplier<Outcome<Change<T>>> prepare) {
        return run(caller, Optional.empty(), name, "", target -> Outcome.refused(Refusal.notFound(name)), prepare);
    }

    /** Records a change that takes part in a larger transaction, such as that of a delivered event. */
    public <T> T record(Tx tx, Caller caller, String name, Effect<T> effect) {
        record(tx, caller, name, effect, Optional.empty(), clock.now());
        return effect.value();
    }

    private <T> T commit(Caller caller, Optional<IdempotencyKey> key, String name, byte[] asked, Change<T> change) {
        Optional<String> mark = key.map(unused -> fingerprints.of(asked));
        Effect<T> committed = transactions.write(tx -> {
            Effect<T> effect = change.in(tx);
            Instant now = clock.now();
            record(
                    tx,
                    caller,
                    name,
                    effect,
                    key.map(k -> new Reply(
                            caller.subject().key(), k.value(), name, mark.orElseThrow(), effect.target(), now)),
                    now);
            return effect;
        });
        if (committed.events().isEmpty()) {
            nudge.settle();
        } else {
            nudge.wake();
        }
        return committed.value();
    }

    private void record(Tx tx, Caller caller, String name, Effect<?> effect, Optional<Reply> reply, Instant now) {
        List<EventRecord> events = new ArrayList<>();
        List<Delivery> deliveries = new ArrayList<>();
        for (Event event : effect.events()) {
            EventRecord stored = new EventRecord(ids.next(), now, event);
            events.add(stored);
            for (String consumer : Subscriptions.consumersOf(event)) {
                deliveries.add(new Delivery(stored.id(), consumer));
            }
        }
        AuditEntry audit = new AuditEntry(
                ids.next(),
                now,
                caller.subject().key(),
                name(caller, effect).map(user -> "user:" + user.value()),
                effect.account(),
                caller.channel().name(),
                caller.requestId(),
                name,
                effect.target());
        store.record(tx, audit, events, deliveries, reply);
    }

    /** Staff who act for a customer are shown with that customer, whoever of the account it is for. */
    private static Optional<UserId> name(Caller caller, Effect<?> effect) {
        Optional<Caller.ActingFor> acting = caller.actingFor();
        return acting.filter(who -> who.kind() == Caller.ActingFor.Kind.CUSTOMER)
                .map(Caller.ActingFor::user)
                .or(effect::actingFor)
                .or(() -> acting.map(Caller.ActingFor::user));
    }

    private <T> Outcome<T> repeat(Reply earlier, String name, byte[] asked, Function<String, Outcome<T>> replay) {
        if (!earlier.command().equals(name) || !fingerprints.match(earlier.requestHash(), asked)) {
            return Outcome.refused(Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "idempotency-key-reused",
                    "This Idempotency-Key was used for another request."));
        }
        return replay.apply(earlier.result());
    }

    private byte[] bytes(String name, Object request) {
        try {
            return json.writeValueAsBytes(List.of(name, request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request that cannot be written: " + name, e);
        }
    }
}

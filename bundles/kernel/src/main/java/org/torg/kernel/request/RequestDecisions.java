package org.torg.kernel.request;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.account.Caller;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.CustomerRequests.State;
import org.torg.api.account.UserId;
import org.torg.api.store.RequestStore;
import org.torg.api.store.RequestStore.RequestRow;
import org.torg.api.store.RequestStore.StepRow;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;

/** Decides requests: once, by somebody else, and with its effect in the same transaction. */
@Component(service = RequestDecisions.class)
public final class RequestDecisions {

    private final Transactions transactions;
    private final RequestStore store;
    private final RequestAccess access;
    private final RequestEffects effects;
    private final RequestLetters letters;
    private final SealedWords words;
    private final Clock clock;

    @Activate
    public RequestDecisions(
            @Reference Transactions transactions,
            @Reference RequestStore store,
            @Reference RequestAccess access,
            @Reference RequestEffects effects,
            @Reference RequestLetters letters,
            @Reference SealedWords words,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.access = access;
        this.effects = effects;
        this.letters = letters;
        this.words = words;
        this.clock = clock;
    }

    Outcome<Change<CustomerRequest>> prepare(
            Caller caller,
            String id,
            Optional<Long> expectedVersion,
            boolean approve,
            String reason,
            Optional<UserId> match) {
        return transactions.read(tx -> {
            Optional<RequestRow> found = store.request(tx, id);
            if (found.isEmpty()) {
                return Outcome.refused(access.unknown(caller));
            }
            RequestRow row = found.get();
            Optional<Refusal> refusal = access.toDecide(tx, caller, row)
                    .or(() -> objection(row, expectedVersion))
                    .or(() -> RequestRules.objection(reason, approve))
                    .or(() -> objection(tx, caller, row, approve, match));
            return refusal.<Outcome<Change<CustomerRequest>>>map(Outcome::refused)
                    .orElseGet(() -> Outcome.done(
                            change(new Decision(caller, row, words.content(tx, row), approve, reason, match))));
        });
    }

    private static Optional<Refusal> objection(RequestRow row, Optional<Long> expectedVersion) {
        if (expectedVersion.filter(version -> version != row.version()).isPresent()) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.PRECONDITION,
                    "version-changed",
                    "Somebody else changed this since you have seen it."));
        }
        return row.state() == State.OPEN
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(Refusal.Kind.CONFLICT, "request-decided", "This request has been decided already."));
    }

    private Optional<Refusal> objection(Tx tx, Caller caller, RequestRow row, boolean approve, Optional<UserId> match) {
        if (approve && row.kind().equals(RequestKind.ERASURE.code()) && !isTheirs(tx, caller, row)) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.FORBIDDEN,
                    "other-vendors-concerned",
                    "This concerns another vendor, too. Only staff with this right for all of them change it."));
        }
        boolean form = row.kind().equals(RequestKind.EMAIL_ON_FILE.code());
        if (match.isEmpty() && form && approve) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE,
                    "match-missing",
                    "Find out whom the form is about, and name the person."));
        }
        if (match.isEmpty()) {
            return approve ? access.toApprove(tx, caller, row) : Optional.empty();
        }
        if (!form) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE, "match-needless", "It is known whom this request is about."));
        }
        if (access.isOwn(caller, row, match)) {
            return Optional.of(RequestAccess.ownRequest());
        }
        return access.toTouch(tx, caller, match.get()).isPresent()
                ? Optional.of(Refusal.notFound("person"))
                : access.toHandOver(tx, caller, match.get());
    }

    /** An erasure takes the person from all vendors at once. */
    private boolean isTheirs(Tx tx, Caller caller, RequestRow row) {
        return row.by()
                .filter(person -> access.toTouch(tx, caller, person).isEmpty())
                .isPresent();
    }

    private Change<CustomerRequest> change(Decision decision) {
        RequestRow row = decision.row();
        return tx -> {
            State state = decision.approve() ? State.APPROVED : State.DECLINED;
            Optional<String> reason = Optional.of(decision.reason())
                    .filter(text -> !text.isBlank())
                    .map(text -> words.reason(tx, row.id(), text));
            StepRow step = new StepRow(clock.now(), decision.caller().user(), state, reason, Optional.empty());
            // First: of two at once the second stops here, before it has any effect.
            store.step(tx, row, decision.match(), step);
            if (decision.approve()) {
                effects.carryOut(tx, decision).ifPresent(refusal -> {
                    throw new RefusedException(refusal);
                });
            }
            letters.decided(tx, decision);
            RequestRow decided = store.request(tx, row.id()).orElse(row);
            return new Effect<>(words.open(tx, decided), row.id(), row.account(), List.of());
        };
    }
}

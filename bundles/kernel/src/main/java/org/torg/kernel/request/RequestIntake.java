package org.torg.kernel.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Caller.ActingFor;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.CustomerRequests.State;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.store.JobStore;
import org.torg.api.store.JobStore.Job;
import org.torg.api.store.RequestStore;
import org.torg.api.store.RequestStore.RequestRow;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Gate;
import org.torg.kernel.command.Ids;
import org.torg.kernel.privacy.AddressKeys;

/** Takes requests in: who may ask for what, and that nobody asks twice for the same thing. */
@Component(service = RequestIntake.class)
public final class RequestIntake {

    /** Of new locations of one account that are open at a time. */
    static final int MOST_LOCATIONS = 20;

    private final Transactions transactions;
    private final RequestStore store;
    private final JobStore jobs;
    private final SealedWords words;
    private final AddressKeys addresses;
    private final Gate gate;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public RequestIntake(
            @Reference Transactions transactions,
            @Reference RequestStore store,
            @Reference JobStore jobs,
            @Reference SealedWords words,
            @Reference AddressKeys addresses,
            @Reference Gate gate,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.jobs = jobs;
        this.words = words;
        this.addresses = addresses;
        this.gate = gate;
        this.ids = ids;
        this.clock = clock;
    }

    Outcome<Change<CustomerRequest>> prepare(Caller caller, Content content) {
        Optional<Refusal> refusal = denied(caller, content)
                .or(() -> RequestRules.objection(content))
                .or(() -> open(caller, content));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return Outcome.done(tx -> {
            String id = ids.next();
            RequestRow row = new RequestRow(
                    id,
                    RequestKind.of(content).code(),
                    words.seal(tx, id, content),
                    Optional.empty(),
                    caller.account(),
                    caller.user(),
                    caller.actingFor().map(ActingFor::user),
                    Optional.empty(),
                    State.OPEN,
                    clock.now(),
                    1,
                    openKey(caller, content).orElse(id),
                    List.of());
            store.insert(tx, row);
            return new Effect<>(words.open(tx, row), id, row.account(), List.of());
        });
    }

    /** A form is stored whatever is known of its e-mails: staff find that out. */
    Outcome<Change<Boolean>> form(VendorId vendor, Content.EmailOnFile form) {
        return Outcome.done(tx -> {
            String id = ids.next();
            Instant now = clock.now();
            jobs.insert(tx, new Job(ids.next(), RequestExpiry.KIND, id, now.plus(RequestExpiry.KEPT), 0));
            store.insert(
                    tx,
                    new RequestRow(
                            id,
                            RequestKind.of(form).code(),
                            words.seal(tx, id, form),
                            Optional.of(vendor),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            State.OPEN,
                            now,
                            1,
                            id,
                            List.of()),
                    Optional.of(new RequestStore.AddressKeys(
                            addresses.of(tx, form.oldEmail()), addresses.of(tx, form.newEmail()))));
            return new Effect<>(true, id, Optional.empty(), List.of());
        });
    }

    private Optional<Refusal> denied(Caller caller, Content content) {
        if (content instanceof Content.NewLocation || content instanceof Content.Correction) {
            Function needed = content instanceof Content.NewLocation ? Function.ACCOUNT_EDIT : Function.ACCOUNT_READ;
            // About the company as a whole: rights at one of its locations are not enough.
            return caller.account()
                    .map(account -> gate.require(caller, needed, Scope.of(account)))
                    .orElseGet(() ->
                            gate.requireAnywhere(caller, needed).or(() -> Optional.of(Refusal.notFound("account"))));
        }
        if (caller.isStranger()) {
            return gate.requireAnywhere(caller, Function.ACCOUNT_READ);
        }
        boolean own = content instanceof Content.NewEmail || content instanceof Content.Erasure;
        if (!own) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.UNPROCESSABLE, "request-invalid", "The request is not complete and right."));
        }
        if (caller.mustChoosePerson()) {
            return Optional.of(Gate.personRequired());
        }
        return caller.isSignedIn()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        Refusal.Kind.FORBIDDEN,
                        "person-required",
                        "Only a person who has signed in may do this, not a program with a token."));
    }

    private Optional<Refusal> open(Caller caller, Content content) {
        boolean tooMany = content instanceof Content.NewLocation
                && caller.account()
                        .filter(account ->
                                transactions.read(tx -> store.open(tx, account, RequestKind.NEW_LOCATION.code()))
                                        >= MOST_LOCATIONS)
                        .isPresent();
        Optional<String> key = openKey(caller, content);
        boolean twice = key.isPresent() && transactions.read(tx -> store.isOpen(tx, key.get()));
        return tooMany || twice
                ? Optional.of(Refusal.of(
                        Refusal.Kind.CONFLICT, "request-open", "You have asked for this already. Wait for the answer."))
                : Optional.empty();
    }

    /** Of what one person asks for once at a time. */
    private static Optional<String> openKey(Caller caller, Content content) {
        if (content instanceof Content.NewLocation) {
            return Optional.empty();
        }
        String kind = RequestKind.of(content).code();
        return caller.user().map(user -> kind + ":" + user.value());
    }
}

package org.torg.kernel.module;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.event.Event.ModuleSetPublished;
import org.torg.api.module.ModuleSet;
import org.torg.api.store.ModuleStore;
import org.torg.api.store.Transactions;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;

/**
 * The way of every candidate: brought up beside what serves, composed and checked, committed, and then served in one step.
 * One after the other for each vendor. Until the commit a failure leaves everything as it was; after it the set is the
 * desired one, on this node and on all others, whatever happens here.
 */
@Component(service = Publications.class)
public final class Publications {

    private static final Logger LOG = LoggerFactory.getLogger(Publications.class);

    /** For another candidate of the same vendor, which may hang in its checks. */
    private static final int PATIENCE_SECONDS = 20;

    /** At the same time, of all vendors: they keep threads of the HTTP server, which sell meanwhile. */
    private static final int MOST_AT_ONCE = 12;

    private final Commands commands;
    private final Transactions transactions;
    private final ModuleStore store;
    private final Drafts drafts;
    private final Stalls stalls;
    private final Clock clock;
    private final Semaphore waiting = new Semaphore(MOST_AT_ONCE);

    @Activate
    public Publications(
            @Reference Commands commands,
            @Reference Transactions transactions,
            @Reference ModuleStore store,
            @Reference Drafts drafts,
            @Reference Stalls stalls,
            @Reference Clock clock) {
        this.commands = commands;
        this.transactions = transactions;
        this.store = store;
        this.drafts = drafts;
        this.stalls = stalls;
        this.clock = clock;
    }

    /**
     * @param drafting carried out again when somebody else has published meanwhile
     * @param whenRefused told why a candidate is none
     */
    Outcome<ModuleSet> publish(
            Caller caller,
            Optional<IdempotencyKey> key,
            String command,
            Object request,
            VendorId vendor,
            Supplier<Outcome<Draft>> drafting,
            Consumer<Refusal> whenRefused) {
        if (!waiting.tryAcquire()) {
            return busy();
        }
        try {
            return publishNext(caller, key, command, request, vendor, drafting, whenRefused);
        } finally {
            waiting.release();
        }
    }

    private Outcome<ModuleSet> publishNext(
            Caller caller,
            Optional<IdempotencyKey> key,
            String command,
            Object request,
            VendorId vendor,
            Supplier<Outcome<Draft>> drafting,
            Consumer<Refusal> whenRefused) {
        Lock lock = stalls.lock(vendor);
        if (!patient(lock)) {
            return busy();
        }
        Candidate candidate = new Candidate(caller, vendor);
        try {
            Outcome<ModuleSet> outcome = commands.run(
                    caller,
                    key,
                    command,
                    request,
                    target -> {
                        // Another node has carried it out: what stands ready here is not that.
                        candidate.withdraw();
                        return replay(target);
                    },
                    () -> {
                        candidate.withdraw();
                        Outcome<Change<ModuleSet>> prepared = drafting.get().flatMap(candidate::prepare);
                        if (prepared instanceof Outcome.Refused<Change<ModuleSet>> refused) {
                            whenRefused.accept(refused.refusal());
                        }
                        return prepared;
                    });
            if (outcome instanceof Outcome.Done<ModuleSet> done) {
                candidate.open(done.value());
            } else {
                candidate.withdraw();
            }
            return outcome;
        } finally {
            candidate.close();
            lock.unlock();
        }
    }

    private static Outcome<ModuleSet> busy() {
        return Outcome.refused(Refusal.of(
                Refusal.Kind.CONFLICT, "changed-meanwhile", "Somebody else changed this at the same time. Try again."));
    }

    private static boolean patient(Lock lock) {
        try {
            return lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Outcome<ModuleSet> replay(String target) {
        int slash = target.lastIndexOf('/');
        VendorId vendor = new VendorId(target.substring(0, slash));
        long generation = Long.parseLong(target.substring(slash + 1));
        return transactions
                .read(tx -> store.set(tx, vendor, generation))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(ModuleRefusals.generationUnknown(generation)));
    }

    /** From the draft to the set that serves. */
    private final class Candidate {

        private final Caller caller;
        private final VendorId vendor;
        private Optional<Draft> draft = Optional.empty();
        private Optional<Stall> stall = Optional.empty();

        Candidate(Caller caller, VendorId vendor) {
            this.caller = caller;
            this.vendor = vendor;
        }

        Outcome<Change<ModuleSet>> prepare(Draft drafted) {
            draft = Optional.of(drafted);
            if (drafted.modules().isEmpty()) {
                return Outcome.done(change(drafted, List.of()));
            }
            Outcome<Stall> built = build(drafted);
            if (built instanceof Outcome.Refused<Stall> refused) {
                Refusal placed = drafted.placed(refused.refusal());
                LOG.warn(
                        "Candidate for vendor {} refused, generation {} stays: {} {}",
                        vendor.value(),
                        drafted.latest(),
                        placed.code(),
                        placed.message().arguments());
                return Outcome.refused(placed);
            }
            stall = Optional.of(built.orElseThrow());
            return Outcome.done(change(drafted, built.orElseThrow().modules()));
        }

        private Change<ModuleSet> change(Draft drafted, List<ModuleSet.Module> modules) {
            ModuleSet set = new ModuleSet(
                    vendor,
                    drafted.latest() + 1,
                    drafted.parent(),
                    drafted.origin(),
                    clock.now(),
                    caller.subject().key(),
                    modules);
            return tx -> {
                ModuleSet published = store.publish(tx, set, drafted.latest(), Optional.empty());
                return new Effect<>(
                        published,
                        vendor.value() + "/" + published.generation(),
                        Optional.empty(),
                        List.of(new ModuleSetPublished(vendor, Optional.empty(), published.generation())));
            };
        }

        /** What was published before has been examined then. */
        private Outcome<Stall> build(Draft drafted) {
            return stalls.build(vendor, drafted.modules()).flatMap(candidate -> {
                Optional<Refusal> objection = drafted.origin() == ModuleSet.Origin.ROLLBACK
                        ? Optional.empty()
                        : candidate.objection(transactions.read(tx -> store.parameters(tx, vendor, drafted.parent())));
                if (objection.isPresent()) {
                    candidate.close();
                    return Outcome.refused(objection.get());
                }
                return Outcome.done(candidate);
            });
        }

        /** Nothing to open after a repeat under the same key. */
        void open(ModuleSet set) {
            if (draft.filter(drafted -> drafted.modules().isEmpty()).isPresent()) {
                stalls.leave(vendor);
                LOG.info("Vendor {} has left with generation {}", vendor.value(), set.generation());
            }
            stall.ifPresent(prepared -> stalls.open(set, prepared));
            stall = Optional.empty();
            draft = Optional.empty();
        }

        /** It is certain that this one was not committed. */
        void withdraw() {
            close();
            draft.ifPresent(drafts::forget);
            draft = Optional.empty();
        }

        /** What was committed, if anything was, keeps its blobs. */
        void close() {
            stall.ifPresent(Stall::close);
            stall = Optional.empty();
        }
    }
}

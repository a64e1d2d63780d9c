package org.torg.kernel.vendor;

import dev.failsafe.CircuitBreaker;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.HdrHistogram.AtomicHistogram;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.module.PartHealth;
import org.torg.api.module.PartHealth.Failure;
import org.torg.api.module.PartHealth.State;
import org.torg.api.vendor.VendorFailure;
import org.torg.contract.Part;
import org.torg.contract.Source;
import org.torg.kernel.vendor.Bulkhead.Evaluation;

/**
 * The guard in front of one part of a running set. Whatever goes wrong in the part becomes a {@link VendorFailure} that
 * names it; the cause is logged here and nowhere else, and nothing of it is kept. A part that fails too often is left alone
 * for a while; one that fails again and again, or does not give its threads back, until another generation is published.
 */
final class GuardedPart {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedPart.class);

    /** Failures among the latest calls that make it rest. */
    private static final int FAILURES = 5;

    private static final int OF_CALLS = 10;
    /** Rests in a row after which it is not tried any more. */
    private static final int RESTS = 4;
    /** Threads lost at one time after which it is not tried any more. */
    private static final int THREADS_LOST = 3;

    private static final long SLOWEST_MICROS = 60_000_000;

    private static final com.sun.management.ThreadMXBean MEMORY =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String module;
    private final String name;
    private final String version;
    private final Source source;
    private final Bulkhead bulkhead;
    private final long allocation;
    private final Clock clock;
    private final CircuitBreaker<Object> breaker;
    private final AtomicInteger rests = new AtomicInteger();
    private final AtomicInteger threadsLost = new AtomicInteger();
    private final LongAdder failures = new LongAdder();
    private final AtomicHistogram micros = new AtomicHistogram(SLOWEST_MICROS, 2);
    private volatile boolean quarantined;
    private volatile @Nullable Failure lastFailure;

    /**
     * @param part what is guarded
     */
    GuardedPart(Part<?> part, Bulkhead bulkhead, Limits limits, Clock clock) {
        this.module = part.bundle();
        this.name = part.info().name();
        this.version = part.info().version();
        this.source = part.source();
        this.bulkhead = bulkhead;
        this.allocation = limits.allocation();
        this.clock = clock;
        this.breaker = CircuitBreaker.builder()
                .withFailureThreshold(FAILURES, OF_CALLS)
                .withSuccessThreshold(1)
                .withDelay(limits.rest())
                .onOpen(opened -> rest())
                .onClose(closed -> rests.set(0))
                .build();
    }

    Source source() {
        return source;
    }

    /**
     * Calls the part, on a thread of its set's bulkhead. It must answer something.
     *
     * @throws VendorFailure when it fails, or is not called because it has failed too often
     */
    <T> T call(Supplier<? extends @Nullable T> code) {
        Optional<Evaluation<?>> here = bulkhead.current();
        return here.isPresent()
                ? guarded(here.get(), code)
                : bulkhead.evaluate(() -> guarded(bulkhead.current().orElseThrow(), code));
    }

    private <T> T guarded(Evaluation<?> evaluation, Supplier<? extends @Nullable T> code) {
        // First: who gives the evaluation up from here on counts it as a failure of this part.
        GuardedPart before = evaluation.enter(this);
        try {
            if (evaluation.isAbandoned()) {
                throw source.failure("nobody waits for it any more");
            }
            if (quarantined) {
                throw source.failure("is in quarantine");
            }
            if (!breaker.tryAcquirePermit()) {
                throw source.failure("rests after failures");
            }
            return counted(evaluation, code);
        } finally {
            evaluation.leave(before);
        }
    }

    private <T> T counted(Evaluation<?> evaluation, Supplier<? extends @Nullable T> code) {
        long started = System.nanoTime();
        long allocated = MEMORY.getCurrentThreadAllocatedBytes();
        @Nullable T answer;
        try {
            answer = code.get();
        } catch (VendorFailure e) {
            // Vendor code could throw one that blames somebody else.
            boolean own = e.vendor().equals(source.vendor()) && e.module().equals(source.module());
            throw failed(evaluation, source.failure(own ? e.reason() : "threw a failure"), Optional.empty());
        } catch (Throwable e) {
            throw failed(evaluation, source.failure(e.getClass().getSimpleName()), Optional.of(e));
        }
        long taken = MEMORY.getCurrentThreadAllocatedBytes() - allocated;
        if (taken > allocation) {
            throw failed(evaluation, source.failure("took " + (taken >> 20) + " MB in one call"), Optional.empty());
        }
        if (answer == null) {
            throw failed(evaluation, source.failure("answered nothing"), Optional.empty());
        }
        if (evaluation.settle()) {
            breaker.recordSuccess();
            micros.recordValue(Math.min(SLOWEST_MICROS, (System.nanoTime() - started + 999) / 1000));
        }
        return answer;
    }

    private VendorFailure failed(Evaluation<?> evaluation, VendorFailure failure, Optional<Throwable> cause) {
        evaluation.logged(() -> log(failure, Thrown.text(cause.orElse(null))));
        if (evaluation.settle()) {
            count(failure);
        }
        return failure;
    }

    /** It did not answer in time. Its thread may come back later, or never. */
    VendorFailure lost(Duration budget) {
        VendorFailure failure = source.failure("took longer than " + budget.toMillis() + " ms");
        log(failure, "");
        if (threadsLost.incrementAndGet() >= THREADS_LOST) {
            quarantine("it does not give its threads back");
        }
        count(failure);
        return failure;
    }

    void returned() {
        threadsLost.decrementAndGet();
    }

    private void count(VendorFailure failure) {
        failures.increment();
        lastFailure = new Failure(clock.now(), failure.reason());
        breaker.recordFailure();
    }

    private void rest() {
        if (rests.incrementAndGet() >= RESTS) {
            quarantine("it fails again and again");
        } else {
            LOG.warn(
                    "{} of {} rests after failures",
                    source.module(),
                    source.vendor().value());
        }
    }

    private void quarantine(String why) {
        if (!quarantined) {
            quarantined = true;
            LOG.error(
                    "{} of {} is not called any more: {}. Activate another version or roll back",
                    source.module(),
                    source.vendor().value(),
                    why);
        }
    }

    /** Other parameters may cure what has failed: it is tried as if it were new. Threads that are lost stay lost. */
    void forgive() {
        rests.set(0);
        breaker.close();
        if (threadsLost.get() < THREADS_LOST) {
            quarantined = false;
        }
    }

    PartHealth health() {
        return new PartHealth(
                module,
                name,
                version,
                source.contract().getSimpleName(),
                state(),
                micros.getTotalCount() + failures.sum(),
                failures.sum(),
                micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(99),
                Optional.ofNullable(lastFailure));
    }

    private State state() {
        if (quarantined) {
            return State.QUARANTINED;
        }
        return switch (breaker.getState()) {
            case CLOSED -> State.WORKING;
            case OPEN -> State.RESTING;
            case HALF_OPEN -> State.TRIED;
        };
    }

    private static void log(VendorFailure failure, String trace) {
        LOG.warn("Vendor code failed: {}{}", failure.getMessage(), trace);
    }
}

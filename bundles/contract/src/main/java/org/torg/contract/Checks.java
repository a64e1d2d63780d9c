package org.torg.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.pricing.ModuleInfo;
import org.torg.api.pricing.ModulePart;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Vendor;
import org.torg.contract.ContractViolation.Kind;

/**
 * Tries a composed set on invented cases. The kernel does so for as long as it may before a set is published, the test kit
 * for longer. Each method throws {@link ContractViolation} for the first thing that does not hold, naming the part, the
 * check and the case; nothing else is thrown, whatever the code does. Vendor code is called as it stands, without a guard:
 * whoever calls these bounds the time.
 */
public final class Checks {

    private static final int FEWEST_SAMPLES = 3;
    private static final int MOST_SAMPLES = 300;
    private static final int THREADS = 4;
    private static final int TOGETHER = 12;
    private static final int ROUNDS = 5;
    private static final int MEASURED = 9;
    private static final Duration BOUND = Duration.ofSeconds(10);

    /** Half of the calls may take longer than this, on a busy machine. */
    private static final Duration QUICK = Duration.ofMillis(50);

    private final Composed composed;
    private final List<Probe<?>> probes;
    private final Samples samples;
    private final RequiredTexts texts;

    private Checks(Composed composed, List<String> tiers) {
        this.composed = composed;
        this.probes = Probes.of(composed);
        this.samples = new Samples(composed, tiers);
        this.texts = new RequiredTexts(composed.texts(), composed.descriptor().languages());
    }

    public static Checks of(Composed composed) {
        Sample plain = new Samples(composed, List.of()).sample(1, 0);
        List<String> tiers = new ArrayList<>();
        composed.loyalty().ifPresent(part -> new Trial(part, Check.VALID, plain)
                .run(() -> part.code().tiers(plain.goods().parameters()).forEach(tier -> tiers.add(tier.code()))));
        return new Checks(composed, tiers);
    }

    /** Cases for this set. */
    public Samples samples() {
        return samples;
    }

    /** All checks, on as many cases as fit into the time, and on three at least. */
    public void all(long seed, Duration budget) {
        long end = System.nanoTime() + budget.toNanos();
        steady();
        sound();
        quick(several(seed, MEASURED));
        for (int i = 0; i < MOST_SAMPLES && (i < FEWEST_SAMPLES || System.nanoTime() < end); i++) {
            Sample sample = samples.any(seed + i);
            valid(sample);
            notBelowZero(sample);
            texts(sample);
            pure(sample);
        }
        threadSafe(several(seed, TOGETHER));
    }

    /** Asks again for what was asked when the set was composed, and for the texts of it. */
    public void steady() {
        Part<Vendor> vendor = composed.vendor();
        Trial own = new Trial(vendor, Check.STEADY);
        own.require(
                own.of(() -> vendor.code().descriptor()).equals(composed.descriptor()),
                Kind.CONTRACT_FAILED,
                "descriptor() answers something else the second time");
        own.require(
                own.of(() -> vendor.code().workflow()).equals(composed.workflow()),
                Kind.CONTRACT_FAILED,
                "workflow() answers something else the second time");
        labels(vendor, own.of(() -> vendor.code().parameters()));
        composed.workflow().states().forEach(state -> texts.hold(vendor, List.of(state.label(), state.explanation())));
        composed.loyalty().ifPresent(part -> steady(part, part.code()::info));
        composed.pricing().forEach(this::steady);
        composed.shipping().forEach(this::steady);
    }

    private void steady(Part<? extends ModulePart> part) {
        steady(part, part.code()::info);
        labels(part, new Trial(part, Check.STEADY).of(() -> part.code().parameters()));
    }

    private static void steady(Part<?> part, Supplier<ModuleInfo> info) {
        Trial trial = new Trial(part, Check.STEADY);
        trial.require(
                trial.of(info).equals(part.info()),
                Kind.CONTRACT_FAILED,
                "info() answers something else the second time");
    }

    private void labels(Part<?> part, List<ParameterDefinition> definitions) {
        texts.hold(part, definitions.stream().map(ParameterDefinition::label).toList());
    }

    /** {@link Check#SOUND}, under the initial values of the parameters. */
    public void sound() {
        Part<Vendor> vendor = composed.vendor();
        Trial trial = new Trial(vendor, Check.SOUND);
        List<ConfigurationModel> models = trial.of(() -> {
            List<ConfigurationModel> answer = vendor.code().configurations(composed.initial());
            return Answers.configurations(vendor.source(), answer);
        });
        texts.hold(vendor, ModelRules.messages(models));
    }

    /** {@link Check#VALID} */
    public void valid(Sample sample) {
        probes.forEach(probe -> judge(probe, Check.VALID, sample));
    }

    /** {@link Check#NOT_BELOW_ZERO} */
    public void notBelowZero(Sample sample) {
        probes.forEach(probe -> judge(probe, Check.NOT_BELOW_ZERO, sample));
    }

    private static <A> void judge(Probe<A> probe, Check check, Sample sample) {
        BiConsumer<Sample, A> judge = probe.judges().get(check);
        if (judge != null) {
            A answer = Trial.ask(probe, check, sample);
            new Trial(probe.part(), check, sample).run(() -> judge.accept(sample, answer));
        }
    }

    /** {@link Check#TEXTS} */
    public void texts(Sample sample) {
        probes.forEach(probe -> texts(probe, sample));
    }

    private <A> void texts(Probe<A> probe, Sample sample) {
        texts.hold(probe.part(), probe.messages().apply(Trial.ask(probe, Check.TEXTS, sample)));
    }

    /** {@link Check#PURE} */
    public void pure(Sample sample) {
        probes.forEach(probe -> pure(probe, sample));
    }

    private static <A> void pure(Probe<A> probe, Sample sample) {
        A first = Trial.ask(probe, Check.PURE, sample);
        A second = Trial.ask(probe, Check.PURE, sample);
        new Trial(probe.part(), Check.PURE, sample)
                .require(first.equals(second), Kind.CONTRACT_FAILED, "asked twice it answers two things");
    }

    /** {@link Check#THREAD_SAFE} */
    public void threadSafe(List<Sample> cases) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, code -> {
            Thread thread = new Thread(code, "torg-checks");
            thread.setDaemon(true);
            return thread;
        });
        try {
            probes.forEach(probe -> threadSafe(threads, probe, cases));
        } finally {
            threads.shutdownNow();
        }
    }

    private static <A> void threadSafe(ExecutorService threads, Probe<A> probe, List<Sample> cases) {
        List<A> alone = new ArrayList<>();
        cases.forEach(sample -> alone.add(Trial.ask(probe, Check.THREAD_SAFE, sample)));
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread * cases.size() / THREADS;
            tasks.add(() -> {
                start.await();
                for (int i = 0; i < ROUNDS * cases.size(); i++) {
                    int which = (first + i) % cases.size();
                    Sample sample = cases.get(which);
                    A answer = Trial.ask(probe, Check.THREAD_SAFE, sample);
                    new Trial(probe.part(), Check.THREAD_SAFE, sample)
                            .require(
                                    answer.equals(alone.get(which)),
                                    Kind.CONTRACT_FAILED,
                                    "answers something else while other threads ask too");
                }
                return null;
            });
        }
        Trial trial = new Trial(probe.part(), Check.THREAD_SAFE);
        try {
            for (Future<Void> task : threads.invokeAll(tasks, BOUND.toSeconds(), TimeUnit.SECONDS)) {
                trial.require(!task.isCancelled(), Kind.CONTRACT_FAILED, "does not end while other threads ask too");
                task.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ContractViolation violation ? violation : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            trial.require(false, Kind.CONTRACT_FAILED, "was interrupted");
        }
    }

    /** {@link Check#QUICK} */
    public void quick(List<Sample> cases) {
        for (Probe<?> probe : probes) {
            long[] nanos = new long[cases.size()];
            for (int i = 0; i < nanos.length; i++) {
                long start = System.nanoTime();
                Object answer = Trial.ask(probe, Check.QUICK, cases.get(i));
                nanos[i] = answer == null ? 0 : System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            long median = nanos[nanos.length / 2];
            new Trial(probe.part(), Check.QUICK)
                    .require(
                            median <= QUICK.toNanos(),
                            Kind.CONTRACT_FAILED,
                            "takes " + TimeUnit.NANOSECONDS.toMillis(median) + " ms, and may take " + QUICK.toMillis());
        }
    }

    /** Cases of all sizes. */
    public List<Sample> several(long seed, int count) {
        List<Sample> several = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            several.add(samples.any(seed + i));
        }
        return several;
    }
}

package org.torg.kernel.vendor;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Clock;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.module.ModuleOverview;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.PartHealth;
import org.torg.api.vendor.AccountPolicy;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;

/** The vendors that serve on this node, each as one running set; what replaces a set, and who waits while one is away. */
@Component(
        service = {VendorRegistry.class, Market.class},
        configurationPid = "org.torg.kernel.vendor")
@Designate(ocd = VendorRegistry.Configuration.class)
public final class VendorRegistry implements Market {

    private static final Logger LOG = LoggerFactory.getLogger(VendorRegistry.class);

    @ObjectClassDefinition(name = "Torg vendors")
    public @interface Configuration {

        @AttributeDefinition(
                description =
                        "Ids of the vendors that belong to this tenant, separated by commas; without them it is not"
                                + " ready")
        String vendors() default "lighting";

        @AttributeDefinition(description = "Milliseconds that one evaluation of a vendor's rules may take")
        int budget() default 2000;

        @AttributeDefinition(description = "Evaluations of one vendor at the same time")
        int threads() default 8;

        @AttributeDefinition(description = "Seconds for which a part rests after it has failed too often")
        int rest() default 5;

        @AttributeDefinition(
                description =
                        "Milliseconds for which a new set is tried on invented carts before it is published; on three"
                                + " in any case")
        int examining() default 800;

        @AttributeDefinition(description = "Seconds until the bundles of a replaced set stop in any case")
        int drain() default 30;

        @AttributeDefinition(description = "Milliseconds for which a request waits for a vendor that is away")
        int park() default 2000;
    }

    /** Requests that may wait for vendors at the same time; they keep threads of the HTTP server. */
    private static final int MOST_PARKED = 8;

    /** What is known of one vendor. Guarded by the registry's lock, but for reading. */
    private static final class Place {

        private volatile @Nullable RunningSet serving;
        private volatile boolean gap;
        private volatile boolean closed;
    }

    private final Clock clock;
    private final Candidates candidates;
    private final Duration drain;
    private final Duration park;
    private final Set<VendorId> configured;
    private final Map<VendorId, Place> places = new ConcurrentHashMap<>();
    private final List<RunningSet> draining = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "torg-drain");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Consumer<VendorId> whenBehind = vendor -> {};
    private int parked;

    @Activate
    public VendorRegistry(@Reference Clock clock, Configuration configuration) {
        this(
                clock,
                configuration.vendors(),
                new Limits(
                        Duration.ofMillis(configuration.budget()),
                        configuration.threads(),
                        Limits.DEFAULT.waiting(),
                        Limits.DEFAULT.allocation(),
                        Duration.ofSeconds(configuration.rest()),
                        Duration.ofMillis(configuration.examining())),
                Duration.ofSeconds(configuration.drain()),
                Duration.ofMillis(configuration.park()));
    }

    VendorRegistry(Clock clock, String configured, Limits limits, Duration drain, Duration park) {
        this.clock = clock;
        this.candidates = new Candidates(limits, clock);
        this.drain = drain;
        this.park = park;
        this.configured = Stream.of(configured.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(VendorId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Deactivate
    void stop() {
        deadlines.shutdownNow();
        draining.forEach(RunningSet::drain);
    }

    /** With these vendors, without a container. */
    public static VendorRegistry of(Clock clock, Vendor... vendors) {
        VendorRegistry registry = new VendorRegistry(clock, "", Limits.DEFAULT, Duration.ofSeconds(30), Duration.ZERO);
        for (Vendor vendor : vendors) {
            registry.put(vendor);
        }
        return registry;
    }

    /** Serves a vendor that no bundle has brought, as generation 1. */
    public void put(Vendor vendor) {
        ModuleSet set = alone(vendor);
        ModuleCode code = new ModuleCode(set.modules().get(0), Optional.of(vendor), List.of(), List.of());
        publish(set, compose(set.vendor(), List.of(code)).orElseThrow(), () -> {});
    }

    /** A set of nothing but this vendor. */
    public static ModuleSet alone(Vendor vendor) {
        VendorId id = vendor.descriptor().id();
        ModuleSet.Module own = new ModuleSet.Module(
                vendor.getClass().getName(), vendor.descriptor().version(), "0".repeat(64), "", List.of("Vendor"));
        return new ModuleSet(id, 1, 0, ModuleSet.Origin.FIRST, Instant.EPOCH, "nobody", List.of(own));
    }

    /**
     * The vendor, if it is here, if only with a gap: for what it says of itself, which was asked when it was composed. Prices
     * and rules are asked for through {@link Generations}.
     */
    public Optional<Vendor> find(VendorId id) {
        return Optional.ofNullable(places.get(id)).map(place -> place.serving).map(RunningSet::vendor);
    }

    /** All, by id. */
    public List<Vendor> present() {
        Map<String, Vendor> present = new TreeMap<>();
        places.keySet().forEach(id -> find(id).ifPresent(vendor -> present.put(id.value(), vendor)));
        return List.copyOf(present.values());
    }

    /** The configured ones that are not here now. */
    public List<VendorId> absent() {
        return configured.stream()
                .filter(id -> running(id).isEmpty() && !isClosed(id))
                .sorted(Comparator.comparing(VendorId::value))
                .toList();
    }

    /** Those that belong to the tenant, present or away; not those that have left. */
    public Set<VendorId> trading() {
        Set<VendorId> trading = new HashSet<>(configured);
        trading.addAll(places.keySet());
        trading.removeIf(this::isClosed);
        return trading;
    }

    /** What the vendor's account policy was when it was asked last; empty while there is no set of it here. */
    Optional<AccountPolicy> lastAccounts(VendorId id) {
        return Optional.ofNullable(places.get(id))
                .map(place -> place.serving)
                .map(RunningSet::vendor)
                .map(GuardedVendor::lastAccounts);
    }

    /** Whether the vendor is here, with all of its parts. */
    boolean isServing(VendorId id) {
        return running(id).isPresent();
    }

    private Optional<RunningSet> running(VendorId id) {
        return Optional.ofNullable(places.get(id)).filter(place -> !place.gap).map(place -> place.serving);
    }

    /**
     * The vendor that is meant: the named one, or the only one of the tenant. One that is away for the moment still counts:
     * nobody buys from another vendor because of that. Refused with {@code vendor-required}, {@code vendor-unknown},
     * {@code vendor-unavailable}.
     */
    public Outcome<Vendor> resolve(Optional<VendorId> named) {
        return meant(named).flatMap(id -> find(id).map(Outcome::done).orElseGet(() -> Outcome.refused(away())));
    }

    /** As {@link #resolve}, for an evaluation: waits for a vendor that is away for a moment, and must be left again. */
    Outcome<RunningSet> enter(Optional<VendorId> named) {
        return meant(named).flatMap(id -> {
            Optional<RunningSet> entered = tryEnter(id);
            return (entered.isPresent() ? entered : await(id))
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused(away()));
        });
    }

    /** As {@link #enter}, but waits for nobody. */
    Optional<RunningSet> tryEnter(VendorId id) {
        while (true) {
            Optional<RunningSet> running = running(id);
            if (running.isEmpty() || running.get().enter()) {
                return running;
            }
        }
    }

    private synchronized Optional<RunningSet> await(VendorId id) {
        if (parked >= MOST_PARKED) {
            return Optional.empty();
        }
        parked++;
        try {
            long end = System.nanoTime() + park.toNanos();
            while (true) {
                Optional<RunningSet> entered = tryEnter(id);
                long left = end - System.nanoTime();
                if (entered.isPresent() || left <= 0) {
                    return entered;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            parked--;
        }
    }

    private Outcome<VendorId> meant(Optional<VendorId> named) {
        Set<VendorId> known = new HashSet<>(configured);
        known.addAll(places.keySet());
        // One that has joined later must be named: those who deal with the first need not know of it.
        Set<VendorId> implied = configured.isEmpty() ? known : configured;
        if (named.isEmpty() && implied.size() > 1) {
            return refused("vendor-required", "Name the vendor that is meant.");
        }
        if (named.isPresent() && !known.contains(named.get())) {
            return Outcome.refused(unknown());
        }
        Optional<VendorId> meant = named.or(() -> implied.stream().findFirst());
        if (meant.filter(this::isClosed).isPresent()) {
            return refused("vendor-closed", "This vendor does not sell here any more.");
        }
        return meant.map(Outcome::done).orElseGet(() -> Outcome.refused(away()));
    }

    /** Why nothing can be asked of a vendor that belongs to the tenant and is not here. */
    public static Refusal away() {
        return Refusal.of(
                Refusal.Kind.UNAVAILABLE, "vendor-unavailable", "This vendor is away for the moment. Try again later.");
    }

    /** Why an evaluation came to nothing: the vendor's own code failed. */
    public static Refusal failed() {
        return Refusal.of(
                Refusal.Kind.UNAVAILABLE, "vendor-failed", "A part of this vendor does not work at the moment.");
    }

    /** Why nothing can be asked of a vendor that there is not, or not for the caller. */
    public static Refusal unknown() {
        return refusal("vendor-unknown", "There is no such vendor here.");
    }

    private static <T> Outcome<T> refused(String code, String english) {
        return Outcome.refused(refusal(code, english));
    }

    private static Refusal refusal(String code, String english) {
        return Refusal.of(Refusal.Kind.UNPROCESSABLE, code, english)
                .with(List.of(Refusal.detail("/vendor", code, english)));
    }

    @Override
    public Set<VendorId> configured() {
        return configured;
    }

    @Override
    public Outcome<GuardedVendor> compose(VendorId vendor, List<ModuleCode> modules) {
        return candidates.compose(vendor, modules);
    }

    @Override
    public Optional<Refusal> examine(
            GuardedVendor composed, List<ModuleSet.Module> modules, List<ParameterChange> set) {
        return candidates.examine(composed, modules, set);
    }

    @Override
    public synchronized void publish(ModuleSet set, GuardedVendor composed, Runnable whenDrained) {
        Place place = places.computeIfAbsent(set.vendor(), id -> new Place());
        RunningSet before = place.serving;
        place.serving = new RunningSet(set, composed, drained -> {
            draining.remove(drained);
            whenDrained.run();
        });
        place.gap = false;
        place.closed = false;
        if (before != null) {
            retire(before);
        }
        notifyAll();
    }

    private void retire(RunningSet before) {
        draining.add(before);
        before.retire(clock.now().plus(drain));
        // Weakly: one that has long drained is not to be kept in memory by its deadline.
        WeakReference<RunningSet> late = new WeakReference<>(before);
        var unused = deadlines.schedule(
                () -> Optional.ofNullable(late.get()).ifPresent(RunningSet::drain),
                drain.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void close(VendorId vendor) {
        Place place = places.computeIfAbsent(vendor, id -> new Place());
        RunningSet before = place.serving;
        place.serving = null;
        place.closed = true;
        if (before != null) {
            retire(before);
        }
        notifyAll();
    }

    private boolean isClosed(VendorId vendor) {
        return Optional.ofNullable(places.get(vendor))
                .map(place -> place.closed)
                .orElse(false);
    }

    @Override
    public void expect(VendorId vendor) {
        places.computeIfAbsent(vendor, id -> new Place());
    }

    @Override
    public void advance(ModuleSet set) {
        running(set.vendor()).ifPresent(running -> running.advance(set));
    }

    @Override
    public void gap(VendorId vendor) {
        Optional.ofNullable(places.get(vendor)).filter(place -> !place.gap).ifPresent(place -> {
            place.gap = true;
            LOG.warn("Vendor {} is away: a bundle of its set has stopped", vendor.value());
        });
    }

    @Override
    public Optional<ModuleSet> serving(VendorId vendor) {
        return Optional.ofNullable(places.get(vendor))
                .map(place -> place.serving)
                .map(RunningSet::set);
    }

    @Override
    public List<PartHealth> parts(VendorId vendor) {
        return Optional.ofNullable(places.get(vendor))
                .map(place -> place.serving)
                .map(running -> running.vendor().health())
                .orElse(List.of());
    }

    @Override
    public List<ModuleOverview.Draining> draining(VendorId vendor) {
        List<ModuleOverview.Draining> going = new ArrayList<>();
        for (RunningSet set : draining) {
            Instant until = set.deadline();
            if (until != null && set.set().vendor().equals(vendor)) {
                going.add(new ModuleOverview.Draining(set.set().generation(), set.evaluations(), until));
            }
        }
        return going;
    }

    @Override
    public void whenBehind(Consumer<VendorId> listener) {
        whenBehind = listener;
    }

    void behind(VendorId vendor) {
        whenBehind.accept(vendor);
    }
}

package org.torg.kernel.vendor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorFailure;
import org.torg.api.vendor.VendorId;

/**
 * The vendors that are here now, each behind the guard. One that cannot be composed is named in the log and stays out.
 * Of two with the same id the first counts until it leaves.
 */
@Component(service = VendorRegistry.class, configurationPid = "org.torg.kernel.vendor")
@Designate(ocd = VendorRegistry.Configuration.class)
public final class VendorRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(VendorRegistry.class);

    private record Entry(Vendor service, Vendor guarded) {

        VendorId id() {
            return guarded.descriptor().id();
        }
    }

    @ObjectClassDefinition(name = "Torg vendors")
    public @interface Configuration {

        @AttributeDefinition(
                description =
                        "Ids of the vendors that belong to this tenant, separated by commas; without them it is not ready")
        String vendors() default "lighting";
    }

    private final VendorGuard guard;
    private final Set<VendorId> configured;
    private final Set<VendorId> seen = ConcurrentHashMap.newKeySet();
    private final List<Entry> entries = new ArrayList<>();
    private volatile Map<String, Vendor> present = Map.of();

    @Activate
    public VendorRegistry(@Reference VendorGuard guard, Configuration configuration) {
        this(guard, configuration.vendors());
    }

    VendorRegistry(VendorGuard guard, String configured) {
        this.guard = guard;
        this.configured = Stream.of(configured.split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(VendorId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** With these vendors, without a container. */
    public static VendorRegistry of(Vendor... vendors) {
        VendorRegistry registry = new VendorRegistry(new VendorGuard(), "");
        for (Vendor vendor : vendors) {
            registry.add(vendor);
        }
        return registry;
    }

    /** The vendor, if it is here now. Its code may be called as it stands: the guard is in front of it. */
    public Optional<Vendor> find(VendorId id) {
        return Optional.ofNullable(present.get(id.value()));
    }

    /** All, by id. */
    public List<Vendor> present() {
        return List.copyOf(present.values());
    }

    /** The configured ones that are not here now. */
    public List<VendorId> absent() {
        return configured.stream()
                .filter(id -> find(id).isEmpty())
                .sorted(Comparator.comparing(VendorId::value))
                .toList();
    }

    /**
     * The vendor that is meant: the named one, or the only one of the tenant. One that is away for the moment still counts:
     * nobody buys from another vendor because of that. Refused with {@code vendor-required}, {@code vendor-unknown},
     * {@code vendor-unavailable}.
     */
    public Outcome<Vendor> resolve(Optional<VendorId> named) {
        Set<VendorId> known = new HashSet<>(configured);
        known.addAll(seen);
        if (named.isEmpty() && known.size() > 1) {
            return refused("vendor-required", "Name the vendor that is meant.");
        }
        Optional<VendorId> meant = named.or(() -> known.stream().findFirst());
        if (named.isPresent() && !known.contains(named.get())) {
            return refused("vendor-unknown", "There is no such vendor here.");
        }
        return meant.flatMap(this::find).map(Outcome::done).orElseGet(() -> Outcome.refused(away()));
    }

    /** Why nothing can be asked of a vendor that belongs to the tenant and is not here. */
    public static Refusal away() {
        return Refusal.of(
                Refusal.Kind.UNAVAILABLE, "vendor-unavailable", "This vendor is away for the moment. Try again later.");
    }

    private static <T> Outcome<T> refused(String code, String english) {
        return Outcome.refused(Refusal.of(Refusal.Kind.UNPROCESSABLE, code, english)
                .with(List.of(Refusal.detail("/vendor", code, english))));
    }

    @Reference(
            name = "vendor",
            service = Vendor.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    public synchronized void add(Vendor vendor) {
        Entry entry;
        try {
            entry = new Entry(vendor, guard.guard(vendor));
        } catch (VendorFailure e) {
            LOG.warn("Vendor refused: {}", e.getMessage());
            return;
        }
        entries.add(entry);
        seen.add(entry.id());
        publish();
        LOG.info(
                "Vendor {} {} is here",
                entry.id().value(),
                entry.guarded().descriptor().version());
    }

    public synchronized void remove(Vendor vendor) {
        for (Entry entry : List.copyOf(entries)) {
            if (entry.service() == vendor) {
                entries.remove(entry);
                publish();
                LOG.info("Vendor {} has left", entry.id().value());
            }
        }
    }

    private void publish() {
        Map<String, Vendor> next = new TreeMap<>();
        for (Entry entry : entries) {
            next.putIfAbsent(entry.id().value(), entry.guarded());
        }
        present = next;
    }
}

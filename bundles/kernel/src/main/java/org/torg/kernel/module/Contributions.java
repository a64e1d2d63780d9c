package org.torg.kernel.module;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.module.ModuleSet;
import org.torg.api.pricing.PricingModule;
import org.torg.api.pricing.ShippingModule;
import org.torg.api.vendor.Vendor;
import org.torg.kernel.vendor.ModuleCode;

/** The services that a started bundle gives to the market. */
final class Contributions {

    private static final Logger LOG = LoggerFactory.getLogger(Contributions.class);

    private static final List<Class<?>> CONTRACTS = List.of(Vendor.class, PricingModule.class, ShippingModule.class);
    private static final String SERVICE = "osgi.service";

    private final BundleContext context;
    private final Bundle bundle;
    private final String name;
    private final List<ServiceReference<?>> references = new ArrayList<>();

    Contributions(BundleContext context, Bundle bundle) {
        this.context = context;
        this.bundle = bundle;
        this.name = bundle.getSymbolicName();
    }

    /** Waits until all is there that the bundle's manifest speaks of, and at least one service, and obtains them. */
    Outcome<ModuleCode> obtain(ModuleSet.Module module, Duration patience) {
        awaitServices(patience);
        String field = ModuleRefusals.field(name);
        Map<Class<?>, Integer> declared = declared();
        for (Class<?> contract : CONTRACTS) {
            List<ServiceReference<?>> found = registered(contract);
            if (found.stream()
                    .anyMatch(reference -> !reference.isAssignableTo(context.getBundle(), contract.getName()))) {
                return Outcome.refused(
                        ModuleRefusals.apiIncompatible(field, name, contract.getPackageName() + " of its own"));
            }
            if (found.size() < declared.getOrDefault(contract, 0)) {
                return Outcome.refused(ModuleRefusals.serviceFailed(field, name, contract.getSimpleName()));
            }
            references.addAll(found);
        }
        return references.isEmpty()
                ? Outcome.refused(ModuleRefusals.contributesNothing(field, name))
                : code(module, patience);
    }

    boolean contains(ServiceReference<?> reference) {
        return references.contains(reference);
    }

    /** Whether none of them has gone since. */
    boolean areRegistered() {
        return references.stream().allMatch(reference -> reference.getBundle() != null);
    }

    private void awaitServices(Duration patience) {
        Semaphore changed = new Semaphore(0);
        ServiceListener listener = event -> changed.release();
        context.addServiceListener(listener);
        try {
            long end = System.nanoTime() + patience.toNanos();
            while (!isComplete() && changed.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                changed.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            context.removeServiceListener(listener);
        }
    }

    private boolean isComplete() {
        Map<Class<?>, Integer> declared = declared();
        int present = 0;
        for (Class<?> contract : CONTRACTS) {
            int found = registered(contract).size();
            if (found < declared.getOrDefault(contract, 0)) {
                return false;
            }
            present += found;
        }
        return present > 0;
    }

    /** How many services of each contract the manifest speaks of. */
    private Map<Class<?>, Integer> declared() {
        Map<Class<?>, Integer> declared = new HashMap<>();
        for (BundleCapability capability : bundle.adapt(BundleRevision.class).getDeclaredCapabilities(SERVICE)) {
            Object types = capability.getAttributes().get(Constants.OBJECTCLASS);
            List<?> names = types instanceof List<?> list ? list : List.of(String.valueOf(types));
            for (Class<?> contract : CONTRACTS) {
                if (names.contains(contract.getName())) {
                    declared.merge(contract, 1, Integer::sum);
                }
            }
        }
        return declared;
    }

    /** Those of this bundle, by the names of their classes: when each happened to come must never decide a price. */
    private List<ServiceReference<?>> registered(Class<?> contract) {
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        return services == null
                ? List.of()
                : Arrays.stream(services)
                        .filter(service -> Arrays.asList((String[]) service.getProperty(Constants.OBJECTCLASS))
                                .contains(contract.getName()))
                        .sorted(Comparator.comparing(Contributions::implementation)
                                .thenComparing(service -> (Long) service.getProperty(Constants.SERVICE_ID)))
                        .toList();
    }

    private static String implementation(ServiceReference<?> service) {
        return String.valueOf(service.getProperty("component.name"));
    }

    private Outcome<ModuleCode> code(ModuleSet.Module module, Duration patience) {
        List<Vendor> vendors = new ArrayList<>();
        List<PricingModule> pricing = new ArrayList<>();
        List<ShippingModule> shipping = new ArrayList<>();
        TreeSet<String> contracts = new TreeSet<>();
        for (Class<?> contract : CONTRACTS) {
            for (ServiceReference<?> reference : registered(contract)) {
                Optional<Object> service = get(reference, patience);
                if (service.isEmpty()) {
                    return Outcome.refused(
                            ModuleRefusals.serviceFailed(ModuleRefusals.field(name), name, contract.getSimpleName()));
                }
                contracts.add(contract.getSimpleName());
                Object found = service.get();
                if (contract == Vendor.class) {
                    vendors.add((Vendor) found);
                } else if (contract == PricingModule.class) {
                    pricing.add((PricingModule) found);
                } else {
                    shipping.add((ShippingModule) found);
                }
            }
        }
        if (vendors.size() > 1) {
            Refusal refusal = ModuleRefusals.conflict(ModuleRefusals.field(name), name, "itself: two vendors");
            return Outcome.refused(refusal);
        }
        ModuleSet.Module described = new ModuleSet.Module(
                module.symbolicName(), module.version(), module.digest(), module.blob(), List.copyOf(contracts));
        return Outcome.done(new ModuleCode(described, vendors.stream().findFirst(), pricing, shipping));
    }

    /** A delayed component is made now: by code of the module, which may throw or never end. */
    private Optional<Object> get(ServiceReference<?> reference, Duration patience) {
        try {
            return ModuleThread.call(name, patience, () -> Optional.ofNullable(context.getService(reference)));
        } catch (ModuleThread.Failed e) {
            LOG.warn("A service of {} cannot be obtained: {}{}", name, e.classes(), e.trace());
        } catch (ModuleThread.Hung e) {
            LOG.warn("A service of {} cannot be obtained within {}", name, patience);
        }
        return Optional.empty();
    }
}

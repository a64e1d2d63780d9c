package org.torg.portal.capability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torg.api.account.Function;
import org.torg.api.portal.Capability;
import org.torg.api.portal.Capability.Place;
import org.torg.api.portal.CapabilityPages;

/**
 * The capabilities that are here, and those that have been since the start: their paths are known while they are away. Of two with the
 * same name the one that came first answers, until it goes.
 */
@Component(service = Capabilities.class)
public final class Capabilities {

    private static final Logger LOG = LoggerFactory.getLogger(Capabilities.class);

    /** In the order in which they came; guarded by this. */
    private final List<Present> present = new ArrayList<>();
    /** What has been seen of each, by name; replaced as a whole. */
    private volatile Map<String, Known> known = Map.of();

    @Activate
    public Capabilities() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void addPages(CapabilityPages pages) {
        try {
            Present come = Present.of(pages);
            present.add(come);
            LOG.info("The capability {} is here", come.capability().name());
            publish();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The pages of {} cannot be used", pages.getClass().getName(), e);
        }
    }

    synchronized void removePages(CapabilityPages pages) {
        for (Present each : List.copyOf(present)) {
            if (each.pages() == pages) {
                present.remove(each);
                each.room().close();
                LOG.info("The capability {} has gone", each.capability().name());
            }
        }
        publish();
    }

    private void publish() {
        Map<String, Known> next = new TreeMap<>();
        known.forEach((name, last) -> next.put(name, last.away()));
        for (int i = present.size() - 1; i >= 0; i--) {
            Present each = present.get(i);
            next.put(each.capability().name(), each.known());
        }
        known = Map.copyOf(next);
    }

    /** A page that a capability has, or had when it was last here. */
    public record Page(Capability capability, Function function, Optional<Present.Open> open) {}

    /** The page at a path within a capability; empty when it never had one there. */
    public Optional<Page> find(String name, Place place, List<String> path) {
        return Optional.ofNullable(known.get(name)).flatMap(found -> found.find(place, path));
    }

    /**
     * An entry of a menu.
     *
     * @param section such as {@code services.booking}
     * @param path from the root of the portal
     */
    public record Entry(Capability capability, String section, String path, Capability.MenuEntry entry) {}

    /** What those who are here add to the menu of this place for somebody with some of the functions. */
    public List<Entry> menu(Place place, Predicate<Function> may) {
        return known.values().stream()
                .filter(Known::isHere)
                .map(Known::capability)
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .flatMap(capability -> entries(capability, place, may))
                .toList();
    }

    private static Stream<Entry> entries(Capability capability, Place place, Predicate<Function> may) {
        return capability.menu().stream()
                .filter(entry -> entry.place() == place && may.test(entry.function()))
                .map(entry -> new Entry(
                        capability,
                        section(capability.name(), entry.path()),
                        path(place, capability.name(), entry.path()),
                        entry));
    }

    /** What marks the entry of the menu. */
    public static String section(String capability, String path) {
        return "services." + capability + (path.isEmpty() ? "" : "/" + path);
    }

    /** The address of a path within a capability. */
    public static String path(Place place, String capability, String path) {
        String root = (place == Place.STAFF ? "/office/services/" : "/services/") + capability;
        return path.isEmpty() || path.startsWith("?") ? root + path : root + "/" + path;
    }
}

package org.torg.portal.capability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.portal.Capability;
import org.torg.api.portal.CapabilityPages;
import org.torg.api.portal.CapabilityRoute;

/**
 * A capability that is here.
 *
 * @param room in which its code runs
 */
public record Present(CapabilityPages pages, Capability capability, List<CapabilityRoute> routes, Room room) {

    static Present of(CapabilityPages pages) {
        Capability capability = pages.capability();
        return new Present(pages, capability, List.copyOf(pages.routes()), new Room(capability.name()));
    }

    /** A page of it with the parts of the path. */
    public record Open(Present present, CapabilityRoute route, Map<String, String> parts) {}

    Known known() {
        return new Known(
                capability,
                routes.stream()
                        .map(route -> new Known.Path(route.place(), route.parts(), route.function()))
                        .toList(),
                Optional.of(this));
    }

    Open open(int index, List<String> path) {
        CapabilityRoute route = routes.get(index);
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String own = route.parts().get(i);
            if (own.startsWith("{")) {
                parts.put(own.substring(1, own.length() - 1), path.get(i));
            }
        }
        return new Open(this, route, parts);
    }
}

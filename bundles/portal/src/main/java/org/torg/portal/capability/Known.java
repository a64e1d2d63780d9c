package org.torg.portal.capability;

import java.util.List;
import java.util.Optional;
import org.torg.api.account.Function;
import org.torg.api.portal.Capability;
import org.torg.api.portal.Capability.Place;

/**
 * What is known of a capability: values only, so that nothing of a bundle that has gone is held.
 *
 * @param here the bundle itself, as long as it is here
 */
record Known(Capability capability, List<Path> paths, Optional<Present> here) {

    record Path(Place place, List<String> parts, Function function) {

        boolean matches(Place asked, List<String> path) {
            if (place != asked || parts.size() != path.size()) {
                return false;
            }
            for (int i = 0; i < parts.size(); i++) {
                if (!parts.get(i).startsWith("{") && !parts.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }

        /** A path with more given parts wins. */
        long given() {
            return parts.stream().filter(part -> !part.startsWith("{")).count();
        }
    }

    Known away() {
        return new Known(capability, paths, Optional.empty());
    }

    boolean isHere() {
        return here.isPresent();
    }

    Optional<Capabilities.Page> find(Place place, List<String> path) {
        int best = -1;
        for (int i = 0; i < paths.size(); i++) {
            if (paths.get(i).matches(place, path)
                    && (best < 0 || paths.get(i).given() > paths.get(best).given())) {
                best = i;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        int found = best;
        return Optional.of(new Capabilities.Page(
                capability, paths.get(found).function(), here.map(present -> present.open(found, path))));
    }
}

package org.torg.api.pricing;

import java.util.Optional;
import java.util.Set;

/**
 * Which module this is and where it stands among the others.
 *
 * @param name unique within the set, such as {@code lighting.surcharges}
 * @param version as in its bundle
 * @param phases in which it wants to be asked
 * @param after names of modules that must come before it within a phase
 * @param before names of modules that must come after it within a phase
 * @param slot a place of which there is one in a set, such as {@code season-campaign}: two claims on it refuse the set
 */
public record ModuleInfo(
        String name, String version, Set<Phase> phases, Set<String> after, Set<String> before, Optional<String> slot) {

    public ModuleInfo {
        phases = Set.copyOf(phases);
        after = Set.copyOf(after);
        before = Set.copyOf(before);
    }

    /** Without a slot, before nothing in particular. */
    public ModuleInfo(String name, String version, Set<Phase> phases, Set<String> after) {
        this(name, version, phases, after, Set.of(), Optional.empty());
    }

    public ModuleRef ref() {
        return new ModuleRef(name, version);
    }
}

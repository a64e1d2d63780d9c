package org.torg.api.pricing;

import java.util.Set;

/**
 * Which module this is and where it stands among the others.
 *
 * @param name unique within the vendor, such as {@code lighting.surcharges}
 * @param version as in its bundle
 * @param phases in which it wants to be asked
 * @param after names of modules that must come before it within a phase
 */
public record ModuleInfo(String name, String version, Set<Phase> phases, Set<String> after) {

    public ModuleInfo {
        phases = Set.copyOf(phases);
        after = Set.copyOf(after);
    }

    public ModuleRef ref() {
        return new ModuleRef(name, version);
    }
}

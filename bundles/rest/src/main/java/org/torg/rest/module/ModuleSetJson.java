package org.torg.rest.module;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.torg.api.module.ModuleSet;
import org.torg.rest.http.Words;

/**
 * One published composition of a vendor's modules.
 *
 * @param parent the generation it was made of; absent for the first
 * @param author who, such as {@code user:…}
 */
public record ModuleSetJson(
        String vendor,
        long generation,
        Optional<Long> parent,
        String origin,
        Instant publishedAt,
        String author,
        List<ModuleOfSetJson> modules) {

    /**
     * @param name symbolic name of its bundle
     * @param digest SHA-256 of its file
     * @param contracts what it contributes
     */
    public record ModuleOfSetJson(String name, String version, String digest, List<String> contracts) {

        private static ModuleOfSetJson of(ModuleSet.Module module) {
            return new ModuleOfSetJson(module.symbolicName(), module.version(), module.digest(), module.contracts());
        }
    }

    static ModuleSetJson of(ModuleSet set) {
        return new ModuleSetJson(
                set.vendor().value(),
                set.generation(),
                Optional.of(set.parent()).filter(parent -> parent > 0),
                Words.of(set.origin()),
                set.publishedAt(),
                set.author(),
                set.modules().stream().map(ModuleOfSetJson::of).toList());
    }
}

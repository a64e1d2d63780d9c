package org.torg.portal.office.module;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.torg.api.module.ModuleFile;
import org.torg.api.module.ModuleSet;

/**
 * What becomes of one module when a set follows another.
 *
 * @param module symbolic name
 * @param before its version in the earlier set; empty where it was not there
 * @param after its version in the later set; empty where it is not there
 * @param rebuilt whether the same version has other content
 */
public record SetChange(String module, Optional<String> before, Optional<String> after, boolean rebuilt) {

    /** What is done to it. */
    public enum Kind {
        ADDED,
        REPLACED,
        REMOVED,
        KEPT
    }

    public Kind kind() {
        if (before.isEmpty()) {
            return Kind.ADDED;
        }
        if (after.isEmpty()) {
            return Kind.REMOVED;
        }
        return rebuilt || !before.equals(after) ? Kind.REPLACED : Kind.KEPT;
    }

    /** Of all modules of both sets, by symbolic name. */
    static List<SetChange> between(ModuleSet before, ModuleSet after) {
        SortedMap<String, SetChange> changes = new TreeMap<>();
        before.modules()
                .forEach(module -> changes.put(
                        module.symbolicName(),
                        new SetChange(module.symbolicName(), Optional.of(module.version()), Optional.empty(), false)));
        after.modules().forEach(module -> {
            Optional<ModuleSet.Module> was = before.modules().stream()
                    .filter(other -> other.symbolicName().equals(module.symbolicName()))
                    .findFirst();
            boolean rebuilt = was.filter(other -> other.version().equals(module.version())
                            && !other.digest().equals(module.digest()))
                    .isPresent();
            changes.put(
                    module.symbolicName(),
                    new SetChange(
                            module.symbolicName(),
                            was.map(ModuleSet.Module::version),
                            Optional.of(module.version()),
                            rebuilt));
        });
        return List.copyOf(changes.values());
    }

    /**
     * The same for files of the module folder that join a set, and modules that leave it. Whether a file with a version that is
     * there already has other content shows when it is activated.
     */
    static List<SetChange> by(ModuleSet before, List<ModuleFile> files, List<String> removed) {
        Map<String, SetChange> changes = new TreeMap<>();
        before.modules()
                .forEach(module -> changes.put(
                        module.symbolicName(),
                        new SetChange(
                                module.symbolicName(),
                                Optional.of(module.version()),
                                removed.contains(module.symbolicName())
                                        ? Optional.empty()
                                        : Optional.of(module.version()),
                                false)));
        files.forEach(file -> changes.merge(
                file.symbolicName(),
                new SetChange(file.symbolicName(), Optional.empty(), Optional.of(file.version()), false),
                (was, joins) -> new SetChange(was.module(), was.before(), joins.after(), false)));
        return List.copyOf(changes.values());
    }
}

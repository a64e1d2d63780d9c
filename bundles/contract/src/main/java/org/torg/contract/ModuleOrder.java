package org.torg.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.torg.api.pricing.ModuleInfo;

/** Sorts modules by what each declares to come after and before; where nothing is declared, as they are listed. */
final class ModuleOrder {

    private ModuleOrder() {}

    /** The modules that wait for each other. */
    static final class Cycle extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> names;

        Cycle(List<String> names) {
            super(String.join(", ", names), null, false, false);
            this.names = names;
        }

        List<String> names() {
            return names;
        }
    }

    /**
     * A name that no module has constrains nothing: the other module may be absent.
     *
     * @throws Cycle naming the modules that wait for each other
     */
    static <M> List<M> sort(List<M> modules, Function<M, ModuleInfo> info) {
        Map<String, Set<String>> waitsFor = new HashMap<>();
        for (M module : modules) {
            ModuleInfo own = info.apply(module);
            waitsFor.computeIfAbsent(own.name(), name -> new HashSet<>()).addAll(own.after());
            for (String later : own.before()) {
                waitsFor.computeIfAbsent(later, name -> new HashSet<>()).add(own.name());
            }
        }
        Set<String> waiting = new HashSet<>();
        for (M module : modules) {
            waiting.add(info.apply(module).name());
        }
        List<M> left = new ArrayList<>(modules);
        List<M> sorted = new ArrayList<>(modules.size());
        while (!left.isEmpty()) {
            M next = firstFree(left, info, waitsFor, waiting);
            left.remove(next);
            waiting.remove(info.apply(next).name());
            sorted.add(next);
        }
        return sorted;
    }

    private static <M> M firstFree(
            List<M> left, Function<M, ModuleInfo> info, Map<String, Set<String>> waitsFor, Set<String> waiting) {
        for (M module : left) {
            if (waitsFor.getOrDefault(info.apply(module).name(), Set.of()).stream()
                    .noneMatch(waiting::contains)) {
                return module;
            }
        }
        throw new Cycle(
                left.stream().map(module -> info.apply(module).name()).sorted().toList());
    }
}

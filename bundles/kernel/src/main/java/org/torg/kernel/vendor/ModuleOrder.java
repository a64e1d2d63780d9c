package org.torg.kernel.vendor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.torg.api.pricing.ModuleInfo;

/** Sorts modules by what each declares to come after; where nothing is declared, as the vendor lists them. */
final class ModuleOrder {

    private ModuleOrder() {}

    /** The modules that wait for each other. */
    static final class Cycle extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Cycle(String names) {
            super(names, null, false, false);
        }
    }

    /**
     * A name that no module has constrains nothing: the other module may be absent.
     *
     * @throws Cycle naming the modules that wait for each other
     */
    static <M> List<M> sort(List<M> modules, Function<M, ModuleInfo> info) {
        Set<String> waiting = new HashSet<>();
        for (M module : modules) {
            waiting.add(info.apply(module).name());
        }
        List<M> left = new ArrayList<>(modules);
        List<M> sorted = new ArrayList<>(modules.size());
        while (!left.isEmpty()) {
            M next = firstFree(left, info, waiting);
            left.remove(next);
            waiting.remove(info.apply(next).name());
            sorted.add(next);
        }
        return sorted;
    }

    private static <M> M firstFree(List<M> left, Function<M, ModuleInfo> info, Set<String> waiting) {
        for (M module : left) {
            if (info.apply(module).after().stream().noneMatch(waiting::contains)) {
                return module;
            }
        }
        throw new Cycle(String.join(
                ", ",
                left.stream().map(module -> info.apply(module).name()).sorted().toList()));
    }
}

package org.torg.kernel.module;

import java.util.List;
import java.util.Map;
import org.torg.api.Refusal;
import org.torg.api.module.ModuleSet;

/**
 * What is to be published.
 *
 * @param latest the generation that is published now; 0 for none
 * @param modules by symbolic name
 * @param fields where the caller has named a module, as a JSON pointer, by symbolic name
 * @param brought blobs that nobody knew before
 */
record Draft(
        long latest,
        long parent,
        ModuleSet.Origin origin,
        List<ModuleSet.Module> modules,
        Map<String, String> fields,
        List<String> brought) {

    Draft {
        modules = List.copyOf(modules);
        fields = Map.copyOf(fields);
        brought = List.copyOf(brought);
    }

    /** The refusal with its details at the place where the caller has named the module; elsewhere at none. */
    Refusal placed(Refusal refusal) {
        String prefix = ModuleRefusals.field("");
        return refusal.with(refusal.details().stream()
                .map(detail -> detail.field().startsWith(prefix)
                        ? new Refusal.Detail(
                                fields.getOrDefault(detail.field().substring(prefix.length()), ""),
                                detail.code(),
                                detail.message())
                        : detail)
                .toList());
    }
}

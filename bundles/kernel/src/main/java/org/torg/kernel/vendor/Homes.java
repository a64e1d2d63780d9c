package org.torg.kernel.vendor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which bundle the code on a stack belongs to, by the packages of what each bundle contributes. */
record Homes(Map<String, String> bundles) {

    static Homes of(List<ModuleCode> modules) {
        Map<String, String> bundles = new HashMap<>();
        for (ModuleCode code : modules) {
            code.vendor().ifPresent(vendor -> add(bundles, vendor, code));
            code.pricing().forEach(part -> add(bundles, part, code));
            code.shipping().forEach(part -> add(bundles, part, code));
        }
        return new Homes(Map.copyOf(bundles));
    }

    private static void add(Map<String, String> bundles, Object service, ModuleCode code) {
        bundles.put(service.getClass().getPackageName(), code.module().symbolicName());
    }

    /** The bundle whose code was called last; empty when none of them is on the stack. */
    Optional<String> of(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            for (Map.Entry<String, String> home : bundles.entrySet()) {
                if (frame.getClassName().startsWith(home.getKey() + ".")) {
                    return Optional.of(home.getValue());
                }
            }
        }
        return Optional.empty();
    }
}

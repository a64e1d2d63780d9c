package org.torg.kernel.module;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;
import org.torg.api.Refusal;

/** Why a bundle does not resolve: the requirement that nobody meets, and whether it is one on the api. */
final class Requirements {

    private static final Pattern PACKAGE =
            Pattern.compile("\\(" + Pattern.quote(PackageNamespace.PACKAGE_NAMESPACE) + "=([^)]+)\\)");

    private Requirements() {}

    static Refusal unresolved(Bundle bundle, FrameworkWiring framework) {
        String name = bundle.getSymbolicName();
        String field = ModuleRefusals.field(name);
        Optional<Refusal> other = Optional.empty();
        for (BundleRequirement requirement : bundle.adapt(BundleRevision.class).getDeclaredRequirements(null)) {
            if (counts(requirement) && framework.findProviders(requirement).isEmpty()) {
                Optional<String> imported = imported(requirement);
                if (imported.filter(Requirements::isApi).isPresent()) {
                    return ModuleRefusals.apiIncompatible(field, name, text(requirement));
                }
                other = other.or(() -> Optional.of(ModuleRefusals.unresolved(field, name, text(requirement))));
            }
        }
        // Each is met, but not all of them together, or not by what resolves itself.
        return other.orElseGet(() -> ModuleRefusals.conflict(field, name, "what it needs"));
    }

    /** Whether the container looks at it when it resolves. */
    private static boolean counts(BundleRequirement requirement) {
        String effective = requirement
                .getDirectives()
                .getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
        String resolution = requirement
                .getDirectives()
                .getOrDefault(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE, Namespace.RESOLUTION_MANDATORY);
        return effective.equals(Namespace.EFFECTIVE_RESOLVE) && resolution.equals(Namespace.RESOLUTION_MANDATORY);
    }

    private static Optional<String> imported(BundleRequirement requirement) {
        Matcher matcher = PACKAGE.matcher(filter(requirement));
        return requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE) && matcher.find()
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }

    static boolean isApi(String imported) {
        return imported.equals("org.torg.api") || imported.startsWith("org.torg.api.");
    }

    private static String filter(BundleRequirement requirement) {
        return requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
    }

    private static String text(BundleRequirement requirement) {
        return requirement.getNamespace() + filter(requirement);
    }
}

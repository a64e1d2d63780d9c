package org.torg.kernel.module;

import java.util.List;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.Refusal.Kind;

/** Why a module or a set is not published. A detail names the module at fault as {@code /modules/<symbolic name>}. */
final class ModuleRefusals {

    private ModuleRefusals() {}

    static String field(String symbolicName) {
        return "/modules/" + symbolicName;
    }

    private static Refusal refusal(Kind kind, String field, String code, String english, Argument... arguments) {
        return Refusal.of(kind, code, english, arguments)
                .with(List.of(Refusal.detail(field, code, english, arguments)));
    }

    static Refusal empty() {
        return Refusal.of(Kind.UNPROCESSABLE, "activation-empty", "Name files to activate, or modules to remove.");
    }

    static Refusal tooLarge(int most) {
        return Refusal.of(
                Kind.UNPROCESSABLE,
                "activation-too-large",
                "At most {0} files and modules in one activation.",
                Argument.number(most));
    }

    static Refusal fileUnknown(String field, String file) {
        return refusal(
                Kind.UNPROCESSABLE,
                field,
                "module-file-unknown",
                "There is no file {0} in the module folder.",
                Argument.text(file));
    }

    static Refusal unknown(String field, String symbolicName) {
        return refusal(
                Kind.UNPROCESSABLE,
                field,
                "module-unknown",
                "The vendor has no module {0}.",
                Argument.text(symbolicName));
    }

    static Refusal unreadable(String field, String file) {
        return refusal(
                Kind.UNPROCESSABLE,
                field,
                "module-unreadable",
                "{0} is not a bundle that can be read.",
                Argument.text(file));
    }

    static Refusal versionTaken(String field, String symbolicName, String version) {
        return refusal(
                Kind.CONFLICT,
                field,
                "module-version-taken",
                "{0} {1} is known with other content. Give each build a version of its own.",
                Argument.text(symbolicName),
                Argument.text(version));
    }

    /** @param needs such as a package with its range */
    static Refusal apiIncompatible(String field, String symbolicName, String needs) {
        return refusal(
                Kind.UNPROCESSABLE,
                field,
                "module-api-incompatible",
                "{0} was built against another api: it needs {1}.",
                Argument.text(symbolicName),
                Argument.text(needs));
    }

    static Refusal unresolved(String field, String symbolicName, String needs) {
        return refusal(
                Kind.UNPROCESSABLE,
                field,
                "module-unresolved",
                "{0} needs {1}, which is not here.",
                Argument.text(symbolicName),
                Argument.text(needs));
    }

    /** @param failure kinds of exceptions, without their texts */
    static Refusal startFailed(String field, String symbolicName, String failure) {
        return refusal(
                Kind.UNPROCESSABLE,
                field,
                "module-start-failed",
                "{0} does not start: {1}.",
                Argument.text(symbolicName),
                Argument.text(failure));
    }

    static Refusal contributesNothing(String field, String symbolicName) {
        return refusal(
                Kind.UNPROCESSABLE,
                field,
                "module-contributes-nothing",
                "{0} contributes neither a vendor nor a pricing or shipping module.",
                Argument.text(symbolicName));
    }

    /** @param contract simple name of what it should give */
    static Refusal serviceFailed(String field, String symbolicName, String contract) {
        return refusal(
                Kind.UNPROCESSABLE,
                field,
                "module-service-failed",
                "{0} has started, but its {1} cannot be obtained.",
                Argument.text(symbolicName),
                Argument.text(contract));
    }

    static Refusal conflict(String field, String symbolicName, String other) {
        return refusal(
                Kind.UNPROCESSABLE,
                field,
                "module-conflict",
                "{0} conflicts with {1}.",
                Argument.text(symbolicName),
                Argument.text(other));
    }

    static Refusal generationUnknown(long generation) {
        return Refusal.of(
                Kind.NOT_FOUND, "generation-unknown", "There is no generation {0}.", Argument.number(generation));
    }

    static Refusal generationCurrent(long generation) {
        return Refusal.of(
                Kind.CONFLICT,
                "generation-current",
                "Generation {0} is the published one already.",
                Argument.number(generation));
    }
}

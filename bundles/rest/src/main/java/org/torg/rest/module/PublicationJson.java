package org.torg.rest.module;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.torg.api.Argument;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.module.Activation;
import org.torg.rest.http.Faults;

/**
 * What the next generation is to be: either files that join and modules that leave, or an earlier generation.
 *
 * @param activate names of files in the tenant's module folder
 * @param remove symbolic names of modules
 * @param rollbackTo a generation
 */
public record PublicationJson(
        Optional<List<String>> activate, Optional<List<String>> remove, Optional<BigInteger> rollbackTo) {

    private static final Pattern FILE = Pattern.compile("[^/\\\\]*[^/\\\\.][^/\\\\]*");
    private static final Pattern SYMBOLIC_NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final BigInteger LAST = BigInteger.valueOf(Long.MAX_VALUE);

    /** What is asked for. */
    sealed interface Wanted {
        record Activate(Activation activation) implements Wanted {}

        record Rollback(long generation) implements Wanted {}
    }

    Wanted read() {
        Faults faults = new Faults();
        if (rollbackTo.isEmpty()) {
            return activation(faults);
        }
        faults.holds(
                activate.isEmpty() && remove.isEmpty(),
                "/rollbackTo",
                "publication-ambiguous",
                "Modules are activated and removed, or an earlier generation is chosen: not both at once.");
        BigInteger generation = faults.settle(rollbackTo.get());
        if (generation.signum() <= 0 || generation.compareTo(LAST) > 0) {
            throw new RefusedException(Refusal.of(
                    Refusal.Kind.NOT_FOUND,
                    "generation-unknown",
                    "There is no generation {0}.",
                    Argument.text(generation.toString())));
        }
        return new Wanted.Rollback(generation.longValueExact());
    }

    private Wanted activation(Faults faults) {
        int size = activate.map(List::size).orElse(0) + remove.map(List::size).orElse(0);
        if (size > Activation.MOST) {
            faults.add(
                    activate.isPresent() ? "/activate" : "/remove",
                    "activation-too-large",
                    "At most {0} files and modules in one activation.",
                    Argument.number(Activation.MOST));
            return faults.settle(new Wanted.Rollback(0));
        }
        faults.holds(size > 0, "", "activation-empty", "Name files to activate, or modules to remove.");
        Activation wanted = new Activation(
                faults.each(
                        "/activate",
                        activate,
                        Activation.MOST,
                        "activation-too-large",
                        (at, file) -> name(
                                faults,
                                at,
                                file,
                                FILE,
                                "module-file-unknown",
                                "There is no file {0} in the module folder.")),
                faults.each(
                        "/remove",
                        remove,
                        Activation.MOST,
                        "activation-too-large",
                        (at, name) -> name(
                                faults, at, name, SYMBOLIC_NAME, "module-unknown", "The vendor has no module {0}.")));
        return new Wanted.Activate(faults.settle(wanted));
    }

    private static String name(Faults faults, String at, String text, Pattern form, String code, String english) {
        String name = faults.requiredText(at, Optional.of(text), 255);
        faults.holds(name.isEmpty() || form.matcher(name).matches(), at, code, english, Argument.text(name));
        return name;
    }

    /** The same with the fields of this body: what services call files stands here under {@code activate}. */
    static Refusal pointing(Refusal refusal) {
        return refusal.with(refusal.details().stream()
                .map(detail -> new Refusal.Detail(
                        detail.field().replaceFirst("^/files(?=/|$)", "/activate"), detail.code(), detail.message()))
                .toList());
    }
}

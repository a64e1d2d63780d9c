package org.torg.shell.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.console.Session;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.module.Activation;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.ModuleSets;
import org.torg.api.vendor.VendorId;
import org.torg.shell.module.ModuleReport;

/** What the commands have in common. */
final class Commands {

    private static final Pattern VENDOR = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int SHOWN = 10;

    private Commands() {}

    static VendorId vendor(String id) throws CommandRefusedException {
        if (!VENDOR.matcher(id).matches()) {
            throw new CommandRefusedException(List.of("There is no such vendor."));
        }
        return new VendorId(id);
    }

    static <T> T value(Outcome<T> outcome, Activation activation) throws CommandRefusedException {
        if (outcome instanceof Outcome.Refused<T> refused) {
            throw new CommandRefusedException(ModuleReport.refusal(refused.refusal(), activation));
        }
        return outcome.orElseThrow();
    }

    /** The newest generations, newest first. */
    static List<ModuleSet> newest(ModuleSets sets, Caller caller, VendorId vendor) throws CommandRefusedException {
        Page<ModuleSet> page =
                value(sets.generations(caller, vendor, PageRequest.first(SHOWN)), new Activation(List.of(), List.of()));
        return page.items();
    }

    static void tell(Session session, ModuleSets sets, Caller caller, ModuleSet published)
            throws CommandRefusedException {
        Optional<ModuleSet> before = newest(sets, caller, published.vendor()).stream()
                .filter(set -> set.generation() == published.generation() - 1)
                .findFirst();
        print(session, ModuleReport.published(published, before));
    }

    static void print(Session session, List<String> lines) {
        lines.forEach(session.getConsole()::println);
    }
}

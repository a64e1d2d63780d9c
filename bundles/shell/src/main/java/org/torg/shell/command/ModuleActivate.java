package org.torg.shell.command;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.torg.api.account.Caller;
import org.torg.api.module.Activation;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.ModuleSets;

/** Activates and removes modules of a vendor in one step. */
@Service
@Command(
        scope = "torg",
        name = "module-activate",
        description = "Activates and removes modules of a vendor in one step, while orders come in")
@NullUnmarked
public final class ModuleActivate implements Action {

    @Reference
    private ModuleSets sets;

    @Reference
    private Session session;

    @Argument(index = 0, name = "vendor", description = "Whose modules", required = true)
    private String vendor;

    @Argument(index = 1, name = "files", description = "Files in the tenant's module folder", multiValued = true)
    private List<String> files;

    @Option(name = "--remove", description = "A module that leaves; may be repeated", multiValued = true)
    private List<String> remove;

    @Override
    public @Nullable Object execute() throws Exception {
        Caller caller = Operator.of(session);
        Activation activation = new Activation(files == null ? List.of() : files, remove == null ? List.of() : remove);
        ModuleSet set = Commands.value(
                sets.activate(caller, Optional.empty(), Commands.vendor(vendor), activation), activation);
        Commands.tell(session, sets, caller, set);
        return null;
    }
}

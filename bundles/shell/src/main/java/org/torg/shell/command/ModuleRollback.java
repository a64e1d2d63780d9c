package org.torg.shell.command;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.torg.api.account.Caller;
import org.torg.api.module.Activation;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.ModuleSets;

/** Publishes the modules and parameters of an earlier generation again. */
@Service
@Command(
        scope = "torg",
        name = "module-rollback",
        description = "Publishes the modules and parameters of an earlier generation again")
@NullUnmarked
public final class ModuleRollback implements Action {

    @Reference
    private ModuleSets sets;

    @Reference
    private Session session;

    @Argument(index = 0, name = "vendor", description = "Whose modules", required = true)
    private String vendor;

    @Argument(index = 1, name = "generation", description = "The earlier generation", required = true)
    private long generation;

    @Override
    public @Nullable Object execute() throws Exception {
        Caller caller = Operator.of(session);
        ModuleSet set = Commands.value(
                sets.rollback(caller, Optional.empty(), Commands.vendor(vendor), generation),
                new Activation(List.of(), List.of()));
        Commands.tell(session, sets, caller, set);
        return null;
    }
}

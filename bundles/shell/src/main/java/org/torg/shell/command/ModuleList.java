package org.torg.shell.command;

import java.util.List;
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
import org.torg.api.module.ModuleSets;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Vendors;
import org.torg.shell.module.ModuleReport;

/** What vendors are made of, how it fares, and what could be activated. */
@Service
@Command(
        scope = "torg",
        name = "module-list",
        description = "Shows what vendors are made of, how it fares, and what could be activated")
@NullUnmarked
public final class ModuleList implements Action {

    @Reference
    private ModuleSets sets;

    @Reference
    private Vendors vendors;

    @Reference
    private Session session;

    @Argument(name = "vendor", description = "One vendor; without it all that are here")
    private String vendor;

    @Override
    public @Nullable Object execute() throws Exception {
        Caller caller = Operator.of(session);
        List<VendorId> asked = vendor == null
                ? vendors.present().stream().map(VendorDescriptor::id).toList()
                : List.of(Commands.vendor(vendor));
        if (asked.isEmpty()) {
            Commands.print(session, List.of("No vendor is here now."));
        }
        for (VendorId one : asked) {
            Commands.print(
                    session,
                    ModuleReport.overview(
                            Commands.value(sets.overview(caller, one), new Activation(List.of(), List.of())),
                            Commands.newest(sets, caller, one)));
            Commands.print(session, List.of(""));
        }
        return null;
    }
}

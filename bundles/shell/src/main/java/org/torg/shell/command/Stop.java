package org.torg.shell.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Ends the console, and with it the tenant that was started with it. */
@Service
@Command(scope = "torg", name = "stop", description = "Ends the console and stops the tenant, as Ctrl-D does")
@NullUnmarked
public final class Stop implements Action {

    @Reference
    private Session session;

    @Override
    public @Nullable Object execute() {
        session.close();
        return null;
    }
}

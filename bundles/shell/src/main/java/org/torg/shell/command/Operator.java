package org.torg.shell.command;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.karaf.shell.api.console.Session;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;

/** Whoever sits at the console: may read and swap the modules of every vendor, and nothing else. */
final class Operator {

    private static final int LONGEST_NAME = 60;

    private Operator() {}

    static Caller of(Session session) {
        Object user = session.get("USER");
        return new Caller(
                new Caller.Subject.Machine("shell:" + name(user instanceof String text ? text : "")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(
                        new Grant(Function.MODULE_READ, Scope.tenant()),
                        new Grant(Function.MODULE_ACTIVATE, Scope.tenant())),
                Caller.Channel.SHELL,
                UUID.randomUUID().toString(),
                Locale.ENGLISH);
    }

    /** Fit for an audit entry. */
    private static String name(String user) {
        String clean = user.replaceAll("[^A-Za-z0-9._-]", "_");
        return clean.isEmpty() ? "unknown" : clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
    }
}

package org.torg.api.account;

import java.util.Set;

/**
 * A role in a scope, whole or in part (H11, H12).
 *
 * @param functions those of the role that the person has; never one that the role has not
 */
public record Membership(Role role, Scope scope, Set<Function> functions) {

    public Membership {
        functions = Set.copyOf(functions);
        if (!role.functions().containsAll(functions)) {
            throw new IllegalArgumentException("more than the role " + role + " has");
        }
    }

    /** The whole role. */
    public Membership(Role role, Scope scope) {
        this(role, scope, role.functions());
    }

    public boolean isWhole() {
        return functions.equals(role.functions());
    }
}

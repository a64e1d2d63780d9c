package org.torg.kernel.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;

/**
 * Who needs a second factor: all staff, also who makes the tokens of other systems; and customers in the roles that a vendor
 * with which their account deals has named. Not to be asked inside a transaction.
 */
@Component(service = SecondFactorRule.class)
public final class SecondFactorRule {

    private final AccountPolicies policies;

    @Activate
    public SecondFactorRule(@Reference AccountPolicies policies) {
        this.policies = policies;
    }

    /**
     * Roles with which a second factor may be needed. Who is given one of them and has none signs in anew: a session that began
     * without one must not go on with them.
     */
    Set<Role> roles() {
        Set<Role> roles = EnumSet.of(Role.OWNER);
        roles.addAll(policies.secondFactorRoles());
        for (Role role : Role.values()) {
            if (role.side() == Role.Side.STAFF) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** Costs a statement for each account in which the person has a role that some vendor has named. */
    boolean requires(List<Membership> memberships) {
        if (memberships.stream().anyMatch(membership -> membership.role().side() == Role.Side.STAFF)) {
            return true;
        }
        Set<Role> named = memberships.isEmpty() ? Set.of() : policies.secondFactorRoles();
        return memberships.stream()
                .filter(membership -> named.contains(membership.role()))
                .anyMatch(membership -> Standing.accountOf(membership.scope())
                        .filter(account ->
                                policies.forAccount(account).secondFactorRoles().contains(membership.role()))
                        .isPresent());
    }
}

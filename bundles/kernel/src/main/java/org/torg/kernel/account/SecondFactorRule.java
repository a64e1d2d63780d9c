package org.torg.kernel.account;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;

/**
 * Who needs a second factor: all staff, also who makes the tokens of other systems; and owners of accounts whose vendors want
 * it.
 */
@Component(service = SecondFactorRule.class)
public final class SecondFactorRule {

    private final AccountPolicies policies;

    @Activate
    public SecondFactorRule(@Reference AccountPolicies policies) {
        this.policies = policies;
    }

    /**
     * Whether a second factor may be needed for these. Who is given them and has none signs in anew: a session that began
     * without one must not go on with them.
     */
    static boolean mayRequire(List<Membership> memberships) {
        return memberships.stream()
                .map(Membership::role)
                .anyMatch(role -> role.side() == Role.Side.STAFF || role == Role.OWNER);
    }

    /** Not to be asked inside a transaction. */
    boolean requires(List<Membership> memberships) {
        return memberships.stream().anyMatch(membership -> membership.role().side() == Role.Side.STAFF)
                || memberships.stream()
                        .filter(membership -> membership.role() == Role.OWNER)
                        .map(membership -> Standing.accountOf(membership.scope()))
                        .flatMap(Optional::stream)
                        .distinct()
                        .anyMatch(account -> policies.forAccount(account).secondFactorForOwners());
    }
}

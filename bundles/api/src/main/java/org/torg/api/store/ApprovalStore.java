package org.torg.api.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.UserId;
import org.torg.api.order.ApprovalId;
import org.torg.api.order.ApprovalRule;
import org.torg.api.order.Approvals.Approval;
import org.torg.api.order.Approvals.Rules;
import org.torg.api.order.Approvals.State;
import org.torg.api.order.Checkout;
import org.torg.api.store.Transactions.Tx;

/** When orders of an account need a second person, what was asked of one, and who could be it. */
@ProviderType
public interface ApprovalStore {

    /** Of a known account; none of version 0 when none was ever set. Empty for an account that is not known. */
    Optional<Rules> rules(Tx tx, AccountId account);

    /**
     * Stores the rules with the version after this one. Violates the version when another was faster.
     *
     * @param version of the present rules
     */
    Rules put(Tx tx, AccountId account, long version, List<ApprovalRule> rules);

    void insert(Tx tx, Request request);

    Optional<Request> request(Tx tx, ApprovalId id);

    /**
     * Stores a decision if it is still open.
     *
     * @param decided with state, person, time, reason and order
     * @return whether it was
     */
    boolean decide(Tx tx, Approval decided);

    /** The newest first, at most {@code limit}. */
    List<Approval> find(Tx tx, Filter filter, Optional<ApprovalId> before, int limit);

    /** Those who can sign in and have something to do with the account as its own people, by id. */
    List<Colleague> colleagues(Tx tx, AccountId account);

    /** The locations at which something new can be done, by id. */
    List<LocationId> locations(Tx tx, AccountId account);

    /**
     * @param actingFor in whose name it was asked
     * @param channel by which door
     * @param checkout as it was asked for; its price is the total
     */
    record Request(Approval approval, Optional<UserId> actingFor, String channel, Checkout checkout) {}

    /**
     * Of one account: those that somebody has asked for, and those of some places.
     *
     * @param places empty optional: all of the account; else at these locations only
     */
    record Filter(AccountId account, UserId askedBy, Optional<Set<LocationId>> places, Optional<State> state) {
        public Filter {
            places = places.map(Set::copyOf);
        }
    }

    /** @param memberships in the account */
    record Colleague(UserId user, String email, String name, String language, List<Membership> memberships) {
        public Colleague {
            memberships = List.copyOf(memberships);
        }

        @Override
        public String toString() {
            return "Colleague[" + user + "]";
        }
    }
}

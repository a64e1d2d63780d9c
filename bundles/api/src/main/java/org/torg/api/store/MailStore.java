package org.torg.api.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.account.AccountId;
import org.torg.api.account.UserId;
import org.torg.api.notification.Notifications.State;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/** Mails: waiting to be sent, claimed through the database, sent, dead or dropped. */
@ProviderType
public interface MailStore {

    default void insert(Tx tx, MailRow mail) {
        insert(tx, mail, Optional.empty());
    }

    /** @param addressKey keyed hash of the address, by which a mail to one without a login is found */
    void insert(Tx tx, MailRow mail, Optional<String> addressKey);

    /**
     * Claims waiting mails that are due, those due longest first, until {@code leaseUntil}; each counts as a try. Two nodes
     * never get the same one.
     */
    List<MailRow> claim(Tx tx, String node, Instant now, Instant leaseUntil, int limit);

    /** Lengthens the lease of all that this node has claimed. */
    void extend(Tx tx, String node, Instant leaseUntil);

    /**
     * Lengthens the lease of one.
     *
     * @return false when this node does not have it any more
     */
    boolean hold(Tx tx, String id, String node, Instant leaseUntil);

    /** Gives a claimed one back as if it had not been claimed. */
    void release(Tx tx, String id, String node, Instant dueAt);

    /** It has left, whoever has it now; its content is removed. */
    void sent(Tx tx, String id, Instant at);

    /**
     * It could not be sent now.
     *
     * @return false when this node does not have it any more
     */
    boolean retry(Tx tx, String id, String node, Instant dueAt, String error);

    /**
     * It is given up; its content stays, so that people can have it tried again.
     *
     * @return false when this node does not have it any more
     */
    boolean dead(Tx tx, String id, String node, Instant at, String error);

    /**
     * A dead one waits again, as if it had never been tried.
     *
     * @return false when it is not dead
     */
    boolean again(Tx tx, String id, Instant dueAt);

    /**
     * A dead one is given up by people; its content is removed.
     *
     * @return false when it is not dead
     */
    boolean drop(Tx tx, String id, Instant at);

    /** One, with its content where it still has one. */
    Optional<MailRow> mail(Tx tx, String id);

    /**
     * The newest first, without content.
     *
     * @param vendors of these only, when given
     * @param before ids below this one
     */
    List<MailRow> find(
            Tx tx, Optional<State> state, Optional<List<VendorId>> vendors, Optional<String> before, int limit);

    /** All to this person that are still known, the newest first, with their content. */
    List<MailRow> ofPerson(Tx tx, UserId person);

    /** Removes all to this person, those that wait too. */
    int deleteOfPerson(Tx tx, UserId person);

    /** Those to these addresses that were inserted with a key, the newest first, with their content. */
    List<MailRow> ofAddress(Tx tx, Collection<String> addressKeys);

    /** Removes one, whatever state it is in and whoever has it. */
    void delete(Tx tx, String id);

    /**
     * Removes mails that were sent, dropped or given up before.
     *
     * @return those removed, without content, at most {@code limit}
     */
    List<MailRow> deleteSettledBefore(Tx tx, Instant instant, int limit);

    /**
     * @param person empty for one who has no login here
     * @param template in kebab case
     * @param language ISO 639-1
     * @param maskedTo the address as staff see it
     * @param content sealed; empty when it was removed, or not asked for
     * @param attempts how often it was tried, this claim included
     * @param dueAt when it is tried next, or the end of a lease; empty when it does not wait
     * @param settledAt when it was sent, dropped or given up
     * @param error why the last try failed, at most 200 characters
     */
    record MailRow(
            String id,
            Optional<UserId> person,
            Optional<VendorId> vendor,
            Optional<AccountId> account,
            String template,
            String language,
            String maskedTo,
            Optional<String> content,
            State state,
            int attempts,
            Instant createdAt,
            Optional<Instant> dueAt,
            Optional<Instant> settledAt,
            Optional<String> error) {

        @Override
        public String toString() {
            return "MailRow[" + id + "]";
        }
    }
}

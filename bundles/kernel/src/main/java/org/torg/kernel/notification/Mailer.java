package org.torg.kernel.notification;

import java.util.List;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.account.AccountId;
import org.torg.api.account.UserId;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;

/** Queues mails in the transaction of the change that causes them: both happen or neither. */
public interface Mailer {

    /** Queues a mail; it leaves soon after the commit. */
    void queue(Tx tx, Letter letter);

    /**
     * A mail before it is put into words.
     *
     * @param person to whom it is written; empty for one who has no login here, and for one who is erased in the same
     *     transaction: what waits for a person goes with the person
     * @param to the address, as written
     * @param vendor in whose name and colours; empty: the tenant's first
     * @param account about which, for those who may see it only
     * @param template in kebab case, such as {@code invitation}
     * @param language ISO 639-1; of the texts that there are, the nearest
     * @param arguments for the template; encrypted until the mail has left
     * @param link a page with a secret, where the mail has one: becomes {@code <address>/<page>#<secret>}
     */
    record Letter(
            Optional<UserId> person,
            String to,
            Optional<VendorId> vendor,
            Optional<AccountId> account,
            String template,
            String language,
            List<Argument> arguments,
            Optional<Link> link) {
        public Letter {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return "Letter[" + template + "]";
        }
    }

    /** @param page such as {@code activate} */
    record Link(String page, String secret) {
        @Override
        public String toString() {
            return "Link[" + page + "]";
        }
    }
}

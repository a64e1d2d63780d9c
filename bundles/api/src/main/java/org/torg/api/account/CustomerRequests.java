package org.torg.api.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.vendor.VendorId;

/** What customers ask for and staff decide. Nobody decides their own. */
@ProviderType
public interface CustomerRequests {

    /** Asks. A new location needs {@code ACCOUNT_EDIT}; e-mail and erasure are one's own. Refused with {@code request-open}. */
    Outcome<CustomerRequest> ask(Caller caller, Optional<IdempotencyKey> key, Content content);

    /**
     * Asks without a login, by the public form (D05). Answers the same whatever is known of the e-mails.
     *
     * @param address from where the request came, for the throttle
     */
    Outcome<Boolean> askAsStranger(Caller stranger, Content.EmailOnFile content, String address);

    /** The caller's own, and for who has {@code ACCOUNT_EDIT} the account's; for staff with {@code REQUEST_DECIDE} all of
     * their vendors. The newest first.
     */
    Outcome<Page<CustomerRequest>> find(Caller caller, Optional<State> state, PageRequest page);

    Outcome<CustomerRequest> get(Caller caller, String id);

    /**
     * Carries it out, or declines it with a reason that the customer is told. Needs {@code REQUEST_DECIDE}. Refused with
     * {@code own-request}, {@code request-decided}, {@code match-missing} for a form that names nobody yet.
     *
     * @param match whom a form without a login is about, as staff have found out
     */
    Outcome<CustomerRequest> decide(
            Caller caller,
            Optional<IdempotencyKey> key,
            String id,
            Optional<Long> expectedVersion,
            boolean approve,
            String reason,
            Optional<UserId> match);

    enum State {
        OPEN,
        APPROVED,
        DECLINED
    }

    sealed interface Content {

        /** A clinic, shop or branch that is to be created (H16). */
        record NewLocation(String name, Address address, Optional<String> phone, String note) implements Content {}

        /** The own user name is to be another (D05): after approval the new one must be confirmed by mail. */
        record NewEmail(String email) implements Content {}

        /** The same, from one who cannot sign in. */
        record EmailOnFile(Optional<VendorId> vendor, String company, String name, String oldEmail, String newEmail)
                implements Content {}

        /** The details that the vendor has are not right: what should be (D04). */
        record Correction(String text) implements Content {}

        /** Everything about me is to be erased (L04). */
        record Erasure(String text) implements Content {}

        /**
         * Somebody has registered, and confirmed the e-mail, for a company that is a customer already. That gives no access to
         * it: approval makes the person a buyer there. Nobody asks for it directly; see {@link Registrations#confirm}.
         */
        record Joining(String company, String organisationNumber, String name, String email) implements Content {}
    }

    /**
     * @param account of the one who asks, where there is one
     * @param by who asks; empty for a stranger
     * @param log what has happened, the oldest first
     * @param version the entity tag
     */
    record CustomerRequest(
            String id,
            Content content,
            Optional<VendorId> vendor,
            Optional<AccountId> account,
            Optional<UserId> by,
            State state,
            Instant askedAt,
            List<Step> log,
            long version) {
        public CustomerRequest {
            log = List.copyOf(log);
        }
    }

    record Step(Instant at, Optional<UserId> by, State state, String reason) {}
}

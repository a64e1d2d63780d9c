package org.torg.api.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.cart.CartId;
import org.torg.api.vendor.VendorId;

/** A second person approves what is above an amount that the account has set. A foreign approval answers as an unknown one. */
@ProviderType
public interface Approvals {

    /** The account's rules. Needs {@code ACCOUNT_READ}. */
    Outcome<Rules> rules(Caller caller, AccountId account);

    /** Needs {@code USER_MANAGE}. At most 100. Refused with {@code rule-invalid}, and with {@code approver-missing} when at a place where one holds nobody else may approve. */
    Outcome<Rules> setRules(
            Caller caller,
            Optional<IdempotencyKey> key,
            AccountId account,
            Optional<Long> expectedVersion,
            List<ApprovalRule> rules);

    /**
     * Asks for approval of a cart as it would be checked out, and locks it: it is readable and not to be edited meanwhile.
     * Those who may approve it get a mail. Refused as {@code Carts.checkout}, with {@code approval-needless} when the caller may
     * order it, with {@code approval-open}, and with {@code approver-missing}.
     */
    Outcome<Approval> ask(Caller caller, Optional<IdempotencyKey> key, CartId cart, Checkout checkout, String note);

    /** The newest first: the caller's own, and those that the caller may approve. */
    Outcome<Page<Approval>> find(Caller caller, Optional<State> state, PageRequest page);

    /** To colleagues who may not approve it, another's is unknown. */
    Outcome<Approval> get(Caller caller, ApprovalId id);

    /**
     * Places the order in the name of who asked, at the price on which the approver agrees. Needs {@code ORDER_APPROVE} at the
     * location, and {@code PRICE_READ}. Who has asked may have lost their access meanwhile: who approves answers for the order.
     * Nobody approves in the name of somebody else ({@code own-name-required}), and no login that several share. Refused with
     * {@code own-request}, {@code approval-decided}, and as {@code Orders.place}; then it stays open.
     */
    Outcome<Order> approve(Caller caller, Optional<IdempotencyKey> key, ApprovalId id, PriceAgreement prices);

    /** Unlocks the cart and tells who asked. Refused with {@code own-request}, {@code approval-decided}. */
    Outcome<Approval> decline(Caller caller, Optional<IdempotencyKey> key, ApprovalId id, String reason);

    /** By who asked, else refused with {@code request-of-another}: unlocks the cart. */
    Outcome<Approval> withdraw(Caller caller, Optional<IdempotencyKey> key, ApprovalId id);

    enum State {
        OPEN,
        APPROVED,
        DECLINED,
        WITHDRAWN
    }

    /** @param version the entity tag */
    record Rules(AccountId account, List<ApprovalRule> rules, long version) {
        public Rules {
            rules = List.copyOf(rules);
        }
    }

    /**
     * @param total as it was when approval was asked for
     * @param order what it has become
     */
    record Approval(
            ApprovalId id,
            VendorId vendor,
            AccountId account,
            Optional<LocationId> location,
            CartId cart,
            UserId askedBy,
            Money total,
            String note,
            State state,
            Instant askedAt,
            Optional<UserId> decidedBy,
            Optional<Instant> decidedAt,
            Optional<String> reason,
            Optional<OrderId> order) {}
}

package org.torg.kernel.audit;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.torg.api.account.Function;

/**
 * Which lines of the trail need more than {@code AUDIT_READ}: that something was done tells something, too. Who may not see
 * invoices does not learn that there is one (H10). Each command that is audited stands here, once; one that does not is shown
 * to those alone who may see all.
 */
final class TrailRights {

    static final Map<String, Function> GUARDED = Map.of("issue-invoice", Function.INVOICE_READ);

    static final Set<String> OPEN = Set.of(
            "abort-import",
            "accept-invitation",
            "activate-import",
            "activate-modules",
            "add-cart-line",
            "add-location",
            "add-person",
            "add-project-lines",
            "add-project-lines-from-cart",
            "add-recipient",
            "agree",
            "approve",
            "ask",
            "ask-as-stranger",
            "ask-for-approval",
            "ask-quote-again",
            "begin-second-factor",
            "cancel-order-lines",
            "change-cart-line",
            "change-favourite-line",
            "change-parameter",
            "change-password",
            "change-project-line",
            "check-out-cart",
            "check-upload",
            "choose-account",
            "claim-first-administrator",
            "comment-quote",
            "configure-cart-line",
            "confirm-email",
            "confirm-registration",
            "confirm-second-factor",
            "copy-project-list",
            "create-api-token",
            "create-cart",
            "create-project-list",
            "create-upload",
            "create-user",
            "decide-request",
            "decline-approval",
            "decline-quote",
            "delete-favourite",
            "delete-project-list",
            "drop-mail",
            "edit-account",
            "edit-favourite",
            "edit-location",
            "edit-profile",
            "edit-recipient",
            "end-guard",
            "end-other-sessions",
            "end-session",
            "erase-person",
            "export-personal-data",
            "fill-cart-from-project-list",
            "finish-dry-run",
            "finish-order-task",
            "finish-upload",
            "forget-password",
            "give-access",
            "guard",
            "hand-over-cart",
            "invite",
            "invite-again",
            "label-upload",
            "move-order",
            "offer-quote",
            "open-account",
            "open-following-cart",
            "order-quote",
            "pause-cart",
            "place-order",
            "put-address",
            "quick-order",
            "quote-overdue",
            "read-recipient",
            "read-upload",
            "reconcile-modules",
            "refuse-modules",
            "register",
            "register-shipment",
            "remove-address",
            "remove-second-factor",
            "remove-upload",
            "rename-project-list",
            "renew-recovery-codes",
            "request-quote",
            "reset-password",
            "reset-second-factor",
            "resume-cart",
            "revoke-api-token",
            "roll-back-modules",
            "save-favourite",
            "send-mail-again",
            "set-approval-rules",
            "set-cart-delivery",
            "set-cart-person",
            "set-rights",
            "sign-in",
            "sign-out",
            "simulate-prices",
            "start-import",
            "transfer-ownership",
            "transfer-project-lines",
            "use-favourite",
            "verify-account",
            "withdraw-access",
            "withdraw-approval",
            "withdraw-invitation",
            "withdraw-quote");

    private TrailRights() {}

    static Stream<String> all() {
        return Stream.concat(OPEN.stream(), GUARDED.keySet().stream());
    }

    /**
     * The commands whose lines may be shown; empty: all.
     *
     * @param may whether the reader has a function wherever the lines that are asked for belong
     */
    static Optional<Set<String>> visible(Predicate<Function> may) {
        if (GUARDED.values().stream().allMatch(may)) {
            return Optional.empty();
        }
        Set<String> visible = new HashSet<>(OPEN);
        GUARDED.forEach((command, needed) -> {
            if (may.test(needed)) {
                visible.add(command);
            }
        });
        return Optional.of(visible);
    }
}

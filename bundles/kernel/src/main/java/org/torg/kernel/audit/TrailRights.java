package org.torg.kernel.audit;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
            "add-recipient",
            "agree",
            "approve",
            "ask",
            "ask-as-stranger",
            "ask-for-approval",
            "begin-second-factor",
            "cancel-order-lines",
            "change-cart-line",
            "change-parameter",
            "change-password",
            "check-out-cart",
            "choose-account",
            "claim-first-administrator",
            "confirm-email",
            "confirm-registration",
            "confirm-second-factor",
            "create-api-token",
            "create-cart",
            "create-user",
            "decide-request",
            "decline-approval",
            "drop-mail",
            "edit-account",
            "edit-location",
            "edit-profile",
            "edit-recipient",
            "end-guard",
            "erase-person",
            "export-personal-data",
            "finish-dry-run",
            "forget-password",
            "give-access",
            "guard",
            "invite",
            "invite-again",
            "move-order",
            "open-account",
            "place-order",
            "put-address",
            "read-recipient",
            "reconcile-modules",
            "refuse-modules",
            "register",
            "register-shipment",
            "remove-address",
            "remove-second-factor",
            "renew-recovery-codes",
            "reset-password",
            "reset-second-factor",
            "revoke-api-token",
            "roll-back-modules",
            "send-mail-again",
            "set-approval-rules",
            "set-cart-delivery",
            "set-cart-person",
            "set-rights",
            "sign-in",
            "sign-out",
            "start-import",
            "transfer-ownership",
            "verify-account",
            "withdraw-access",
            "withdraw-approval",
            "withdraw-invitation");

    private TrailRights() {}

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

package org.torg.portal.office.audit;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torg.api.account.Function;
import org.torg.api.audit.AuditEntry;

/**
 * The thing to which something was done, where the back office has a page of it.
 *
 * @param path where it is looked at
 */
public record AuditTarget(Kind kind, String path) {

    /** What the targets of these commands are. */
    public enum Kind {
        ORDER(
                Set.of(Function.ORDER_READ),
                "/office/orders/",
                "place-order",
                "check-out-cart",
                "order-quote",
                "approve",
                "move-order",
                "cancel-order-lines"),
        QUOTE(
                Set.of(Function.QUOTE_ANSWER),
                "/office/quotes/",
                "request-quote",
                "ask-quote-again",
                "offer-quote",
                "comment-quote",
                "decline-quote",
                "withdraw-quote",
                "quote-overdue"),
        INVOICE(Set.of(Function.INVOICE_READ), "/office/invoices/", "issue-invoice"),
        CUSTOMER(
                Set.of(Function.ACCOUNT_READ),
                "/office/customers/",
                "open-account",
                "edit-account",
                "verify-account",
                "put-address",
                "remove-address",
                "set-approval-rules",
                "agree"),
        REQUEST(Set.of(Function.REQUEST_DECIDE), "/office/requests/", "ask", "ask-as-stranger", "decide-request"),
        IMPORT(
                Set.of(Function.CATALOG_IMPORT, Function.PRICE_IMPORT, Function.ACCOUNT_MANAGE),
                "/office/articles/imports/",
                "start-import",
                "finish-dry-run",
                "activate-import",
                "abort-import"),
        /** Of a customer; of others the entry does not say to which team they belong. */
        PERSON(
                Set.of(Function.ACCOUNT_READ),
                "/people/",
                "add-person",
                "set-rights",
                "give-access",
                "withdraw-access",
                "transfer-ownership",
                "accept-invitation"),
        /** Their target is the vendor's id, a slash, and what it is about. */
        MODULES(
                Set.of(Function.MODULE_READ),
                "/office/modules?vendor=",
                "activate-modules",
                "roll-back-modules",
                "reconcile-modules",
                "refuse-modules",
                "change-parameter");

        private static final Map<String, Kind> BY_COMMAND = Stream.of(values())
                .flatMap(kind -> kind.commands.stream().map(command -> Map.entry(command, kind)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

        private final Set<Function> needed;
        private final String path;
        private final Set<String> commands;

        Kind(Set<Function> needed, String path, String... commands) {
            this.needed = needed;
            this.path = path;
            this.commands = Arrays.stream(commands).collect(Collectors.toUnmodifiableSet());
        }
    }

    private static final String ID = "[A-Za-z0-9_-]{1,64}";
    private static final String OF_VENDOR = "([a-z][a-z0-9-]{0,39})/.*";

    /** @param functions what the reader may do at some vendor: the page asks again */
    public static Optional<AuditTarget> of(AuditEntry entry, Set<Function> functions) {
        return Optional.ofNullable(Kind.BY_COMMAND.get(entry.command()))
                .filter(kind -> kind.needed.stream().anyMatch(functions::contains))
                .flatMap(kind -> path(kind, entry).map(path -> new AuditTarget(kind, path)));
    }

    private static Optional<String> path(Kind kind, AuditEntry entry) {
        if (kind == Kind.MODULES) {
            return Optional.of(entry.target())
                    .filter(target -> target.matches(OF_VENDOR))
                    .map(target -> kind.path + target.replaceFirst(OF_VENDOR, "$1"));
        }
        Optional<String> id = Optional.of(entry.target()).filter(target -> target.matches(ID));
        return kind == Kind.PERSON
                ? id.flatMap(person ->
                        entry.account().map(account -> Kind.CUSTOMER.path + account.value() + kind.path + person))
                : id.map(target -> kind.path + target);
    }
}

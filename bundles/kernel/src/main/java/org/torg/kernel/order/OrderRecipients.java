package org.torg.kernel.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.LocationId;
import org.torg.api.account.RecipientId;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.order.Order;
import org.torg.api.order.Order.LineDetail;
import org.torg.api.order.OrderSummary;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.store.OrderStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.account.RecipientUse;
import org.torg.kernel.audit.ReadLog;
import org.torg.kernel.pricing.Expansion;
import org.torg.kernel.privacy.SealedAnswers;
import org.torg.kernel.privacy.Vault;

/** For whom an order's lines are, and what was answered about them: kept apart, sealed, and shown to few (D19). */
@Component(service = OrderRecipients.class)
public final class OrderRecipients {
    private final Transactions transactions;
    private final OrderStore orders;
    private final Contents contents;
    private final RecipientUse recipients;
    private final SealedAnswers answers;
    private final ReadLog log;

    @Activate
    public OrderRecipients(
            @Reference Transactions transactions,
            @Reference OrderStore orders,
            @Reference Contents contents,
            @Reference RecipientUse recipients,
            @Reference SealedAnswers answers,
            @Reference ReadLog log) {
        this.transactions = transactions;
        this.orders = orders;
        this.contents = contents;
        this.recipients = recipients;
        this.answers = answers;
        this.log = log;
    }

    /** An order as it is stored: without what is sealed of it. */
    record Parted(Order order, Map<LineId, String> sealedAnswers) {}

    /**
     * Why something cannot be bought for these. Where something was answered about a recipient there must be one.
     *
     * @param location of the order
     */
    Optional<Refusal> obstacle(Expansion expansion, AccountId account, Optional<LocationId> location) {
        Set<RecipientId> foreign = recipients.foreign(recipients(expansion.asked()), account, location);
        for (int i = 0; i < expansion.asked().size(); i++) {
            PriceRequest.Line line = expansion.asked().get(i);
            String pointer = "/lines/" + i + "/recipient";
            if (line.recipient().isPresent()) {
                if (foreign.contains(line.recipient().get())) {
                    Refusal unknown = RecipientUse.unknown();
                    return Optional.of(
                            unknown.with(List.of(new Refusal.Detail(pointer, unknown.code(), unknown.message()))));
                }
            } else if (asksForRecipient(expansion, i)) {
                return Optional.of(required().with(List.of(required(pointer))));
            }
        }
        return Optional.empty();
    }

    private static boolean asksForRecipient(Expansion expansion, int line) {
        Expansion.Configured configured = expansion.configured().get(line);
        return configured != null
                && !SealedAnswers.about(
                                configured.guidance().model(),
                                configured.guidance().answers())
                        .byQuestion()
                        .isEmpty();
    }

    public static Refusal required() {
        return Refusal.of(
                Refusal.Kind.UNPROCESSABLE,
                "recipient-required",
                "Say whom it is for: something was answered about them.");
    }

    private static Refusal.Detail required(String pointer) {
        return Refusal.detail(pointer, "recipient-required", "Say whom this line is for.");
    }

    /** Why the caller may not buy for these. */
    Optional<Refusal> denied(Caller caller, List<PriceRequest.Line> lines) {
        List<RecipientId> asked = recipients(lines);
        Map<RecipientId, Refusal> objections = recipients.objections(caller, asked);
        return asked.stream()
                .flatMap(recipient -> Optional.ofNullable(objections.get(recipient)).stream())
                .findFirst();
    }

    private static List<RecipientId> recipients(List<PriceRequest.Line> lines) {
        return lines.stream()
                .flatMap(line -> line.recipient().stream())
                .distinct()
                .toList();
    }

    /** Seals what was answered about recipients. */
    Parted part(Tx tx, Order order) {
        if (order.details().isEmpty()) {
            return new Parted(order, Map.of());
        }
        Map<LineId, SealedAnswers.About> about = new HashMap<>();
        List<LineDetail> plain = new ArrayList<>();
        for (LineDetail detail : order.details()) {
            if (detail.configuration().isEmpty()) {
                plain.add(detail);
                continue;
            }
            Configuration whole = detail.configuration().get();
            ConfigurationModel model = contents.model(tx, whole.model());
            detail.recipient()
                    .ifPresent(recipient -> about.put(
                            detail.line(),
                            new SealedAnswers.About(recipient, SealedAnswers.about(model, whole.answers()))));
            plain.add(detail.with(
                    new Configuration(whole.product(), whole.model(), SealedAnswers.others(model, whole.answers()))));
        }
        return new Parted(order.with(plain), answers.sealEach(tx, about));
    }

    /** The order with the answers about those whom the caller may see; each look is audited. */
    Order shown(Caller caller, Order order) {
        List<RecipientId> all = order.details().stream()
                .flatMap(detail -> detail.recipient().stream())
                .distinct()
                .toList();
        Set<RecipientId> readable = recipients.readable(caller, all);
        return readable.isEmpty()
                ? order
                : transactions.write(tx -> {
                    Map<LineId, Answers> about = about(tx, order, readable);
                    log.shown(
                            tx,
                            caller,
                            "read-recipient",
                            Optional.of(order.account()),
                            readable.stream().map(RecipientId::value).sorted().toList());
                    return order.with(order.details().stream()
                            .map(detail -> Optional.ofNullable(about.get(detail.line()))
                                    .map(given -> with(detail, given))
                                    .orElse(detail))
                            .toList());
                });
    }

    /** Why the caller may not ask what was ordered for somebody. */
    Optional<Refusal> objection(Caller caller, RecipientId recipient) {
        return recipients.objection(caller, recipient);
    }

    /** Notes that somebody has seen what was ordered for a recipient, also where that was nothing. */
    void looked(Tx tx, Caller caller, RecipientId recipient, List<OrderSummary> seen) {
        Optional<AccountId> account =
                caller.account().or(() -> seen.stream().findFirst().map(OrderSummary::account));
        log.shown(tx, caller, "read-recipient", account, List.of(recipient.value()));
    }

    /** What was answered about those whom the caller may see. Two statements. */
    private Map<LineId, Answers> about(Tx tx, Order order, Set<RecipientId> readable) {
        Map<LineId, String> texts = orders.sealedAnswers(tx, order.id());
        Map<LineId, Vault.Owned> sealed = new HashMap<>();
        for (LineDetail detail : order.details()) {
            String text = texts.get(detail.line());
            if (text != null) {
                detail.recipient()
                        .filter(readable::contains)
                        .ifPresent(recipient -> sealed.put(detail.line(), new Vault.Owned(recipient.value(), text)));
            }
        }
        return answers.openEach(tx, sealed);
    }

    private static LineDetail with(LineDetail detail, Answers about) {
        return detail.configuration()
                .map(plain -> detail.with(new Configuration(
                        plain.product(), plain.model(), SealedAnswers.merged(plain.answers(), about))))
                .orElse(detail);
    }
}

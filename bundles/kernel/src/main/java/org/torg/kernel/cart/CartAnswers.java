package org.torg.kernel.cart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.cart.Cart;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.pricing.LineId;
import org.torg.api.store.CartStore;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.account.RecipientUse;
import org.torg.kernel.audit.ReadLog;
import org.torg.kernel.privacy.SealedAnswers;
import org.torg.kernel.privacy.Vault;

/** Carts with all their answers. A few statements more for those with lines for somebody, however many; none for others. */
@Component(service = CartAnswers.class)
public final class CartAnswers {
    private final Transactions transactions;
    private final CartStore carts;
    private final SealedAnswers answers;
    private final RecipientUse recipients;
    private final ReadLog log;

    @Activate
    public CartAnswers(
            @Reference Transactions transactions,
            @Reference CartStore carts,
            @Reference SealedAnswers answers,
            @Reference RecipientUse recipients,
            @Reference ReadLog log) {
        this.transactions = transactions;
        this.carts = carts;
        this.answers = answers;
        this.recipients = recipients;
        this.log = log;
    }

    /** To be judged, not to be shown. */
    public Cart whole(Cart cart) {
        return recipients(cart).isEmpty()
                ? cart
                : transactions.read(tx -> opened(tx, cart, Set.copyOf(recipients(cart))));
    }

    /** @param readable whom the caller may see */
    record Shown(Cart cart, Set<RecipientId> readable) {}

    /** With the answers about those whom the caller may see; each look is audited. */
    Shown shown(Caller caller, Cart cart) {
        Set<RecipientId> readable = recipients.readable(caller, recipients(cart));
        return readable.isEmpty()
                ? new Shown(cart, readable)
                : transactions.write(tx -> {
                    log.shown(
                            tx,
                            caller,
                            "read-recipient",
                            Optional.of(cart.account()),
                            readable.stream().map(RecipientId::value).sorted().toList());
                    return new Shown(opened(tx, cart, readable), readable);
                });
    }

    private static List<RecipientId> recipients(Cart cart) {
        return cart.lines().stream()
                .flatMap(line -> line.recipient().stream())
                .distinct()
                .toList();
    }

    private Cart opened(Tx tx, Cart cart, Set<RecipientId> readable) {
        Map<LineId, String> texts = carts.sealedAnswers(tx, cart.id());
        Map<LineId, Vault.Owned> sealed = new HashMap<>();
        for (Cart.Line line : cart.lines()) {
            String text = texts.get(line.id());
            if (text != null) {
                line.recipient()
                        .filter(readable::contains)
                        .ifPresent(recipient -> sealed.put(line.id(), new Vault.Owned(recipient.value(), text)));
            }
        }
        Map<LineId, Answers> opened = answers.openEach(tx, sealed);
        return cart.with(cart.lines().stream()
                .map(line -> Optional.ofNullable(opened.get(line.id()))
                        .map(about -> with(line, about))
                        .orElse(line))
                .toList());
    }

    private static Cart.Line with(Cart.Line line, Answers about) {
        return line.configuration()
                .map(plain -> line.with(new Configuration(
                        plain.product(), plain.model(), SealedAnswers.merged(plain.answers(), about))))
                .orElse(line);
    }
}

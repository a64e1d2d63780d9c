package org.torg.kernel.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.Message;
import org.torg.api.account.RecipientId;
import org.torg.api.configurator.Answers;
import org.torg.api.pricing.LineId;
import org.torg.api.privacy.PersonalData;
import org.torg.api.privacy.Subject;
import org.torg.api.store.CartStore;
import org.torg.api.store.OrderStore;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.store.UploadStore;
import org.torg.api.upload.UploadId;

/**
 * What was answered about patients and end users in carts and orders, sealed under their keys: when a key goes, nobody reads the
 * answers any more, and what is left of an order is an article without a person.
 */
@Component(service = PersonalData.class)
public final class ConfigurationData implements PersonalData {

    private final CartStore carts;
    private final OrderStore orders;
    private final UploadStore uploads;
    private final SealedAnswers answers;
    private final Clock clock;

    @Activate
    public ConfigurationData(
            @Reference CartStore carts,
            @Reference OrderStore orders,
            @Reference UploadStore uploads,
            @Reference SealedAnswers answers,
            @Reference Clock clock) {
        this.carts = carts;
        this.orders = orders;
        this.uploads = uploads;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "configurations";
    }

    @Override
    public List<Kept> keeps() {
        return List.of(new Kept(
                Message.of(
                        "personal-data.configurations", "What is made for patients and end users, and how it must be"),
                Message.of("personal-data.configurations-why", "To make what fits them"),
                Optional.empty()));
    }

    @Override
    public List<? extends Record> export(Tx tx, Subject subject) {
        if (!(subject instanceof Subject.Patient patient)) {
            return List.of();
        }
        RecipientId recipient = patient.recipient();
        List<Made> made = new ArrayList<>();
        for (CartStore.LineFor line : carts.linesFor(tx, recipient)) {
            made.add(new Made(
                    Optional.of(line.cart().value()),
                    Optional.empty(),
                    Optional.empty(),
                    line.line().value(),
                    line.sealed().map(text -> answers.open(tx, recipient, text))));
        }
        for (OrderStore.OrderFor order : orders.ordersFor(tx, recipient)) {
            order.sealedAnswers().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(line -> made.add(made(tx, recipient, order, line.getKey(), line.getValue())));
        }
        return made;
    }

    private Made made(Tx tx, RecipientId recipient, OrderStore.OrderFor order, LineId line, String text) {
        return new Made(
                Optional.empty(),
                Optional.of(order.number()),
                Optional.of(order.placedAt()),
                line.value(),
                Optional.of(answers.open(tx, recipient, text)));
    }

    @Override
    public List<Hold> holds(Tx tx, Subject subject) {
        return List.of();
    }

    /** Of orders the answers go with the key. Files that only answers in carts name go within the hour. */
    @Override
    public void erase(Tx tx, Subject subject) {
        if (subject instanceof Subject.Patient patient) {
            carts.linesFor(tx, patient.recipient()).forEach(line -> releaseFiles(tx, patient.recipient(), line));
            carts.forget(tx, patient.recipient());
        }
    }

    private void releaseFiles(Tx tx, RecipientId recipient, CartStore.LineFor line) {
        List<UploadId> named = line.sealed()
                .map(text -> answers.open(tx, recipient, text).files())
                .orElse(List.of());
        named.forEach(id ->
                uploads.detach(tx, id, "CART", line.cart().value(), line.line().value(), clock.now()));
    }

    /** @param cart that has not become an order */
    record Made(
            Optional<String> cart,
            Optional<String> orderNumber,
            Optional<Instant> placedAt,
            String line,
            Optional<Answers> answers) {
        @Override
        public String toString() {
            return "Made";
        }
    }
}

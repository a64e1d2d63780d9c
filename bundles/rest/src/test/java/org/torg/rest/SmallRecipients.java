package org.torg.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.Argument;
import org.torg.api.IdempotencyKey;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.Recipient;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Recipients;

/** One recipient, whose identity number is doubtful. */
final class SmallRecipients implements Recipients {

    private final SmallMarket market;
    private final List<Object> asked = new ArrayList<>();

    SmallRecipients(SmallMarket market) {
        this.market = market;
    }

    /** What the resources have asked for. */
    List<Object> asked() {
        return asked;
    }

    private static Recipient kari(String name, long version) {
        return new Recipient(
                new RecipientId("recipient-1"),
                Samples.ACCOUNT,
                new LocationId("oslo"),
                name,
                Optional.of("J 1042"),
                Optional.of("31129956714"),
                Optional.of(Message.of(
                        "recipient.identity-number-unusual",
                        "This does not look like a personal identity number of {0}. Check it.",
                        Argument.text("NO"))),
                version);
    }

    @Override
    public Outcome<Recipient> add(
            Caller caller,
            Optional<IdempotencyKey> key,
            String name,
            Optional<String> reference,
            Optional<String> identityNumber) {
        asked.add(List.of(name, reference, identityNumber));
        return market.allowed(caller, Function.RECIPIENT_EDIT, kari(name, 1));
    }

    @Override
    public Outcome<Recipient> get(Caller caller, RecipientId id) {
        return id.value().equals("recipient-1")
                ? market.allowed(caller, Function.RECIPIENT_READ, kari("Kari", 1))
                : Outcome.refused(Refusal.notFound("recipient"));
    }

    @Override
    public Map<RecipientId, String> names(Caller caller, Collection<RecipientId> ids) {
        throw new AssertionError("not asked here");
    }

    @Override
    public Outcome<Page<Recipient>> find(Caller caller, Optional<String> text, PageRequest page) {
        asked.add(text);
        asked.add(page);
        return market.allowed(
                caller, Function.RECIPIENT_READ, new Page<>(List.of(kari("Kari", 1)), Optional.of("recipient-1")));
    }

    @Override
    public Outcome<Recipient> edit(
            Caller caller,
            Optional<IdempotencyKey> key,
            RecipientId id,
            Optional<Long> expectedVersion,
            String name,
            Optional<String> reference,
            Optional<String> identityNumber) {
        asked.add(expectedVersion);
        return market.allowed(caller, Function.RECIPIENT_EDIT, kari(name, 2));
    }
}

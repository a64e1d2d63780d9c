package org.torg.rest;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torg.api.IdempotencyKey;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.privacy.PersonalData.Hold;
import org.torg.api.privacy.PersonalData.Kept;
import org.torg.api.privacy.Privacy;
import org.torg.api.privacy.Subject;

/** One person with an order that must be kept. */
final class SmallPrivacy implements Privacy {

    private static final Map<String, List<Hold>> HOLDS = Map.of(
            "orders",
            List.of(new Hold(
                    "accounting",
                    Message.of("personal-data.carts-why", "To order what was chosen"),
                    Optional.of(LocalDate.of(2031, 12, 31)))));

    private final SmallMarket market;

    SmallPrivacy(SmallMarket market) {
        this.market = market;
    }

    record Known(String name, Optional<String> phone) {}

    @Override
    public Map<String, List<Kept>> register() {
        return Map.of(
                "carts",
                List.of(new Kept(
                        Message.of("personal-data.carts", "Open carts and where they are to be delivered"),
                        Message.of("personal-data.carts-why", "To order what was chosen"),
                        Optional.of(Period.ofDays(90)))));
    }

    @Override
    public Outcome<Export> export(Caller caller, Subject subject) {
        return Outcome.done(new Export(subject, Map.of("people", List.of(new Known("Kari", Optional.empty())))));
    }

    @Override
    public Outcome<Map<String, List<Hold>>> holds(Caller caller, Subject subject) {
        return market.allowed(caller, Function.PERSONAL_DATA, HOLDS);
    }

    @Override
    public Outcome<Erasure> erase(Caller caller, Optional<IdempotencyKey> key, Subject subject) {
        return market.allowed(caller, Function.PERSONAL_DATA, new Erasure(subject, HOLDS));
    }

    @Override
    public Outcome<Export> exportAddress(Caller caller, String email) {
        return market.allowed(
                caller,
                Function.PERSONAL_DATA,
                new Export(
                        new Subject.Address("k", Optional.of(email)),
                        Map.of("mails", List.of(new Known(email, Optional.empty())))));
    }

    @Override
    public Outcome<Erasure> eraseAddress(Caller caller, Optional<IdempotencyKey> key, String email) {
        return market.allowed(
                caller, Function.PERSONAL_DATA, new Erasure(new Subject.Address("k", Optional.of(email)), HOLDS));
    }
}

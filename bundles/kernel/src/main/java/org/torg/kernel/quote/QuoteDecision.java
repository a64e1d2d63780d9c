package org.torg.kernel.quote;

import java.time.Instant;
import java.util.Optional;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.order.OrderId;
import org.torg.api.quote.Quote;
import org.torg.api.quote.Quote.Status;
import org.torg.api.store.QuoteStore.Move;

/** The one place where a quote changes its state. Pure. */
final class QuoteDecision {

    /** What is done to a quote. */
    sealed interface Step {

        /** The customer wants an answer, to what is new or to what is over. */
        record Ask(Instant dueAt) implements Step {}

        /** @param validTo the moment after the last day */
        record Offer(Quote.Offer offer, Instant validTo) implements Step {}

        /** @param dueAt until when the vendor promises an answer */
        record CustomerComment(Instant dueAt) implements Step {}

        record StaffComment() implements Step {}

        record Decline() implements Step {}

        record Withdraw() implements Step {}

        record Order(OrderId order, int offer) implements Step {}
    }

    private static final int MOST_COMMENTS = 500;

    private QuoteDecision() {}

    static Outcome<Move> decide(Quote quote, Step step, Instant now) {
        return obstacle(quote, step)
                .<Outcome<Move>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(move(quote, step, now)));
    }

    private static Optional<Refusal> obstacle(Quote quote, Step step) {
        boolean open = quote.status() == Status.REQUESTED || quote.status() == Status.OFFERED;
        if (step instanceof Step.Ask) {
            return open || quote.status() == Status.ORDERED ? Optional.of(notOver(quote)) : Optional.empty();
        }
        if (step instanceof Step.Offer) {
            return open || quote.status() == Status.EXPIRED ? Optional.empty() : Optional.of(closed());
        }
        if (!open) {
            return Optional.of(quote.status() == Status.EXPIRED ? expired() : closed());
        }
        if (step instanceof Step.Order order) {
            return unorderable(quote, order);
        }
        boolean comment = step instanceof Step.CustomerComment || step instanceof Step.StaffComment;
        return comment && quote.comments().size() >= MOST_COMMENTS
                ? Optional.of(
                        Refusal.of(Refusal.Kind.CONFLICT, "comments-too-many", "This quote has too many comments."))
                : Optional.empty();
    }

    private static Optional<Refusal> unorderable(Quote quote, Step.Order order) {
        Optional<Quote.Offer> newest = quote.status() == Status.OFFERED ? quote.offer() : Optional.empty();
        if (newest.isEmpty()) {
            return Optional.of(Refusal.of(
                    Refusal.Kind.CONFLICT, "quote-unanswered", "There is no offer yet that could be ordered."));
        }
        return newest.get().number() == order.offer()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        Refusal.Kind.CONFLICT, "offer-changed", "There is a newer offer. Look at it first."));
    }

    private static Refusal notOver(Quote quote) {
        return quote.status() == Status.ORDERED
                ? closed()
                : Refusal.of(Refusal.Kind.CONFLICT, "quote-open", "This quote is open. Write a comment instead.");
    }

    private static Refusal expired() {
        return Refusal.of(
                Refusal.Kind.CONFLICT,
                "quote-expired",
                "The last day of this offer is over. It can be asked for again.");
    }

    private static Refusal closed() {
        return Refusal.of(Refusal.Kind.CONFLICT, "quote-closed", "This quote was ordered, declined or withdrawn.");
    }

    private static Move move(Quote quote, Step step, Instant now) {
        if (step instanceof Step.Ask ask) {
            return new Move(
                    Status.REQUESTED,
                    Optional.of(ask.dueAt()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    now);
        }
        if (step instanceof Step.Offer offer) {
            return new Move(
                    Status.OFFERED,
                    Optional.empty(),
                    Optional.of(offer.offer().validUntil()),
                    Optional.of(offer.validTo()),
                    Optional.empty(),
                    now);
        }
        if (step instanceof Step.CustomerComment comment) {
            return keep(quote, quote.status(), quote.dueAt().or(() -> Optional.of(comment.dueAt())), now);
        }
        if (step instanceof Step.StaffComment) {
            boolean answered = quote.status() == Status.OFFERED;
            return keep(quote, quote.status(), answered ? Optional.empty() : quote.dueAt(), now);
        }
        if (step instanceof Step.Order order) {
            Move kept = keep(quote, Status.ORDERED, Optional.empty(), now);
            return new Move(
                    kept.status(), kept.dueAt(), kept.validUntil(), kept.validTo(), Optional.of(order.order()), now);
        }
        return keep(quote, step instanceof Step.Decline ? Status.DECLINED : Status.WITHDRAWN, Optional.empty(), now);
    }

    private static Move keep(Quote quote, Status status, Optional<Instant> dueAt, Instant now) {
        return new Move(status, dueAt, quote.offer().map(Quote.Offer::validUntil), quote.validTo(), quote.order(), now);
    }
}

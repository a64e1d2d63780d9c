package org.torg.kernel.quote;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Clock;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.RefusedException;
import org.torg.api.StoreException;
import org.torg.api.account.Caller;
import org.torg.api.account.UserId;
import org.torg.api.event.Event;
import org.torg.api.order.Checkout;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.order.Orders;
import org.torg.api.order.PlaceOrder;
import org.torg.api.pricing.Destination;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectListId;
import org.torg.api.quote.Quote;
import org.torg.api.quote.Quote.QuotedLine;
import org.torg.api.quote.Quote.Status;
import org.torg.api.quote.QuoteId;
import org.torg.api.quote.Quotes;
import org.torg.api.store.QuoteStore;
import org.torg.api.store.QuoteStore.Move;
import org.torg.api.store.Transactions;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.command.Commands;
import org.torg.kernel.command.Commands.Change;
import org.torg.kernel.command.Effect;
import org.torg.kernel.command.Ids;
import org.torg.kernel.order.OrderBooking;
import org.torg.kernel.order.OrderChanges;
import org.torg.kernel.order.OrderPlacement;
import org.torg.kernel.pricing.PriceFacts;
import org.torg.kernel.pricing.Pricing;
import org.torg.kernel.quote.QuoteDecision.Step;

/** Asks, answers, comments and orders quotes: read, decide, store in one transaction. */
@Component(service = Quotes.class)
public final class QuoteService implements Quotes {

    private final Commands commands;
    private final Transactions transactions;
    private final QuoteStore store;
    private final Work work;
    private final Pricing pricing;
    private final Orders orders;
    private final OrderPlacement placement;
    private final OrderBooking booking;
    private final Clock clock;
    private final Ids ids;

    private record Work(
            QuoteAccess access,
            ListAccess lists,
            QuoteOffers offers,
            QuoteNumbers numbers,
            QuoteMails mails,
            QuoteDeadline deadline) {}

    @Activate
    public QuoteService(
            @Reference Commands commands,
            @Reference Transactions transactions,
            @Reference QuoteStore store,
            @Reference QuoteAccess access,
            @Reference ListAccess lists,
            @Reference QuoteOffers offers,
            @Reference QuoteNumbers numbers,
            @Reference QuoteMails mails,
            @Reference QuoteDeadline deadline,
            @Reference Pricing pricing,
            @Reference Orders orders,
            @Reference OrderPlacement placement,
            @Reference OrderBooking booking,
            @Reference Clock clock,
            @Reference Ids ids) {
        this.commands = commands;
        this.transactions = transactions;
        this.store = store;
        this.work = new Work(access, lists, offers, numbers, mails, deadline);
        this.pricing = pricing;
        this.orders = orders;
        this.placement = placement;
        this.booking = booking;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome<Quote> request(
            Caller caller,
            Optional<IdempotencyKey> key,
            ProjectListId list,
            Optional<Destination> destination,
            Optional<String> message) {
        return commands.run(
                caller,
                key,
                "request-quote",
                List.of(list, destination, message),
                target -> get(caller, new QuoteId(target)),
                () -> person(caller).flatMap(by -> work.lists()
                        .read(caller, list)
                        .flatMap(found -> checked(Words.message(message), found))
                        .flatMap(found -> asked(caller, by, found, destination))
                        .map(quote -> tx -> insert(tx, quote, message))));
    }

    /** Vendor, articles and destination are looked at now; what it costs, staff say. */
    private Outcome<Quote> asked(Caller caller, UserId by, ProjectList list, Optional<Destination> destination) {
        if (list.lines().isEmpty()) {
            return Outcome.refused(
                    Refusal.of(Refusal.Kind.UNPROCESSABLE, "list-empty", "There is nothing on this list."));
        }
        List<Quote.Line> lines = list.lines().stream()
                .map(line -> new Quote.Line(line.id(), line.sku(), line.quantity(), line.configuration(), line.note()))
                .toList();
        Instant now = clock.now();
        Quote draft = quote(by, list, lines, destination.orElse(ANYWHERE), now);
        return pricing.with(
                caller,
                QuoteOffers.request(draft, destination),
                facts -> facts.vendor()
                                .descriptor()
                                .markets()
                                .contains(facts.destination().country())
                        ? Outcome.done(due(quote(by, list, lines, facts.destination(), now), dueAt(facts, now)))
                        : Outcome.refused(Refusal.of(
                                Refusal.Kind.UNPROCESSABLE,
                                "country-not-served",
                                "This vendor does not deliver to that country.")));
    }

    private static final Destination ANYWHERE = new Destination("", "", Destination.Kind.BUSINESS);

    private Instant dueAt(PriceFacts facts, Instant now) {
        int hours = facts.vendor().quotes(facts.parameters().parameters()).answerHours();
        return now.plus(java.time.Duration.ofHours(hours));
    }

    private Quote quote(UserId by, ProjectList list, List<Quote.Line> lines, Destination destination, Instant now) {
        return new Quote(
                new QuoteId(ids.next()),
                "",
                list.vendor(),
                list.account(),
                list.location(),
                by,
                list.id(),
                list.name(),
                Status.REQUESTED,
                now,
                Optional.empty(),
                Optional.empty(),
                destination,
                Optional.empty(),
                lines,
                List.of(),
                List.of(),
                Optional.empty(),
                1,
                now);
    }

    private static Quote due(Quote quote, Instant dueAt) {
        return copy(quote, quote.number(), Optional.of(dueAt));
    }

    private static Quote copy(Quote quote, String number, Optional<Instant> dueAt) {
        return new Quote(
                quote.id(),
                number,
                quote.vendor(),
                quote.account(),
                quote.location(),
                quote.requestedBy(),
                quote.list(),
                quote.title(),
                quote.status(),
                quote.requestedAt(),
                dueAt,
                quote.validTo(),
                quote.destination(),
                quote.deliveryOption(),
                quote.lines(),
                quote.offers(),
                quote.comments(),
                quote.order(),
                quote.version(),
                quote.changedAt());
    }

    private Effect<Quote> insert(Tx tx, Quote quote, Optional<String> message) {
        Quote numbered = copy(quote, work.numbers().next(tx), quote.dueAt());
        store.insert(tx, numbered);
        work.deadline().promised(tx, numbered);
        message.ifPresent(text -> store.comment(
                tx, numbered.id(), 1, new Quote.Comment(numbered.requestedAt(), numbered.requestedBy(), false, text)));
        return effect(tx, numbered.id());
    }

    @Override
    public Outcome<Quote> get(Caller caller, QuoteId id) {
        return work.access().read(caller, id);
    }

    @Override
    public Outcome<Page<Summary>> find(Caller caller, Query query, PageRequest page) {
        return QuoteCursor.of(query, page)
                .flatMap(after -> work.access().filter(caller, query).map(filter -> filter.map(only -> QuoteCursor.page(
                                transactions.read(tx -> store.find(tx, only, after, page.limit() + 1, clock.now())),
                                query,
                                page))
                        .orElseGet(() -> new Page<>(List.of(), Optional.empty()))));
    }

    @Override
    public Outcome<Quote> offer(
            Caller caller,
            Optional<IdempotencyKey> key,
            QuoteId id,
            Optional<Long> expectedVersion,
            List<QuotedLine> quoted,
            Optional<LocalDate> validUntil,
            Optional<String> message) {
        return run(
                caller,
                key,
                "offer-quote",
                id,
                List.of(id, expectedVersion, quoted, validUntil, message),
                () -> person(caller).flatMap(by -> expected(work.access().staffs(caller, id), expectedVersion)
                        .flatMap(quote -> checked(Words.message(message), quote))
                        .flatMap(quote -> work.offers()
                                .price(caller, by, quote, quoted, validUntil, message)
                                .flatMap(priced -> decide(quote, new Step.Offer(priced.offer(), priced.validTo()))
                                        .map(move -> tx -> {
                                            Effect<Quote> moved = move(tx, quote, move);
                                            store.offer(tx, id, priced.offer());
                                            work.mails().answered(tx, quote);
                                            return new Effect<>(
                                                    reload(tx, id), moved.target(), moved.account(), moved.events());
                                        })))));
    }

    @Override
    public Outcome<Quote> comment(Caller caller, Optional<IdempotencyKey> key, QuoteId id, String text) {
        return run(caller, key, "comment-quote", id, List.of(id, text), () -> person(caller)
                .flatMap(by -> get(caller, id)
                        .flatMap(quote -> checked(Words.comment(text), quote))
                        .flatMap(quote -> {
                            boolean staff = !work.access().isCustomers(caller, quote);
                            return step(caller, quote, staff)
                                    .flatMap(step -> decide(quote, step))
                                    .map(move -> comment(quote, move, new Quote.Comment(clock.now(), by, staff, text)));
                        })));
    }

    private Outcome<Step> step(Caller caller, Quote quote, boolean staff) {
        return staff
                ? Outcome.done(new Step.StaffComment())
                : promise(caller, quote).map(Step.CustomerComment::new);
    }

    private Change<Quote> comment(Quote quote, Move move, Quote.Comment comment) {
        return tx -> {
            Effect<Quote> moved = move(tx, quote, move);
            store.comment(tx, quote.id(), quote.comments().size() + 1, comment);
            if (comment.staff()) {
                work.mails().answered(tx, quote);
            }
            return new Effect<>(reload(tx, quote.id()), moved.target(), moved.account(), moved.events());
        };
    }

    /** Until when the vendor promises an answer; the longest there is while the vendor is away. */
    private Outcome<Instant> promise(Caller caller, Quote quote) {
        return pricing.with(
                caller,
                QuoteOffers.request(quote, Optional.of(quote.destination())),
                facts -> Outcome.done(dueAt(facts, clock.now())));
    }

    @Override
    public Outcome<Quote> askAgain(
            Caller caller, Optional<IdempotencyKey> key, QuoteId id, Optional<Long> expectedVersion) {
        return run(caller, key, "ask-quote-again", id, List.of(id, expectedVersion), () -> expected(
                        work.access().customers(caller, id), expectedVersion)
                .flatMap(quote -> promise(caller, quote)
                        .flatMap(dueAt -> decide(quote, new Step.Ask(dueAt)))
                        .map(move -> tx -> move(tx, quote, move))));
    }

    @Override
    public Outcome<Quote> decline(
            Caller caller, Optional<IdempotencyKey> key, QuoteId id, Optional<Long> expectedVersion) {
        return run(caller, key, "decline-quote", id, List.of(id, expectedVersion), () -> expected(
                        work.access().customers(caller, id), expectedVersion)
                .flatMap(quote -> decide(quote, new Step.Decline()).map(move -> tx -> move(tx, quote, move))));
    }

    @Override
    public Outcome<Quote> withdraw(
            Caller caller, Optional<IdempotencyKey> key, QuoteId id, Optional<Long> expectedVersion, String why) {
        return run(caller, key, "withdraw-quote", id, List.of(id, expectedVersion, why), () -> person(caller)
                .flatMap(by -> expected(work.access().staffs(caller, id), expectedVersion)
                        .flatMap(quote -> checked(Words.comment(why), quote))
                        .flatMap(quote -> decide(quote, new Step.Withdraw())
                                .map(move -> comment(quote, move, new Quote.Comment(clock.now(), by, true, why))))));
    }

    @Override
    public Outcome<Order> order(Caller caller, Optional<IdempotencyKey> key, QuoteId id, int offer, Checkout checkout) {
        return commands.run(
                caller,
                key,
                "order-quote",
                List.of(id, offer, checkout),
                target -> orders.get(caller, new OrderId(target)),
                () -> work.access()
                        .customers(caller, id)
                        .flatMap(quote -> checked(elsewhere(caller, quote), quote))
                        .flatMap(quote -> decide(quote, new Step.Order(new OrderId(""), offer))
                                .flatMap(unused -> draft(caller, quote, checkout))
                                .map(order -> tx -> book(tx, quote, offer, order))));
    }

    /** Of two orders at once the second waits here, and is refused when it is judged again. */
    private Effect<Order> book(Tx tx, Quote quote, int offer, Order order) {
        Move move = decide(quote, new Step.Order(order.id(), offer)).orElseThrow();
        Effect<Quote> moved = move(tx, quote, move);
        Effect<Order> booked = booking.book(tx, order);
        List<Event> events = new java.util.ArrayList<>(booked.events());
        events.addAll(moved.events());
        return new Effect<>(booked.value(), booked.target(), booked.account(), events, booked.actingFor());
    }

    private Outcome<Order> draft(Caller caller, Quote quote, Checkout checkout) {
        PlaceOrder command =
                new PlaceOrder(Optional.of(quote.vendor()), Optional.empty(), QuoteOffers.lines(quote), checkout);
        return quote.offer()
                .map(offer -> placement.quoted(caller, command, offer.price()))
                .orElseThrow(() -> new IllegalStateException("decided above"));
    }

    private static Optional<Refusal> elsewhere(Caller caller, Quote quote) {
        return caller.location().equals(quote.location())
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        Refusal.Kind.CONFLICT,
                        "location-differs",
                        "This quote belongs to another location. Choose that one first."));
    }

    private Outcome<Move> decide(Quote quote, Step step) {
        return QuoteDecision.decide(quote, step, clock.now());
    }

    private Effect<Quote> move(Tx tx, Quote quote, Move move) {
        if (!store.move(tx, quote.id(), quote.version(), move)) {
            throw new StoreException(StoreException.Kind.CONFLICT, "quote changed", new IllegalStateException());
        }
        Effect<Quote> moved = effect(tx, quote.id());
        if (!moved.value().dueAt().equals(quote.dueAt())) {
            work.deadline().promised(tx, moved.value());
        }
        return moved;
    }

    private Effect<Quote> effect(Tx tx, QuoteId id) {
        Quote quote = reload(tx, id);
        return new Effect<>(
                quote,
                id.value(),
                Optional.of(quote.account()),
                List.of(new Event.QuoteChanged(
                        quote.vendor(), Optional.of(quote.account()), id, quote.status(), quote.order())));
    }

    private Quote reload(Tx tx, QuoteId id) {
        return store.quote(tx, id, clock.now()).orElseThrow(() -> new RefusedException(Refusal.notFound("quote")));
    }

    private Outcome<Quote> run(
            Caller caller,
            Optional<IdempotencyKey> key,
            String name,
            QuoteId id,
            Object request,
            java.util.function.Supplier<Outcome<Change<Quote>>> prepare) {
        return commands.run(caller, key, name, request, target -> get(caller, id), prepare);
    }

    private static Outcome<UserId> person(Caller caller) {
        return caller.user()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        caller.isStranger()
                                ? Refusal.of(Refusal.Kind.UNAUTHENTICATED, "token-missing", "Sign in first.")
                                : Refusal.of(Refusal.Kind.FORBIDDEN, "person-required", "A quote is made by people.")));
    }

    private static <T> Outcome<T> checked(Optional<Refusal> refusal, T value) {
        return refusal.<Outcome<T>>map(Outcome::refused).orElseGet(() -> Outcome.done(value));
    }

    private static Outcome<Quote> expected(Outcome<Quote> read, Optional<Long> version) {
        return read.flatMap(quote -> version.isPresent() && version.get() != quote.version()
                ? Outcome.refused(OrderChanges.versionChanged())
                : Outcome.done(quote));
    }
}

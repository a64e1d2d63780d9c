package org.torg.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.torg.api.cart.CartId;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.order.Checkout;
import org.torg.api.order.Order;
import org.torg.api.order.OrderId;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectListId;
import org.torg.api.quote.ProjectLists;
import org.torg.api.quote.Quote;
import org.torg.api.quote.Quote.QuotedLine;
import org.torg.api.quote.Quote.Status;
import org.torg.api.quote.QuoteId;
import org.torg.api.quote.Quotes;
import org.torg.api.vendor.VendorId;

/** One project list and one quote, whatever is done to them. */
final class SmallQuotes implements ProjectLists, Quotes {

    private static final Configuration LONG =
            new Configuration("SL-1", "hash", Answers.NONE.with("length", Answer.chosen("long")));

    private final SmallMarket market;
    private final List<Object> asked = new ArrayList<>();

    SmallQuotes(SmallMarket market) {
        this.market = market;
    }

    /** What was asked of the services, in its order. */
    List<Object> asked() {
        return asked;
    }

    private static ProjectList list() {
        return new ProjectList(
                new ProjectListId("list-1"),
                Samples.VENDOR,
                Samples.ACCOUNT,
                Optional.of(new LocationId("location-1")),
                Samples.BUYER,
                "Kontor",
                List.of(
                        new ProjectList.Line(
                                new LineId("2-1"), new Sku("SL-1001"), 24, Optional.of(LONG), Optional.of("Gang")),
                        new ProjectList.Line(
                                new LineId("3-1"), new Sku("SL-1002"), 1, Optional.empty(), Optional.empty())),
                4,
                Samples.NOW,
                Samples.NOW);
    }

    private static Quote quote(Status status) {
        boolean offered = status != Status.REQUESTED;
        return new Quote(
                new QuoteId("quote-1"),
                "Q10001",
                Samples.VENDOR,
                Samples.ACCOUNT,
                Optional.of(new LocationId("location-1")),
                Samples.BUYER,
                new ProjectListId("list-1"),
                "Kontor",
                status,
                Samples.NOW,
                offered ? Optional.empty() : Optional.of(Samples.NOW.plus(Duration.ofHours(24))),
                offered ? Optional.of(Samples.NOW.plus(Duration.ofDays(7))) : Optional.<Instant>empty(),
                new Destination("NO", "0150", Destination.Kind.BUSINESS),
                Optional.empty(),
                List.of(new Quote.Line(
                        new LineId("2-1"), new Sku("SL-1001"), 24, Optional.of(LONG), Optional.of("Gang"))),
                offered
                        ? List.of(new Quote.Offer(
                                1,
                                Samples.NOW,
                                Samples.BUYER,
                                List.of(new QuotedLine(
                                        new LineId("2-1"), Samples.nok("129.00").toBigMoney())),
                                Samples.price(
                                        List.of(new PriceRequest.Line(new LineId("2-1"), new Sku("SL-1001"), 24))),
                                LocalDate.parse("2026-04-30"),
                                Optional.of("Fra 20 stykker.")))
                        : List.of(),
                List.of(new Quote.Comment(Samples.NOW, Samples.BUYER, false, "Vi begynner i juni.\nHilsen Kari")),
                status == Status.ORDERED ? Optional.of(new OrderId("order-1")) : Optional.empty(),
                3,
                Samples.NOW);
    }

    private <T> Outcome<T> of(Caller caller, Function function, boolean known, Object question, String what, T value) {
        asked.add(question);
        return known ? market.allowed(caller, function, value) : Outcome.refused(Refusal.notFound(what));
    }

    private Outcome<ProjectList> list(Caller caller, ProjectListId id, Object question) {
        return of(caller, Function.CART_EDIT, id.value().equals("list-1"), question, "project-list", list());
    }

    private Outcome<Quote> quote(Caller caller, QuoteId id, Function function, Object question, Status status) {
        return of(caller, function, id.value().equals("quote-1"), question, "quote", quote(status));
    }

    @Override
    public Outcome<ProjectList> create(
            Caller caller, Optional<IdempotencyKey> key, Optional<VendorId> vendor, String name, List<NewLine> lines) {
        return list(
                caller,
                new ProjectListId("list-1"),
                lines.isEmpty() ? List.of(vendor, name) : List.of(vendor, name, lines));
    }

    @Override
    public Outcome<CartFilled> fillCart(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, List<LineId> lines, Optional<CartId> cart) {
        return list(caller, id, List.of(lines, cart))
                .map(list -> new CartFilled(cart.orElse(new CartId("cart-2")), List.of(carried())));
    }

    @Override
    public Outcome<ListFilled> addFromCart(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, CartId cart, List<LineId> lines) {
        return list(caller, id, List.of(cart, lines)).map(list -> new ListFilled(list, List.of(carried())));
    }

    private static Carried carried() {
        return new Carried(
                new LineId("2-1"),
                new Sku("SL-1001"),
                24,
                Optional.empty(),
                List.of(new Remark(
                        "sku-unknown",
                        Message.of("refusal.sku-unknown", "There is no article {0}.", Argument.text("SL-1001")))));
    }

    @Override
    public Outcome<Integer> count(Caller caller) {
        return market.allowed(caller, Function.CART_EDIT, 1);
    }

    @Override
    public Outcome<Page<Overview>> find(Caller caller, Optional<VendorId> vendor, PageRequest page) {
        asked.add(vendor);
        return market.allowed(
                caller, Function.CART_EDIT, new Page<>(List.of(new Overview(list(), 2)), Optional.of("list-1")));
    }

    @Override
    public Outcome<ProjectList> get(Caller caller, ProjectListId id) {
        return list(caller, id, id);
    }

    @Override
    public Outcome<ProjectList> rename(
            Caller caller,
            Optional<IdempotencyKey> key,
            ProjectListId id,
            Optional<Long> expectedVersion,
            String name) {
        return list(caller, id, List.of(expectedVersion, name));
    }

    @Override
    public Outcome<ProjectListId> delete(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, Optional<Long> expectedVersion) {
        return list(caller, id, expectedVersion).map(ProjectList::id);
    }

    @Override
    public Outcome<ProjectList> add(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, List<NewLine> lines) {
        return list(caller, id, lines);
    }

    @Override
    public Outcome<ProjectList> change(
            Caller caller,
            Optional<IdempotencyKey> key,
            ProjectListId id,
            Optional<Long> expectedVersion,
            LineId line,
            int quantity,
            Optional<Answers> answers,
            Optional<String> note) {
        return list(caller, id, List.of(line, quantity, note));
    }

    @Override
    public Outcome<ProjectList> transfer(
            Caller caller,
            Optional<IdempotencyKey> key,
            ProjectListId from,
            ProjectListId to,
            List<LineId> lines,
            boolean keep) {
        return list(caller, from, List.of(to, lines, keep));
    }

    @Override
    public Outcome<ProjectList> copy(Caller caller, Optional<IdempotencyKey> key, ProjectListId id, String name) {
        return list(caller, id, name);
    }

    @Override
    public Outcome<Quote> request(
            Caller caller,
            Optional<IdempotencyKey> key,
            ProjectListId list,
            Optional<Destination> destination,
            Optional<String> message) {
        return quote(
                caller,
                new QuoteId("quote-1"),
                Function.CART_EDIT,
                List.of(list, destination, message),
                Status.REQUESTED);
    }

    @Override
    public Outcome<Quote> get(Caller caller, QuoteId id) {
        return quote(caller, id, Function.CART_EDIT, id, Status.ORDERED);
    }

    @Override
    public Outcome<Page<Summary>> find(Caller caller, Quotes.Query query, PageRequest page) {
        asked.add(query);
        Quote quote = quote(Status.OFFERED);
        return market.allowed(
                caller,
                Function.CART_EDIT,
                new Page<>(
                        List.of(new Summary(
                                quote.id(),
                                quote.number(),
                                quote.vendor(),
                                quote.account(),
                                quote.requestedBy(),
                                quote.title(),
                                quote.status(),
                                quote.requestedAt(),
                                quote.dueAt(),
                                quote.offer().map(Quote.Offer::validUntil))),
                        Optional.empty()));
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
        return quote(caller, id, Function.QUOTE_ANSWER, List.of(quoted, validUntil, message), Status.OFFERED);
    }

    @Override
    public Outcome<Quote> comment(Caller caller, Optional<IdempotencyKey> key, QuoteId id, String text) {
        return quote(caller, id, Function.CART_EDIT, text, Status.OFFERED);
    }

    @Override
    public Outcome<Quote> askAgain(
            Caller caller, Optional<IdempotencyKey> key, QuoteId id, Optional<Long> expectedVersion) {
        return quote(caller, id, Function.CART_EDIT, expectedVersion, Status.REQUESTED);
    }

    @Override
    public Outcome<Quote> decline(
            Caller caller, Optional<IdempotencyKey> key, QuoteId id, Optional<Long> expectedVersion) {
        return quote(caller, id, Function.CART_EDIT, expectedVersion, Status.DECLINED);
    }

    @Override
    public Outcome<Quote> withdraw(
            Caller caller, Optional<IdempotencyKey> key, QuoteId id, Optional<Long> expectedVersion, String why) {
        return quote(caller, id, Function.QUOTE_ANSWER, why, Status.WITHDRAWN);
    }

    @Override
    public Outcome<Order> order(Caller caller, Optional<IdempotencyKey> key, QuoteId id, int offer, Checkout checkout) {
        asked.add(List.of(offer, checkout));
        return market.orders().get(caller, new OrderId("order-1"));
    }
}

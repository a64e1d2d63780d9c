package org.torg.kernel.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.buyer;
import static org.torg.kernel.fixture.Callers.foreigner;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Callers.staff;
import static org.torg.kernel.fixture.Callers.stranger;
import static org.torg.kernel.fixture.Callers.with;
import static org.torg.kernel.fixture.Customers.CUSTOMER;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.NOK;
import static org.torg.kernel.fixture.Shop.UNTRACKED;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Tag;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Scope;
import org.torg.api.catalog.Sku;
import org.torg.api.order.Order;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.TraceEntry;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectListId;
import org.torg.api.quote.ProjectLists.NewLine;
import org.torg.api.quote.Quote;
import org.torg.api.quote.Quote.QuotedLine;
import org.torg.api.quote.Quote.Status;
import org.torg.api.quote.QuoteId;
import org.torg.api.quote.Quotes;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.job.Turns;

class QuoteTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private static Quotes quotes(Shop shop) {
        return shop.kernel().quotes;
    }

    /** For ten made to order and two from the shelf. */
    private static Quote asked(Shop shop) {
        ProjectList list = shop.kernel()
                .projectLists
                .create(owner(), Optional.empty(), Optional.empty(), "New office")
                .orElseThrow();
        shop.kernel()
                .projectLists
                .add(owner(), Optional.empty(), list.id(), List.of(line(UNTRACKED, 10), line(DENIED, 2)))
                .orElseThrow();
        return quotes(shop)
                .request(owner(), Optional.empty(), list.id(), Optional.empty(), Optional.of("For June, please."))
                .orElseThrow();
    }

    private static NewLine line(Sku sku, int quantity) {
        return new NewLine(sku, quantity, Optional.empty(), Optional.empty());
    }

    private static LocalDate today(Shop shop) {
        return LocalDate.ofInstant(shop.clock().now(), OSLO);
    }

    private static Outcome<Quote> offer(Shop shop, Quote quote, String price, LocalDate until) {
        return quotes(shop)
                .offer(
                        staff(),
                        Optional.empty(),
                        quote.id(),
                        Optional.empty(),
                        List.of(new QuotedLine(quote.lines().get(0).id(), BigMoney.parse(price))),
                        Optional.of(until),
                        Optional.of("Ten are cheaper."));
    }

    private static Outcome<Order> order(Shop shop, Caller caller, Quote quote, int offer) {
        return quotes(shop)
                .order(caller, Optional.empty(), quote.id(), offer, Shop.checkout(new PriceAgreement.Current()));
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal().code() : "done";
    }

    private static Refusal refusal(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    @OnEveryDatabase
    @Tag("L13")
    @Tag("L14")
    @Tag("L15")
    void aQuoteIsAskedForOnAListAndAnAnswerIsPromisedWithinADay(Database database) {
        Shop shop = Shop.open(database);

        Quote quote = asked(shop);

        assertThat(quote.status()).isEqualTo(Status.REQUESTED);
        assertThat(quote.dueAt()).contains(shop.clock().now().plus(Duration.ofHours(24)));
        assertThat(quote.lines()).extracting(Quote.Line::quantity).containsExactly(10, 2);
        assertThat(quote.comments()).extracting(Quote.Comment::text).containsExactly("For June, please.");
        assertThat(quote.number()).isEqualTo("Q10001");
        assertThat(quotes(shop).get(staff(), quote.id()).orElseThrow()).isEqualTo(quote);
        ProjectList empty = shop.kernel()
                .projectLists
                .create(owner(), Optional.empty(), Optional.empty(), "Empty")
                .orElseThrow();
        assertThat(code(quotes(shop)
                        .request(owner(), Optional.empty(), empty.id(), Optional.empty(), Optional.empty())))
                .isEqualTo("list-empty");
        assertThat(code(quotes(shop)
                        .request(
                                owner(),
                                Optional.empty(),
                                quote.list(),
                                Optional.of(new Destination("JP", "1000001", Destination.Kind.BUSINESS)),
                                Optional.empty())))
                .isEqualTo("country-not-served");
    }

    @OnEveryDatabase
    @Tag("L15")
    void aQuoteThatIsOverdueIsToldOnce(Database database) {
        Shop shop = Shop.open(database);
        Quote late = asked(shop);
        Quote answered = asked(shop);
        offer(shop, answered, "NOK 80", today(shop).plusDays(5)).orElseThrow();
        shop.clock().move(Duration.ofHours(24).minusMillis(1));
        turns(shop);
        assertThat(database.columns().get("audit_entry.command"))
                .as("in time still")
                .doesNotContain("quote-overdue");

        shop.clock().move(Duration.ofMillis(1));
        turns(shop);
        shop.clock().move(Duration.ofDays(3));
        turns(shop);

        assertThat(database.columns().get("audit_entry.command"))
                .filteredOn("quote-overdue"::equals)
                .hasSize(1);
        assertThat(database.columns().get("mail.template"))
                .filteredOn("quote-overdue"::equals)
                .hasSize(1);
        assertThat(quotes(shop).get(owner(), late.id()).orElseThrow().status()).isEqualTo(Status.REQUESTED);
    }

    /** On two nodes at once. */
    private static void turns(Shop shop) {
        Turns first = new Turns(shop.kernel(), shop.kernel().quoteDeadline);
        Kernel other = shop.kernel().node();
        Turns second = new Turns(other, other.quoteDeadline);
        while (first.turn() | second.turn()) {
            // Each turn is one job.
        }
    }

    @OnEveryDatabase
    @Tag("L13")
    void withoutAListThereIsNoQuote(Database database) {
        Shop shop = Shop.open(database);
        ProjectList list = shop.kernel()
                .projectLists
                .create(owner(), Optional.empty(), Optional.empty(), "New office")
                .orElseThrow();
        shop.kernel()
                .projectLists
                .add(owner(), Optional.empty(), list.id(), List.of(line(UNTRACKED, 1)))
                .orElseThrow();

        assertThat(code(request(shop, owner(), new ProjectListId("no-such-list"))))
                .isEqualTo("project-list-not-found");
        assertThat(code(request(shop, foreigner(), list.id()))).isEqualTo("project-list-not-found");
        shop.kernel()
                .projectLists
                .delete(owner(), Optional.empty(), list.id(), Optional.empty())
                .orElseThrow();
        assertThat(code(request(shop, owner(), list.id()))).isEqualTo("project-list-not-found");
        assertThat(database.columns().get("quote.id")).isEmpty();
    }

    private static Outcome<Quote> request(Shop shop, Caller caller, ProjectListId list) {
        return quotes(shop).request(caller, Optional.empty(), list, Optional.empty(), Optional.empty());
    }

    @OnEveryDatabase
    @Tag("L15")
    void theVendorsStaffSeeWhatWaitsForThemByWhenItIsDue(Database database) {
        Shop shop = Shop.open(database);
        Quote first = asked(shop);
        shop.clock().move(Duration.ofHours(1));
        Quote second = asked(shop);
        shop.clock().move(Duration.ofHours(1));
        Quote third = asked(shop);
        offer(shop, second, "NOK 50", today(shop)).orElseThrow();
        Quotes.Query waiting = new Quotes.Query(Optional.empty(), Optional.empty(), Optional.empty(), true);

        var page = quotes(shop).find(staff(), waiting, PageRequest.first(1)).orElseThrow();
        var rest = quotes(shop)
                .find(staff(), waiting, new PageRequest(page.next(), 5))
                .orElseThrow();

        assertThat(page.items()).extracting(Quotes.Summary::id).containsExactly(first.id());
        assertThat(rest.items()).extracting(Quotes.Summary::id).containsExactly(third.id());
        assertThat(rest.next()).isEmpty();
        assertThat(quotes(shop)
                        .find(
                                owner(),
                                new Quotes.Query(
                                        Optional.empty(), Optional.empty(), Optional.of(Status.OFFERED), false),
                                PageRequest.first(5))
                        .orElseThrow()
                        .items())
                .extracting(Quotes.Summary::id)
                .containsExactly(second.id());
    }

    @OnEveryDatabase
    @Tag("L19")
    void theOfferIsOrderedAtItsPricesWithoutAnyFurtherDiscount(Database database) {
        Shop shop = Shop.open(database);
        Quote quote = asked(shop);

        Quote offered = offer(shop, quote, "NOK 80", today(shop).plusDays(7)).orElseThrow();

        assertThat(offered.status()).isEqualTo(Status.OFFERED);
        assertThat(offered.dueAt()).isEmpty();
        Quote.Offer newest = offered.offer().orElseThrow();
        assertThat(newest.price().lines().get(0).net()).isEqualTo(org.joda.money.Money.of(NOK, 800));
        assertThat(newest.price().trace())
                .filteredOn(entry ->
                        entry.line().equals(Optional.of(quote.lines().get(0).id())))
                .filteredOn(entry -> entry.standing() == TraceEntry.Standing.APPLIED)
                .last()
                .extracting(TraceEntry::rule)
                .isEqualTo("quote");

        shop.price(UNTRACKED, "999");
        Order order = order(shop, owner(), offered, 1).orElseThrow();

        assertThat(order.price()).isEqualTo(newest.price());
        assertThat(order.agreedBy()).isEqualTo(Order.AgreedBy.QUOTE);
        assertThat(order.lines().get(0).net()).isEqualTo(org.joda.money.Money.of(NOK, 800));
        assertThat(shop.stock(DENIED).reserved()).isEqualTo(2);
        Quote closed = quotes(shop).get(owner(), quote.id()).orElseThrow();
        assertThat(closed.status()).isEqualTo(Status.ORDERED);
        assertThat(closed.order()).contains(order.id());
        assertThat(code(order(shop, owner(), offered, 1))).isEqualTo("quote-closed");
    }

    @OnEveryDatabase
    @Tag("L16")
    void aCommentAsksForAnotherAnswerAndTheNewestOfferCounts(Database database) {
        Shop shop = Shop.open(database);
        Quote quote = asked(shop);
        assertThat(code(order(shop, owner(), quote, 1))).isEqualTo("quote-unanswered");
        offer(shop, quote, "NOK 80", today(shop).plusDays(7)).orElseThrow();
        shop.clock().move(Duration.ofHours(2));

        Quote commented = quotes(shop)
                .comment(buyer(), Optional.empty(), quote.id(), "Can you do 75?")
                .orElseThrow();
        assertThat(commented.status()).isEqualTo(Status.OFFERED);
        assertThat(commented.dueAt()).contains(shop.clock().now().plus(Duration.ofHours(24)));
        shop.clock().move(Duration.ofHours(2));
        Quote again = quotes(shop)
                .comment(buyer(), Optional.empty(), quote.id(), "Hello?")
                .orElseThrow();
        assertThat(again.dueAt()).as("the earlier promise stays").isEqualTo(commented.dueAt());

        Quote revised = offer(shop, quote, "NOK 75", today(shop).plusDays(7)).orElseThrow();
        assertThat(revised.dueAt()).isEmpty();
        assertThat(revised.offers()).extracting(Quote.Offer::number).containsExactly(1, 2);
        assertThat(code(order(shop, owner(), revised, 1))).isEqualTo("offer-changed");
        assertThat(order(shop, owner(), revised, 2).orElseThrow().lines().get(0).net())
                .isEqualTo(org.joda.money.Money.of(NOK, 750));
        assertThat(quotes(shop).get(owner(), quote.id()).orElseThrow().comments())
                .extracting(Quote.Comment::staff)
                .containsExactly(false, false, false);
    }

    @OnEveryDatabase
    @Tag("L16")
    @Tag("L19")
    void anOfferIsValidThroughItsLastDayInTheSellersZoneAndCanBeAskedForAgain(Database database) {
        Shop shop = Shop.open(database);
        Quote quote = asked(shop);
        LocalDate last = today(shop).plusDays(1);
        Quote offered = offer(shop, quote, "NOK 80", last).orElseThrow();
        shop.clock()
                .move(Duration.between(
                        shop.clock().now(),
                        last.plusDays(1).atStartOfDay(OSLO).toInstant().minusSeconds(1)));
        assertThat(quotes(shop).get(owner(), quote.id()).orElseThrow().status()).isEqualTo(Status.OFFERED);

        shop.clock().move(Duration.ofSeconds(1));

        Quote expired = quotes(shop).get(owner(), quote.id()).orElseThrow();
        assertThat(expired.status()).isEqualTo(Status.EXPIRED);
        assertThat(expired.offers()).isEqualTo(offered.offers());
        assertThat(code(order(shop, owner(), offered, 1))).isEqualTo("quote-expired");
        assertThat(code(quotes(shop).comment(owner(), Optional.empty(), quote.id(), "Still?")))
                .isEqualTo("quote-expired");
        assertThat(code(quotes(shop).decline(owner(), Optional.empty(), quote.id(), Optional.empty())))
                .isEqualTo("quote-expired");

        Quote again = quotes(shop)
                .askAgain(owner(), Optional.empty(), quote.id(), Optional.empty())
                .orElseThrow();
        assertThat(again.status()).isEqualTo(Status.REQUESTED);
        assertThat(again.dueAt()).isPresent();
        assertThat(code(order(shop, owner(), again, 1))).isEqualTo("quote-unanswered");
        Quote renewed = offer(shop, again, "NOK 90", today(shop)).orElseThrow();
        assertThat(order(shop, owner(), renewed, 2).isDone()).isTrue();
    }

    @OnEveryDatabase
    void aQuoteOrderedTwiceAtOnceBecomesOneOrder(Database database) {
        Shop shop = Shop.open(database);
        Quote offered =
                offer(shop, asked(shop), "NOK 80", today(shop).plusDays(7)).orElseThrow();
        Quotes other = shop.kernel().node().quotes;

        List<String> answers = Parallel.run(
                6,
                turn -> code((turn % 2 == 0 ? quotes(shop) : other)
                        .order(
                                owner(),
                                Optional.empty(),
                                offered.id(),
                                1,
                                Shop.checkout(new PriceAgreement.Current()))));

        assertThat(answers).containsOnlyOnce("done");
        assertThat(answers).filteredOn(answer -> !answer.equals("done")).containsOnly("quote-closed");
        assertThat(shop.stock(DENIED).reserved()).isEqualTo(2);
    }

    @OnEveryDatabase
    void whatIsOnTheShelfIsJudgedWhenItIsOrdered(Database database) {
        Shop shop = Shop.open(database);
        Quote offered =
                offer(shop, asked(shop), "NOK 80", today(shop).plusDays(7)).orElseThrow();
        shop.onHand(DENIED, 1);

        assertThat(code(order(shop, owner(), offered, 1))).isEqualTo("stock-insufficient");
        assertThat(quotes(shop).get(owner(), offered.id()).orElseThrow().status())
                .isEqualTo(Status.OFFERED);
    }

    @OnEveryDatabase
    void theTwoSidesDoTheirOwnStepsOnlyAndOthersSeeNothing(Database database) {
        Shop shop = Shop.open(database);
        Quote quote = asked(shop);
        QuoteId none = new QuoteId("none");
        Caller otherVendor = with(new Grant(Function.QUOTE_ANSWER, Scope.of(new VendorId("dental"))));
        for (Caller caller : List.of(foreigner(), otherVendor)) {
            Refusal unknown = refusal(quotes(shop).get(caller, none));
            assertThat(refusal(quotes(shop).get(caller, quote.id()))).isEqualTo(unknown);
            assertThat(refusal(quotes(shop).comment(caller, Optional.empty(), quote.id(), "x")))
                    .isEqualTo(unknown);
            assertThat(refusal(quotes(shop).decline(caller, Optional.empty(), quote.id(), Optional.empty())))
                    .isEqualTo(unknown);
            assertThat(refusal(order(shop, caller, quote, 1))).isEqualTo(unknown);
            assertThat(quotes(shop)
                            .find(
                                    caller,
                                    new Quotes.Query(Optional.empty(), Optional.empty(), Optional.empty(), false),
                                    PageRequest.first(5))
                            .orElseThrow()
                            .items())
                    .isEmpty();
        }
        assertThat(code(quotes(shop).get(stranger(), quote.id()))).isEqualTo("token-missing");
        assertThat(code(quotes(shop)
                        .offer(
                                owner(),
                                Optional.empty(),
                                quote.id(),
                                Optional.empty(),
                                List.of(),
                                Optional.of(today(shop)),
                                Optional.empty())))
                .isEqualTo("right-missing");
        assertThat(code(quotes(shop).withdraw(owner(), Optional.empty(), quote.id(), Optional.empty(), "No")))
                .isEqualTo("right-missing");
        assertThat(code(quotes(shop).decline(staff(), Optional.empty(), quote.id(), Optional.empty())))
                .isEqualTo("right-missing");
        Caller blind = with(CUSTOMER.id(), new Grant(Function.CART_EDIT, Scope.of(CUSTOMER.id())));
        assertThat(code(quotes(shop).get(blind, quote.id()))).isEqualTo("right-missing");
    }

    @OnEveryDatabase
    void whatStaffOfferIsChecked(Database database) {
        Shop shop = Shop.open(database);
        Quote quote = asked(shop);

        assertThat(code(offer(shop, quote, "NOK 80", today(shop).minusDays(1)))).isEqualTo("validity-invalid");
        assertThat(code(offer(shop, quote, "NOK 80", today(shop).plusDays(366))))
                .isEqualTo("validity-invalid");
        assertThat(code(offer(shop, quote, "NOK -1", today(shop)))).isEqualTo("price-invalid");
        assertThat(code(offer(shop, quote, "NOK 1.00001", today(shop)))).isEqualTo("price-invalid");
        assertThat(code(offer(shop, quote, "SEK 80", today(shop)))).isEqualTo("price-invalid");
        QuotedLine twice = new QuotedLine(quote.lines().get(0).id(), BigMoney.of(CurrencyUnit.of("NOK"), 1));
        assertThat(code(quotes(shop)
                        .offer(
                                staff(),
                                Optional.empty(),
                                quote.id(),
                                Optional.of(quote.version()),
                                List.of(twice, twice),
                                Optional.of(today(shop)),
                                Optional.empty())))
                .isEqualTo("line-unknown");
        assertThat(code(quotes(shop)
                        .offer(
                                staff(),
                                Optional.empty(),
                                quote.id(),
                                Optional.of(quote.version() + 1),
                                List.of(),
                                Optional.of(today(shop)),
                                Optional.empty())))
                .isEqualTo("version-changed");
        assertThat(quotes(shop).get(owner(), quote.id()).orElseThrow()).isEqualTo(quote);
    }

    @OnEveryDatabase
    void aDeclinedOrWithdrawnQuoteIsClosedUntilItIsAskedForAgain(Database database) {
        Shop shop = Shop.open(database);
        Quote quote = asked(shop);
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("decline"));
        quotes(shop).decline(owner(), key, quote.id(), Optional.empty()).orElseThrow();
        assertThat(quotes(shop)
                        .decline(owner(), key, quote.id(), Optional.empty())
                        .orElseThrow()
                        .status())
                .isEqualTo(Status.DECLINED);
        assertThat(code(offer(shop, quote, "NOK 80", today(shop)))).isEqualTo("quote-closed");
        quotes(shop)
                .askAgain(owner(), Optional.empty(), quote.id(), Optional.empty())
                .orElseThrow();
        assertThat(code(quotes(shop).askAgain(owner(), Optional.empty(), quote.id(), Optional.empty())))
                .isEqualTo("quote-open");
        Quote withdrawn = quotes(shop)
                .withdraw(staff(), Optional.empty(), quote.id(), Optional.empty(), "Sold out for good.")
                .orElseThrow();
        assertThat(withdrawn.status()).isEqualTo(Status.WITHDRAWN);
        assertThat(withdrawn.comments())
                .last()
                .matches(comment -> comment.staff() && comment.text().equals("Sold out for good."));
        assertThat(code(quotes(shop).comment(owner(), Optional.empty(), quote.id(), "Why?")))
                .isEqualTo("quote-closed");
    }
}

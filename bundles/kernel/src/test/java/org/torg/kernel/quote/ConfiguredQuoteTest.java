package org.torg.kernel.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Callers.staff;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.BACKORDERED;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.NOK;
import static org.torg.kernel.fixture.Shop.UNTRACKED;
import static org.torg.kernel.fixture.Shop.checkout;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Condition;
import org.torg.api.configurator.Configuration;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Yield;
import org.torg.api.order.Order;
import org.torg.api.order.OrderLine;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectLists.NewLine;
import org.torg.api.quote.Quote;
import org.torg.api.quote.Quote.QuotedLine;
import org.torg.api.quote.Quote.Status;
import org.torg.api.upload.UploadId;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.fixture.Splint;

/** Configured articles on project lists, and what is offered for them. */
class ConfiguredQuoteTest {

    private static Shop shop(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().configurator.model(Splint.whole("white", "black"));
        return shop;
    }

    private static Shop ofDevices(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().configurator.model(Splint.device("white", "black"));
        return shop;
    }

    private static NewLine configured(int quantity, Answers answers) {
        return new NewLine(UNTRACKED, quantity, Optional.of(answers), Optional.empty());
    }

    private static NewLine plain(int quantity) {
        return new NewLine(DENIED, quantity, Optional.empty(), Optional.empty());
    }

    private static Outcome<ProjectList> list(Shop shop, NewLine... lines) {
        return shop.kernel()
                .projectLists
                .create(owner(), Optional.empty(), Optional.empty(), "Surgery", List.of(lines));
    }

    private static Outcome<Quote> ask(Shop shop, ProjectList list) {
        return shop.kernel().quotes.request(owner(), Optional.empty(), list.id(), Optional.empty(), Optional.empty());
    }

    private static Quote offer(Shop shop, Quote quote, String... prices) {
        List<QuotedLine> quoted = new ArrayList<>();
        for (int i = 0; i < prices.length; i++) {
            quoted.add(new QuotedLine(quote.lines().get(i).id(), BigMoney.parse(prices[i])));
        }
        return shop.kernel()
                .quotes
                .offer(
                        staff(),
                        Optional.empty(),
                        quote.id(),
                        Optional.empty(),
                        quoted,
                        Optional.empty(),
                        Optional.empty())
                .orElseThrow();
    }

    private static Outcome<Order> order(Shop shop, Quote quote, int offer) {
        return shop.kernel()
                .quotes
                .order(owner(), Optional.empty(), quote.id(), offer, checkout(new PriceAgreement.Current()));
    }

    private static Money of(Order order, LineId bought) {
        return order.lines().stream()
                .filter(line -> line.bought().equals(bought))
                .map(OrderLine::net)
                .reduce(Money.zero(NOK), Money::plus);
    }

    @OnEveryDatabase
    @Tag("L18")
    void aConfiguredArticleIsKeptWithItsAnswersAndChangedLater(Database database) {
        Shop shop = ofDevices(database);
        ProjectList list = list(shop, plain(2), configured(3, Splint.SMALL)).orElseThrow();
        LineId line = list.lines().get(1).id();

        assertThat(list.lines().get(1).configuration().map(Configuration::answers))
                .contains(Splint.SMALL);
        ProjectList changed = shop.kernel()
                .projectLists
                .change(
                        owner(),
                        Optional.empty(),
                        list.id(),
                        Optional.empty(),
                        line,
                        4,
                        Optional.of(Splint.LARGE),
                        Optional.empty())
                .orElseThrow();
        assertThat(changed.lines().get(1).configuration().map(Configuration::answers))
                .contains(Splint.LARGE);
        assertThat(changed.lines().get(1).quantity()).isEqualTo(4);
        ProjectList kept = shop.kernel()
                .projectLists
                .change(
                        owner(),
                        Optional.empty(),
                        list.id(),
                        Optional.empty(),
                        line,
                        5,
                        Optional.empty(),
                        Optional.empty())
                .orElseThrow();
        assertThat(kept.lines().get(1).configuration().map(Configuration::answers))
                .contains(Splint.LARGE);
    }

    @OnEveryDatabase
    @Tag("D15")
    @Tag("D16")
    void nothingAboutARecipientAndNoFileStandsOnAList(Database database) {
        Shop shop = shop(database);

        Refusal refusal = refusal(list(
                shop,
                configured(1, Splint.forPatient("Kari Nordmann")),
                configured(1, Splint.LARGE.with("size", new Answer.Uploaded(List.of(new UploadId("u"))))),
                configured(1, Splint.LARGE.with("shoe-size", Answer.chosen("44"))),
                new NewLine(DENIED, 1, Optional.of(Splint.LARGE), Optional.empty())));

        assertThat(refusal.details())
                .extracting(detail -> detail.field() + " " + detail.code())
                .containsExactlyInAnyOrder(
                        "/lines/0/answers/case answer-about-recipient",
                        "/lines/0/answers/ready answer-about-recipient",
                        "/lines/0/answers/notes answer-about-recipient",
                        "/lines/1/answers/size answer-with-file",
                        "/lines/2/answers/shoe-size question-unknown",
                        "/lines/3/answers configuration-none");
        assertThat(refusal.toString()).doesNotContain("Kari");
    }

    @OnEveryDatabase
    @Tag("L19")
    void thePartsOfAConfiguredLineCostWhatWasOfferedForIt(Database database) {
        Shop shop = ofDevices(database);
        ProjectList list = list(shop, configured(3, Splint.LARGE), plain(2)).orElseThrow();
        Quote quote = ask(shop, list).orElseThrow();

        Quote offered = offer(shop, quote, "NOK 199.9933", "NOK 80");
        shop.price(BACKORDERED, "999");
        Order order = order(shop, offered, 1).orElseThrow();

        // Three of one article and six of the other, at 199.9933 each together: a third of the list price off.
        assertThat(order.lines()).extracting(OrderLine::sku).containsExactly(DENIED, BACKORDERED, DENIED);
        assertThat(of(order, quote.lines().get(0).id())).isEqualTo(Money.parse("NOK 599.98"));
        assertThat(of(order, quote.lines().get(1).id())).isEqualTo(Money.parse("NOK 160.00"));
        assertThat(order.lines().get(0).net()).isEqualTo(Money.parse("NOK 199.99"));
        assertThat(order.lines().get(1).net()).isEqualTo(Money.parse("NOK 399.99"));
        assertThat(order.agreedBy()).isEqualTo(Order.AgreedBy.QUOTE);
        assertThat(order.price()).isEqualTo(offered.offer().orElseThrow().price());
        assertThat(order.details().get(0).configuration().map(Configuration::answers))
                .contains(Splint.LARGE);
        assertThat(order.price().trace())
                .filteredOn(entry -> entry.rule().equals("quote"))
                .extracting(entry -> entry.message().key())
                .containsExactly("price.quoted", "price.quoted-part", "price.quoted-part");
    }

    @OnEveryDatabase
    @Tag("L19")
    void withoutAnOfferAConfiguredLineGoesAtTheAccountsOwnPrice(Database database) {
        Shop shop = ofDevices(database);
        Quote quote =
                ask(shop, list(shop, configured(1, Splint.LARGE)).orElseThrow()).orElseThrow();

        Quote offered = offer(shop, quote);

        // Three articles at 100.00, silver.
        Money own = offered.offer().orElseThrow().price().lines().stream()
                .map(line -> line.net())
                .reduce(Money.zero(NOK), Money::plus);
        assertThat(own).isLessThan(Money.parse("NOK 300.00")).isGreaterThan(Money.parse("NOK 200.00"));
        assertThat(of(
                        order(shop, offered, 1).orElseThrow(),
                        quote.lines().get(0).id()))
                .isEqualTo(own);
    }

    @OnEveryDatabase
    @Tag("L14")
    void anIncompleteConfigurationIsCompletedBeforeAQuoteIsAskedFor(Database database) {
        Shop shop = ofDevices(database);
        ProjectList list = list(shop, configured(1, Answers.NONE)).orElseThrow();

        Refusal refusal = refusal(ask(shop, list));

        assertThat(refusal.code()).isEqualTo("configuration-incomplete");
        assertThat(refusal.details()).extracting(Refusal.Detail::field).containsExactly("/lines/0/answers/size");
    }

    @OnEveryDatabase
    @Tag("L19")
    void anOfferIsValidAsLongAsTheVendorsOffersAreAndCanBeAskedForAgain(Database database) {
        Shop shop = ofDevices(database);
        ZoneId oslo = ZoneId.of("Europe/Oslo");
        LocalDate today = LocalDate.ofInstant(shop.clock().now(), oslo);
        Quote quote =
                ask(shop, list(shop, configured(1, Splint.LARGE)).orElseThrow()).orElseThrow();

        Quote offered = offer(shop, quote, "NOK 250");

        assertThat(offered.offer().orElseThrow().validUntil()).isEqualTo(today.plusDays(30));
        shop.clock()
                .move(Duration.between(
                        shop.clock().now(),
                        today.plusDays(31).atStartOfDay(oslo).toInstant()));
        assertThat(code(order(shop, offered, 1))).isEqualTo("quote-expired");
        Quote again = shop.kernel()
                .quotes
                .askAgain(owner(), Optional.empty(), quote.id(), Optional.empty())
                .orElseThrow();
        assertThat(again.status()).isEqualTo(Status.REQUESTED);
        assertThat(again.lines()).isEqualTo(quote.lines());
        Quote renewed = offer(shop, again, "NOK 260");
        assertThat(of(
                        order(shop, renewed, 2).orElseThrow(),
                        quote.lines().get(0).id()))
                .isEqualTo(Money.parse("NOK 260.00"));
    }

    @OnEveryDatabase
    void whatIsMadeOtherwiseSinceIsNotOrderedAtTheOldOffer(Database database) {
        Shop shop = ofDevices(database);
        Quote offered = offer(
                shop,
                ask(shop, list(shop, configured(1, Splint.LARGE)).orElseThrow()).orElseThrow(),
                "NOK 250");
        ConfigurationModel model = Splint.device("white");
        shop.kernel()
                .configurator
                .model(new ConfigurationModel(
                        model.product(),
                        model.stages(),
                        List.of(),
                        List.of(Yield.of(Condition.ALWAYS, DENIED.value())),
                        List.of(),
                        List.of()));

        assertThat(code(order(shop, offered, 1))).isEqualTo("quote-mismatch");
        assertThat(shop.kernel().quotes.get(owner(), offered.id()).orElseThrow().status())
                .isEqualTo(Status.OFFERED);
    }
}

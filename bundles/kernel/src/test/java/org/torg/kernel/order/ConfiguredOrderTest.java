package org.torg.kernel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.BACKORDERED;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.UNTRACKED;
import static org.torg.kernel.fixture.Shop.checkout;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.torg.api.IdempotencyKey;
import org.torg.api.Refusal;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.order.Order;
import org.torg.api.order.Order.LineDetail;
import org.torg.api.order.OrderLine;
import org.torg.api.order.PlaceOrder;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.LineId;
import org.torg.api.pricing.Phase;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.PricedCart.PricedLine;
import org.torg.api.pricing.TraceEntry;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.fixture.Splint;
import org.torg.kernel.pricing.TraceReplay;

/** A configured line is priced, promised and delivered as what it yields, and understood for ever. */
@Tag("D13")
@Tag("H26")
class ConfiguredOrderTest {

    private static final PriceAgreement CURRENT = new PriceAgreement.Current();

    private static Shop shop(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().configurator.model(Splint.device("white", "black"));
        return shop;
    }

    private static PriceRequest.Line configured(String id, int quantity, Answers answers) {
        return new PriceRequest.Line(new LineId(id), UNTRACKED, quantity, Optional.of(answers), Optional.empty());
    }

    private static PlaceOrder order(PriceAgreement prices, PriceRequest.Line... lines) {
        return new PlaceOrder(Optional.empty(), Optional.empty(), Arrays.asList(lines), checkout(prices));
    }

    private static PriceRequest request(PriceRequest.Line... lines) {
        return new PriceRequest(
                Optional.empty(), Optional.empty(), Arrays.asList(lines), Optional.empty(), Optional.empty());
    }

    private static Order place(Shop shop, PriceRequest.Line... lines) {
        return shop.orders()
                .place(owner(), Optional.empty(), order(CURRENT, lines))
                .orElseThrow();
    }

    @OnEveryDatabase
    void aConfiguredLineIsOrderedAsItsParts(Database database) {
        Shop shop = shop(database);

        Order placed = place(shop, new PriceRequest.Line(new LineId("a"), DENIED, 1), configured("b", 3, Splint.LARGE));

        assertThat(placed.lines())
                .extracting(line -> line.id().value() + " " + line.sku() + " " + line.ordered() + " "
                        + line.partOf().map(LineId::value).orElse("-"))
                .containsExactly("a " + DENIED + " 1 -", "b.1 " + DENIED + " 3 b", "b.2 " + BACKORDERED + " 6 b");
        assertThat(placed.price().lines())
                .extracting(PricedLine::bought)
                .extracting(LineId::value)
                .containsExactly("a", "b", "b");
        assertThat(shop.stock(DENIED).reserved()).isEqualTo(4);
        assertThat(shop.stock(BACKORDERED).reserved()).isEqualTo(6);
        assertThat(shop.orders().get(owner(), placed.id()).orElseThrow()).isEqualTo(placed);
    }

    @OnEveryDatabase
    void anOrderTellsHowItWasConfiguredAlsoWhenTheVendorHasAnotherModel(Database database) {
        Shop shop = shop(database);
        Order placed = place(shop, configured("b", 2, Splint.LARGE));
        ConfigurationModel then = Splint.device("white", "black");
        shop.kernel().configurator.model(Splint.device("green"));

        Order read = shop.orders().get(owner(), placed.id()).orElseThrow();

        LineDetail detail = read.details().get(0);
        assertThat(detail.line()).isEqualTo(new LineId("b"));
        assertThat(detail.sku()).isEqualTo(UNTRACKED);
        assertThat(detail.quantity()).isEqualTo(2);
        assertThat(detail.configuration().orElseThrow().answers().to("size")).contains(Answer.chosen("large"));
        assertThat(shop.orders().models(owner(), placed.id()).orElseThrow()).containsExactly(then);
        assertThat(shop.kernel().node().orders.models(owner(), placed.id()).orElseThrow())
                .containsExactly(then);
    }

    @OnEveryDatabase
    void theTraceExplainsPartsAndGivesTheAmounts(Database database) {
        Shop shop = shop(database);

        Order placed = place(shop, configured("b", 1, Splint.LARGE));

        List<TraceEntry> listed = placed.price().trace().stream()
                .filter(entry -> entry.phase() == Phase.LIST)
                .toList();
        assertThat(listed).hasSize(2).allMatch(entry -> entry.message().key().equals("price.list-part"));
        assertThat(TraceReplay.replay(placed.price().currency(), placed.price().trace())
                        .differences())
                .isEmpty();
    }

    @OnEveryDatabase
    void whatWasShownIsOrderedAndNothingElse(Database database) {
        Shop shop = shop(database);
        var shown = shop.kernel()
                .prices
                .price(owner(), request(configured("b", 2, Splint.LARGE)))
                .orElseThrow();
        shop.price(BACKORDERED, "777.00");
        PriceAgreement agreed = new PriceAgreement.Snapshot(shown.snapshot());

        assertThat(code(shop.orders()
                        .place(owner(), Optional.empty(), order(agreed, configured("b", 2, Splint.SMALL)))))
                .isEqualTo("snapshot-mismatch");
        assertThat(code(shop.orders()
                        .place(owner(), Optional.empty(), order(agreed, configured("b", 3, Splint.LARGE)))))
                .isEqualTo("snapshot-mismatch");
        Order placed = shop.orders()
                .place(owner(), Optional.empty(), order(agreed, configured("b", 2, Splint.LARGE)))
                .orElseThrow();
        assertThat(placed.price()).isEqualTo(shown.priced());
        Money parts =
                placed.lines().stream().map(OrderLine::net).reduce(Money::plus).orElseThrow();
        assertThat(parts)
                .isEqualTo(placed.price().lines().stream()
                        .map(PricedLine::net)
                        .reduce(Money::plus)
                        .orElseThrow());
    }

    @OnEveryDatabase
    void whatIsMissingAndWhatDoesNotFitIsNamedByLineAndQuestion(Database database) {
        Shop shop = shop(database);
        PriceRequest.Line plain = new PriceRequest.Line(new LineId("a"), DENIED, 1);

        Refusal incomplete = refusal(shop.orders()
                .place(owner(), Optional.empty(), order(CURRENT, plain, configured("b", 1, Answers.NONE))));
        assertThat(incomplete.code()).isEqualTo("configuration-incomplete");
        assertThat(incomplete.details()).extracting(Refusal.Detail::field).containsExactly("/lines/1/answers/size");

        Refusal conflict = refusal(shop.orders()
                .place(
                        owner(),
                        Optional.empty(),
                        order(
                                CURRENT,
                                plain,
                                configured("b", 1, Splint.SMALL.with("colour", Answer.chosen("black"))))));
        assertThat(conflict.code()).isEqualTo("configuration-conflicts");
        assertThat(conflict.details().get(0).message().english()).contains("not made in black");

        assertThat(code(shop.kernel().prices.price(owner(), request(configured("b", 1, Answers.NONE)))))
                .isEqualTo("configuration-incomplete");
        assertThat(code(shop.kernel()
                        .prices
                        .price(
                                owner(),
                                request(new PriceRequest.Line(
                                        new LineId("a"), DENIED, 1, Optional.of(Splint.LARGE), Optional.empty())))))
                .isEqualTo("configuration-none");
        assertThat(code(shop.kernel().prices.price(owner(), request(configured("b".repeat(33), 1, Splint.LARGE)))))
                .isEqualTo("line-id-invalid");
        assertThat(code(shop.kernel()
                        .prices
                        .price(
                                owner(),
                                request(
                                        configured("b", 1, Splint.LARGE),
                                        new PriceRequest.Line(new LineId("b.2"), DENIED, 1)))))
                .isEqualTo("line-duplicate");
        assertThat(code(shop.kernel().prices.price(owner(), request(configured("b", 100_000, Splint.LARGE)))))
                .isEqualTo("quantity-invalid");
    }

    @OnEveryDatabase
    void stockThatIsMissingIsNamedByTheLineThatYieldsIt(Database database) {
        Shop shop = shop(database);

        Refusal refusal = refusal(shop.orders()
                .place(
                        owner(),
                        Optional.empty(),
                        order(
                                CURRENT,
                                new PriceRequest.Line(new LineId("a"), BACKORDERED, 1),
                                configured("b", 11, Splint.LARGE))));

        assertThat(refusal.code()).isEqualTo("stock-insufficient");
        assertThat(refusal.details()).extracting(Refusal.Detail::field).containsExactly("/lines/1/quantity");
        assertThat(shop.stock(BACKORDERED).reserved()).isZero();
    }

    @OnEveryDatabase
    @Tag("L62")
    void partsOfOneArticleArePromisedTogetherWithTheTimeThatMakingTakes(Database database) {
        Shop shop = shop(database);

        Order placed = place(shop, configured("b", 1, Splint.LARGE));

        // Monday; the backordered part takes seven working days, making it three more.
        assertThat(placed.lines()).extracting(OrderLine::promised).containsOnly(Optional.of(LocalDate.of(2026, 3, 16)));
    }

    @OnEveryDatabase
    void aConfiguredOrderTakesOneStatementMoreAndOneCommit(Database database) {
        Shop shop = shop(database);
        PlaceOrder command = order(
                CURRENT,
                new PriceRequest.Line(new LineId("a"), DENIED, 1),
                configured("b", 1, Splint.LARGE),
                configured("c", 1, Splint.SMALL));
        shop.orders()
                .place(owner(), Optional.of(new IdempotencyKey("warm")), command)
                .orElseThrow();
        shop.sent().forget();
        shop.orders()
                .place(owner(), Optional.of(new IdempotencyKey("counted")), command)
                .orElseThrow();
        // The session that the HTTP edge looks up is the thirteenth.
        assertThat(shop.sent().statements()).hasSizeLessThanOrEqualTo(12);
        assertThat(shop.sent().commits()).isEqualTo(1);
    }
}

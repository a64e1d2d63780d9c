package org.torg.kernel.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Customers.CUSTOMER;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.NOK;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.Tag;
import org.torg.api.LocalizedText;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.StoreException;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts.NewLine;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.catalog.Variant;
import org.torg.api.configurator.Answers;
import org.torg.api.store.CatalogStore.ProductRow;
import org.torg.api.store.PriceStore;
import org.torg.api.store.PriceStore.PriceRow;
import org.torg.api.vendor.Parameters;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.cart.CartFilling.FilledLine;
import org.torg.kernel.cart.CartFilling.Plan;
import org.torg.kernel.cart.CartFilling.Target;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.fixture.SetClock;
import org.torg.kernel.vendor.VendorRegistry;
import org.torg.vendors.dental.DentalVendor;

/** The dental vendor's own rule in a cart: one splint, beside whatever else there is. */
@Tag("D21")
class OneSplintTest {
    private static final VendorId DENTAL = new VendorId("dental");
    private static final Sku SPLINT = new Sku("SPLINT");
    private static final Sku OTHER_SPLINT = new Sku("OTHER-SPLINT");
    private static final Sku VINGE = new Sku("SK-VINGE");
    private static final Sku BOXES = new Sku("BOXES");

    private static Kernel laboratory(Database database) {
        database.clean();
        Vendor dental = new DentalVendor("1.0.0");
        Kernel kernel = new Kernel(database, new SetClock(), dental);
        List<ProductRow> products = List.of(
                product(SPLINT, "splint", "splints"),
                product(OTHER_SPLINT, "other", "splints/other"),
                product(VINGE, "vinge", "splints"),
                product(BOXES, "boxes", "supplies"));
        kernel.transactions.change(tx -> {
            kernel.stores.modules().publish(tx, VendorRegistry.alone(dental), 0, Optional.empty());
            kernel.stores.accounts().insert(tx, CUSTOMER);
            kernel.stores.catalog().upsert(tx, DENTAL, products);
            kernel.stores
                    .prices()
                    .stage(
                            tx,
                            DENTAL,
                            "first",
                            products.stream()
                                    .map(product -> row(product.variant().sku()))
                                    .toList());
            kernel.stores.prices().activate(tx, DENTAL, "first", kernel.clock.now());
        });
        dental.configurations(new Parameters(NOK, Map.of())).stream()
                .filter(model -> model.product().equals("vinge"))
                .forEach(kernel.configurator::model);
        return kernel;
    }

    private static ProductRow product(Sku sku, String product, String category) {
        LocalizedText name = LocalizedText.of("nb", product);
        return new ProductRow(
                new Variant(
                        DENTAL,
                        sku,
                        product,
                        name,
                        name,
                        category,
                        "Dvale",
                        Optional.empty(),
                        "standard",
                        BigDecimal.ONE,
                        false,
                        StockPolicy.UNTRACKED,
                        7,
                        Map.of()),
                name,
                Optional.empty());
    }

    private static PriceRow row(Sku sku) {
        return new PriceRow(
                sku,
                PriceStore.STANDARD_LIST,
                Optional.empty(),
                Optional.empty(),
                1,
                BigMoney.of(NOK, 100),
                Optional.empty(),
                Optional.empty());
    }

    private static CartId cart(Kernel kernel) {
        return kernel.carts
                .create(owner(), Optional.empty(), Optional.of(DENTAL))
                .orElseThrow()
                .id();
    }

    private static Outcome<Cart> add(Kernel kernel, CartId id, Sku sku, int quantity) {
        return kernel.carts.addLine(owner(), Optional.empty(), id, sku, quantity);
    }

    @OnEveryDatabase
    void aSecondSplintIsRefusedAndTheFirstStays(Database database) {
        Kernel kernel = laboratory(database);
        CartId id = cart(kernel);
        Cart one = add(kernel, id, SPLINT, 1).orElseThrow();

        Refusal same = refusal(add(kernel, id, SPLINT, 1));
        Refusal other = refusal(add(kernel, id, OTHER_SPLINT, 1));
        Refusal unanswered = refusal(kernel.carts.addLine(
                owner(), Optional.empty(), id, new NewLine(VINGE, 1, Optional.of(Answers.NONE), Optional.empty())));
        Refusal raised = refusal(kernel.carts.changeLine(
                owner(),
                Optional.empty(),
                id,
                Optional.empty(),
                one.lines().get(0).id(),
                2));

        assertThat(List.of(same, other, unanswered, raised))
                .extracting(Refusal::code)
                .containsOnly("one-splint-only");
        assertThat(same.message().key()).isEqualTo("dental.objection.one-splint");
        assertThat(kernel.carts.get(owner(), id).orElseThrow().cart()).isEqualTo(one);
        Cart more = add(kernel, id, BOXES, 3).orElseThrow();
        assertThat(more.lines()).extracting(Cart.Line::sku).containsExactly(SPLINT, BOXES);
        assertThat(kernel.carts
                        .changeLine(
                                owner(),
                                Optional.empty(),
                                id,
                                Optional.empty(),
                                more.lines().get(1).id(),
                                5)
                        .isDone())
                .isTrue();
        assertThat(kernel.carts.get(owner(), id).orElseThrow().objections()).isEmpty();
    }

    @OnEveryDatabase
    void ofTwoSplintsAtTheSameTimeOneIsTakenWhateverTheNode(Database database) {
        Kernel kernel = laboratory(database);
        List<Kernel> nodes = List.of(kernel, new Kernel(database, kernel.clock, new DentalVendor("1.0.0")));
        for (int round = 0; round < 10; round++) {
            CartId id = cart(kernel);

            List<Outcome<Cart>> answers =
                    Parallel.run(4, caller -> add(nodes.get(caller % 2), id, caller < 2 ? SPLINT : OTHER_SPLINT, 1));

            assertThat(answers).filteredOn(Outcome::isDone).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !answer.isDone())
                    .extracting(answer -> refusal(answer).code())
                    .containsOnly("one-splint-only");
            Cart cart = kernel.carts.get(owner(), id).orElseThrow().cart();
            assertThat(cart.lines()).hasSize(1);
            assertThat(cart.lines().get(0).quantity()).isEqualTo(1);
        }
    }

    @OnEveryDatabase
    void aSplintThatCameWhileManyLinesWereJudgedIsSeenWhenTheyAreJudgedAnew(Database database) {
        Kernel kernel = laboratory(database);
        CartId id = cart(kernel);
        Target into = new Target.Into(id, Optional.empty());
        Plan plan = kernel.filling
                .plan(owner(), into, List.of(line(SPLINT, 1), line(BOXES, 1)))
                .orElseThrow();
        add(kernel, id, OTHER_SPLINT, 1).orElseThrow();

        assertThatThrownBy(() -> kernel.transactions.write(tx -> kernel.filling.carryOut(tx, plan)))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.CONFLICT));

        Plan anew = kernel.filling
                .plan(owner(), into, List.of(line(SPLINT, 1), line(BOXES, 1)))
                .orElseThrow();
        assertThat(anew.lines()).extracting(judged -> judged.content().isDone()).containsExactly(false, true);
    }

    @OnEveryDatabase
    void ofManyLinesTheFirstSplintIsTakenAndEachOtherToldOf(Database database) {
        Kernel kernel = laboratory(database);

        Plan plan = kernel.filling
                .plan(
                        owner(),
                        new Target.Anew(Optional.of(DENTAL)),
                        List.of(
                                line(BOXES, 1),
                                line(SPLINT, 1),
                                line(OTHER_SPLINT, 1),
                                line(SPLINT, 1),
                                line(BOXES, 2)))
                .orElseThrow();
        List<FilledLine> filled = kernel.transactions
                .write(tx -> kernel.filling.carryOut(tx, plan))
                .lines();

        assertThat(filled)
                .extracting(one -> one.line() instanceof Outcome.Refused<?> refused
                        ? refused.refusal().code()
                        : "done")
                .containsExactly("done", "done", "one-splint-only", "one-splint-only", "done");
    }

    /** What broke the rule already does not stand in the way of putting it right. */
    @OnEveryDatabase
    void whileTheVendorIsAwayNothingIsJudgedAndLaterItCanBePutRight(Database database) {
        Kernel kernel = laboratory(database);
        CartId id = cart(kernel);
        add(kernel, id, SPLINT, 1).orElseThrow();
        kernel.registry.gap(DENTAL);
        assertThat(kernel.carts.get(owner(), id).orElseThrow().quotation()).isEmpty();
        Outcome<Cart> three = kernel.carts.changeLine(
                owner(),
                Optional.empty(),
                id,
                Optional.empty(),
                kernel.carts
                        .get(owner(), id)
                        .orElseThrow()
                        .cart()
                        .lines()
                        .get(0)
                        .id(),
                3);
        assertThat(three.isDone()).isTrue();

        Kernel again = new Kernel(database, kernel.clock, new DentalVendor("1.0.0"));

        assertThat(again.carts.get(owner(), id).orElseThrow().objections()).hasSize(1);
        assertThat(add(again, id, BOXES, 1).isDone()).isTrue();
        assertThat(again.carts
                        .changeLine(
                                owner(),
                                Optional.empty(),
                                id,
                                Optional.empty(),
                                three.orElseThrow().lines().get(0).id(),
                                1)
                        .isDone())
                .isTrue();
        assertThat(again.carts.get(owner(), id).orElseThrow().objections()).isEmpty();
    }

    private static NewLine line(Sku sku, int quantity) {
        return new NewLine(sku, quantity, Optional.empty(), Optional.empty());
    }
}

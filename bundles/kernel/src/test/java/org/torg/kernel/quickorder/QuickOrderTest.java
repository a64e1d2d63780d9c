package org.torg.kernel.quickorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.buyer;
import static org.torg.kernel.fixture.Callers.foreigner;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Callers.stranger;
import static org.torg.kernel.fixture.Callers.with;
import static org.torg.kernel.fixture.Clinic.NORTH;
import static org.torg.kernel.fixture.Clinic.SOUTH;
import static org.torg.kernel.fixture.Clinic.at;
import static org.torg.kernel.fixture.Customers.CUSTOMER;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.BULKY;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.UNTRACKED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.torg.api.IdempotencyKey;
import org.torg.api.LocalizedText;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts.CartQuery;
import org.torg.api.cart.Carts.NewLine;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.catalog.Variant;
import org.torg.api.configurator.Configuration;
import org.torg.api.order.OrderId;
import org.torg.api.order.PriceAgreement;
import org.torg.api.quickorder.QuickOrders;
import org.torg.api.quickorder.QuickOrders.Filled;
import org.torg.api.quickorder.QuickOrders.Source;
import org.torg.api.quickorder.QuickOrders.Target;
import org.torg.api.quickorder.Report;
import org.torg.api.quickorder.Report.Row;
import org.torg.api.quote.ProjectList;
import org.torg.api.store.CatalogStore.ProductRow;
import org.torg.kernel.fixture.Clinic;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.fixture.Splint;

/** Orders by article number: what can be added is, and of each row it is said what became of it. */
@Tag("L20")
@Tag("L21")
class QuickOrderTest {

    private static final Target NEW = new Target.NewCart(Optional.empty());

    private static Source text(String... rows) {
        return new Source.Text(String.join("\n", rows));
    }

    private static QuickOrders orders(Shop shop) {
        return shop.kernel().quickOrders;
    }

    private static Report check(Shop shop, Source source) {
        return orders(shop).check(owner(), Optional.empty(), source, false).orElseThrow();
    }

    private static Outcome<Filled> fill(Shop shop, Target target, Source source) {
        return orders(shop).fill(owner(), Optional.empty(), target, source, false);
    }

    /** Number, state, how many are added, and what is said. */
    private static List<String> told(Report report) {
        return report.rows().stream()
                .map(row -> row.number() + " " + row.state().name().toLowerCase(Locale.ROOT)
                        + row.ordered().map(many -> " " + many).orElse("")
                        + row.notes().stream().map(note -> " " + note.code()).collect(Collectors.joining()))
                .toList();
    }

    private static Cart cart(Shop shop, CartId id) {
        return shop.carts().get(owner(), id).orElseThrow().cart();
    }

    private static List<String> goods(Cart cart) {
        return cart.lines().stream()
                .map(line -> line.sku().value() + " " + line.quantity())
                .toList();
    }

    @OnEveryDatabase
    void eachRowIsToldOfAndNothingIsLost(Database database) {
        Shop shop = Shop.open(database);
        Source rows = text(
                "Varenr;Antall;Merknad",
                "DENY-10;10,0;kontor",
                "NOPE-1;2;gang",
                "deny-10;2",
                ";4",
                "BULKY-1000;",
                "BULKY-1000;2,5",
                "BULKY-1000;0",
                "BULKY-1000;1 000",
                "BULKY-1000;100001",
                "1,2E+05;3",
                "=1+1;3",
                "BULKY-1000;5 stk.");

        Report report = check(shop, rows);
        Filled filled = fill(shop, NEW, rows).orElseThrow();

        assertThat(told(report))
                .containsExactly(
                        "2 good 12 rows-summed",
                        "3 left_out sku-unknown",
                        "4 merged article-read-as row-merged",
                        "5 left_out article-missing",
                        "6 left_out quantity-missing",
                        "7 left_out quantity-invalid",
                        "8 left_out quantity-invalid",
                        "9 good 1005 rows-summed",
                        "10 left_out quantity-invalid",
                        "11 left_out article-ruined",
                        "12 left_out article-invalid",
                        "13 merged row-merged");
        assertThat(report.left()).isEqualTo(8);
        assertThat(report.rows()).extracting(Row::typed).contains(List.of("NOPE-1", "2", "gang"), List.of("=1+1", "3"));
        assertThat(report.rows().get(0).quantity()).contains(10);
        assertThat(report.rows().get(2).with()).contains(2L);
        assertThat(filled.report()).isEqualTo(report);
        assertThat(goods(cart(shop, filled.cart().orElseThrow()))).containsExactly("DENY-10 12", "BULKY-1000 1005");
    }

    @OnEveryDatabase
    void aQuantityThatMayBeReadInTwoWaysIsAskedAbout(Database database) {
        Shop shop = Shop.open(database);

        assertThat(told(check(shop, text("DENY-10;1.250", "BULKY-1000;3"))))
                .containsExactly("1 left_out quantity-ambiguous", "2 good 3");
        assertThat(told(check(shop, text("DENY-10;1.250", "BULKY-1000;3,0"))))
                .containsExactly("1 good 1250", "2 good 3");
    }

    @OnEveryDatabase
    void rowsGoIntoACartThatIsThereWithWhatItHas(Database database) {
        Shop shop = Shop.open(database);
        CartId id = shop.carts()
                .create(owner(), Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        shop.carts().addLine(owner(), Optional.empty(), id, DENIED, 3).orElseThrow();

        Filled filled = fill(
                        shop,
                        new Target.IntoCart(id),
                        new Source.Rows(List.of(
                                new Source.Typed("DENY-10", "2"),
                                new Source.Typed("", " "),
                                new Source.Typed("BULKY-1000", "1"),
                                new Source.Typed("DENY-10", "99996"))))
                .orElseThrow();

        // Together with the three that are there these are more than a line may have.
        assertThat(told(filled.report()))
                .containsExactly("1 left_out quantity-invalid", "3 good 1", "4 left_out quantity-invalid");
        assertThat(goods(cart(shop, id))).containsExactly("DENY-10 3", "BULKY-1000 1");
    }

    @OnEveryDatabase
    void whoHasNoGoodRowGetsTheReportAndNoCart(Database database) {
        Shop shop = Shop.open(database);

        Filled filled = fill(shop, NEW, text("NOPE;1")).orElseThrow();

        assertThat(filled.cart()).isEmpty();
        assertThat(told(filled.report())).containsExactly("1 left_out sku-unknown");
        assertThat(shop.carts()
                        .find(owner(), new CartQuery(Optional.empty(), Optional.empty(), PageRequest.first(5)))
                        .orElseThrow()
                        .items())
                .isEmpty();
    }

    @OnEveryDatabase
    void anArticleThatIsConfiguredGoesInOnlyWhenAskedFor(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().configurator.model(Splint.device("white"));
        Source rows = text("MADE-TO-ORDER;1", "MADE-TO-ORDER;2");

        assertThat(told(check(shop, rows)))
                .containsExactly("1 left_out configuration-needed", "2 left_out configuration-needed");
        Filled filled =
                orders(shop).fill(owner(), Optional.empty(), NEW, rows, true).orElseThrow();

        assertThat(told(filled.report()))
                .containsExactly(
                        "1 good 1 configuration-defaults configuration-incomplete",
                        "2 good 2 configuration-defaults configuration-incomplete");
        assertThat(cart(shop, filled.cart().orElseThrow()).lines()).hasSize(2).allMatch(line -> line.configuration()
                .isPresent());
    }

    @OnEveryDatabase
    void anUnknownArticleIsAnsweredWithWhatMayBeMeant(Database database) {
        Shop shop = Shop.open(database);
        assertThat(check(shop, text("DENY-1;1")).rows().get(0).suggestions())
                .as("without an index")
                .isEmpty();
        shop.kernel().indexing.look();

        Report report = check(shop, text("DENY-1;1", "DENI-10;1", "MADE TO ORDER;1", "ZZZZZZZZ;1"));

        assertThat(report.rows().subList(0, 3))
                .allSatisfy(row ->
                        assertThat(row.suggestions()).as(row.typed().toString()).isNotEmpty());
        assertThat(report.rows().get(0).suggestions().get(0).sku()).isEqualTo(DENIED);
        assertThat(report.rows().get(0).suggestions().get(0).name().in(Locale.ENGLISH))
                .isEqualTo("Lamp DENY-10");
    }

    @OnEveryDatabase
    void anEarlierOrderIsOrderedAgainAndWhatIsGoneIsSaid(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().configurator.model(Splint.device("white"));
        CartId first = shop.carts()
                .create(owner(), Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        shop.carts().addLine(owner(), Optional.empty(), first, DENIED, 1).orElseThrow();
        shop.carts()
                .addLine(
                        owner(),
                        Optional.empty(),
                        first,
                        new NewLine(UNTRACKED, 2, Optional.of(Splint.LARGE), Optional.empty()))
                .orElseThrow();
        shop.carts().addLine(owner(), Optional.empty(), first, BULKY, 3).orElseThrow();
        OrderId order = shop.carts()
                .checkout(owner(), Optional.empty(), first, Shop.checkout(new PriceAgreement.Current()))
                .orElseThrow()
                .id();
        database.run("DELETE FROM stock WHERE sku = '" + BULKY.value() + "'");
        database.run("DELETE FROM variant WHERE sku = '" + BULKY.value() + "'");

        Filled filled = fill(shop, NEW, new Source.Earlier(order)).orElseThrow();

        assertThat(told(filled.report())).containsExactly("1 good 1", "2 good 2", "3 left_out sku-unknown");
        Cart cart = cart(shop, filled.cart().orElseThrow());
        assertThat(goods(cart)).containsExactly("DENY-10 1", "MADE-TO-ORDER 2");
        assertThat(cart.lines().get(1).configuration().map(Configuration::answers))
                .contains(Splint.LARGE);
        assertThat(code(orders(shop).check(foreigner(), Optional.empty(), new Source.Earlier(order), false)))
                .isEqualTo("order-not-found");
        assertThat(code(orders(shop)
                        .check(
                                with(CUSTOMER.id(), new Grant(Function.CART_EDIT, Scope.of(CUSTOMER.id()))),
                                Optional.empty(),
                                new Source.Earlier(order),
                                false)))
                .isEqualTo("right-missing");
    }

    @OnEveryDatabase
    @Tag("D16")
    void whatWasOrderedForAPatientComesAgainForNobody(Database database) {
        Clinic clinic = Clinic.open(database);
        Shop shop = clinic.shop();
        shop.kernel().configurator.model(Splint.whole("white"));
        Caller dentist = clinic.signedIn(clinic.person("Dentist", at(NORTH, Role.BUYER)), NORTH);
        RecipientId patient = shop.kernel()
                .recipients
                .add(dentist, Optional.empty(), "Kari Nordmann", Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        CartId first = shop.carts()
                .create(dentist, Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        shop.carts()
                .addLine(
                        dentist,
                        Optional.empty(),
                        first,
                        new NewLine(UNTRACKED, 1, Optional.of(Splint.forPatient("allergic")), Optional.of(patient)))
                .orElseThrow();
        OrderId order = shop.carts()
                .checkout(dentist, Optional.empty(), first, Clinic.checkout(dentist))
                .orElseThrow()
                .id();

        Filled filled = orders(shop)
                .fill(dentist, Optional.empty(), NEW, new Source.Earlier(order), false)
                .orElseThrow();

        assertThat(told(filled.report())).containsExactly("1 good 1 recipient-left-out configuration-incomplete");
        Cart.Line line = shop.carts()
                .get(dentist, filled.cart().orElseThrow())
                .orElseThrow()
                .cart()
                .lines()
                .get(0);
        assertThat(line.recipient()).isEmpty();
        assertThat(line.configuration().map(Configuration::answers)).contains(Splint.LARGE);
        Caller south = clinic.signedIn(clinic.person("South", at(SOUTH, Role.BUYER)), SOUTH);
        assertThat(code(orders(shop).check(south, Optional.empty(), new Source.Earlier(order), false)))
                .isEqualTo("order-not-found");
    }

    @OnEveryDatabase
    void rowsGoOntoAProjectListToo(Database database) {
        Shop shop = Shop.open(database);
        ProjectList list = shop.kernel()
                .projectLists
                .create(buyer(), Optional.empty(), Optional.empty(), "Office")
                .orElseThrow();

        Filled filled = fill(shop, new Target.OntoList(list.id()), text("DENY-10 2", "NOPE 1"))
                .orElseThrow();

        assertThat(filled.list()).contains(list.id());
        assertThat(told(filled.report())).containsExactly("1 good 2", "2 left_out sku-unknown");
        assertThat(shop.kernel()
                        .projectLists
                        .get(owner(), list.id())
                        .orElseThrow()
                        .lines())
                .extracting(line -> line.sku().value() + " " + line.quantity())
                .containsExactly("DENY-10 2");
    }

    @OnEveryDatabase
    void aRepeatUnderTheSameKeyFillsOneCartOnce(Database database) {
        Shop shop = Shop.open(database);
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("quick-1"));

        Filled once =
                orders(shop).fill(owner(), key, NEW, text("DENY-10;2"), false).orElseThrow();
        Filled again =
                orders(shop).fill(owner(), key, NEW, text("DENY-10;2"), false).orElseThrow();

        assertThat(again).isEqualTo(once);
        assertThat(goods(cart(shop, once.cart().orElseThrow()))).containsExactly("DENY-10 2");
        assertThat(code(orders(shop).fill(owner(), key, NEW, text("DENY-10;3"), false)))
                .isEqualTo("idempotency-key-reused");
    }

    @OnEveryDatabase
    void theRowsThatAreLeftOutComeBackAsAFileThatNoSpreadsheetExecutes(Database database) throws IOException {
        Shop shop = Shop.open(database);
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        orders(shop)
                .rejected(owner(), Optional.empty(), text("DENY-10;2", "=cmd();1;+47", "NOPE-1;-1"), false)
                .orElseThrow()
                .writeTo(file);

        assertThat(file.toString(StandardCharsets.UTF_8))
                .isEqualTo("\ufeffarticle;quantity;problem;suggestions;row;typed\r\n"
                        + "'=cmd();1;article-invalid;;2;'=cmd() | 1 | +47\r\n"
                        + "NOPE-1;'-1;sku-unknown;;3;\r\n");
        Report again = check(shop, new Source.File(ByteBuffer.wrap(file.toByteArray())));
        assertThat(told(again)).containsExactly("2 left_out article-invalid", "3 left_out sku-unknown");
    }

    @OnEveryDatabase
    void tenThousandRowsAreJudgedAndAThousandAreAddedInAHandfulOfStatements(Database database) {
        Shop shop = Shop.open(database);
        many(shop, 1_001);
        String all = rows(1_000) + "A-7;1\n".repeat(9_000);
        shop.sent().forget();

        Filled filled = fill(shop, NEW, text(all)).orElseThrow();

        assertThat(shop.sent().statements()).hasSizeLessThanOrEqualTo(12);
        assertThat(cart(shop, filled.cart().orElseThrow()).lines()).hasSize(1_000);
        assertThat(filled.report().rows()).hasSize(10_000);
        Outcome<Filled> full = fill(shop, NEW, text(rows(1_001)));
        assertThat(refusal(full).code()).isEqualTo("cart-full");
        assertThat(code(fill(shop, new Target.IntoCart(filled.cart().orElseThrow()), text("A-1001;1"))))
                .isEqualTo("cart-full");
        assertThat(cart(shop, filled.cart().orElseThrow()).lines()).hasSize(1_000);
    }

    private static String rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "A-" + i + ";" + i + "\n")
                .collect(Collectors.joining());
    }

    private static void many(Shop shop, int count) {
        List<ProductRow> products = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            LocalizedText name = LocalizedText.of("en", "Lamp " + i);
            products.add(new ProductRow(
                    new Variant(
                            LIGHTING,
                            new Sku("A-" + i),
                            "P-A" + i,
                            name,
                            name,
                            "indoor",
                            "Lumo",
                            Optional.empty(),
                            "standard",
                            BigDecimal.ONE,
                            false,
                            StockPolicy.UNTRACKED,
                            7,
                            Map.of()),
                    name,
                    Optional.empty()));
        }
        shop.stores().transactions().change(tx -> shop.stores().catalog().upsert(tx, LIGHTING, products));
    }

    @OnEveryDatabase
    void aForeignCartOrListAnswersAsAnUnknownOneAndStrangersSignIn(Database database) {
        Shop shop = Shop.open(database);
        CartId id = shop.carts()
                .create(owner(), Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        ProjectList list = shop.kernel()
                .projectLists
                .create(buyer(), Optional.empty(), Optional.empty(), "Office")
                .orElseThrow();
        Source rows = text("DENY-10;1");

        assertThat(refusal(orders(shop).fill(foreigner(), Optional.empty(), new Target.IntoCart(id), rows, false)))
                .isEqualTo(refusal(orders(shop)
                        .fill(foreigner(), Optional.empty(), new Target.IntoCart(new CartId("none")), rows, false)));
        assertThat(code(orders(shop).fill(foreigner(), Optional.empty(), new Target.OntoList(list.id()), rows, false)))
                .isEqualTo("project-list-not-found");
        assertThat(code(orders(shop).check(stranger(), Optional.empty(), rows, false)))
                .isEqualTo("token-missing");
        assertThat(code(orders(shop)
                        .check(
                                with(CUSTOMER.id(), new Grant(Function.ORDER_READ, Scope.of(CUSTOMER.id()))),
                                Optional.empty(),
                                rows,
                                false)))
                .isEqualTo("right-missing");
    }

    @OnEveryDatabase
    void ofTheFileNothingIsKeptButArticlesAndQuantities(Database database) {
        Shop shop = Shop.open(database);

        fill(shop, NEW, text("DENY-10;2;Kari Nordmann", "NOPE;1;Ola Nordmann")).orElseThrow();

        assertThat(database.texts()).isNotEmpty().noneMatch(text -> text.contains("Nordmann"));
    }
}

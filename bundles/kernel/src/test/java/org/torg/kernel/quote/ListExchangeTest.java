package org.torg.kernel.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.foreigner;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Clinic.NORTH;
import static org.torg.kernel.fixture.Clinic.at;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.UNTRACKED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.torg.api.IdempotencyKey;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Role;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts;
import org.torg.api.configurator.Configuration;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.quote.ProjectList;
import org.torg.api.quote.ProjectListId;
import org.torg.api.quote.ProjectLists;
import org.torg.api.quote.ProjectLists.CartFilled;
import org.torg.api.quote.ProjectLists.ListFilled;
import org.torg.api.quote.ProjectLists.NewLine;
import org.torg.kernel.fixture.Clinic;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.fixture.Splint;

/** From lists into carts and back. */
@Tag("L17")
@Tag("L20")
class ListExchangeTest {

    private static ProjectLists lists(Shop shop) {
        return shop.kernel().projectLists;
    }

    private static NewLine line(int quantity) {
        return new NewLine(DENIED, quantity, Optional.empty(), Optional.empty());
    }

    private static final NewLine CONFIGURED =
            new NewLine(UNTRACKED, 2, Optional.of(Splint.LARGE), Optional.of("Room 4"));

    private static ProjectList list(Shop shop, NewLine... lines) {
        return lists(shop)
                .create(owner(), Optional.empty(), Optional.empty(), "Surgery", List.of(lines))
                .orElseThrow();
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
    void linesGoIntoANewCartOrAGivenOneAndTheListStays(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().configurator.model(Splint.device("white"));
        ProjectList list = list(shop, line(1), CONFIGURED, line(3));

        CartFilled filled = lists(shop)
                .fillCart(owner(), Optional.empty(), list.id(), List.of(), Optional.empty())
                .orElseThrow();

        assertThat(goods(cart(shop, filled.cart()))).containsExactly("DENY-10 4", "MADE-TO-ORDER 2");
        assertThat(cart(shop, filled.cart()).lines().get(1).configuration().map(Configuration::answers))
                .contains(Splint.LARGE);
        assertThat(filled.lines()).allMatch(line -> line.to().isPresent());
        CartFilled more = lists(shop)
                .fillCart(
                        owner(),
                        Optional.empty(),
                        list.id(),
                        List.of(list.lines().get(2).id()),
                        Optional.of(filled.cart()))
                .orElseThrow();
        assertThat(more.cart()).isEqualTo(filled.cart());
        assertThat(goods(cart(shop, filled.cart()))).containsExactly("DENY-10 7", "MADE-TO-ORDER 2");
        assertThat(lists(shop).get(owner(), list.id()).orElseThrow()).isEqualTo(list);
    }

    @OnEveryDatabase
    void aThousandLinesCostAHandfulOfStatements(Database database) {
        Shop shop = Shop.open(database);
        ProjectList list = list(shop, Collections.nCopies(1_000, line(1)).toArray(NewLine[]::new));
        shop.sent().forget();

        lists(shop)
                .fillCart(owner(), Optional.empty(), list.id(), List.of(), Optional.empty())
                .orElseThrow();

        assertThat(shop.sent().statements()).hasSizeLessThanOrEqualTo(12);
        assertThat(shop.sent().commits()).isLessThanOrEqualTo(4);
    }

    @OnEveryDatabase
    void whatCannotBeAddedIsSaidOfEachLine(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().configurator.model(Splint.device("white"));
        ProjectList list = list(shop, CONFIGURED, line(1));
        // Since then it is not configured any more.
        shop.kernel()
                .configurator
                .model(new ConfigurationModel(Splint.PRODUCT, List.of(), List.of(), List.of(), List.of(), List.of()));

        CartFilled filled = lists(shop)
                .fillCart(owner(), Optional.empty(), list.id(), List.of(), Optional.empty())
                .orElseThrow();

        assertThat(goods(cart(shop, filled.cart()))).containsExactly("DENY-10 1");
        assertThat(filled.lines().get(0).to()).isEmpty();
        assertThat(filled.lines().get(0).remarks())
                .extracting(ProjectLists.Remark::code)
                .containsExactly("question-unknown");
        Refusal nothing = refusal(lists(shop)
                .fillCart(
                        owner(),
                        Optional.empty(),
                        list.id(),
                        List.of(list.lines().get(0).id()),
                        Optional.empty()));
        assertThat(nothing.code()).isEqualTo("nothing-to-add");
        assertThat(nothing.details())
                .extracting(detail -> detail.field() + " " + detail.code())
                .containsExactly("/lines/0 question-unknown");
    }

    @OnEveryDatabase
    void aRepeatUnderTheSameKeyFillsOneCartOnce(Database database) {
        Shop shop = Shop.open(database);
        ProjectList list = list(shop, line(2));
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("fill-1"));

        CartFilled first = lists(shop)
                .fillCart(owner(), key, list.id(), List.of(), Optional.empty())
                .orElseThrow();
        CartFilled again = lists(shop)
                .fillCart(owner(), key, list.id(), List.of(), Optional.empty())
                .orElseThrow();

        assertThat(again.cart()).isEqualTo(first.cart());
        assertThat(goods(cart(shop, first.cart()))).containsExactly("DENY-10 2");
    }

    @OnEveryDatabase
    @Tag("D16")
    void whatIsForSomebodyComesOntoAListForNobody(Database database) {
        Clinic clinic = Clinic.open(database);
        Shop shop = clinic.shop();
        shop.kernel().configurator.model(Splint.whole("white"));
        Caller dentist = clinic.signedIn(clinic.person("Dentist", at(NORTH, Role.BUYER)), NORTH);
        RecipientId patient = shop.kernel()
                .recipients
                .add(dentist, Optional.empty(), "Kari Nordmann", Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        Carts carts = shop.carts();
        CartId cart = carts.create(dentist, Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        carts.addLine(
                        dentist,
                        Optional.empty(),
                        cart,
                        new Carts.NewLine(
                                UNTRACKED, 1, Optional.of(Splint.forPatient("allergic")), Optional.of(patient)))
                .orElseThrow();
        ProjectListId list = lists(shop)
                .create(dentist, Optional.empty(), Optional.empty(), "Splints")
                .orElseThrow()
                .id();

        ListFilled filled = lists(shop)
                .addFromCart(dentist, Optional.empty(), list, cart, List.of())
                .orElseThrow();

        assertThat(filled.list().lines().get(0).configuration().map(Configuration::answers))
                .contains(Splint.LARGE);
        assertThat(filled.lines().get(0).remarks())
                .extracting(ProjectLists.Remark::code)
                .containsExactly("recipient-left-out");
        assertThat(carts.get(dentist, cart).orElseThrow().cart().lines()).hasSize(1);
    }

    @OnEveryDatabase
    void aForeignListOrCartAnswersAsAnUnknownOne(Database database) {
        Shop shop = Shop.open(database);
        ProjectList list = list(shop, line(2));
        CartId cart = shop.carts()
                .create(owner(), Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        ProjectList own = lists(shop)
                .create(foreigner(), Optional.empty(), Optional.empty(), "Own", List.of(line(1)))
                .orElseThrow();

        List<String> codes = new ArrayList<>();
        codes.add(code(lists(shop).fillCart(foreigner(), Optional.empty(), list.id(), List.of(), Optional.empty())));
        codes.add(code(lists(shop).fillCart(foreigner(), Optional.empty(), own.id(), List.of(), Optional.of(cart))));
        codes.add(code(lists(shop).addFromCart(foreigner(), Optional.empty(), own.id(), cart, List.of())));
        codes.add(code(lists(shop).addFromCart(foreigner(), Optional.empty(), list.id(), cart, List.of())));

        assertThat(codes)
                .containsExactly(
                        "project-list-not-found", "cart-not-found", "cart-not-found", "project-list-not-found");
    }
}

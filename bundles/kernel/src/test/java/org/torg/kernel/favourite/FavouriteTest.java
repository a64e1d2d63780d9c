package org.torg.kernel.favourite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.buyer;
import static org.torg.kernel.fixture.Callers.foreigner;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Callers.stranger;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.BULKY;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.UNTRACKED;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.torg.api.IdempotencyKey;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts.NewLine;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.favourite.Favourite;
import org.torg.api.favourite.Favourite.Sharing;
import org.torg.api.favourite.FavouriteId;
import org.torg.api.favourite.Favourites;
import org.torg.api.favourite.Favourites.Overview;
import org.torg.api.favourite.Favourites.Query;
import org.torg.api.pricing.LineId;
import org.torg.api.upload.UploadId;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.fixture.Splint;

/** Favourites are saved, found, renamed and removed. */
@Tag("H46")
class FavouriteTest {

    private static final Optional<IdempotencyKey> NO_KEY = Optional.empty();
    private static final Optional<Long> ANY = Optional.empty();

    private static Shop shop(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().configurator.model(Splint.device("white", "black"));
        return shop;
    }

    private static Favourites favourites(Shop shop) {
        return shop.kernel().favourites;
    }

    private static Favourites.NewLine line(Sku sku, int quantity) {
        return new Favourites.NewLine(sku, quantity, Optional.empty());
    }

    private static Favourites.NewLine line(Answers answers) {
        return new Favourites.NewLine(UNTRACKED, 1, Optional.of(answers));
    }

    private static Favourite save(Shop shop, Caller caller, String name, Favourites.NewLine... lines) {
        return favourites(shop)
                .save(caller, NO_KEY, Optional.empty(), name, Sharing.PERSON, List.of(lines))
                .orElseThrow();
    }

    private static Query all(int limit) {
        return new Query(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), PageRequest.first(limit));
    }

    private static Query named(String text) {
        return new Query(
                Optional.empty(), Optional.of(text), Optional.empty(), Optional.empty(), PageRequest.first(50));
    }

    private static List<String> names(Shop shop, Caller caller, Query query) {
        return favourites(shop).find(caller, query).orElseThrow().items().stream()
                .map(Overview::favourite)
                .map(Favourite::name)
                .toList();
    }

    @OnEveryDatabase
    @Tag("D15")
    void theOwnUsualConfigurationIsSavedWithoutACart(Database database) {
        Shop shop = shop(database);
        Answers own = Splint.LARGE.with("colour", Answer.chosen("black"));

        Favourite saved = save(shop, owner(), "Min vanlige skinne", line(own));

        Favourite read = favourites(shop).get(owner(), saved.id()).orElseThrow();
        assertThat(read).isEqualTo(saved);
        assertThat(read.owner()).isEqualTo(owner().user());
        assertThat(read.lines()).singleElement().satisfies(line -> {
            assertThat(line.sku()).isEqualTo(UNTRACKED);
            assertThat(line.configuration().map(Configuration::answers)).contains(own);
        });
    }

    @OnEveryDatabase
    @Tag("D15")
    @Tag("D16")
    @Tag("H50")
    void nothingAboutAPatientAndNoFileIsSaved(Database database) {
        Shop shop = shop(database);
        shop.kernel().configurator.model(Splint.whole("white"));
        Answers given = Splint.forPatient("Grinds at night")
                .with("colour", new Answer.Uploaded(List.of(new UploadId("0190a000-0000-7000-8000-00000000000f"))));

        Favourite saved = save(shop, owner(), "Usual", line(given));

        assertThat(saved.lines().get(0).configuration().map(Configuration::answers))
                .contains(Splint.LARGE);
        assertThat(database.texts())
                .isNotEmpty()
                .noneMatch(text -> text.contains("Grinds at night")
                        || text.contains("\"case\"")
                        || text.contains("0190a000-0000-7000-8000-00000000000f"));
    }

    @OnEveryDatabase
    @Tag("H48")
    void aCartIsSavedWholeOrInPartAndStaysAsItIs(Database database) {
        Shop shop = shop(database);
        CartId id = shop.carts()
                .create(owner(), NO_KEY, Optional.empty())
                .orElseThrow()
                .id();
        shop.carts().addLine(owner(), NO_KEY, id, DENIED, 2).orElseThrow();
        Cart cart = shop.carts()
                .addLine(owner(), NO_KEY, id, new NewLine(UNTRACKED, 3, Optional.of(Splint.SMALL), Optional.empty()))
                .orElseThrow();

        Favourite whole = favourites(shop)
                .saveCart(owner(), NO_KEY, id, List.of(), "Whole", Sharing.PERSON)
                .orElseThrow();
        Favourite part = favourites(shop)
                .saveCart(owner(), NO_KEY, id, List.of(cart.lines().get(1).id()), "Part", Sharing.PERSON)
                .orElseThrow();

        assertThat(whole.lines()).extracting(Favourite.Line::sku).containsExactly(DENIED, UNTRACKED);
        assertThat(whole.lines()).extracting(Favourite.Line::quantity).containsExactly(2, 3);
        assertThat(part.lines()).extracting(Favourite.Line::sku).containsExactly(UNTRACKED);
        assertThat(part.lines().get(0).configuration().map(Configuration::answers))
                .contains(Splint.SMALL);
        assertThat(shop.carts().get(owner(), id).orElseThrow().cart()).isEqualTo(cart);
        assertThat(names(shop, owner(), all(50))).containsExactly("Part", "Whole");
        assertThat(code(favourites(shop)
                        .saveCart(owner(), NO_KEY, id, List.of(new LineId("99")), "None", Sharing.PERSON)))
                .isEqualTo("line-unknown");
        assertThat(code(favourites(shop).saveCart(foreigner(), NO_KEY, id, List.of(), "Theirs", Sharing.PERSON)))
                .isEqualTo("cart-not-found");
    }

    @OnEveryDatabase
    void whatCannotBeSavedIsNamedLineByLine(Database database) {
        Shop shop = shop(database);
        Favourites favourites = favourites(shop);

        Refusal refusal = refusal(favourites.save(
                owner(),
                NO_KEY,
                Optional.of(LIGHTING),
                "Wrong",
                Sharing.PERSON,
                List.of(
                        line(new Sku("NOT-SOLD"), 1),
                        line(DENIED, 0),
                        line(DENIED, 1),
                        line(Splint.LARGE.with("flavour", Answer.chosen("mint"))))));

        assertThat(refusal.details())
                .extracting(detail -> detail.field() + " " + detail.code())
                .containsExactly(
                        "/lines/0 sku-unknown",
                        "/lines/1/quantity quantity-invalid",
                        "/lines/3/answers/flavour question-unknown");
        assertThat(code(favourites.save(
                        owner(), NO_KEY, Optional.empty(), " ", Sharing.PERSON, List.of(line(DENIED, 1)))))
                .isEqualTo("name-invalid");
        assertThat(code(favourites.save(owner(), NO_KEY, Optional.empty(), "Empty", Sharing.PERSON, List.of())))
                .isEqualTo("lines-missing");
        assertThat(code(favourites.save(
                        stranger(), NO_KEY, Optional.empty(), "Mine", Sharing.PERSON, List.of(line(DENIED, 1)))))
                .isEqualTo("token-missing");
        assertThat(names(shop, owner(), all(50))).isEmpty();
    }

    @OnEveryDatabase
    @Tag("H49")
    void favouritesAreFoundByAPartOfTheirNamePageByPage(Database database) {
        Shop shop = shop(database);
        for (String name : List.of("Ærlig 100% skinne", "Natt_skinne", "SKINNE Åse", "Lampe")) {
            save(shop, owner(), name, line(DENIED, 1));
        }
        save(shop, owner(), "Stor", line(BULKY, 1));
        save(shop, buyer(), "Colleague's skinne", line(DENIED, 1));
        save(shop, foreigner(), "Foreign skinne", line(DENIED, 1));

        assertThat(names(shop, owner(), named("skinne")))
                .containsExactly("SKINNE Åse", "Natt_skinne", "Ærlig 100% skinne");
        assertThat(names(shop, owner(), named("ÅSE"))).containsExactly("SKINNE Åse");
        assertThat(names(shop, owner(), named("100% s"))).containsExactly("Ærlig 100% skinne");
        assertThat(names(shop, owner(), named("%"))).containsExactly("Ærlig 100% skinne");
        assertThat(names(shop, owner(), named("t_s"))).containsExactly("Natt_skinne");
        assertThat(names(
                        shop,
                        owner(),
                        new Query(
                                Optional.of(LIGHTING),
                                Optional.empty(),
                                Optional.of(BULKY),
                                Optional.of(Sharing.PERSON),
                                PageRequest.first(50))))
                .containsExactly("Stor");
        var first = favourites(shop).find(owner(), all(3)).orElseThrow();
        assertThat(first.items()).hasSize(3).allMatch(found -> found.lines() == 1);
        assertThat(names(
                        shop,
                        owner(),
                        new Query(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                new PageRequest(first.next(), 3))))
                .containsExactly("Natt_skinne", "Ærlig 100% skinne");
    }

    @OnEveryDatabase
    @Tag("H47")
    void oneLineGoesOrTheWholeFavourite(Database database) {
        Shop shop = shop(database);
        Favourites favourites = favourites(shop);
        Favourite saved = save(shop, owner(), "Three", line(DENIED, 1), line(Splint.LARGE), line(BULKY, 2));
        LineId second = saved.lines().get(1).id();

        Favourite two = favourites
                .change(owner(), NO_KEY, saved.id(), Optional.of(1L), second, 0, Optional.empty())
                .orElseThrow();

        assertThat(two.lines()).extracting(Favourite.Line::sku).containsExactly(DENIED, BULKY);
        assertThat(two.version()).isEqualTo(2);
        assertThat(favourites.get(owner(), saved.id()).orElseThrow()).isEqualTo(two);
        assertThat(code(favourites.change(owner(), NO_KEY, saved.id(), ANY, second, 0, Optional.empty())))
                .isEqualTo("line-not-found");
        Favourite one = favourites
                .change(owner(), NO_KEY, saved.id(), ANY, two.lines().get(0).id(), 0, Optional.empty())
                .orElseThrow();
        assertThat(code(favourites.change(
                        owner(), NO_KEY, saved.id(), ANY, one.lines().get(0).id(), 0, Optional.empty())))
                .isEqualTo("line-last");
        assertThat(code(favourites.delete(owner(), NO_KEY, saved.id(), Optional.of(1L))))
                .isEqualTo("version-changed");
        favourites.delete(owner(), NO_KEY, saved.id(), Optional.of(3L)).orElseThrow();
        assertThat(code(favourites.get(owner(), saved.id()))).isEqualTo("favourite-not-found");
        assertThat(database.columns().get("favourite_line.line")).isEmpty();
    }

    @OnEveryDatabase
    void aFavouriteIsRenamedAndALineOfItConfiguredAnew(Database database) {
        Shop shop = shop(database);
        Favourites favourites = favourites(shop);
        Favourite saved = save(shop, owner(), "Old", line(Splint.LARGE));
        LineId line = saved.lines().get(0).id();

        favourites
                .edit(owner(), NO_KEY, saved.id(), Optional.of(1L), "New", Sharing.PERSON)
                .orElseThrow();
        assertThat(code(favourites.edit(owner(), NO_KEY, saved.id(), Optional.of(1L), "Newer", Sharing.PERSON)))
                .isEqualTo("version-changed");
        favourites
                .change(owner(), NO_KEY, saved.id(), Optional.of(2L), line, 4, Optional.of(Splint.SMALL))
                .orElseThrow();
        Favourite changed = favourites
                .change(owner(), NO_KEY, saved.id(), Optional.of(3L), line, 5, Optional.empty())
                .orElseThrow();

        assertThat(changed.name()).isEqualTo("New");
        assertThat(changed.lines()).singleElement().satisfies(now -> {
            assertThat(now.quantity()).isEqualTo(5);
            assertThat(now.configuration().map(Configuration::answers)).contains(Splint.SMALL);
        });
        assertThat(names(shop, owner(), named("new"))).containsExactly("New");
        assertThat(names(shop, owner(), named("old"))).isEmpty();
    }

    @OnEveryDatabase
    void aForeignFavouriteIsAnUnknownOne(Database database) {
        Shop shop = shop(database);
        Favourites favourites = favourites(shop);
        FavouriteId own = save(shop, owner(), "Mine", line(DENIED, 1)).id();
        Refusal unknown = refusal(favourites.get(owner(), new FavouriteId("0190a000-0000-7000-8000-00000000dead")));

        for (Caller other : List.of(foreigner(), buyer())) {
            assertThat(refusal(favourites.get(other, own))).isEqualTo(unknown);
            assertThat(refusal(favourites.edit(other, NO_KEY, own, ANY, "Theirs", Sharing.PERSON)))
                    .isEqualTo(unknown);
            assertThat(refusal(favourites.delete(other, NO_KEY, own, ANY))).isEqualTo(unknown);
            assertThat(refusal(favourites.change(other, NO_KEY, own, ANY, new LineId("1"), 0, Optional.empty())))
                    .isEqualTo(unknown);
            assertThat(refusal(favourites.use(
                            other,
                            NO_KEY,
                            own,
                            new Favourites.Use(Optional.empty(), ANY, List.of(), Optional.empty()))))
                    .isEqualTo(unknown);
        }
        assertThat(code(favourites.get(stranger(), own))).isEqualTo("token-missing");
    }

    @OnEveryDatabase
    void aRepeatSavesNothingTwice(Database database) {
        Shop shop = shop(database);
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("save-1"));

        for (int i = 0; i < 2; i++) {
            favourites(shop)
                    .save(owner(), key, Optional.empty(), "Once", Sharing.PERSON, List.of(line(DENIED, 1)))
                    .orElseThrow();
        }

        assertThat(names(shop, owner(), all(50))).containsExactly("Once");
    }

    @OnEveryDatabase
    void aPersonHasABoundedNumberOfThem(Database database) {
        Shop shop = shop(database);
        shop.kernel().transactions.change(tx -> IntStream.range(0, Favourites.MAX_FAVOURITES)
                .forEach(i -> shop.stores()
                        .favourites()
                        .insert(
                                tx,
                                new Favourite(
                                        new FavouriteId(shop.kernel().ids.next()),
                                        LIGHTING,
                                        owner().account().orElseThrow(),
                                        owner().user(),
                                        Sharing.PERSON,
                                        Optional.empty(),
                                        "No. " + i,
                                        List.of(),
                                        1,
                                        shop.clock().now(),
                                        shop.clock().now()))));

        assertThat(code(favourites(shop)
                        .save(owner(), NO_KEY, Optional.empty(), "More", Sharing.PERSON, List.of(line(DENIED, 1)))))
                .isEqualTo("favourites-too-many");
        save(shop, buyer(), "Of somebody else", line(DENIED, 1));
    }
}

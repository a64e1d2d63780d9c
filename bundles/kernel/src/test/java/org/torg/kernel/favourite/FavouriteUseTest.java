package org.torg.kernel.favourite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.buyer;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Clinic.NORTH;
import static org.torg.kernel.fixture.Clinic.at;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;
import static org.torg.kernel.fixture.Shop.BULKY;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.UNTRACKED;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts;
import org.torg.api.cart.Carts.CartQuery;
import org.torg.api.cart.Reuse;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.configurator.ConfigurationModel;
import org.torg.api.configurator.Guidance.Misfit;
import org.torg.api.configurator.Question;
import org.torg.api.favourite.Favourite;
import org.torg.api.favourite.Favourite.Sharing;
import org.torg.api.favourite.FavouriteId;
import org.torg.api.favourite.Favourites;
import org.torg.api.favourite.Favourites.Use;
import org.torg.api.order.Order;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.LineId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Clinic;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.fixture.Splint;

/** A favourite is used: judged by what is sold and asked today, with nothing lost and nothing filled in silently. */
@Tag("H49")
@Tag("H50")
class FavouriteUseTest {

    private static final Optional<IdempotencyKey> NO_KEY = Optional.empty();
    private static final Use NEW = new Use(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    private static Shop shop(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().configurator.model(Splint.device("white", "black"));
        return shop;
    }

    private static Favourites.NewLine line(Sku sku, int quantity) {
        return new Favourites.NewLine(sku, quantity, Optional.empty());
    }

    private static Favourites.NewLine line(Answers answers) {
        return new Favourites.NewLine(UNTRACKED, 1, Optional.of(answers));
    }

    private static FavouriteId save(Shop shop, Caller caller, Favourites.NewLine... lines) {
        return shop.kernel()
                .favourites
                .save(caller, NO_KEY, Optional.empty(), "Usual", Sharing.PERSON, List.of(lines))
                .orElseThrow()
                .id();
    }

    private static Outcome<Reuse> use(Shop shop, FavouriteId id, Use use) {
        return shop.kernel().favourites.use(owner(), NO_KEY, id, use);
    }

    private static Use into(CartId cart) {
        return new Use(Optional.of(cart), Optional.empty(), List.of(), Optional.empty());
    }

    private static CartId cart(Shop shop) {
        return shop.carts()
                .create(owner(), NO_KEY, Optional.empty())
                .orElseThrow()
                .id();
    }

    /** As if the article had never been sold. */
    private static void withdraw(Database database, Sku sku) {
        database.run("DELETE FROM variant WHERE sku = '" + sku.value() + "'");
    }

    private static ConfigurationModel with(ConfigurationModel model, List<ConfigurationModel.Stage> stages) {
        return new ConfigurationModel(
                model.product(), stages, model.constraints(), model.yields(), model.tasks(), model.extraDays());
    }

    @OnEveryDatabase
    @Tag("H51")
    void aNewOrderIsMadeOfAFavourite(Database database) {
        Shop shop = shop(database);
        FavouriteId id = save(shop, owner(), line(Splint.LARGE), line(DENIED, 2));
        Favourite saved = shop.kernel().favourites.get(owner(), id).orElseThrow();

        Reuse used = use(shop, id, NEW).orElseThrow();

        Cart cart = used.view().cart();
        assertThat(shop.carts().get(owner(), cart.id()).orElseThrow().cart()).isEqualTo(cart);
        assertThat(cart.lines()).extracting(Cart.Line::sku).containsExactly(UNTRACKED, DENIED);
        assertThat(used.lines()).allSatisfy(line -> {
            assertThat(line.reason()).isEmpty();
            assertThat(line.modelChanged()).isFalse();
            assertThat(line.missing()).isEmpty();
            assertThat(line.misfits()).isEmpty();
            assertThat(line.defaulted()).isEmpty();
        });
        Money net = used.view().quotation().orElseThrow().priced().lines().stream()
                .filter(line -> line.sku().equals(DENIED) && line.partOf().isEmpty())
                .map(line -> line.net())
                .findFirst()
                .orElseThrow();
        assertThat(used.lines().get(1).net()).contains(net);
        Order order = shop.carts()
                .checkout(owner(), NO_KEY, cart.id(), Shop.checkout(new PriceAgreement.Current()))
                .orElseThrow();
        assertThat(order.details().get(0).configuration().map(Configuration::answers))
                .contains(Splint.LARGE);
        // The favourite is there for the next time.
        assertThat(shop.kernel().favourites.get(owner(), id).orElseThrow()).isEqualTo(saved);
    }

    @OnEveryDatabase
    void itGoesIntoACartBesidesWhatIsThere(Database database) {
        Shop shop = shop(database);
        CartId cart = cart(shop);
        shop.carts().addLine(owner(), NO_KEY, cart, DENIED, 5).orElseThrow();
        FavouriteId id = save(shop, owner(), line(Splint.LARGE), line(DENIED, 2));

        Reuse used = use(shop, id, into(cart)).orElseThrow();
        Reuse part = use(
                        shop,
                        id,
                        new Use(Optional.of(cart), Optional.empty(), List.of(new LineId("2")), Optional.empty()))
                .orElseThrow();

        assertThat(used.view().cart().lines()).extracting(Cart.Line::quantity).containsExactly(7, 1);
        assertThat(part.view().cart().lines()).extracting(Cart.Line::quantity).containsExactly(9, 1);
        assertThat(part.lines()).extracting(Reuse.Line::origin).containsExactly(new LineId("2"));
        assertThat(code(use(shop, id, new Use(Optional.of(cart), Optional.of(1L), List.of(), Optional.empty()))))
                .isEqualTo("version-changed");
        assertThat(code(use(
                        shop,
                        id,
                        new Use(Optional.of(cart), Optional.empty(), List.of(new LineId("9")), Optional.empty()))))
                .isEqualTo("line-unknown");
    }

    @OnEveryDatabase
    void whatIsNotSoldAnyMoreIsToldOfAndTheRestIsAdded(Database database) {
        Shop shop = shop(database);
        FavouriteId id = save(shop, owner(), line(BULKY, 1), line(DENIED, 2));
        withdraw(database, BULKY);

        Reuse used = use(shop, id, NEW).orElseThrow();

        assertThat(used.view().cart().lines()).extracting(Cart.Line::sku).containsExactly(DENIED);
        assertThat(used.lines().get(0).line()).isEmpty();
        assertThat(used.lines().get(0).reason().map(Refusal::code)).contains("sku-unknown");
        assertThat(used.lines().get(1).line())
                .contains(used.view().cart().lines().get(0).id());

        withdraw(database, DENIED);
        Refusal nothing = refusal(use(shop, id, NEW));
        assertThat(nothing.code()).isEqualTo("nothing-to-add");
        assertThat(nothing.details()).extracting(Refusal.Detail::field).containsExactly("/lines/0", "/lines/1");
        assertThat(shop.carts()
                        .find(owner(), new CartQuery(Optional.empty(), Optional.empty(), PageRequest.first(9)))
                        .orElseThrow()
                        .items())
                .hasSize(1);
        assertThat(shop.kernel().favourites.get(owner(), id).orElseThrow().lines())
                .hasSize(2);
    }

    @OnEveryDatabase
    void anOptionThatIsGoneIsAMisfitInWordsAndNothingTakesItsPlace(Database database) {
        Shop shop = shop(database);
        FavouriteId id = save(shop, owner(), line(Splint.LARGE.with("colour", Answer.chosen("black"))));
        shop.kernel().configurator.model(Splint.device("white"));

        Reuse used = use(shop, id, NEW).orElseThrow();

        Reuse.Line line = used.lines().get(0);
        assertThat(line.modelChanged()).isTrue();
        assertThat(line.misfits()).extracting(Misfit::question).containsExactly("colour");
        assertThat(line.misfits().get(0).conflict().reasons()).isNotEmpty();
        // It stays on the line until somebody has corrected it, and nothing can be ordered before.
        assertThat(used.view()
                        .cart()
                        .lines()
                        .get(0)
                        .configuration()
                        .orElseThrow()
                        .answers()
                        .to("colour"))
                .contains(Answer.chosen("black"));
        assertThat(used.view().objections()).isNotEmpty();
    }

    @OnEveryDatabase
    void aQuestionThatIsGoneIsAMisfitInWords(Database database) {
        Shop shop = shop(database);
        FavouriteId id = save(shop, owner(), line(Splint.LARGE.with("colour", Answer.chosen("black"))));
        ConfigurationModel model = Splint.device("white", "black");
        ConfigurationModel.Stage device = model.stages().get(0);
        shop.kernel()
                .configurator
                .model(with(
                        new ConfigurationModel(
                                model.product(),
                                model.stages(),
                                List.of(),
                                model.yields(),
                                model.tasks(),
                                model.extraDays()),
                        List.of(new ConfigurationModel.Stage(
                                device.code(),
                                device.title(),
                                device.subject(),
                                device.questions().subList(0, 1)))));

        Reuse used = use(shop, id, NEW).orElseThrow();

        Reuse.Line line = used.lines().get(0);
        assertThat(line.reason()).isEmpty();
        assertThat(line.misfits()).extracting(Misfit::question).containsExactly("colour");
        assertThat(line.misfits().get(0).conflict().reasons().get(0).english())
                .isEqualTo("There is no such question any more.");
        assertThat(used.view().cart().lines().get(0).configuration().map(Configuration::answers))
                .contains(Splint.LARGE);
    }

    @OnEveryDatabase
    @Tag("D15")
    void whatTheModelFillsInByItselfIsSaid(Database database) {
        Shop shop = shop(database);
        FavouriteId id = save(shop, owner(), line(Splint.LARGE));
        ConfigurationModel model = Splint.device("white", "black");
        ConfigurationModel.Stage device = model.stages().get(0);
        Question.Choice colour = (Question.Choice) device.questions().get(1);
        shop.kernel()
                .configurator
                .model(with(
                        model,
                        List.of(new ConfigurationModel.Stage(
                                device.code(),
                                device.title(),
                                device.subject(),
                                List.of(
                                        device.questions().get(0),
                                        new Question.Choice(
                                                colour.about(), colour.options(), false, List.of("white")))))));

        Reuse.Line line = use(shop, id, NEW).orElseThrow().lines().get(0);

        assertThat(line.modelChanged()).isTrue();
        assertThat(line.defaulted()).containsExactly("colour");
        assertThat(line.missing()).isEmpty();
    }

    @OnEveryDatabase
    @Tag("D16")
    @Tag("H51")
    void whatMustBeAnsweredAboutThePatientIsNamedAndThenItIsOrdered(Database database) {
        Clinic clinic = Clinic.open(database);
        Shop shop = clinic.shop();
        shop.kernel().configurator.model(Splint.whole("white", "black"));
        Caller dentist = clinic.signedIn(clinic.person("Dentist", at(NORTH, Role.OWNER)), NORTH);
        RecipientId patient = clinic.kernel()
                .recipients
                .add(dentist, NO_KEY, "Kari Nordmann", Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        FavouriteId id = save(shop, dentist, line(Splint.forPatient("Grinds at night")));

        Reuse used = clinic.kernel()
                .favourites
                .use(dentist, NO_KEY, id, new Use(Optional.empty(), Optional.empty(), List.of(), Optional.of(patient)))
                .orElseThrow();

        assertThat(used.lines().get(0).missing()).containsExactly("case");
        Cart cart = used.view().cart();
        assertThat(cart.lines().get(0).recipient()).contains(patient);
        assertThat(cart.location()).contains(NORTH);
        Cart answered = shop.carts()
                .configureLine(
                        dentist,
                        NO_KEY,
                        cart.id(),
                        Optional.of(cart.version()),
                        cart.lines().get(0).id(),
                        Splint.forPatient("Another note"),
                        Optional.of(patient))
                .orElseThrow();
        assertThat(code(shop.carts().checkout(dentist, NO_KEY, answered.id(), Clinic.checkout(dentist))))
                .isEqualTo("done");
        assertThat(code(clinic.kernel()
                        .favourites
                        .use(
                                dentist,
                                NO_KEY,
                                id,
                                new Use(
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        Optional.of(new RecipientId("0190a000-0000-7000-8000-00000000ffff"))))))
                .isEqualTo("nothing-to-add");
    }

    @OnEveryDatabase
    @Tag("D16")
    void anAnswerThatIsAboutThePatientTodayIsLeftOut(Database database) {
        Clinic clinic = Clinic.open(database);
        Shop shop = clinic.shop();
        ConfigurationModel whole = Splint.whole("white", "black");
        ConfigurationModel.Stage patient = whole.stages().get(1);
        shop.kernel()
                .configurator
                .model(with(
                        whole,
                        List.of(
                                whole.stages().get(0),
                                new ConfigurationModel.Stage(
                                        patient.code(),
                                        patient.title(),
                                        ConfigurationModel.Subject.PRODUCT,
                                        patient.questions()))));
        FavouriteId id = save(shop, owner(), line(Splint.LARGE.with("case", Answer.chosen("scan"))));
        shop.kernel().configurator.model(whole);

        Reuse used = use(shop, id, NEW).orElseThrow();

        assertThat(used.lines().get(0).misfits()).extracting(Misfit::question).containsExactly("case");
        assertThat(used.lines().get(0).missing()).containsExactly("case");
        assertThat(used.view().cart().lines().get(0).configuration().map(Configuration::answers))
                .contains(Splint.LARGE);
    }

    @OnEveryDatabase
    void aRepeatAddsNothingAndTellsHowThingsStand(Database database) {
        Shop shop = shop(database);
        CartId cart = cart(shop);
        FavouriteId id = save(shop, owner(), line(Splint.LARGE), line(Splint.LARGE), line(DENIED, 2));
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("use-1"));
        Favourites favourites = shop.kernel().favourites;

        Reuse first = favourites.use(owner(), key, id, into(cart)).orElseThrow();
        Reuse again = favourites.use(owner(), key, id, into(cart)).orElseThrow();

        assertThat(again.lines()).isEqualTo(first.lines());
        assertThat(again.view().cart()).isEqualTo(first.view().cart());
        assertThat(code(favourites.use(owner(), key, id, NEW))).isEqualTo("idempotency-key-reused");
        shop.carts()
                .changeLine(
                        owner(),
                        NO_KEY,
                        cart,
                        Optional.empty(),
                        first.lines().get(2).line().orElseThrow(),
                        0)
                .orElseThrow();
        assertThat(favourites
                        .use(owner(), key, id, into(cart))
                        .orElseThrow()
                        .lines()
                        .get(2)
                        .reason()
                        .map(Refusal::code))
                .contains("line-not-found");
    }

    @OnEveryDatabase
    void withoutItsVendorAFavouriteIsReadButNotUsed(Database database) {
        Shop shop = shop(database);
        CartId cart = cart(shop);
        FavouriteId id = save(shop, owner(), line(Splint.LARGE), line(DENIED, 2));
        shop.kernel().vendorLeaves();

        assertThat(shop.kernel().favourites.get(owner(), id).orElseThrow().lines())
                .hasSize(2);
        assertThat(code(use(shop, id, NEW))).isEqualTo("vendor-unavailable");
        assertThat(code(use(shop, id, into(cart)))).isEqualTo("vendor-unavailable");
        assertThat(shop.carts().get(owner(), cart).orElseThrow().cart().lines()).isEmpty();
    }

    @OnEveryDatabase
    void aFavouriteOfHundredLinesCostsAsManyStatementsAsOneOfOne(Database database) {
        Shop shop = shop(database);
        FavouriteId one = save(shop, owner(), line(Splint.LARGE));
        FavouriteId hundred = save(
                shop,
                owner(),
                IntStream.range(0, 100).mapToObj(i -> line(Splint.LARGE)).toArray(Favourites.NewLine[]::new));
        use(shop, one, NEW).orElseThrow();

        shop.sent().forget();
        use(shop, one, NEW).orElseThrow();
        int little = shop.sent().statements().size();
        shop.sent().forget();
        Reuse used = use(shop, hundred, NEW).orElseThrow();

        assertThat(used.view().cart().lines()).hasSize(100);
        assertThat(little).isLessThanOrEqualTo(14);
        assertThat(shop.sent().statements()).hasSizeLessThanOrEqualTo(little);
        assertThat(shop.sent().commits()).isEqualTo(1);
    }

    @OnEveryDatabase
    void whoMayNotBuyUsesNone(Database database) {
        Shop shop = shop(database);
        FavouriteId id = save(shop, owner(), line(DENIED, 2));
        CartId foreign = shop.carts()
                .create(buyer(), NO_KEY, Optional.of(LIGHTING))
                .orElseThrow()
                .id();
        CartId unknown = new CartId("0190a000-0000-7000-8000-00000000dead");

        // A colleague's cart of the same account is open to all who buy for it.
        assertThat(code(use(shop, id, into(foreign)))).isEqualTo("done");
        assertThat(code(use(shop, id, into(unknown)))).isEqualTo("cart-not-found");
        assertThat(code(shop.kernel()
                        .favourites
                        .use(
                                Callers.with(
                                        owner().account().orElseThrow(),
                                        new Grant(
                                                Function.ORDER_READ,
                                                Scope.of(owner().account().orElseThrow()))),
                                NO_KEY,
                                id,
                                NEW)))
                .isEqualTo("right-missing");
        Carts carts = shop.carts();
        carts.pause(owner(), NO_KEY, foreign, Optional.empty()).orElseThrow();
        assertThat(code(use(shop, id, into(foreign)))).isEqualTo("cart-paused");
    }
}

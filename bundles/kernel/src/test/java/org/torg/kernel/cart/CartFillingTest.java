package org.torg.kernel.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.torg.kernel.fixture.Callers.foreigner;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Clinic.NORTH;
import static org.torg.kernel.fixture.Clinic.at;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Shop.BACKORDERED;
import static org.torg.kernel.fixture.Shop.BULKY;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.UNTRACKED;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.torg.api.RefusedException;
import org.torg.api.StoreException;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Role;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts;
import org.torg.api.cart.Carts.NewLine;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.configurator.Guidance;
import org.torg.api.upload.UploadId;
import org.torg.kernel.cart.CartFilling.Filled;
import org.torg.kernel.cart.CartFilling.FilledLine;
import org.torg.kernel.cart.CartFilling.Plan;
import org.torg.kernel.cart.CartFilling.Target;
import org.torg.kernel.fixture.Clinic;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Parallel;
import org.torg.kernel.fixture.Scanned;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.fixture.Splint;

/** Many lines at once: what can be added is, and each line is told of. */
@Tag("H46")
class CartFillingTest {

    private static final Target NEW = new Target.Anew(Optional.of(LIGHTING));

    private static NewLine plain(Sku sku, int quantity) {
        return new NewLine(sku, quantity, Optional.empty(), Optional.empty());
    }

    private static NewLine configured(Answers answers) {
        return new NewLine(UNTRACKED, 1, Optional.of(answers), Optional.empty());
    }

    private static Filled fill(Kernel kernel, Caller caller, Target target, List<NewLine> lines) {
        while (true) {
            Plan plan = kernel.filling.plan(caller, target, lines).orElseThrow();
            try {
                return kernel.transactions.write(tx -> kernel.filling.carryOut(tx, plan));
            } catch (StoreException e) {
                // As a command does: somebody else was faster.
                assertThat(e.kind()).isEqualTo(StoreException.Kind.CONFLICT);
            }
        }
    }

    private static CartId cart(Shop shop) {
        return shop.carts()
                .create(owner(), Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
    }

    private static Cart stored(Shop shop, CartId id) {
        return shop.carts().get(owner(), id).orElseThrow().cart();
    }

    private static List<String> codes(Filled filled) {
        return filled.lines().stream().map(line -> code(line.line())).toList();
    }

    @OnEveryDatabase
    void whatCanBeAddedIsAndEachLineIsToldOf(Database database) {
        Shop shop = Shop.open(database);
        CartId id = cart(shop);
        shop.carts().addLine(owner(), Optional.empty(), id, BULKY, 3).orElseThrow();

        Filled filled = fill(
                shop.kernel(),
                owner(),
                new Target.Into(id, Optional.empty()),
                List.of(
                        plain(DENIED, 2),
                        plain(new Sku("NOT-SOLD"), 1),
                        plain(BULKY, 4),
                        plain(new Sku("not a sku at all"), 1),
                        plain(BACKORDERED, 0),
                        plain(DENIED, 5),
                        configured(Splint.LARGE)));

        assertThat(codes(filled))
                .containsExactly(
                        "done", "sku-unknown", "done", "sku-unknown", "quantity-invalid", "done", "configuration-none");
        Cart cart = stored(shop, id);
        assertThat(cart).isEqualTo(filled.cart());
        assertThat(cart.lines()).extracting(Cart.Line::sku).containsExactly(BULKY, DENIED);
        assertThat(cart.lines()).extracting(Cart.Line::quantity).containsExactly(7, 7);
        assertThat(filled.lines().get(0).line()).isEqualTo(filled.lines().get(5).line());
        // What is added later finds names and places of its own.
        Cart later = shop.carts()
                .addLine(owner(), Optional.empty(), id, UNTRACKED, 1)
                .orElseThrow();
        assertThat(stored(shop, id)).isEqualTo(later);
        assertThat(later.lines()).extracting(Cart.Line::sku).containsExactly(BULKY, DENIED, UNTRACKED);
    }

    @OnEveryDatabase
    void aNewCartIsOpenedWithItsLines(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().configurator.model(Splint.device("white", "black"));

        Filled filled = fill(
                shop.kernel(),
                owner(),
                NEW,
                List.of(
                        configured(Splint.LARGE.with("colour", Answer.chosen("gold"))),
                        plain(DENIED, 2),
                        configured(Splint.LARGE.with("flavour", Answer.chosen("mint")))));

        Cart cart = stored(shop, filled.cart().id());
        assertThat(cart).isEqualTo(filled.cart());
        assertThat(codes(filled)).containsExactly("done", "done", "question-unknown");
        assertThat(cart.lines().get(0).configuration().map(Configuration::answers))
                .contains(Splint.LARGE.with("colour", Answer.chosen("gold")));
        assertThat(filled.lines().get(0).guidance().orElseThrow().misfits())
                .extracting(Guidance.Misfit::question)
                .containsExactly("colour");
    }

    @OnEveryDatabase
    void hundredLinesCostAsManyStatementsAsOne(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().configurator.model(Splint.device("white", "black"));
        List<NewLine> hundred = Stream.concat(
                        IntStream.range(0, 98).mapToObj(i -> configured(Splint.LARGE)),
                        Stream.of(plain(DENIED, 1), plain(BULKY, 1)))
                .toList();
        CartId id = cart(shop);
        shop.carts().addLine(owner(), Optional.empty(), id, BULKY, 3).orElseThrow();
        fill(shop.kernel(), owner(), NEW, List.of(plain(DENIED, 1)));

        shop.sent().forget();
        Plan anew = shop.kernel().filling.plan(owner(), NEW, hundred).orElseThrow();
        // One of them for the articles, four for the vendor's rules.
        assertThat(shop.sent().statements()).hasSize(5);
        shop.sent().forget();
        shop.kernel().transactions.change(tx -> shop.kernel().filling.carryOut(tx, anew));
        assertThat(shop.sent().statements()).hasSize(2);

        shop.sent().forget();
        Plan into = shop.kernel()
                .filling
                .plan(owner(), new Target.Into(id, Optional.empty()), hundred)
                .orElseThrow();
        assertThat(shop.sent().statements()).hasSize(6);
        shop.sent().forget();
        shop.kernel().transactions.change(tx -> shop.kernel().filling.carryOut(tx, into));
        assertThat(shop.sent().statements()).hasSize(5);
        assertThat(stored(shop, id).lines()).hasSize(100);
    }

    @OnEveryDatabase
    void aFullCartTakesWhatStillFits(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().configurator.model(Splint.device("white", "black"));

        Filled filled = fill(
                shop.kernel(),
                owner(),
                NEW,
                Stream.concat(
                                IntStream.range(0, Carts.MAX_LINES - 1).mapToObj(i -> configured(Splint.LARGE)),
                                Stream.of(plain(DENIED, 1), plain(BULKY, 1), plain(DENIED, 1)))
                        .toList());

        assertThat(codes(filled).subList(Carts.MAX_LINES - 1, Carts.MAX_LINES + 2))
                .containsExactly("done", "cart-full", "done");
        assertThat(stored(shop, filled.cart().id()).lines()).hasSize(Carts.MAX_LINES);
    }

    @OnEveryDatabase
    void parallelFillingsLoseNothing(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().configurator.model(Splint.device("white", "black"));
        CartId id = cart(shop);

        Parallel.run(
                4,
                caller -> fill(
                        shop.kernel(),
                        owner(),
                        new Target.Into(id, Optional.empty()),
                        List.of(configured(Splint.LARGE), plain(DENIED, 1), configured(Splint.SMALL))));

        Cart cart = stored(shop, id);
        assertThat(cart.lines()).hasSize(9);
        assertThat(cart.lines().stream()
                        .filter(line -> line.sku().equals(DENIED))
                        .map(Cart.Line::quantity))
                .containsExactly(4);
    }

    @OnEveryDatabase
    void nothingGoesIntoACartThatCannotBeEdited(Database database) {
        Shop shop = Shop.open(database);
        CartId id = cart(shop);
        List<NewLine> lines = List.of(plain(DENIED, 1));
        Kernel kernel = shop.kernel();

        assertThat(code(kernel.filling.plan(foreigner(), new Target.Into(id, Optional.empty()), lines)))
                .isEqualTo("cart-not-found");
        Plan late = kernel.filling
                .plan(owner(), new Target.Into(id, Optional.of(1L)), lines)
                .orElseThrow();
        shop.carts().pause(owner(), Optional.empty(), id, Optional.empty()).orElseThrow();
        assertThat(code(kernel.filling.plan(owner(), new Target.Into(id, Optional.empty()), lines)))
                .isEqualTo("cart-paused");
        assertThatThrownBy(() -> kernel.transactions.change(tx -> kernel.filling.carryOut(tx, late)))
                .isInstanceOf(RefusedException.class);
        shop.carts().resume(owner(), Optional.empty(), id, Optional.empty()).orElseThrow();
        assertThatThrownBy(() -> kernel.transactions.change(tx -> kernel.filling.carryOut(tx, late)))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("version-changed"));
        assertThat(stored(shop, id).lines()).isEmpty();
    }

    @OnEveryDatabase
    void answersAboutAPatientAreSealedAndNeedThePatientOfTheLocation(Database database) {
        Clinic clinic = Clinic.open(database);
        Kernel kernel = clinic.kernel();
        kernel.configurator.model(Splint.whole("white", "black"));
        Caller dentist = clinic.signedIn(clinic.person("Dentist", at(NORTH, Role.OWNER)), NORTH);
        RecipientId patient = kernel.recipients
                .add(dentist, Optional.empty(), "Kari Nordmann", Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        RecipientId nobody = new RecipientId("0190a000-0000-7000-8000-00000000ffff");

        Filled filled = fill(
                kernel,
                dentist,
                NEW,
                List.of(
                        new NewLine(
                                UNTRACKED, 1, Optional.of(Splint.forPatient("grinds at night")), Optional.of(patient)),
                        new NewLine(UNTRACKED, 1, Optional.of(Splint.LARGE), Optional.of(nobody)),
                        configured(Splint.forPatient("grinds at night"))));

        assertThat(codes(filled)).containsExactly("done", "recipient-not-found", "recipient-required");
        FilledLine first = filled.lines().get(0);
        Cart cart = kernel.carts.get(dentist, filled.cart().id()).orElseThrow().cart();
        assertThat(cart.lines())
                .extracting(Cart.Line::id)
                .containsExactly(first.line().orElseThrow());
        assertThat(cart.lines().get(0).configuration().map(Configuration::answers))
                .contains(Splint.forPatient("grinds at night"));
        assertThat(database.texts()).isNotEmpty().noneMatch(text -> text.contains("grinds"));
    }

    @OnEveryDatabase
    @Tag("D20")
    void filesOfManyLinesAreKeptAndThoseThatWillNotDoAreTold(Database database) {
        Scanned scene = Scanned.open(database);
        UploadId scan = scene.ready();
        NewLine good = new NewLine(UNTRACKED, 1, Optional.of(Splint.scanned(scan)), Optional.of(scene.patient));
        NewLine unknown = new NewLine(
                UNTRACKED, 1, Optional.of(Splint.scanned(new UploadId("nothing"))), Optional.of(scene.patient));

        Filled filled = fill(scene.kernel, scene.dentist, NEW, List.of(good, unknown));

        assertThat(codes(filled)).containsExactly("done", "upload-not-found");
        assertThat(scene.upload(scan).attached()).isTrue();
        assertThat(code(scene.checkOut(filled.cart().id()))).isEqualTo("done");
    }
}

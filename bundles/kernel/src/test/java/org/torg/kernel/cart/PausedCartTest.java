package org.torg.kernel.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Callers.foreigner;
import static org.torg.kernel.fixture.Callers.owner;
import static org.torg.kernel.fixture.Callers.stranger;
import static org.torg.kernel.fixture.Clinic.NORTH;
import static org.torg.kernel.fixture.Clinic.SOUTH;
import static org.torg.kernel.fixture.Clinic.at;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Shop.BACKORDERED;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.UNTRACKED;
import static org.torg.kernel.fixture.Shop.checkout;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.torg.api.IdempotencyKey;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.account.Role;
import org.torg.api.account.UserId;
import org.torg.api.audit.AuditEntry;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts;
import org.torg.api.cart.Carts.CartQuery;
import org.torg.api.cart.Carts.CartSummary;
import org.torg.api.cart.Carts.Difference;
import org.torg.api.cart.Carts.NewLine;
import org.torg.api.cart.Carts.Resumed;
import org.torg.api.configurator.Answer;
import org.torg.api.order.Order;
import org.torg.api.order.PriceAgreement;
import org.torg.api.upload.UploadId;
import org.torg.kernel.fixture.Clinic;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Scanned;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.fixture.Splint;

/** Several carts at once, laid aside and taken up again (D23). */
@Tag("D23")
class PausedCartTest {

    private static final PageRequest PAGE = PageRequest.first(2);
    private static final CartQuery ALL = new CartQuery(Optional.empty(), Optional.empty(), PAGE);
    private static final CartQuery PAUSED = new CartQuery(Optional.empty(), Optional.of(true), PAGE);

    private static CartId cart(Shop shop) {
        return shop.carts()
                .create(owner(), Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
    }

    private static CartId splint(Shop shop) {
        CartId id = cart(shop);
        shop.carts().addLine(owner(), Optional.empty(), id, DENIED, 1).orElseThrow();
        shop.carts()
                .addLine(
                        owner(),
                        Optional.empty(),
                        id,
                        new NewLine(
                                UNTRACKED,
                                1,
                                Optional.of(Splint.LARGE.with("colour", Answer.chosen("black"))),
                                Optional.empty()))
                .orElseThrow();
        return id;
    }

    private static Shop shop(Database database) {
        Shop shop = Shop.open(database);
        shop.kernel().configurator.model(Splint.device("white", "black"));
        return shop;
    }

    private static Resumed resume(Shop shop, CartId id) {
        return shop.carts()
                .resume(owner(), Optional.empty(), id, Optional.empty())
                .orElseThrow();
    }

    private static void pause(Shop shop, CartId id) {
        shop.carts().pause(owner(), Optional.empty(), id, Optional.empty()).orElseThrow();
    }

    @OnEveryDatabase
    void aPausedCartIsFoundKeepsWhatItHasAndIsCompletedLater(Database database) {
        Shop shop = shop(database);
        CartId id = splint(shop);
        Cart before = shop.carts().get(owner(), id).orElseThrow().cart();
        pause(shop, id);

        assertThat(code(shop.carts().addLine(owner(), Optional.empty(), id, DENIED, 1)))
                .isEqualTo("cart-paused");
        assertThat(code(shop.carts().checkout(owner(), Optional.empty(), id, checkout(new PriceAgreement.Current()))))
                .isEqualTo("cart-paused");
        CartSummary found =
                shop.carts().find(owner(), PAUSED).orElseThrow().items().get(0);
        assertThat(found.id()).isEqualTo(id);
        assertThat(found.lines()).isEqualTo(2);
        assertThat(found.owner()).isEqualTo(owner().user().orElseThrow());
        Resumed resumed = resume(shop, id);

        assertThat(resumed.differences()).isEmpty();
        assertThat(resumed.view().cart().lines()).isEqualTo(before.lines());
        assertThat(shop.carts().find(owner(), PAUSED).orElseThrow().items()).isEmpty();
        assertThat(code(shop.carts().checkout(owner(), Optional.empty(), id, checkout(new PriceAgreement.Current()))))
                .isEqualTo("done");
        assertThat(shop.carts().find(owner(), ALL).orElseThrow().items()).isEmpty();
    }

    /** Files to which nothing refers go after a week: a cart that is laid aside refers to its own. */
    @OnEveryDatabase
    void aPausedCartKeepsItsScans(Database database) {
        Scanned scene = Scanned.open(database);
        UploadId scan = scene.ready();
        UploadId loose = scene.ready();
        CartId id = scene.cart();
        scene.add(id, Splint.scanned(scan)).orElseThrow();
        Carts carts = scene.kernel.carts;
        carts.pause(scene.dentist, Optional.empty(), id, Optional.empty()).orElseThrow();

        scene.clinic.shop().clock().move(Duration.ofDays(30));
        scene.expire();
        Resumed resumed = carts.resume(scene.dentist, Optional.empty(), id, Optional.empty())
                .orElseThrow();

        assertThat(code(scene.uploading.uploads.get(scene.dentist, loose))).isEqualTo("upload-not-found");
        assertThat(resumed.view().objections()).isEmpty();
        Order order = scene.checkOut(id).orElseThrow();
        assertThat(scene.files(scene.lab(), order)).containsExactly(scan);
    }

    @OnEveryDatabase
    void whatIsDifferentSinceThePauseIsToldLineByLine(Database database) {
        Shop shop = shop(database);
        CartId id = splint(shop);
        pause(shop, id);
        shop.price(BACKORDERED, "150.00");
        shop.kernel().configurator.model(Splint.device("white"));

        Resumed resumed = resume(shop, id);

        assertThat(resumed.differences()).hasSize(1);
        Difference difference = resumed.differences().get(0);
        assertThat(difference.sku()).isEqualTo(UNTRACKED);
        assertThat(difference.gone()).isFalse();
        assertThat(difference.answers()).containsExactly("colour");
        assertThat(difference.then().orElseThrow())
                .isNotEqualTo(difference.now().orElseThrow());
        assertThat(resumed.seen().orElseThrow().net())
                .isNotEqualTo(resumed.view().quotation().orElseThrow().priced().net());
        assertThat(code(shop.carts().checkout(owner(), Optional.empty(), id, checkout(new PriceAgreement.Current()))))
                .isEqualTo("configuration-conflicts");
    }

    @OnEveryDatabase
    void anArticleThatIsGoneIsNamedAndTheOthersArePriced(Database database) {
        Shop shop = shop(database);
        CartId id = splint(shop);
        pause(shop, id);
        database.run("DELETE FROM variant WHERE sku = '" + UNTRACKED.value() + "'");

        Resumed resumed = resume(shop, id);

        assertThat(resumed.differences()).hasSize(1);
        assertThat(resumed.differences().get(0).gone()).isTrue();
        assertThat(resumed.differences().get(0).now()).isEmpty();
        assertThat(resumed.view().quotation().orElseThrow().priced().lines())
                .extracting(line -> line.sku())
                .containsExactly(DENIED);
        assertThat(code(shop.carts().checkout(owner(), Optional.empty(), id, checkout(new PriceAgreement.Current()))))
                .isEqualTo("sku-unknown");
    }

    @OnEveryDatabase
    void aRepeatAnswersTheSameAndAnOldVersionIsRefused(Database database) {
        Shop shop = shop(database);
        CartId id = splint(shop);
        assertThat(code(shop.carts().pause(owner(), Optional.empty(), id, Optional.of(1L))))
                .isEqualTo("version-changed");
        pause(shop, id);
        shop.price(DENIED, "150.00");
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("resume"));

        Resumed first = shop.carts().resume(owner(), key, id, Optional.empty()).orElseThrow();
        Resumed again = shop.carts().resume(owner(), key, id, Optional.empty()).orElseThrow();

        assertThat(first.differences()).hasSize(2);
        assertThat(again.differences()).isEqualTo(first.differences());
        assertThat(again.view().cart()).isEqualTo(first.view().cart());
    }

    @OnEveryDatabase
    void severalCartsAreListedPageByPageAndNotThoseOfOthers(Database database) {
        Shop shop = shop(database);
        CartId first = cart(shop);
        CartId second = cart(shop);
        CartId third = cart(shop);

        var page = shop.carts().find(owner(), ALL).orElseThrow();
        assertThat(page.items()).extracting(CartSummary::id).containsExactly(third, second);
        var rest = shop.carts()
                .find(owner(), new CartQuery(Optional.empty(), Optional.empty(), new PageRequest(page.next(), 2)))
                .orElseThrow();
        assertThat(rest.items()).extracting(CartSummary::id).containsExactly(first);
        assertThat(rest.next()).isEmpty();
        assertThat(shop.carts().find(foreigner(), ALL).orElseThrow().items()).isEmpty();
    }

    @OnEveryDatabase
    void linesOfOpenCartsAreCountedInOneStatementHoweverManyThereAre(Database database) {
        Shop shop = shop(database);
        assertThat(shop.carts().countOpenLines(owner()).orElseThrow()).isZero();
        splint(shop);
        shop.carts().addLine(owner(), Optional.empty(), cart(shop), DENIED, 5).orElseThrow();
        cart(shop);
        pause(shop, splint(shop));
        CartId ordered = cart(shop);
        shop.carts().addLine(owner(), Optional.empty(), ordered, BACKORDERED, 1).orElseThrow();
        shop.carts()
                .checkout(owner(), Optional.empty(), ordered, checkout(new PriceAgreement.Current()))
                .orElseThrow();

        shop.sent().forget();
        assertThat(shop.carts().countOpenLines(owner()).orElseThrow()).isEqualTo(3);
        assertThat(shop.sent().statements()).hasSize(1);
        assertThat(shop.carts().countOpenLines(foreigner()).orElseThrow()).isZero();
        assertThat(code(shop.carts().countOpenLines(stranger()))).isEqualTo("token-missing");
    }

    @OnEveryDatabase
    void linesOfAnotherLocationAreNotCounted(Database database) {
        Clinic clinic = Clinic.open(database);
        Carts carts = clinic.shop().carts();
        Caller north = clinic.signedIn(clinic.person("Kari", at(NORTH, Role.BUYER)), NORTH);
        Caller south = clinic.signedIn(clinic.person("Ola", at(SOUTH, Role.BUYER)), SOUTH);
        CartId id = carts.create(north, Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
        carts.addLine(north, Optional.empty(), id, UNTRACKED, 1).orElseThrow();

        assertThat(carts.countOpenLines(north).orElseThrow()).isEqualTo(1);
        assertThat(carts.countOpenLines(south).orElseThrow()).isZero();
    }

    @OnEveryDatabase
    void aCartIsHandedOverToAColleagueWhoHasTheRightThere(Database database) {
        Clinic clinic = Clinic.open(database);
        Carts carts = clinic.shop().carts();
        UserId kari = clinic.person("Kari", at(NORTH, Role.BUYER));
        UserId ola = clinic.person("Ola", at(NORTH, Role.BUYER));
        UserId south = clinic.person("South", at(SOUTH, Role.BUYER));
        Caller caller = clinic.signedIn(kari, NORTH);
        CartId id = carts.create(caller, Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();

        assertThat(code(carts.handOver(caller, Optional.empty(), id, Optional.empty(), south)))
                .isEqualTo("person-not-found");
        Cart handed = carts.handOver(caller, Optional.empty(), id, Optional.of(1L), ola)
                .orElseThrow();

        assertThat(handed.owner()).isEqualTo(ola);
        assertThat(clinic.audit(1)).extracting(AuditEntry::command).containsExactly("hand-over-cart");
        assertThat(carts.find(clinic.signedIn(ola, NORTH), ALL)
                        .orElseThrow()
                        .items()
                        .get(0)
                        .owner())
                .isEqualTo(ola);
        assertThat(carts.find(clinic.signedIn(south, SOUTH), ALL).orElseThrow().items())
                .isEmpty();
    }
}

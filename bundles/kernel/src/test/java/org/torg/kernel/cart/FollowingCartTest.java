package org.torg.kernel.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Clinic.ACCOUNT;
import static org.torg.kernel.fixture.Clinic.ELSEWHERE;
import static org.torg.kernel.fixture.Clinic.NORTH;
import static org.torg.kernel.fixture.Clinic.SOUTH;
import static org.torg.kernel.fixture.Clinic.at;
import static org.torg.kernel.fixture.Clinic.in;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Shop.DENIED;
import static org.torg.kernel.fixture.Shop.UNTRACKED;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.account.RecipientId;
import org.torg.api.account.Role;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.cart.CartId;
import org.torg.api.cart.Carts.NewLine;
import org.torg.api.cart.FollowingCarts.Following;
import org.torg.api.cart.FollowingCarts.Source;
import org.torg.api.configurator.Configuration;
import org.torg.api.order.Order;
import org.torg.kernel.fixture.Clinic;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Splint;

/** Another order for the same patient. */
@Tag("D22")
class FollowingCartTest {

    private static final Optional<IdempotencyKey> NO_KEY = Optional.empty();

    private static Clinic clinic(Database database) {
        Clinic clinic = Clinic.open(database);
        clinic.kernel().configurator.model(Splint.whole("white", "black"));
        return clinic;
    }

    private static Caller dentist(Clinic clinic) {
        return clinic.signedIn(clinic.person("Dentist", at(NORTH, Role.OWNER)), NORTH);
    }

    private static RecipientId patient(Clinic clinic, Caller caller, String name) {
        return clinic.kernel()
                .recipients
                .add(caller, NO_KEY, name, Optional.empty(), Optional.empty())
                .orElseThrow()
                .id();
    }

    /** One splint for the patient, and something for the clinic. */
    private static CartId cart(Clinic clinic, Caller caller, RecipientId patient) {
        CartId id = clinic.shop()
                .carts()
                .create(caller, NO_KEY, Optional.empty())
                .orElseThrow()
                .id();
        clinic.shop()
                .carts()
                .addLine(
                        caller,
                        NO_KEY,
                        id,
                        new NewLine(
                                UNTRACKED, 1, Optional.of(Splint.forPatient("Grinds at night")), Optional.of(patient)))
                .orElseThrow();
        clinic.shop().carts().addLine(caller, NO_KEY, id, DENIED, 1).orElseThrow();
        return id;
    }

    private static Order order(Clinic clinic, Caller caller, CartId cart) {
        return clinic.shop()
                .carts()
                .checkout(caller, NO_KEY, cart, Clinic.checkout(caller))
                .orElseThrow();
    }

    private static Outcome<Following> open(Clinic clinic, Caller caller, Source source, boolean withLines) {
        return clinic.kernel().followingCarts.open(caller, NO_KEY, source, Optional.empty(), withLines);
    }

    @OnEveryDatabase
    void anEmptyCartForTheSamePatientFollowsAnOrder(Database database) {
        Clinic clinic = clinic(database);
        Caller dentist = dentist(clinic);
        RecipientId patient = patient(clinic, dentist, "Kari Nordmann");
        Order order = order(clinic, dentist, cart(clinic, dentist, patient));

        Following following =
                open(clinic, dentist, new Source.OfOrder(order.id()), false).orElseThrow();

        assertThat(following.recipients()).containsExactly(patient);
        Cart cart = following.reuse().view().cart();
        assertThat(clinic.shop().carts().get(dentist, cart.id()).orElseThrow().cart())
                .isEqualTo(cart);
        assertThat(cart.lines()).isEmpty();
        assertThat(cart.location()).contains(NORTH);
        assertThat(cart.vendor()).isEqualTo(order.vendor());
    }

    @OnEveryDatabase
    @Tag("D16")
    void theLinesForThePatientAreCopiedWhenAskedForWithoutWhatWasAnsweredAboutThePatient(Database database) {
        Clinic clinic = clinic(database);
        Caller dentist = dentist(clinic);
        RecipientId patient = patient(clinic, dentist, "Kari Nordmann");
        CartId before = cart(clinic, dentist, patient);
        Cart as = clinic.shop().carts().get(dentist, before).orElseThrow().cart();

        for (Source source : List.of(
                new Source.OfCart(before),
                new Source.OfOrder(order(clinic, dentist, before).id()))) {
            Following following = open(clinic, dentist, source, true).orElseThrow();

            Cart cart = following.reuse().view().cart();
            assertThat(cart.id()).isNotEqualTo(before);
            assertThat(cart.lines()).singleElement().satisfies(line -> {
                assertThat(line.recipient()).contains(patient);
                assertThat(line.configuration().map(Configuration::answers)).contains(Splint.LARGE);
            });
            assertThat(following.reuse().lines()).singleElement().satisfies(line -> {
                assertThat(line.missing()).containsExactly("case");
                assertThat(line.line()).contains(cart.lines().get(0).id());
            });
        }
        assertThat(clinic.shop()
                        .carts()
                        .get(dentist, before)
                        .orElseThrow()
                        .cart()
                        .lines())
                .isEqualTo(as.lines());
    }

    @OnEveryDatabase
    void onlyWhoMaySeeThePatientThereOpensOne(Database database) {
        Clinic clinic = clinic(database);
        Caller dentist = dentist(clinic);
        RecipientId patient = patient(clinic, dentist, "Kari Nordmann");
        CartId before = cart(clinic, dentist, patient);
        UserId head = clinic.person("Head", in(ACCOUNT, Role.OWNER));
        Caller south = clinic.signedIn(clinic.person("South", at(SOUTH, Role.OWNER)), SOUTH);
        Caller foreign = clinic.signedIn(clinic.person("Foreign", at(ELSEWHERE, Role.OWNER)), ELSEWHERE);
        Source ofCart = new Source.OfCart(before);

        assertThat(code(open(clinic, clinic.signedIn(head, ACCOUNT), ofCart, true)))
                .isEqualTo("location-required");
        assertThat(code(open(clinic, clinic.signedIn(head, NORTH), ofCart, true)))
                .isEqualTo("done");
        for (Caller stranger : List.of(south, foreign)) {
            assertThat(code(open(clinic, stranger, ofCart, false))).isEqualTo("cart-not-found");
        }
        Source ofOrder = new Source.OfOrder(order(clinic, dentist, before).id());
        assertThat(code(open(clinic, foreign, ofOrder, false))).isEqualTo("order-not-found");
        assertThat(code(clinic.kernel()
                        .followingCarts
                        .open(dentist, NO_KEY, ofOrder, Optional.of(patient(clinic, dentist, "Somebody else")), false)))
                .isEqualTo("recipient-not-found");
    }

    @OnEveryDatabase
    void whatWasForNobodyIsFollowedByNothing(Database database) {
        Clinic clinic = clinic(database);
        Caller dentist = dentist(clinic);
        CartId plain = clinic.shop()
                .carts()
                .create(dentist, NO_KEY, Optional.empty())
                .orElseThrow()
                .id();
        clinic.shop().carts().addLine(dentist, NO_KEY, plain, DENIED, 1).orElseThrow();

        assertThat(code(open(clinic, dentist, new Source.OfCart(plain), true))).isEqualTo("recipient-none");
    }

    @OnEveryDatabase
    void aRepeatOpensNoSecondCart(Database database) {
        Clinic clinic = clinic(database);
        Caller dentist = dentist(clinic);
        RecipientId patient = patient(clinic, dentist, "Kari Nordmann");
        Source source = new Source.OfCart(cart(clinic, dentist, patient));
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("following-1"));

        Following first = clinic.kernel()
                .followingCarts
                .open(dentist, key, source, Optional.of(patient), true)
                .orElseThrow();
        Following again = clinic.kernel()
                .followingCarts
                .open(dentist, key, source, Optional.of(patient), true)
                .orElseThrow();

        assertThat(again.reuse().view().cart()).isEqualTo(first.reuse().view().cart());
        assertThat(again.reuse().lines()).isEqualTo(first.reuse().lines());
    }
}

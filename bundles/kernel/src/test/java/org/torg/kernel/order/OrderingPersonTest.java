package org.torg.kernel.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Clinic.ACCOUNT;
import static org.torg.kernel.fixture.Clinic.NORTH;
import static org.torg.kernel.fixture.Clinic.OTHER;
import static org.torg.kernel.fixture.Clinic.SOUTH;
import static org.torg.kernel.fixture.Clinic.at;
import static org.torg.kernel.fixture.Clinic.in;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Outcomes.refusal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.torg.api.Outcome;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.LocationId;
import org.torg.api.account.People.Team;
import org.torg.api.account.Role;
import org.torg.api.account.UserId;
import org.torg.api.cart.Cart;
import org.torg.api.catalog.Sku;
import org.torg.api.order.Order;
import org.torg.kernel.fixture.Clinic;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;

/** In whose name something is ordered: every order tells who did it and whose it is (D07, D10). */
class OrderingPersonTest {

    private static final Optional<LocationId> NO_LOCATION = Optional.empty();
    private static final Optional<UserId> NOBODY = Optional.empty();

    private static Caller acting(Clinic clinic, UserId login, UserId person) {
        return clinic.signedIn(login, Optional.of(ACCOUNT), NO_LOCATION, Optional.of(person));
    }

    private static Cart cart(Clinic clinic, Caller caller) {
        Cart cart = clinic.shop()
                .carts()
                .create(caller, Optional.empty(), Optional.empty())
                .orElseThrow();
        return clinic.shop()
                .carts()
                .addLine(caller, Optional.empty(), cart.id(), Shop.UNTRACKED, 1)
                .orElseThrow();
    }

    private static Outcome<Order> checkout(Clinic clinic, Caller caller, Cart cart, Optional<UserId> confirmed) {
        return clinic.shop().carts().checkout(caller, Optional.empty(), cart.id(), Clinic.checkout(confirmed));
    }

    @OnEveryDatabase
    @Tag("D10")
    void aSharedLoginOrdersNothingBeforeItHasChosenAPerson(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId front = clinic.sharedLogin("Front desk", in(ACCOUNT, Role.OWNER));
        UserId doctor = clinic.person("Doctor", in(ACCOUNT, Role.BUYER));
        Caller nobody = clinic.signedIn(front, ACCOUNT);
        Cart cart = cart(clinic, nobody);

        Refusal refusal = refusal(clinic.place(nobody));
        assertThat(refusal.code()).isEqualTo("person-required");
        assertThat(code(checkout(clinic, nobody, cart, NOBODY))).isEqualTo("person-required");
        assertThat(code(checkout(clinic, nobody, cart, Optional.of(doctor)))).isEqualTo("person-required");

        Caller somebody = acting(clinic, front, doctor);
        Order order = clinic.place(somebody).orElseThrow();
        assertThat(order.placedBy()).isEqualTo(front);
        assertThat(order.actingFor()).contains(doctor);
        Order stored = clinic.shop().orders().get(somebody, order.id()).orElseThrow();
        assertThat(stored.actingFor()).contains(doctor);
        assertThat(clinic.audit(1)).singleElement().satisfies(entry -> {
            assertThat(entry.command()).isEqualTo("place-order");
            assertThat(entry.subject()).isEqualTo("user:" + front.value());
            assertThat(entry.actingFor()).contains("user:" + doctor.value());
        });
    }

    @OnEveryDatabase
    @Tag("D07")
    void withALoginOfOnesOwnTheOrderIsOnesOwn(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId doctor = clinic.person("Doctor", in(ACCOUNT, Role.BUYER));
        Caller own = clinic.signedIn(doctor, ACCOUNT);

        Order order = clinic.place(own).orElseThrow();
        assertThat(order.placedBy()).isEqualTo(doctor);
        assertThat(order.actingFor()).isEmpty();
        Cart cart = cart(clinic, own);
        Order confirmed = checkout(clinic, own, cart, Optional.of(doctor)).orElseThrow();
        assertThat(confirmed.actingFor())
                .as("naming oneself is naming nobody else")
                .isEmpty();
    }

    @OnEveryDatabase
    @Tag("D10")
    void aResumedCartKeepsItsPersonUntilItIsChangedAndTheCheckoutConfirmsIt(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId front = clinic.sharedLogin("Front desk", in(ACCOUNT, Role.BUYER));
        UserId doctor = clinic.person("Doctor", in(ACCOUNT, Role.BUYER));
        UserId dentist = clinic.person("Dentist", in(ACCOUNT, Role.BUYER));
        Cart cart = cart(clinic, acting(clinic, front, doctor));
        assertThat(cart.actingFor()).contains(doctor);

        Caller later = acting(clinic, front, dentist);
        Cart resumed = clinic.shop()
                .carts()
                .addLine(later, Optional.empty(), cart.id(), Shop.BULKY, 1)
                .orElseThrow();
        assertThat(resumed.actingFor()).contains(doctor);
        Refusal refusal = refusal(checkout(clinic, later, cart, NOBODY));
        assertThat(refusal.code()).isEqualTo("person-not-confirmed");
        assertThat(refusal.toString()).doesNotContain("Doctor", "Dentist", doctor.value(), dentist.value());
        assertThat(code(checkout(clinic, later, cart, Optional.of(dentist)))).isEqualTo("person-not-confirmed");

        Order order = checkout(clinic, later, cart, Optional.of(doctor)).orElseThrow();
        assertThat(order.actingFor()).contains(doctor);
        assertThat(order.placedBy()).isEqualTo(front);
        assertThat(clinic.audit(1)).singleElement().satisfies(entry -> assertThat(entry.actingFor())
                .contains("user:" + doctor.value()));

        Cart second = cart(clinic, acting(clinic, front, doctor));
        Cart changed = clinic.shop()
                .carts()
                .setPerson(later, Optional.empty(), second.id(), Optional.of(second.version()), Optional.of(dentist))
                .orElseThrow();
        assertThat(changed.actingFor()).contains(dentist);
        assertThat(changed.version()).isEqualTo(second.version() + 1);
        assertThat(clinic.shop().carts().get(later, second.id()).orElseThrow().cart())
                .isEqualTo(changed);
        assertThat(code(clinic.shop()
                        .carts()
                        .setPerson(later, Optional.empty(), second.id(), Optional.of(second.version()), NOBODY)))
                .isEqualTo("version-changed");
        assertThat(checkout(clinic, later, second, Optional.of(dentist))
                        .orElseThrow()
                        .actingFor())
                .contains(dentist);
    }

    @OnEveryDatabase
    @Tag("D10")
    void aCartIsInTheNameOfNobodyFromElsewhere(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId front = clinic.sharedLogin("Front desk", at(NORTH, Role.BUYER));
        UserId doctor = clinic.person("Doctor", at(NORTH, Role.BUYER));
        UserId south = clinic.person("South", at(SOUTH, Role.BUYER));
        UserId foreign = clinic.person("Foreign", in(OTHER, Role.BUYER));
        UserId shared = clinic.sharedLogin("Back desk", at(NORTH, Role.BUYER));
        Caller caller = acting(clinic, front, doctor);
        Cart cart = cart(clinic, caller);

        Refusal unknown = refusal(clinic.shop()
                .carts()
                .setPerson(caller, Optional.empty(), cart.id(), Optional.empty(), Optional.of(new UserId("x"))));
        assertThat(unknown.code()).isEqualTo("person-not-found");
        for (UserId other : List.of(south, foreign, shared)) {
            assertThat(refusal(clinic.shop()
                            .carts()
                            .setPerson(caller, Optional.empty(), cart.id(), Optional.empty(), Optional.of(other))))
                    .isEqualTo(unknown);
        }

        UserId dentist = clinic.person("Dentist", at(NORTH, Role.BUYER));
        clinic.team(new Team.OfAccount(ACCOUNT), doctor, false, at(NORTH, Role.BUYER));
        assertThat(code(checkout(clinic, acting(clinic, front, dentist), cart, Optional.of(doctor))))
                .as("who has left orders nothing more")
                .isEqualTo("person-not-found");
    }

    @OnEveryDatabase
    @Tag("D10")
    void anOrderInSomebodysNameTakesNoMoreStatements(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId front = clinic.sharedLogin("Front desk", at(NORTH, Role.BUYER));
        UserId doctor = clinic.person("Doctor", at(NORTH, Role.BUYER));
        Caller caller = acting(clinic, front, doctor);
        clinic.place(caller).orElseThrow();
        Map<Sku, Integer> goods = Map.of(Shop.DENIED, 1, Shop.BACKORDERED, 1, Shop.BULKY, 1);

        clinic.shop().sent().forget();
        clinic.shop()
                .orders()
                .place(caller, Optional.empty(), Shop.order(goods, Clinic.checkout(caller)))
                .orElseThrow();
        assertThat(clinic.shop().sent().statements()).hasSizeLessThanOrEqualTo(12);
        assertThat(clinic.shop().sent().commits()).isEqualTo(1);
    }
}

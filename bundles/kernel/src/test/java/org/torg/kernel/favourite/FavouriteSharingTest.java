package org.torg.kernel.favourite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Clinic.ACCOUNT;
import static org.torg.kernel.fixture.Clinic.ELSEWHERE;
import static org.torg.kernel.fixture.Clinic.NORTH;
import static org.torg.kernel.fixture.Clinic.SOUTH;
import static org.torg.kernel.fixture.Clinic.at;
import static org.torg.kernel.fixture.Clinic.in;
import static org.torg.kernel.fixture.Outcomes.code;
import static org.torg.kernel.fixture.Shop.DENIED;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.account.Role;
import org.torg.api.account.UserId;
import org.torg.api.favourite.Favourite;
import org.torg.api.favourite.Favourite.Sharing;
import org.torg.api.favourite.Favourites;
import org.torg.api.privacy.Subject;
import org.torg.api.store.FavouriteStore;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Clinic;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;

/** Whose a favourite is, and with whom it is shared. */
@Tag("H49")
class FavouriteSharingTest {

    private static final Optional<IdempotencyKey> NO_KEY = Optional.empty();

    private static Outcome<Favourite> save(Clinic clinic, Caller caller, String name, Sharing sharing) {
        return clinic.kernel()
                .favourites
                .save(
                        caller,
                        NO_KEY,
                        Optional.empty(),
                        name,
                        sharing,
                        List.of(new Favourites.NewLine(DENIED, 1, Optional.empty())));
    }

    private static List<String> names(Clinic clinic, Caller caller) {
        return clinic
                .kernel()
                .favourites
                .find(
                        caller,
                        new Favourites.Query(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                PageRequest.first(50)))
                .orElseThrow()
                .items()
                .stream()
                .map(found -> found.favourite().name())
                .toList();
    }

    @OnEveryDatabase
    void whatIsSharedIsFoundByThoseWithWhomItIsSharedAndByNobodyElse(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId head = clinic.person("Head", in(ACCOUNT, Role.OWNER));
        Caller north = clinic.signedIn(head, NORTH);
        Caller buyerNorth = clinic.signedIn(clinic.person("N", at(NORTH, Role.BUYER)), NORTH);
        Caller buyerSouth = clinic.signedIn(clinic.person("S", at(SOUTH, Role.BUYER)), SOUTH);
        Caller foreign = clinic.signedIn(clinic.person("F", at(ELSEWHERE, Role.OWNER)), ELSEWHERE);

        save(clinic, north, "own", Sharing.PERSON).orElseThrow();
        Favourite ofNorth = save(clinic, north, "north", Sharing.LOCATION).orElseThrow();
        Favourite ofAll = save(clinic, north, "all", Sharing.ACCOUNT).orElseThrow();

        assertThat(names(clinic, north)).containsExactly("all", "north", "own");
        assertThat(names(clinic, clinic.signedIn(head, ACCOUNT))).containsExactly("all", "north", "own");
        assertThat(names(clinic, clinic.signedIn(head, SOUTH))).containsExactly("all", "own");
        assertThat(names(clinic, buyerNorth)).containsExactly("all", "north");
        assertThat(names(clinic, buyerSouth)).containsExactly("all");
        assertThat(names(clinic, foreign)).isEmpty();
        assertThat(code(clinic.kernel().favourites.get(buyerNorth, ofNorth.id())))
                .isEqualTo("done");
        assertThat(code(clinic.kernel().favourites.get(buyerSouth, ofNorth.id())))
                .isEqualTo("favourite-not-found");
        assertThat(code(clinic.kernel().favourites.get(buyerSouth, ofAll.id()))).isEqualTo("done");
        assertThat(code(clinic.kernel().favourites.get(foreign, ofAll.id()))).isEqualTo("favourite-not-found");
    }

    @OnEveryDatabase
    void toShareAndToChangeWhatIsSharedNeedsARight(Database database) {
        Clinic clinic = Clinic.open(database);
        Favourites favourites = clinic.kernel().favourites;
        UserId head = clinic.person("Head", in(ACCOUNT, Role.OWNER));
        Caller north = clinic.signedIn(head, NORTH);
        Caller buyer = clinic.signedIn(clinic.person("N", at(NORTH, Role.BUYER)), NORTH);
        Caller ownerNorth = clinic.signedIn(clinic.person("O", at(NORTH, Role.OWNER)), NORTH);
        Favourite shared = save(clinic, north, "north", Sharing.LOCATION).orElseThrow();
        Favourite ofAll = save(clinic, north, "all", Sharing.ACCOUNT).orElseThrow();
        Favourite own = save(clinic, buyer, "own", Sharing.PERSON).orElseThrow();
        Optional<Long> any = Optional.empty();

        assertThat(code(save(clinic, buyer, "mine", Sharing.LOCATION))).isEqualTo("right-missing");
        assertThat(code(save(clinic, clinic.signedIn(head, ACCOUNT), "where", Sharing.LOCATION)))
                .isEqualTo("location-required");
        assertThat(code(favourites.edit(buyer, NO_KEY, own.id(), any, "mine", Sharing.ACCOUNT)))
                .isEqualTo("right-missing");
        assertThat(code(favourites.delete(buyer, NO_KEY, shared.id(), any))).isEqualTo("right-missing");
        assertThat(code(favourites.edit(ownerNorth, NO_KEY, ofAll.id(), any, "x", Sharing.ACCOUNT)))
                .isEqualTo("right-missing");
        assertThat(code(favourites.edit(ownerNorth, NO_KEY, shared.id(), any, "renamed", Sharing.LOCATION)))
                .isEqualTo("done");
        assertThat(code(favourites.edit(ownerNorth, NO_KEY, shared.id(), any, "mine", Sharing.PERSON)))
                .isEqualTo("favourite-not-own");
        Favourite back = favourites
                .edit(north, NO_KEY, shared.id(), any, "mine again", Sharing.PERSON)
                .orElseThrow();
        assertThat(back.location()).isEmpty();
        assertThat(names(clinic, ownerNorth)).containsExactly("all");
    }

    @OnEveryDatabase
    @Tag("D10")
    @Tag("D15")
    void cliniciansWhoShareALoginHaveEachTheirOwn(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId reception = clinic.sharedLogin("Reception", at(NORTH, Role.BUYER));
        UserId one = clinic.person("One", at(NORTH, Role.BUYER));
        UserId two = clinic.person("Two", at(NORTH, Role.BUYER));
        Caller forOne = clinic.signedIn(reception, Optional.of(ACCOUNT), Optional.of(NORTH), Optional.of(one));
        Caller forTwo = clinic.signedIn(reception, Optional.of(ACCOUNT), Optional.of(NORTH), Optional.of(two));

        save(clinic, forOne, "of one", Sharing.PERSON).orElseThrow();

        assertThat(names(clinic, forOne)).containsExactly("of one");
        assertThat(names(clinic, forTwo)).isEmpty();
        assertThat(names(clinic, clinic.signedIn(one, NORTH))).containsExactly("of one");
    }

    @OnEveryDatabase
    @Tag("L04")
    void whenTheOwnerIsErasedTheOwnOnesGoAndTheSharedOnesStay(Database database) {
        Clinic clinic = Clinic.open(database);
        UserId head = clinic.person("Head", in(ACCOUNT, Role.COLLEAGUE));
        Caller north = clinic.signedIn(head, NORTH);
        Caller buyer = clinic.signedIn(clinic.person("N", at(NORTH, Role.BUYER)), NORTH);
        save(clinic, north, "own", Sharing.PERSON).orElseThrow();
        Favourite shared = save(clinic, north, "all", Sharing.ACCOUNT).orElseThrow();

        List<FavouriteStore.Saved> known = clinic.kernel()
                .transactions
                .read(tx -> clinic.kernel().stores.favourites().savedBy(tx, head));
        assertThat(known).extracting(FavouriteStore.Saved::name).containsExactly("own", "all");
        clinic.kernel()
                .privacy
                .erase(Callers.STAFF, NO_KEY, new Subject.User(head))
                .orElseThrow();

        assertThat(database.columns().get("favourite.name")).containsExactly("all");
        assertThat(database.columns().get("favourite.owner")).doesNotContain(head.value());
        Favourite left = clinic.kernel().favourites.get(buyer, shared.id()).orElseThrow();
        assertThat(left.owner()).isEmpty();
        assertThat(left.lines()).isEqualTo(shared.lines());
    }
}

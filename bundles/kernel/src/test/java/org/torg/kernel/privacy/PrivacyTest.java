package org.torg.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Customers.CUSTOMER;
import static org.torg.kernel.fixture.Outcomes.code;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.torg.api.IdempotencyKey;
import org.torg.api.account.Address;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.LocationId;
import org.torg.api.account.Membership;
import org.torg.api.account.People.Guardianship;
import org.torg.api.account.Recipient;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.order.Checkout;
import org.torg.api.order.Contact;
import org.torg.api.order.DeliveryChoice;
import org.torg.api.order.PaymentMethod;
import org.torg.api.order.PriceAgreement;
import org.torg.api.pricing.Destination;
import org.torg.api.privacy.Privacy;
import org.torg.api.privacy.Subject;
import org.torg.api.store.AccountStore.UserRow;
import org.torg.api.store.PeopleStore.ResetRequest;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.job.Turns;
import org.torg.kernel.notification.Mailer.Letter;

/** What is kept of a person is given to the person, and goes when it may. */
@Tag("L04")
class PrivacyTest {

    private static final UserId KARI = new UserId("kari-1");
    private static final Subject SUBJECT = new Subject.User(KARI);
    private static final String EMAIL = "Kari.Nordmann@Example.org";
    private static final String NAME = "Kari Nordmann";
    private static final String PHONE = "+4799112233";
    private static final Address HOME =
            new Address(NAME, Optional.of("att " + NAME), "Hjemveien 7", Optional.empty(), "0155", "Oslo", "NO");

    @OnEveryDatabase
    void nothingOfThePersonIsLeftInAnyColumnButUnderHolds(Database database) {
        Shop shop = known(database);
        assertThat(where(database)).contains("person.name", "orders.snapshot", "cart.delivery");

        Privacy.Erasure erasure = shop.kernel()
                .privacy
                .erase(Callers.STAFF, Optional.empty(), SUBJECT)
                .orElseThrow();

        assertThat(erasure.kept()).containsOnlyKeys("orders");
        assertThat(erasure.kept().get("orders")).singleElement().satisfies(hold -> {
            assertThat(hold.code()).isEqualTo("accounting");
            assertThat(hold.until()).contains(LocalDate.of(2031, 12, 31));
        });
        assertThat(where(database)).containsExactly("orders.snapshot");
        assertThat(database.columns().get("person_key.owner")).doesNotContain(KARI.value());
        assertThat(database.columns().get("sign_in.person")).isEmpty();
        assertThat(database.columns().get("membership.person")).doesNotContain(KARI.value());
    }

    @OnEveryDatabase
    void whenTheHoldEndsTheRestGoesByItself(Database database) {
        Shop shop = known(database);
        shop.kernel().privacy.erase(Callers.STAFF, Optional.empty(), SUBJECT).orElseThrow();
        Turns jobs = new Turns(shop.kernel(), shop.kernel().erasureJob);
        assertThat(jobs.turn()).isFalse();

        shop.clock().move(Duration.ofDays(365 * 6L));

        assertThat(jobs.turn()).isTrue();
        assertThat(where(database)).isEmpty();
        assertThat(jobs.turn()).as("nothing is planned any more").isFalse();
        assertThat(database.columns().get("orders.snapshot")).singleElement().satisfies(snapshot -> assertThat(snapshot)
                .contains("\"email\":\"erased\"", "\"country\":\"NO\"", "\"city\":\"Oslo\""));
    }

    @OnEveryDatabase
    void erasingAgainChangesNothingAndTheEmailIsFree(Database database) {
        Shop shop = known(database);
        Privacy privacy = shop.kernel().privacy;
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("k"));
        Privacy.Erasure first = privacy.erase(Callers.STAFF, key, SUBJECT).orElseThrow();

        assertThat(privacy.erase(Callers.STAFF, key, SUBJECT).orElseThrow()).isEqualTo(first);
        assertThat(privacy.erase(Callers.STAFF, Optional.empty(), SUBJECT).orElseThrow())
                .isEqualTo(first);
        person(shop, new UserId("other-1"), EMAIL, "Kari To", Role.BUYER);
        assertThat(shop.kernel()
                        .transactions
                        .read(tx -> shop.stores().people().person(tx, KARI))
                        .orElseThrow()
                        .name())
                .isEqualTo("erased");
    }

    @OnEveryDatabase
    @Tag("H14")
    void historyKeepsWhoDidItByAnIdWithoutAName(Database database) {
        Shop shop = known(database);

        shop.kernel().privacy.erase(Callers.STAFF, Optional.empty(), SUBJECT).orElseThrow();

        assertThat(database.columns().get("orders.placed_by")).contains(KARI.value());
        assertThat(database.columns().get("audit_entry.subject")).contains("user:" + KARI.value());
    }

    @OnEveryDatabase
    void theLastOwnerOneselfAndTheUnknownAreNotErased(Database database) {
        Shop shop = Shop.open(database);
        person(shop, KARI, EMAIL, NAME, Role.OWNER);
        Privacy privacy = shop.kernel().privacy;

        assertThat(code(privacy.erase(Callers.STAFF, Optional.empty(), SUBJECT)))
                .isEqualTo("last-owner");
        assertThat(code(privacy.erase(administrator(KARI), Optional.empty(), SUBJECT)))
                .isEqualTo("own-request");
        assertThat(code(privacy.erase(Callers.STAFF, Optional.empty(), new Subject.User(new UserId("nobody")))))
                .isEqualTo("person-not-found");
        assertThat(code(privacy.erase(Callers.owner(), Optional.empty(), SUBJECT)))
                .isEqualTo("right-missing");
        assertThat(where(database)).contains("person.name");

        person(shop, new UserId("second"), "second@example.org", "Second", Role.OWNER);
        assertThat(code(privacy.erase(Callers.STAFF, Optional.empty(), SUBJECT)))
                .isEqualTo("done");
    }

    @OnEveryDatabase
    void anAccountThatIsReachedAtTheEmailIsNamedAsAHold(Database database) {
        Shop shop = Shop.open(database);
        person(shop, KARI, "faktura@kunde.example", NAME, Role.BUYER);

        Privacy.Erasure erasure = shop.kernel()
                .privacy
                .erase(Callers.STAFF, Optional.empty(), SUBJECT)
                .orElseThrow();

        assertThat(erasure.kept().get("account-contacts"))
                .extracting(hold -> hold.code())
                .contains("account-contact");
    }

    @OnEveryDatabase
    void peopleGetAllThatIsKeptOfThemAndTheExportIsAudited(Database database) {
        Shop shop = known(database);

        Privacy.Export export = shop.kernel().privacy.export(kari(), SUBJECT).orElseThrow();

        assertThat(export.parts()).containsKeys("people", "identity", "carts", "orders", "mails", "audit");
        assertThat(export.parts().toString()).contains(EMAIL, NAME, PHONE).doesNotContain("argon");
        assertThat(database.columns().get("audit_entry.command")).contains("export-personal-data");
        assertThat(code(shop.kernel().privacy.export(Callers.owner(), SUBJECT))).isEqualTo("right-missing");
        assertThat(code(shop.kernel().privacy.export(Callers.owner(), new Subject.User(new UserId("nobody")))))
                .isEqualTo("right-missing");
        Caller program = new Caller(
                new Caller.Subject.Token(KARI, "t"),
                Optional.of(CUSTOMER.id()),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Caller.Channel.API,
                "test",
                Locale.ENGLISH);
        assertThat(code(shop.kernel().privacy.export(program, SUBJECT))).isEqualTo("right-missing");
        assertThat(shop.kernel().privacy.export(Callers.STAFF, SUBJECT).isDone())
                .isTrue();
    }

    @OnEveryDatabase
    @Tag("D19")
    void aRecipientIsExportedWhereItBelongsAndErasedWhole(Database database) {
        Shop shop = Shop.open(database);
        Caller nurse = at("oslo");
        Recipient recipient = shop.kernel()
                .recipients
                .add(nurse, Optional.empty(), NAME, Optional.empty(), Optional.empty())
                .orElseThrow();
        Subject subject = new Subject.Patient(recipient.id());
        Privacy privacy = shop.kernel().privacy;

        assertThat(privacy.export(nurse, subject).orElseThrow().parts().toString())
                .contains(NAME);
        assertThat(code(privacy.export(at("bergen"), subject))).isEqualTo("right-missing");
        privacy.erase(Callers.STAFF, Optional.empty(), subject).orElseThrow();

        assertThat(code(shop.kernel().recipients.get(nurse, recipient.id()))).isEqualTo("recipient-not-found");
        assertThat(database.columns().get("recipient.id")).isEmpty();
        assertThat(database.columns().get("recipient_word.token")).isEmpty();
        assertThat(database.columns().get("person_key.owner"))
                .doesNotContain(recipient.id().value());
    }

    @OnEveryDatabase
    void everybodyMayReadWhatIsKeptAndWhy(Database database) {
        assertThat(Shop.open(database).kernel().privacy.register())
                .hasSize(17)
                .allSatisfy((part, kept) -> assertThat(kept).isNotEmpty());
    }

    private static Shop known(Database database) {
        Shop shop = Shop.open(database);
        person(shop, KARI, EMAIL, NAME, Role.BUYER);
        var stores = shop.stores();
        var now = shop.clock().now();
        stores.transactions().change(tx -> {
            assertThat(stores.people().edit(tx, KARI, 1, NAME, Optional.of(PHONE), "nb"))
                    .isTrue();
            stores.people().setNewEmail(tx, KARI, Optional.of("kari.ny@example.org"));
            stores.people().insert(tx, new ResetRequest("reset-1", EMAIL, now));
            stores.guardians().put(tx, new Guardianship(KARI, KARI, LocalDate.of(2030, 1, 1), "Fullmakt " + NAME));
            stores.identity().enrol(tx, KARI, shop.kernel().vault.seal(tx, KARI.value(), "secret"), now);
            shop.kernel()
                    .mails
                    .queue(
                            tx,
                            new Letter(
                                    Optional.of(KARI),
                                    EMAIL,
                                    Optional.empty(),
                                    Optional.of(CUSTOMER.id()),
                                    "password-changed",
                                    "nb",
                                    List.of(),
                                    Optional.empty()));
        });
        shop.orders()
                .place(
                        kari(),
                        Optional.empty(),
                        Shop.order(
                                Map.of(Shop.UNTRACKED, 1),
                                new Checkout(
                                        new PriceAgreement.Current(),
                                        Optional.of(delivery()),
                                        Optional.empty(),
                                        Optional.of(new Contact(EMAIL, Optional.of(PHONE))),
                                        Optional.empty(),
                                        Optional.of(PaymentMethod.values()[0]),
                                        Optional.of("Ring " + NAME),
                                        List.of())))
                .orElseThrow();
        var cart =
                shop.carts().create(kari(), Optional.empty(), Optional.empty()).orElseThrow();
        shop.carts()
                .setDelivery(kari(), Optional.empty(), cart.id(), Optional.empty(), delivery())
                .orElseThrow();
        return shop;
    }

    private static DeliveryChoice delivery() {
        return new DeliveryChoice(
                HOME, Destination.Kind.values()[0], Optional.empty(), new DeliveryChoice.Timing.InParts());
    }

    /** The columns in which something of the person stands. */
    private static Set<String> where(Database database) {
        Set<String> found = new TreeSet<>();
        database.columns().forEach((column, values) -> {
            for (String value : values) {
                String text = value.toLowerCase(Locale.ROOT);
                if (List.of(EMAIL, NAME, PHONE, "kari.ny@", "Hjemveien").stream()
                        .anyMatch(part -> text.contains(part.toLowerCase(Locale.ROOT)))) {
                    found.add(column);
                }
            }
        });
        return found;
    }

    private static void person(Shop shop, UserId id, String email, String name, Role role) {
        shop.stores().transactions().change(tx -> shop.stores()
                .accounts()
                .insert(
                        tx,
                        new UserRow(
                                id,
                                email,
                                name,
                                "nb",
                                "argon",
                                true,
                                shop.clock().now()),
                        List.of(new Membership(role, Scope.of(CUSTOMER.id())))));
    }

    private static Caller kari() {
        Caller buyer = Callers.buyer();
        return new Caller(
                new Caller.Subject.Person(KARI),
                buyer.account(),
                buyer.location(),
                buyer.actingFor(),
                buyer.grants(),
                buyer.channel(),
                buyer.requestId(),
                buyer.language());
    }

    private static Caller administrator(UserId user) {
        return caller(user, Optional.empty(), Set.of(new Grant(Function.PERSONAL_DATA, Scope.tenant())));
    }

    private static Caller at(String location) {
        return caller(
                new UserId("nurse"),
                Optional.of(new LocationId(location)),
                Role.OWNER.functions().stream()
                        .map(function -> new Grant(function, Scope.of(CUSTOMER.id())))
                        .collect(Collectors.toSet()));
    }

    private static Caller caller(UserId user, Optional<LocationId> location, Set<Grant> grants) {
        return new Caller(
                new Caller.Subject.Person(user),
                location.map(at -> CUSTOMER.id()),
                location,
                Optional.empty(),
                grants,
                Caller.Channel.API,
                "test",
                Locale.ENGLISH);
    }
}

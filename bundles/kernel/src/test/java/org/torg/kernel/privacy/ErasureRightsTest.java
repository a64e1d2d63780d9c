package org.torg.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Customers.CUSTOMER;
import static org.torg.kernel.fixture.Customers.OTHER_CUSTOMER;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.torg.api.account.Account;
import org.torg.api.account.AccountId;
import org.torg.api.account.Agreement;
import org.torg.api.account.Caller;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.privacy.Privacy;
import org.torg.api.privacy.Subject;
import org.torg.api.store.AccountStore.UserRow;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Customers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;

/** Who may erase whom, where a tenant hosts several vendors. CUSTOMER deals with lighting, OTHER_CUSTOMER with another. */
@Tag("L04")
class ErasureRightsTest {

    private static final VendorId OTHER = new VendorId("other");
    private static final Caller OF_LIGHTING = Callers.with(new Grant(Function.PERSONAL_DATA, Scope.of(LIGHTING)));

    @OnEveryDatabase
    void staffOfAVendorEraseWhoDealsWithItAlone(Database database) {
        Privacy privacy = open(database).kernel().privacy;

        assertThat(code(privacy.holds(OF_LIGHTING, user("ours")))).isEqualTo("done");
        assertThat(code(privacy.erase(OF_LIGHTING, Optional.empty(), user("ours"))))
                .isEqualTo("done");

        assertThat(database.columns().get("person.name")).contains("erased");
    }

    @OnEveryDatabase
    void whoAlsoBelongsToAnAccountOfOthersIsErasedByWhoHasTheRightForAll(Database database) {
        Privacy privacy = open(database).kernel().privacy;

        assertThat(code(privacy.erase(OF_LIGHTING, Optional.empty(), user("both"))))
                .isEqualTo("other-vendors-concerned");
        assertThat(code(privacy.holds(OF_LIGHTING, user("both")))).isEqualTo("other-vendors-concerned");
        assertThat(database.columns().get("person.name")).doesNotContain("erased");
        assertThat(code(privacy.erase(OF_LIGHTING, Optional.empty(), user("shared"))))
                .as("the account itself deals with both")
                .isEqualTo("other-vendors-concerned");
        Caller ofBoth = Callers.with(
                new Grant(Function.PERSONAL_DATA, Scope.of(LIGHTING)),
                new Grant(Function.PERSONAL_DATA, Scope.of(OTHER)));
        assertThat(code(privacy.erase(ofBoth, Optional.empty(), user("shared"))))
                .isEqualTo("done");
        assertThat(code(privacy.erase(ofBoth, Optional.empty(), user("admin")))).isEqualTo("person-not-found");
        assertThat(code(privacy.erase(Callers.STAFF, Optional.empty(), user("both"))))
                .isEqualTo("done");
    }

    @OnEveryDatabase
    void aPersonOfOthersAnswersAsAnUnknownOne(Database database) {
        Privacy privacy = open(database).kernel().privacy;

        assertThat(code(privacy.erase(OF_LIGHTING, Optional.empty(), user("theirs"))))
                .isEqualTo("person-not-found");
        assertThat(code(privacy.erase(OF_LIGHTING, Optional.empty(), user("nobody"))))
                .isEqualTo("person-not-found");
        assertThat(code(privacy.erase(OF_LIGHTING, Optional.empty(), user("admin"))))
                .isEqualTo("person-not-found");
        assertThat(code(privacy.export(OF_LIGHTING, user("ours")))).isEqualTo("right-missing");
        Caller customer = Callers.with(CUSTOMER.id(), new Grant(Function.PERSONAL_DATA, Scope.of(LIGHTING)));
        assertThat(code(privacy.erase(customer, Optional.empty(), user("ours"))))
                .isEqualTo("right-missing");
    }

    @OnEveryDatabase
    void anErasureThatSomebodyAsksForIsDecidedByTheSameRule(Database database) {
        Shop shop = open(database);
        Caller support = Callers.with(new Grant(Function.REQUEST_DECIDE, Scope.of(LIGHTING)));

        assertThat(code(decide(shop, support, ask(shop, "both")))).isEqualTo("other-vendors-concerned");
        assertThat(code(decide(shop, support, ask(shop, "ours")))).isEqualTo("done");
        CustomerRequest both = ask(shop, "both2");
        assertThat(code(decide(shop, Callers.STAFF, both))).isEqualTo("done");
    }

    private static CustomerRequest ask(Shop shop, String who) {
        Caller buyer = Callers.buyer();
        Caller asker = new Caller(
                new Caller.Subject.Person(new UserId(who)),
                buyer.account(),
                buyer.location(),
                buyer.actingFor(),
                buyer.grants(),
                buyer.channel(),
                buyer.requestId(),
                buyer.language());
        return shop.kernel()
                .reception
                .requests
                .ask(asker, Optional.empty(), new Content.Erasure(""))
                .orElseThrow();
    }

    private static org.torg.api.Outcome<CustomerRequest> decide(Shop shop, Caller caller, CustomerRequest request) {
        return shop.kernel()
                .reception
                .requests
                .decide(caller, Optional.empty(), request.id(), Optional.empty(), true, "", Optional.empty());
    }

    private static Subject user(String id) {
        return new Subject.User(new UserId(id));
    }

    private static Shop open(Database database) {
        Shop shop = Shop.open(database);
        shop.stores().transactions().change(tx -> shop.stores()
                .accounts()
                .put(tx, new Agreement(OTHER_CUSTOMER.id(), OTHER, Optional.empty(), Set.of())));
        Account both = Customers.account("10044").withId(new AccountId("0190a000-0000-7000-8000-000000000003"));
        shop.stores().transactions().change(tx -> {
            shop.stores().accounts().insert(tx, both);
            shop.stores().accounts().put(tx, new Agreement(both.id(), LIGHTING, Optional.empty(), Set.of()));
            shop.stores().accounts().put(tx, new Agreement(both.id(), OTHER, Optional.empty(), Set.of()));
        });
        person(shop, "shared", new Membership(Role.BUYER, Scope.of(both.id())));
        Membership here = new Membership(Role.BUYER, Scope.of(CUSTOMER.id()));
        Membership there = new Membership(Role.BUYER, Scope.of(OTHER_CUSTOMER.id()));
        person(shop, "ours", here);
        person(shop, "theirs", there);
        person(shop, "both", here, there);
        person(shop, "both2", here, there);
        person(shop, "admin", new Membership(Role.ADMINISTRATOR, Scope.tenant()));
        person(shop, "admin2", new Membership(Role.ADMINISTRATOR, Scope.tenant()));
        return shop;
    }

    private static void person(Shop shop, String id, Membership... memberships) {
        shop.stores().transactions().change(tx -> shop.stores()
                .accounts()
                .insert(
                        tx,
                        new UserRow(
                                new UserId(id),
                                id + "@post.example",
                                "Navn " + id,
                                "nb",
                                "hash",
                                true,
                                shop.clock().now()),
                        List.copyOf(Arrays.asList(memberships))));
    }
}

package org.torg.kernel.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Customers.CUSTOMER;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.torg.api.account.Caller;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.CustomerRequests.CustomerRequest;
import org.torg.api.account.Membership;
import org.torg.api.account.Role;
import org.torg.api.account.Scope;
import org.torg.api.account.UserId;
import org.torg.api.privacy.Subject;
import org.torg.api.store.AccountStore.UserRow;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.job.Turns;
import org.torg.kernel.notification.Mailer.Letter;

/** Who is erased is told so by one mail, of which nothing is left. */
@Tag("L04")
class FarewellTest {

    private static final UserId KARI = new UserId("kari-1");
    private static final String EMAIL = "kari@post.example";

    @OnEveryDatabase
    void whoIsErasedIsToldAtTheAddressAsItWasAndThenTheMailIsGone(Database database) {
        Shop shop = known(database);
        MailNode node = new MailNode(shop.kernel());

        shop.kernel()
                .privacy
                .erase(Callers.STAFF, Optional.empty(), new Subject.User(KARI))
                .orElseThrow();

        List<Letter> letters = new Letters(shop.kernel()).waiting();
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo(EMAIL);
            assertThat(letter.person()).isEmpty();
            assertThat(letter.template()).isEqualTo("account-erased");
            assertThat(letter.arguments().toString()).contains("Kari Nordmann");
        });
        assertThat(database.texts()).noneMatch(text -> text.contains(EMAIL));
        node.run();
        assertThat(node.sent).singleElement().satisfies(mail -> {
            assertThat(mail.to()).containsExactly(EMAIL);
            assertThat(mail.subject()).isEqualTo("Personopplysningene dine er slettet");
        });
        assertThat(database.columns().get("mail.id")).isEmpty();
        assertThat(database.columns().get("person_key.owner")).containsExactly("index:address");
        shop.kernel()
                .privacy
                .erase(Callers.STAFF, Optional.empty(), new Subject.User(KARI))
                .orElseThrow();
        assertThat(database.columns().get("mail.id")).as("told once").isEmpty();
    }

    @OnEveryDatabase
    void aFarewellThatNobodyTakesIsNotKeptEither(Database database) {
        Shop shop = known(database);
        MailNode node = new MailNode(shop.kernel());
        node.server = mail -> {
            throw MailNode.refused();
        };
        shop.kernel()
                .privacy
                .erase(Callers.STAFF, Optional.empty(), new Subject.User(KARI))
                .orElseThrow();

        node.run();

        assertThat(node.sent).isEmpty();
        assertThat(database.columns().get("mail.id")).isEmpty();
        assertThat(database.columns().get("person_key.owner")).containsExactly("index:address");
    }

    @OnEveryDatabase
    void anErasureThatWasAskedForIsAnsweredByThisOneMail(Database database) {
        Shop shop = known(database);
        CustomerRequest request = shop.kernel()
                .reception
                .requests
                .ask(kari(), Optional.empty(), new Content.Erasure("Slett meg"))
                .orElseThrow();

        shop.kernel()
                .reception
                .requests
                .decide(Callers.STAFF, Optional.empty(), request.id(), Optional.empty(), true, "", Optional.empty())
                .orElseThrow();
        assertThat(database.columns().get("mail.id"))
                .as("not before it is done")
                .isEmpty();
        Turns jobs = new Turns(shop.kernel(), shop.kernel().reception.erasure(shop.kernel().privacy));
        assertThat(jobs.turn()).isTrue();

        assertThat(database.columns().get("mail.template")).containsExactly("account-erased");
        assertThat(database.columns().get("person.name")).containsExactly("erased");
    }

    private static Shop known(Database database) {
        Shop shop = Shop.open(database);
        shop.stores().transactions().change(tx -> shop.stores()
                .accounts()
                .insert(
                        tx,
                        new UserRow(
                                KARI,
                                EMAIL,
                                "Kari Nordmann",
                                "nb",
                                "hash",
                                true,
                                shop.clock().now()),
                        List.of(new Membership(Role.BUYER, Scope.of(CUSTOMER.id())))));
        return shop;
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
}

package org.torg.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Customers.OFFICE;
import static org.torg.kernel.fixture.Kernel.LIGHTING;
import static org.torg.kernel.fixture.Outcomes.code;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.torg.api.account.Caller;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.Function;
import org.torg.api.account.Grant;
import org.torg.api.account.Registrations.Registration;
import org.torg.api.account.Scope;
import org.torg.api.order.Checkout;
import org.torg.api.order.Contact;
import org.torg.api.order.PriceAgreement;
import org.torg.api.privacy.Privacy;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Shop;
import org.torg.kernel.job.Turns;

/** Who has no login is found by the e-mail, and no e-mail stands where it was sealed. */
@Tag("L04")
class AddressTest {

    private static final String EMAIL = "Ola.Uten@Post.example";

    @OnEveryDatabase
    void anUnconfirmedRegistrationAndAFormOfAStrangerAreExportedAndErased(Database database) {
        Shop shop = Shop.open(database);
        register(shop);
        form(shop, EMAIL, "ny@post.example");
        form(shop, "gammel@post.example", EMAIL);
        form(shop, "gammel@post.example", "ny@post.example");
        Privacy privacy = shop.kernel().privacy;

        Privacy.Export export = privacy.exportAddress(Callers.STAFF, EMAIL).orElseThrow();

        assertThat(export.parts().get("requests")).hasSize(3);
        assertThat(export.parts().toString()).contains("Utenfor AS", "gammel@post.example", "ny@post.example");
        privacy.eraseAddress(Callers.STAFF, Optional.empty(), EMAIL).orElseThrow();
        assertThat(database.columns().get("registration.id")).isEmpty();
        assertThat(database.columns().get("person_key.owner").stream().filter(owner -> owner.startsWith("request:")))
                .as("the other's form")
                .hasSize(1);
        assertThat(privacy.exportAddress(Callers.STAFF, EMAIL)
                        .orElseThrow()
                        .parts()
                        .toString())
                .doesNotContain("Utenfor AS", "gammel@");
        Turns jobs =
                new Turns(shop.kernel(), shop.kernel().reception.jobs.toArray(org.torg.kernel.job.JobHandler[]::new));
        while (jobs.turn()) {
            // What was planned for the registration finds nothing, and nobody is written to.
        }
        assertThat(database.columns().get("mail.id")).isEmpty();
    }

    @OnEveryDatabase
    void theContactOfAnOrderGoesWhenTheLawAllowsIt(Database database) {
        Shop shop = Shop.open(database);
        order(shop, EMAIL);
        order(shop, "annen@post.example");

        Privacy.Erasure erasure = shop.kernel()
                .privacy
                .eraseAddress(Callers.STAFF, Optional.empty(), EMAIL)
                .orElseThrow();

        assertThat(erasure.kept()).containsOnlyKeys("orders");
        assertThat(database.columns().get("orders.contact_email")).containsExactly("annen@post.example");
        shop.clock().move(Duration.ofDays(365 * 6L));
        Turns jobs = new Turns(shop.kernel(), shop.kernel().erasureJob);
        assertThat(jobs.turn()).isTrue();
        assertThat(database.columns().get("orders.snapshot"))
                .noneMatch(snapshot -> snapshot.contains(EMAIL))
                .anyMatch(snapshot -> snapshot.contains("annen@post.example"));
        assertThat(database.columns().get("held_order.person")).isEmpty();
    }

    @OnEveryDatabase
    void onlyWhoSeesTheWholeTenantLooksForAnAddress(Database database) {
        Shop shop = Shop.open(database);
        Caller ofVendor = Callers.with(new Grant(Function.PERSONAL_DATA, Scope.of(LIGHTING)));

        assertThat(code(shop.kernel().privacy.exportAddress(ofVendor, EMAIL))).isEqualTo("right-missing");
        assertThat(code(shop.kernel().privacy.eraseAddress(ofVendor, Optional.empty(), EMAIL)))
                .isEqualTo("right-missing");
        assertThat(code(shop.kernel().privacy.eraseAddress(Callers.owner(), Optional.empty(), EMAIL)))
                .isEqualTo("right-missing");
    }

    private static void register(Shop shop) {
        shop.kernel()
                .reception
                .registrations
                .register(
                        Callers.stranger(),
                        new Registration(
                                Optional.empty(),
                                "Utenfor AS",
                                Optional.of("974760673"),
                                OFFICE,
                                EMAIL,
                                "Ola Uten",
                                Optional.empty(),
                                "nb"),
                        "192.0.2.1")
                .orElseThrow();
    }

    private static void form(Shop shop, String old, String wanted) {
        shop.kernel()
                .reception
                .requests
                .askAsStranger(
                        Callers.stranger(),
                        new Content.EmailOnFile(Optional.empty(), "Kunde AS", "Ola", old, wanted),
                        "192.0.2." + (old + wanted).hashCode())
                .orElseThrow();
    }

    private static void order(Shop shop, String contact) {
        shop.orders()
                .place(
                        Callers.buyer(),
                        Optional.empty(),
                        Shop.order(
                                Map.of(Shop.UNTRACKED, 1),
                                new Checkout(
                                        new PriceAgreement.Current(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(new Contact(contact, Optional.of("+4799112233"))),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of())))
                .orElseThrow();
    }
}

package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.ExternalId;
import org.torg.api.IdempotencyKey;
import org.torg.api.PageRequest;
import org.torg.api.account.Account;
import org.torg.api.account.Accounts.Details;
import org.torg.api.account.Accounts.NewAddress;
import org.torg.api.account.Accounts.NewLocation;
import org.torg.api.account.Accounts.Query;
import org.torg.api.account.Address;
import org.torg.api.account.AddressId;
import org.torg.api.account.Agreement;
import org.torg.api.account.LocationId;
import org.torg.api.account.UserId;
import org.torg.api.vendor.VendorId;

/** Accounts over HTTP; each reply of {@link Api} is held against the description. */
class AccountRoutesTest {

    private static final String ACCOUNT = "/accounts/account-1";
    private static final String ADDRESS =
            "{\"name\":\"Kunde AS\",\"line1\":\"Kaia 2\",\"postcode\":\"5003\",\"city\":\"Bergen\",\"country\":\"NO\"}";
    private static final Address KAIA =
            new Address("Kunde AS", Optional.empty(), "Kaia 2", Optional.empty(), "5003", "Bergen", "NO");

    private ApiServer server;
    private Api buyer;
    private Api staff;

    @BeforeEach
    void open() throws Exception {
        server = new ApiServer();
        buyer = Api.of(server).as("buyer");
        staff = Api.of(server).as("staff");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private List<Object> asked() {
        return server.market().accounts().asked();
    }

    @Test
    @Tag("L11")
    void theAccountIsReadWithWhoLooksAfterItAndWhatIsDoubtful() throws Exception {
        for (String path : List.of(ACCOUNT, "/accounts/current")) {
            Api.Reply reply = buyer.with("Accept-Language", "nb").get(path);
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            assertThat(reply.header("ETag")).isEqualTo("\"1\"");
            JsonNode account = reply.json();
            assertThat(account.at("/managers/0/name").asText()).isEqualTo("Anne Lund");
            assertThat(account.at("/managers/0/email").asText()).isEqualTo("anne@example.com");
            assertThat(account.at("/warnings/0/text").asText()).startsWith("Kontrollsifferet");
            assertThat(account.at("/deliveries/0/id").asText()).isEqualTo("1");
            assertThat(account.at("/verified").asBoolean()).isTrue();
        }
    }

    @Test
    void anUnknownAccountIsNotFound() throws Exception {
        buyer.get("/accounts/account-2").problem(404, "account-not-found");
        buyer.get("/accounts/account-2/locations").problem(404, "account-not-found");
        buyer.get("/accounts/a%20b").problem(404, "account-not-found");
    }

    @Test
    void staffSearchTheirCustomers() throws Exception {
        JsonNode page = staff.get("/accounts?text=fjord%20el&vendor=lighting&manager=user-9&limit=1")
                .json();
        assertThat(page.at("/items/0/customerNumber").asText()).isEqualTo("10042");
        assertThat(page.at("/items/0/city").asText()).isEqualTo("Oslo");
        staff.get("/accounts?after=" + page.get("next").asText());

        assertThat(asked())
                .containsExactly(
                        new Query(
                                Optional.of("fjord el"),
                                Optional.of(new VendorId("lighting")),
                                Optional.of(new UserId("user-9"))),
                        PageRequest.first(1),
                        new Query(Optional.empty(), Optional.empty(), Optional.empty()),
                        new PageRequest(Optional.of("account-1 fjord elektro as"), PageRequest.DEFAULT));
    }

    @Test
    void staffOpenAnAccountWhoseFirstAddressIsWhereInvoicesGo() throws Exception {
        Api.Reply reply = staff.with("Idempotency-Key", "new")
                .post(
                        "/accounts",
                        "{\"customerNumber\":\"10050\",\"name\":\"Kunde AS\",\"country\":\"NO\",\"language\":\"nb\",\"billing\":"
                                + ADDRESS + ",\"invoiceEmails\":[\"a@kunde.example\"],\"verified\":false}");

        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.header("Location")).endsWith("/api/v1/accounts/account-1");
        assertThat(asked().get(0)).isEqualTo(new IdempotencyKey("new"));
        Account opened = (Account) asked().get(1);
        assertThat(opened.verified()).isFalse();
        assertThat(opened.billing()).isEqualTo(KAIA);
        assertThat(opened.deliveries().get(0).address()).isEqualTo(KAIA);
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        Api.Reply reply = staff.post("/accounts", "{\"name\":\"Kunde AS\"}");

        reply.problem(422, "field-missing");
        assertThat(reply.body())
                .contains("/customerNumber", "/country", "/language", "/billing", "/invoiceEmails")
                .doesNotContain("/billing/");
    }

    @Test
    void detailsAreChangedForTheVersionThatWasSeen() throws Exception {
        String body = "{\"name\":\"Ny AS\",\"language\":\"nb\",\"billing\":" + ADDRESS
                + ",\"invoiceEmails\":[\"a@kunde.example\"],\"preferences\":{\"packing-slip\":\"none\"},"
                + "\"externalIds\":[{\"system\":\"erp\",\"value\":\"K-1\"}]}";

        Api.Reply reply = buyer.with("If-Match", "\"1\"").put(ACCOUNT, body);

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(asked())
                .containsExactly(new Details(
                        "Ny AS",
                        Optional.empty(),
                        "nb",
                        KAIA,
                        List.of("a@kunde.example"),
                        Optional.empty(),
                        Map.of("packing-slip", "none"),
                        List.of(new ExternalId("erp", "K-1"))));
        buyer.with("If-Match", "\"7\"").put(ACCOUNT, body).problem(412, "version-changed");
    }

    @Test
    @Tag("L02")
    void theAddressBookIsKept() throws Exception {
        Api.Reply added = buyer.post(
                ACCOUNT + "/addresses",
                "{\"label\":\"Lager\",\"first\":true,\"location\":\"location-1\",\"address\":" + ADDRESS + "}");
        Api.Reply changed = buyer.put(ACCOUNT + "/addresses/2", "{\"address\":" + ADDRESS + "}");
        Api.Reply removed = buyer.delete(ACCOUNT + "/addresses/2");

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(removed.status()).as(removed.body()).isEqualTo(200);
        assertThat(asked())
                .containsExactly(
                        new NewAddress("Lager", KAIA, Optional.of(new LocationId("location-1")), true),
                        new AddressId("2"),
                        new NewAddress("Kunde AS", KAIA, Optional.empty(), false),
                        new AddressId("2"));
    }

    @Test
    @Tag("H16")
    void staffKeepTheLocations() throws Exception {
        Api.Reply added =
                staff.post(ACCOUNT + "/locations", "{\"number\":\"1\",\"name\":\"Oslo\",\"address\":" + ADDRESS + "}");
        Api.Reply edited = staff.put(
                ACCOUNT + "/locations/location-1",
                "{\"number\":\"1\",\"name\":\"Oslo\",\"active\":false,\"address\":" + ADDRESS + "}");

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(edited.header("ETag")).isEqualTo("\"3\"");
        assertThat(asked())
                .containsExactly(
                        new NewLocation("1", "Oslo", KAIA, Optional.empty(), Optional.empty(), true, List.of()),
                        new NewLocation("1", "Oslo", KAIA, Optional.empty(), Optional.empty(), false, List.of()));
        assertThat(buyer.get(ACCOUNT + "/locations").json().at("/items/0/name").asText())
                .isEqualTo("Oslo");
        buyer.post(ACCOUNT + "/locations", "{\"number\":\"1\",\"name\":\"Oslo\",\"address\":" + ADDRESS + "}")
                .problem(403, "forbidden");
    }

    @Test
    @Tag("D04")
    void somebodyOfTheCompanyConfirmsTheDetails() throws Exception {
        assertThat(buyer.post(ACCOUNT + "/verification", "").status()).isEqualTo(200);
        assertThat(asked()).containsExactly("verify");
    }

    @Test
    @Tag("L10")
    void staffAgreeATier() throws Exception {
        Api.Reply reply = staff.put(
                ACCOUNT + "/agreements/lighting",
                "{\"tier\":\"gold\",\"groups\":[\"electricians\"],\"manager\":\"user-9\"}");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().get("tier").asText()).isEqualTo("gold");
        assertThat(asked())
                .containsExactly(new Agreement(
                        Samples.ACCOUNT,
                        Samples.VENDOR,
                        Optional.of("gold"),
                        Set.of("electricians"),
                        Optional.of(new UserId("user-9"))));
        assertThat(buyer.get(ACCOUNT + "/agreements")
                        .json()
                        .at("/items/0/groups/0")
                        .asText())
                .isEqualTo("electricians");
    }
}

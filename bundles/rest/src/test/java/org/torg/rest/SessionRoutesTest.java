package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.account.LocationId;
import org.torg.api.account.Sessions.Choice;
import org.torg.api.account.UserId;

/** For whom one acts, over HTTP; each reply of {@link Api} is held against the description. */
class SessionRoutesTest {

    private static final String CURRENT = "/sessions/current";
    private static final String OWN = "/own-sessions";

    private ApiServer server;
    private Api stranger;
    private Api buyer;

    @BeforeEach
    void open() throws Exception {
        server = new ApiServer();
        stranger = Api.of(server);
        buyer = stranger.as("buyer");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Tag("T05")
    void oneSeesAmongWhatOneMayChoose() throws Exception {
        Api.Reply reply = buyer.get(CURRENT);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        JsonNode current = reply.json();
        assertThat(current.get("name").asText()).isEqualTo("Kari");
        assertThat(current.get("account").asText()).isEqualTo(Samples.ACCOUNT.value());
        assertThat(current.at("/accounts/0/locations/0/name").asText()).isEqualTo("Nord");
        assertThat(current.at("/people/0/until").asText()).isEqualTo("2027-01-31");
        assertThat(current.at("/people/0/kind").asText()).isEqualTo("dependant");
        assertThat(current.get("mustChoosePerson").asBoolean()).isTrue();
        assertThat(current.get("functions")).hasSize(2);
        assertThat(current.has("location")).isFalse();
    }

    @Test
    @Tag("D10")
    void accountLocationAndPersonAreChosenTogether() throws Exception {
        String account = Samples.ACCOUNT.value();
        Api.Reply reply = buyer.put(
                CURRENT, "{\"account\":\"" + account + "\",\"location\":\"branch-1\",\"actingFor\":\"doctor\"}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().at("/actingFor/name").asText()).isEqualTo("Doctor");
        assertThat(reply.json().get("location").asText()).isEqualTo("branch-1");
        assertThat(server.market().sessions().chosen())
                .contains(new Choice(
                        Optional.of(Samples.ACCOUNT),
                        Optional.of(new LocationId("branch-1")),
                        Optional.of(new UserId("doctor"))));
        assertThat(buyer.put(CURRENT, "{}").status()).isEqualTo(200);
        assertThat(server.market().sessions().chosen())
                .contains(new Choice(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void oneSeesWhereOneIsSignedInAndEndsIt() throws Exception {
        JsonNode open = buyer.get(OWN).json().get("items");
        assertThat(open).hasSize(2);
        assertThat(open.at("/0/current").asBoolean()).isTrue();
        assertThat(open.at("/0/browser").asText()).isEqualTo("firefox");
        assertThat(open.at("/0/platform").asText()).isEqualTo("linux");
        assertThat(open.at("/1").has("browser")).isFalse();

        buyer.delete(OWN + "/nothing").problem(404, "session-not-found");
        assertThat(buyer.delete(OWN + "/elsewhere").json().get("items")).hasSize(1);
        assertThat(buyer.delete(OWN).json().at("/items/0/id").asText()).isEqualTo("buyer");
        buyer.get(OWN + "?all=true").problem(400, "parameter-unknown");
        stranger.get(OWN).problem(401, "token-missing");
        stranger.delete(OWN).problem(401, "token-missing");
    }

    @Test
    void whatCannotBeChosenIsRefused() throws Exception {
        buyer.put(CURRENT, "{\"account\":\"another\"}").problem(404, "account-not-found");
        buyer.put(CURRENT, "{\"account\":7}").problem(400, "type-wrong");
        buyer.put(CURRENT, "{\"company\":\"a\"}").problem(400, "field-unknown");
        buyer.put(CURRENT, "{\"account\":\"" + "x".repeat(65) + "\"}").problem(422, "text-too-long");
        buyer.get(CURRENT + "?account=a").problem(400, "parameter-unknown");
        stranger.get(CURRENT).problem(401, "token-missing");
        stranger.put(CURRENT, "{}").problem(401, "token-missing");
    }

    @Test
    @Tag("D10")
    void aCartSaysWhoseOrderItIsToBe() throws Exception {
        String cart = "/carts/" + buyer.post("/carts", "{}").json().get("id").asText();
        Api.Reply named = buyer.with("If-Match", "\"1\"").put(cart + "/person", "{\"actingFor\":\"doctor\"}");
        assertThat(named.status()).as(named.body()).isEqualTo(200);
        assertThat(named.json().get("actingFor").asText()).isEqualTo("doctor");
        assertThat(named.json().get("location").asText()).isEqualTo("branch-1");
        assertThat(named.header("ETag")).isEqualTo("\"2\"");
        assertThat(buyer.put(cart + "/person", "{}").json().has("actingFor")).isFalse();
        buyer.with("If-Match", "\"1\"").put(cart + "/person", "{}").problem(412, "version-changed");
    }

    @Test
    @Tag("D10")
    void aCheckoutConfirmsWhoseOrderItIs() throws Exception {
        Api.Reply reply = buyer.post(
                "/orders",
                "{\"lines\":[{\"sku\":\"SL-1\",\"quantity\":1}],\"acceptPrices\":\"current\",\"actingFor\":\"doctor\"}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(server.market().placed().checkout().actingFor()).contains(new UserId("doctor"));
    }

    @Test
    @Tag("T28")
    void whatASignedInPersonSeesIsKeptByNoCache() throws Exception {
        for (String path : new String[] {"/products", "/products/SL-1001", "/orders", "/invoices", CURRENT}) {
            Api.Reply reply = buyer.get(path);
            assertThat(reply.header("Cache-Control")).as(path).isEqualTo("no-store");
            assertThat(reply.header("ETag")).as(path).isEmpty();
        }
        assertThat(buyer.post("/prices", "{\"lines\":[{\"sku\":\"SL-1001\",\"quantity\":2}]}")
                        .header("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(stranger.get("/products").header("Vary")).contains("Authorization");
    }
}

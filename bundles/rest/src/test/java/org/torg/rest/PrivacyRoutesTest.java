package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Personal data over HTTP; each reply of {@link Api} is held against the description. */
@Tag("L04")
class PrivacyRoutesTest {

    private ApiServer server;
    private Api stranger;

    @BeforeEach
    void open() throws Exception {
        server = new ApiServer();
        stranger = Api.of(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void everybodyMayReadWhatIsKeptWhyAndHowLong() throws Exception {
        Api.Reply register = stranger.with("Accept-Language", "nb").get("/personal-data/register");

        assertThat(register.status()).as(register.body()).isEqualTo(200);
        assertThat(register.json().at("/parts/0/part").asText()).isEqualTo("carts");
        assertThat(register.json().at("/parts/0/what").asText()).startsWith("Åpne");
        assertThat(register.json().at("/parts/0/retention").asText()).isEqualTo("P90D");
    }

    @Test
    void onesOwnDataIsAFileThatNoCacheKeeps() throws Exception {
        Api.Reply export = stranger.as("buyer").get("/personal-data/people/me");

        assertThat(export.status()).as(export.body()).isEqualTo(200);
        assertThat(export.header("Cache-Control")).isEqualTo("no-store");
        assertThat(export.header("Content-Disposition")).contains("personal-data.json");
        assertThat(export.json().get("subject").asText()).isEqualTo(Samples.BUYER.value());
        assertThat(export.json().at("/parts/people/0/name").asText()).isEqualTo("Kari");
        stranger.get("/personal-data/people/me").problem(401, "token-missing");
        stranger.as("buyer").get("/personal-data/things/x").problem(404, "person-not-found");
    }

    @Test
    void whatStaysIsNamedBeforeAndAfterErasing() throws Exception {
        Api staff = stranger.as("staff");

        assertThat(staff.get("/personal-data/people/p-1/holds")
                        .json()
                        .at("/holds/0/code")
                        .asText())
                .isEqualTo("accounting");
        Api.Reply erased = staff.with("Idempotency-Key", "k").delete("/personal-data/recipients/r-1");
        assertThat(erased.status()).as(erased.body()).isEqualTo(200);
        assertThat(erased.json().at("/holds/0/until").asText()).isEqualTo("2031-12-31");
        stranger.as("buyer").delete("/personal-data/people/p-1").problem(403, "forbidden");
    }

    @Test
    void whoHasNoLoginIsNamedInABodyAndNeverInAnAddress() throws Exception {
        Api staff = stranger.as("staff");

        Api.Reply export = staff.post("/personal-data/address-exports", "{\"email\":\"ola@post.example\"}");
        assertThat(export.status()).as(export.body()).isEqualTo(200);
        assertThat(export.header("Cache-Control")).isEqualTo("no-store");
        assertThat(export.header("Content-Disposition")).contains("personal-data.json");
        assertThat(export.json().get("subject").asText()).isEqualTo("address:k");
        assertThat(export.json().at("/parts/mails/0/name").asText()).isEqualTo("ola@post.example");
        Api.Reply erased = staff.with("Idempotency-Key", "k")
                .post("/personal-data/address-erasures", "{\"email\":\"ola@post.example\"}");
        assertThat(erased.status()).as(erased.body()).isEqualTo(200);
        assertThat(erased.json().at("/holds/0/code").asText()).isEqualTo("accounting");
        for (String path : new String[] {"/personal-data/address-exports", "/personal-data/address-erasures"}) {
            staff.post(path, "{\"email\":\"ola\"}").problem(422, "email-invalid");
            staff.post(path, "{}").problem(422, "field-missing");
            stranger.as("buyer").post(path, "{\"email\":\"ola@post.example\"}").problem(403, "forbidden");
            stranger.post(path, "{\"email\":\"ola@post.example\"}").problem(401, "token-missing");
        }
    }

    @Test
    void whatWasCancelledOfAnOrderAndWhyStandsOnIt() throws Exception {
        String order = stranger.as("buyer")
                .post("/orders", Bodies.SMALL_ORDER)
                .json()
                .get("id")
                .asText();
        Api.Reply cancelled = stranger.as("staff")
                .post(
                        "/orders/" + order + "/cancellations",
                        "{\"lines\":[{\"line\":\"1\",\"quantity\":1}],\"reason\":\"Not needed\"}");

        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(201);
        assertThat(cancelled.json().at("/cancellations/0/reason").asText()).isEqualTo("Not needed");
        assertThat(cancelled.json().at("/cancellations/0/quantities/1").asInt()).isEqualTo(1);
    }
}

package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with a second factor, and tokens, over HTTP; each reply of {@link Api} is held against the description. */
class IdentityRoutesTest {

    private static final String CODE = "{\"code\":\"123456\"}";

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
    void aSignInMayHaveItsCodeAtOnce() throws Exception {
        JsonNode session = stranger.post(
                        "/sessions",
                        "{\"email\":\"staff@example.com\",\"password\":\"correct horse\",\"code\":\" 123456 \"}")
                .json();

        assertThat(session.get("stage").asText()).isEqualTo("complete");
        stranger.post("/sessions", "{\"email\":\"staff@example.com\",\"password\":\"correct horse\",\"code\":\"1\"}")
                .problem(401, "code-wrong");
    }

    @Test
    void orItFollows() throws Exception {
        JsonNode session = stranger.post(
                        "/sessions", "{\"email\":\"staff@example.com\",\"password\":\"correct horse\"}")
                .json();
        assertThat(session.get("stage").asText()).isEqualTo("second-factor-needed");
        Api pending = stranger.as(session.get("token").asText());

        pending.post("/sessions/completion", "{\"code\":\"000000\"}").problem(401, "code-wrong");
        JsonNode complete = pending.post("/sessions/completion", CODE).json();

        assertThat(complete.get("stage").asText()).isEqualTo("complete");
        assertThat(complete.get("token").asText())
                .isNotEqualTo(session.get("token").asText());
        stranger.post("/sessions/completion", CODE).problem(401, "token-missing");
    }

    @Test
    void whoTriesTooOftenIsToldForHowLongToWait() throws Exception {
        Api.Reply reply =
                stranger.post("/sessions", "{\"email\":\"eager@example.com\",\"password\":\"correct horse\"}");

        reply.problem(429, "too-many-tries");
        assertThat(reply.header("Retry-After")).isEqualTo("37");
        assertThat(reply.json().get("detail").asText()).contains("37");
    }

    @Test
    void theAddressIsThatOfTheConnection() throws Exception {
        stranger.with("X-Forwarded-For", "192.0.2.66")
                .post("/sessions", "{\"email\":\"buyer@example.com\",\"password\":\"correct horse\"}");

        assertThat(server.market().sessions().address()).isEqualTo("127.0.0.1");
    }

    @Test
    void aSecondFactorIsSetUpAndTakenAway() throws Exception {
        assertThat(buyer.get("/second-factor").json().get("recoveryCodesLeft").asInt())
                .isEqualTo(9);
        Api.Reply begun = buyer.post("/second-factor", "");
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.json().get("uri").asText()).startsWith("otpauth://totp/");
        buyer.post("/second-factor/confirmation", "{\"code\":\"1\"}").problem(422, "code-wrong");
        JsonNode confirmed = buyer.post("/second-factor/confirmation", CODE).json();
        assertThat(confirmed.at("/recoveryCodes/0").asText()).isEqualTo("abcd-efgh-ijkl-mnop");
        assertThat(confirmed.at("/session/token").asText()).isEqualTo("rotated");
        assertThat(confirmed.at("/session/stage").asText()).isEqualTo("complete");
        assertThat(server.market().identity().asked()).containsExactly("confirm buyer", "confirm buyer");
        assertThat(buyer.post("/second-factor/recovery-codes", CODE).status()).isEqualTo(200);
        assertThat(buyer.post("/second-factor/removal", CODE)
                        .json()
                        .get("enrolled")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void staffTakeAwayTheSecondFactorOfWhoHasLostIt() throws Exception {
        Api staff = stranger.as("staff");

        assertThat(staff.delete("/people/user-1/second-factor").status()).isEqualTo(200);
        staff.delete("/people/nobody/second-factor").problem(404, "person-not-found");
        staff.delete("/people/a%20b/second-factor").problem(404, "person-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sessions/completion", "/second-factor/confirmation", "/second-factor/removal"})
    void aCodeIsNeeded(String path) throws Exception {
        buyer.post(path, "{}").problem(422, "field-missing");
        buyer.post(path, "").problem(400, "body-missing");
        buyer.post(path, "{\"code\":\"" + "1".repeat(41) + "\"}").problem(422, "text-too-long");
    }

    @Test
    void aTokenIsMadeListedAndRevoked() throws Exception {
        Api.Reply made = buyer.post(
                "/api-tokens",
                "{\"name\":\"Till\",\"functions\":[\"order-read\",\"price-read\"],\"account\":\"account-1\","
                        + "\"expiresAt\":\"2027-03-31T08:15:30+02:00\"}");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().get("token").asText()).isEqualTo("torg_token-1_secret");
        assertThat(made.json().at("/apiToken/functions/1").asText()).isEqualTo("price-read");
        assertThat(made.json().at("/apiToken/expiresAt").asText()).isEqualTo("2027-03-31T06:15:30Z");
        assertThat(buyer.get("/api-tokens").body()).contains("token-1").doesNotContain("secret");
        JsonNode revoked = buyer.delete("/api-tokens/token-1").json();
        assertThat(revoked.get("revoked").asBoolean()).isTrue();
        assertThat(revoked.get("revokedBecause").asText()).isEqualTo("password-forgotten");
        assertThat(revoked.get("revokedAt").asText()).isEqualTo(Samples.NOW.toString());
        buyer.delete("/api-tokens/another").problem(404, "token-not-found");
        stranger.get("/api-tokens").problem(401, "token-missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"functions\":[\"order-read\"]} | field-missing | /name",
                "{\"name\":\"x\"} | field-missing | /functions",
                "{\"name\":\"x\",\"functions\":[\"fly\"]} | word-unknown | /functions/0",
                "{\"name\":\"x\",\"functions\":[\"order-read\"],\"expiresAt\":\"soon\"} | time-invalid | /expiresAt"
            })
    void whatIsWrongWithATokenIsNamed(String body, String code, String pointer) throws Exception {
        Api.Reply reply = buyer.post("/api-tokens", body);

        reply.problem(422, code);
        assertThat(reply.pointer()).isEqualTo(pointer);
    }

    @Test
    void theFirstAdministratorComesWithASecret() throws Exception {
        String body =
                "{\"secret\":\"SECRET\",\"email\":\"eva@shop.example\",\"name\":\"Eva\",\"password\":\"correct horse\"}";

        Api.Reply claimed = stranger.post("/first-administrator", body.replace("SECRET", "good"));
        assertThat(claimed.status()).as(claimed.body()).isEqualTo(201);
        assertThat(claimed.json().get("user").asText()).isEqualTo(Samples.BUYER.value());
        stranger.post("/first-administrator", body).problem(422, "secret-invalid");
        stranger.post("/first-administrator", "{}").problem(422, "field-missing");
    }
}

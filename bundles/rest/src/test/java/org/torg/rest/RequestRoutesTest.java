package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torg.api.IdempotencyKey;
import org.torg.api.PageRequest;
import org.torg.api.account.Address;
import org.torg.api.account.CustomerRequests.Content;
import org.torg.api.account.CustomerRequests.State;
import org.torg.api.account.Registrations.Registration;
import org.torg.api.account.UserId;

/** Requests and registrations over HTTP; each reply of {@link Api} is held against the description. */
class RequestRoutesTest {

    private static final String ADDRESS =
            "{\"name\":\"A AS\",\"line1\":\"Storgata 1\",\"postcode\":\"0155\",\"city\":\"Oslo\",\"country\":\"NO\"}";
    private static final Address READ =
            new Address("A AS", Optional.empty(), "Storgata 1", Optional.empty(), "0155", "Oslo", "NO");
    private static final String REGISTRATION =
            "{\"company\":\"A AS\",\"organisationNumber\":\"974 760 673\",\"address\":" + ADDRESS
                    + ",\"email\":\"kari+lys@a.example\",\"name\":\"Kari\",\"language\":\"nb\"}";

    private ApiServer server;
    private Api stranger;
    private Api buyer;
    private Api staff;

    @BeforeEach
    void open() throws Exception {
        server = new ApiServer();
        stranger = Api.of(server);
        buyer = stranger.as("buyer");
        staff = stranger.as("staff");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private List<Object> asked() {
        return server.market().requests().asked();
    }

    @Test
    @Tag("H16")
    void anOwnerAsksForANewLocation() throws Exception {
        Api.Reply reply = buyer.with("Idempotency-Key", "bergen")
                .post(
                        "/requests",
                        "{\"type\":\"new-location\",\"name\":\"Bergen\",\"address\":" + ADDRESS
                                + ",\"phone\":\"+47 22 00 00 00\",\"text\":\"Opens in May\\nor June\"}");

        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.header("Location")).endsWith("/api/v1/requests/request-1");
        assertThat(reply.header("ETag")).isEqualTo("\"3\"");
        assertThat(reply.json().get("name").asText()).isEqualTo("Bergen");
        assertThat(reply.json().at("/address/city").asText()).isEqualTo("Oslo");
        assertThat(reply.json().get("text").asText()).isEqualTo("Opens in May\nor June");
        assertThat(reply.json().at("/log/0/by").asText()).isEqualTo("staff-1");
        assertThat(reply.json().at("/log/1").has("reason")).isFalse();
        assertThat(asked())
                .containsExactly(
                        new IdempotencyKey("bergen"),
                        new Content.NewLocation(
                                "Bergen", READ, Optional.of("+47 22 00 00 00"), "Opens in May\nor June"));
    }

    @Test
    void peopleAskForThemselves() throws Exception {
        assertThat(buyer.post("/requests", "{\"type\":\"new-email\",\"email\":\"kari+ny@a.example\"}")
                        .status())
                .isEqualTo(201);
        assertThat(buyer.post("/requests", "{\"type\":\"erasure\"}").status()).isEqualTo(201);
        assertThat(buyer.post("/requests", "{\"type\":\"correction\",\"text\":\"Other street\"}")
                        .status())
                .isEqualTo(201);
        assertThat(asked())
                .containsExactly(
                        new Content.NewEmail("kari+ny@a.example"),
                        new Content.Erasure(""),
                        new Content.Correction("Other street"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422|field-missing|/type",
                "{\"type\":\"joining\"}|422|word-unknown|/type",
                "{\"type\":\"email-on-file\"}|422|word-unknown|/type",
                "{\"type\":\"new-email\"}|422|field-missing|/email",
                "{\"type\":\"new-email\",\"email\":\"kari\"}|422|email-invalid|/email",
                "{\"type\":\"new-email\",\"email\":\"a@b.example\\nBcc: c@d.example\"}|422|text-invalid|/email",
                "{\"type\":\"correction\"}|422|field-missing|/text",
                "{\"type\":\"correction\",\"text\":\"a\\u0000b\"}|422|text-invalid|/text",
                "{\"type\":\"erasure\",\"odd\":1}|400|field-unknown|/odd",
                "{\"type\":\"new-location\",\"name\":\"x\"}|422|field-missing|/address"
            })
    void whatIsNotRightIsRefused(String body, int status, String code, String pointer) throws Exception {
        Api.Reply reply = buyer.post("/requests", body);
        reply.problem(status, code);
        assertThat(reply.pointer()).isEqualTo(pointer);
        assertThat(asked()).isEmpty();
    }

    @Test
    void requestsAreReadPageByPage() throws Exception {
        JsonNode first = staff.get("/requests?state=open&limit=6").json();
        assertThat(first.get("items")).hasSize(6);
        assertThat(first.at("/items/0/type").asText()).isEqualTo("joining");
        assertThat(first.at("/items/0/organisationNumber").asText()).isEqualTo("974760673");
        assertThat(first.at("/items/1/oldEmail").asText()).isEqualTo("old@a.example");
        assertThat(first.at("/items/3/text").asText()).isEqualTo("<b>other</b>\nstreet");
        assertThat(first.at("/items/5").has("name")).isFalse();
        JsonNode last =
                staff.get("/requests?after=" + first.get("next").asText()).json();
        assertThat(last.has("next")).isFalse();
        assertThat(asked())
                .containsExactly(
                        State.OPEN, PageRequest.first(6), new PageRequest(Optional.of("r-1"), PageRequest.DEFAULT));
        staff.get("/requests?state=odd").problem(400, "parameter-invalid");
        staff.get("/requests/unknown").problem(404, "request-not-found");
        staff.get("/requests/a%0Ab").problem(404, "request-not-found");
    }

    @Test
    void staffDecideUnderTheVersionThatTheyHaveSeen() throws Exception {
        Api.Reply reply = staff.with("If-Match", "\"3\"")
                .with("Idempotency-Key", "monday")
                .post("/requests/r-1/decision", "{\"decision\":\"approve\",\"person\":\"user-9\"}");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.header("ETag")).isEqualTo("\"3\"");
        assertThat(staff.post("/requests/r-1/decision", "{\"decision\":\"decline\",\"reason\":\"No\"}")
                        .status())
                .isEqualTo(200);
        assertThat(asked())
                .containsExactly(
                        Arrays.asList(
                                Optional.of(new IdempotencyKey("monday")),
                                "r-1",
                                Optional.of(3L),
                                true,
                                "",
                                Optional.of(new UserId("user-9"))),
                        Arrays.asList(Optional.empty(), "r-1", Optional.empty(), false, "No", Optional.empty()));
        staff.post("/requests/own/decision", "{\"decision\":\"approve\"}").problem(403, "own-request");
        staff.post("/requests/r-1/decision", "{\"decision\":\"yes\"}").problem(422, "word-unknown");
        staff.post("/requests/r-1/decision", "{}").problem(422, "field-missing");
        staff.post("/requests/r-1/decision", "{\"decision\":\"approve\",\"person\":\"../x\"}")
                .problem(422, "person-invalid");
    }

    @Test
    void strangersDoNotSeeRequests() throws Exception {
        stranger.get("/requests").problem(401, "token-missing");
        stranger.get("/requests/r-1").problem(401, "token-missing");
        stranger.post("/requests", "{\"type\":\"erasure\"}").problem(401, "token-missing");
        stranger.post("/requests/r-1/decision", "{\"decision\":\"approve\"}").problem(401, "token-missing");
        assertThat(asked()).isEmpty();
    }

    @Test
    @Tag("D05")
    void whoCannotSignInSaysWhichEMailIsRight() throws Exception {
        Api.Reply reply = stranger.post(
                "/email-corrections",
                "{\"vendor\":\"lighting\",\"company\":\"A AS\",\"name\":\"Kari\",\"oldEmail\":\"a@a.example\",\"newEmail\":\"b+c@a.example\"}");

        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        assertThat(reply.body()).isEmpty();
        assertThat(asked())
                .containsExactly(
                        new Content.EmailOnFile(
                                Optional.of(Samples.VENDOR), "A AS", "Kari", "a@a.example", "b+c@a.example"),
                        "127.0.0.1");
        stranger.post("/email-corrections", "{}").problem(422, "field-missing");
    }

    @Test
    @Tag("H02")
    void aCompanyRegistersAndConfirms() throws Exception {
        Api.Reply reply = stranger.post("/registrations", REGISTRATION);
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        assertThat(reply.body()).isEmpty();

        Api.Reply confirmed =
                stranger.post("/registrations/confirm", "{\"secret\":\"secret\",\"password\":\" en lang setning \"}");
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.json().get("user").asText()).isEqualTo(Samples.BUYER.value());
        assertThat(confirmed.header("Cache-Control")).isEqualTo("no-store");
        assertThat(asked())
                .containsExactly(
                        new Registration(
                                Optional.empty(),
                                "A AS",
                                Optional.of("974 760 673"),
                                READ,
                                "kari+lys@a.example",
                                "Kari",
                                Optional.empty(),
                                "nb"),
                        "127.0.0.1",
                        " en lang setning ");
        stranger.post("/registrations/confirm", "{\"secret\":\"other\",\"password\":\"en lang setning\"}")
                .problem(422, "secret-invalid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nb|norsk|language-invalid|/language",
                "kari+lys@a.example|kari|email-invalid|/email",
                "\"A AS\",\"org|\"A\\u0007AS\",\"org|text-invalid|/company",
                "974 760 673|974 760 673 974 760 673 974 760 673 974 760 673|text-too-long|/organisationNumber"
            })
    void aRegistrationThatIsNotRightIsRefused(String right, String wrong, String code, String pointer)
            throws Exception {
        Api.Reply reply = stranger.post("/registrations", REGISTRATION.replace(right, wrong));
        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.body()).contains(code, pointer);
        assertThat(asked()).isEmpty();
    }
}

package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.PageRequest;

/** Recipients and the trail over HTTP; each reply of {@link Api} is held against the description. */
class RecipientRoutesTest {

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

    @Test
    @Tag("D19")
    void oneIsAddedReadAndEdited() throws Exception {
        Api.Reply added = buyer.with("Accept-Language", "nb")
                .post("/recipients", "{\"name\":\"Kari\",\"identityNumber\":\"31129956714\"}");
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.header("Location")).endsWith("/recipients/recipient-1");
        assertThat(added.header("Cache-Control")).isEqualTo("no-store");
        assertThat(added.json().get("warning").asText()).contains("Kontroller").contains("NO");
        assertThat(buyer.get("/recipients/recipient-1").header("ETag")).isEqualTo("\"1\"");
        assertThat(buyer.with("If-Match", "\"1\"")
                        .put("/recipients/recipient-1", "{\"name\":\"Kari Hansen\"}")
                        .json()
                        .get("name")
                        .asText())
                .isEqualTo("Kari Hansen");
        assertThat(server.market().recipients().asked())
                .containsExactly(List.of("Kari", Optional.empty(), Optional.of("31129956714")), Optional.of(1L));
        buyer.get("/recipients/other").problem(404, "recipient-not-found");
        stranger.get("/recipients").problem(401, "token-missing");
    }

    @Test
    @Tag("D19")
    void namesAreLookedForInABodyAndNotInTheAddress() throws Exception {
        Api.Reply found = buyer.post("/recipient-searches", "{\"text\":\"kar\",\"limit\":1}");
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        String next = found.json().get("next").asText();
        assertThat(next).doesNotContainIgnoringCase("kar");
        buyer.post("/recipient-searches", "{\"text\":\"kar\",\"after\":\"" + next + "\"}");

        buyer.get("/recipients?text=kar").problem(400, "parameter-unknown");
        buyer.post("/recipient-searches", "{}").problem(422, "field-missing");
        buyer.post("/recipient-searches", "{\"text\":\"kar\",\"limit\":201}").problem(422, "limit-invalid");
        assertThat(server.market().recipients().asked())
                .containsExactly(
                        Optional.of("kar"),
                        PageRequest.first(1),
                        Optional.of("kar"),
                        new PageRequest(Optional.of("recipient-1"), PageRequest.DEFAULT));
    }

    @Test
    void theTrailIsExportedWholeAsAFileWithoutFormulas() throws Exception {
        Api.Reply file = staff.get("/audit.csv?order=order-7");

        assertThat(file.status()).as(file.body()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("audit.csv");
        assertThat(file.body().lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("at,subject,name,actingFor,actingForName,account");
        assertThat(file.body())
                .contains(",\"'=HYPERLINK(\"\"x\"\") & \"\"co\"\"\",")
                .contains(",order-7,");
        stranger.get("/audit.csv").problem(401, "token-missing");
        staff.get("/audit.csv?limit=3").problem(400, "parameter-unknown");
    }
}

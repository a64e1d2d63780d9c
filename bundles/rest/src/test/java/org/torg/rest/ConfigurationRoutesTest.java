package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.torg.api.vendor.VendorId;

/** Configurations over HTTP; each reply of {@link Api} is held against the description. */
class ConfigurationRoutesTest {

    private static final String ANSWERS = "\"answers\":{\"colour\":{\"chosen\":[\"red\"]},\"length\":{\"number\":2.5},"
            + "\"note\":{\"text\":\"abc\"},\"day\":{\"date\":\"2026-03-31\"},\"plan\":{\"files\":[\"u1\"]}}";

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
    void aFormIsGuidedWithEverythingItNeeds() throws Exception {
        Api.Reply reply = stranger.with("Accept-Language", "nb")
                .post("/configurations/guide", "{\"sku\":\"SL-1\"," + ANSWERS + "}");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(server.market().configurations().asked()).containsExactly(SmallConfigurations.all());
        JsonNode colour = reply.json().at("/stages/0/questions/0");
        assertThat(colour.get("label").asText()).isEqualTo("The colour");
        assertThat(colour.get("status").asText()).isEqualTo("missing");
        assertThat(colour.at("/options/0/status").asText()).isEqualTo("excluded");
        assertThat(reply.json().at("/stages/0/questions/1/ranges/0/most").decimalValue())
                .isEqualByComparingTo("2.5");
        assertThat(reply.json().at("/stages/0/questions/4/types").toString()).isEqualTo("[\"jpeg\",\"pdf\"]");
        assertThat(reply.json().at("/misfits/0/conflict/reasons/0").asText())
                .isEqualTo("Dette alternativet finnes ikke lenger.");
        assertThat(reply.json().at("/answers/plan/files/0").asText()).isEqualTo("u1");
        assertThat(reply.json().get("missing").toString()).isEqualTo("[\"colour\"]");
    }

    @Test
    void whyIsToldInWords() throws Exception {
        Api.Reply reply =
                buyer.post("/configurations/why", "{\"sku\":\"SL-1\",\"question\":\"colour\",\"option\":\"red\"}");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().at("/answers/0").asText()).isEqualTo("colour");
        assertThat(server.market().configurations().asked()).containsExactly(List.of("colour", "red"));
    }

    @Test
    void pricesAreForThoseWhoMaySeeThem() throws Exception {
        String body = "{\"vendor\":\"lighting\",\"sku\":\"SL-1\",\"question\":\"colour\"}";
        Api.Reply reply = buyer.post("/configurations/prices", body);

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().at("/options/0/difference/amount").asText()).isEqualTo("-5.00");
        assertThat(server.market().configurations().asked()).containsExactly(Optional.of(new VendorId("lighting")));
        stranger.post("/configurations/prices", body).problem(401, "token-missing");
    }

    @Test
    void badQuestionsAreNamedByTheirPlace() throws Exception {
        buyer.post("/configurations/guide", "{}").problem(422, "field-missing");
        buyer.post("/configurations/guide", "{\"sku\":\"XX\"}").problem(422, "configuration-none");
        buyer.post("/configurations/why", "{\"sku\":\"SL-1\"}").problem(422, "field-missing");
        buyer.post("/configurations/guide", "{\"sku\":\"SL-1\",\"answers\":{\"a\":{}}}")
                .problem(422, "answer-invalid");
        buyer.post("/configurations/guide?x=1", "{\"sku\":\"SL-1\"}").problem(400, "parameter-unknown");
    }
}

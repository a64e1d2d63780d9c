package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What vendors tell, over HTTP; each reply of {@link Api} is held against the description. */
class InformationRoutesTest {

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
    @Tag("D12")
    void helpIsInTheReadersLanguage() throws Exception {
        JsonNode norwegian = stranger.with("Accept-Language", "nb")
                .get("/vendors/lighting/information/help")
                .json();
        JsonNode english = stranger.with("Accept-Language", "en")
                .get("/vendors/lighting/information/help")
                .json();

        assertThat(norwegian.at("/help/0/task").asText()).isEqualTo("save-favourite");
        assertThat(norwegian.at("/help/0/guides/0/title").asText()).isEqualTo("Slik gjør du");
        assertThat(norwegian.at("/help/0/guides/0/link").asText()).isEqualTo("https://lys.example/nb");
        assertThat(english.at("/help/0/guides/0/link").asText()).isEqualTo("https://lys.example/en");
        assertThat(english.at("/help/0/questions/0/answer").asText()).isEqualTo("How to");
        assertThat(stranger.with("Accept-Language", "fi")
                        .get("/vendors/lighting/information/help")
                        .json()
                        .at("/help/0/guides/0/link")
                        .asText())
                .isEqualTo("https://lys.example/en");
    }

    @Test
    @Tag("L12")
    void amountsAreForWhoSeesPrices() throws Exception {
        JsonNode seen = stranger.as("buyer")
                .get("/vendors/lighting/information/shipping")
                .json();
        JsonNode hidden = stranger.get("/vendors/lighting/information/shipping").json();

        assertThat(seen.at("/deliveries/0/freight/amount").asText()).isEqualTo("149.00");
        assertThat(seen.at("/deliveries/0/freeFrom/amount").asText()).isEqualTo("2500.00");
        assertThat(seen.at("/figures/0/amount/amount").asText()).isEqualTo("2500.00");
        assertThat(hidden.at("/deliveries/0/name").asText()).isNotEmpty();
        assertThat(hidden.toString()).doesNotContain("149.00", "2500.00");
    }

    @Test
    void waysToPayAndPeopleToAskAreThere() throws Exception {
        JsonNode page = stranger.get("/vendors/lighting/information/payment").json();

        assertThat(page.at("/payments/0/method").asText()).isEqualTo("bank-transfer");
        assertThat(page.at("/payments/0/dueDays").asInt()).isEqualTo(14);
        assertThat(page.at("/contacts/0/role").asText()).isEqualTo("sales-company");
        assertThat(page.at("/contacts/0/address/city").asText()).isNotEmpty();
    }

    @Test
    void whatThereIsNotIsNotFound() throws Exception {
        stranger.get("/vendors/lighting/information/weather").problem(404, "topic-not-found");
        stranger.get("/vendors/dental/information/help").problem(404, "vendor-not-found");
        stranger.get("/vendors/-/information/help").problem(404, "vendor-not-found");
        stranger.get("/vendors/lighting/information/help?x=1").problem(400, "parameter-unknown");
    }
}

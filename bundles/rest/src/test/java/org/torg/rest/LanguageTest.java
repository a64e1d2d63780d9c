package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torg.api.StoreException;

/** What is told over HTTP is told in the language that the caller asks for, else in English. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguageTest {

    private ApiServer server;
    private Api buyer;

    @BeforeAll
    void open() throws Exception {
        server = new ApiServer();
        buyer = Api.of(server).as("buyer");
    }

    @AfterAll
    void close() {
        server.close();
    }

    private static String detail(Api.Reply reply) {
        return reply.json().path("detail").asText();
    }

    @Test
    void aRefusalIsToldInNorwegian() throws Exception {
        Api norwegian = buyer.with("Accept-Language", "nb");
        Api.Reply unknown = norwegian.get("/orders/no-such-order");
        unknown.problem(404, "order-not-found");
        assertThat(detail(unknown)).isEqualTo("Bestillingen finnes ikke.");
        Api.Reply faulty = norwegian.get("/products?limit=0");
        faulty.problem(400, "limit-invalid");
        assertThat(faulty.json().path("errors").get(0).path("detail").asText()).startsWith("Verdien må være fra 1 til");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sv-FI | Beställningen finns inte. | Värdet måste vara från 1 till",
                "da | Ordren findes ikke. | Værdien skal være fra 1 til",
                "fi-FI | Tilausta ei ole. | Arvon on oltava vähintään 1 ja enintään"
            })
    void aRefusalIsToldInTheReadersLanguage(String language, String unknown, String faulty) throws Exception {
        Api reader = buyer.with("Accept-Language", language);
        assertThat(detail(reader.get("/orders/no-such-order"))).isEqualTo(unknown);
        assertThat(reader.get("/products?limit=0")
                        .json()
                        .path("errors")
                        .get(0)
                        .path("detail")
                        .asText())
                .startsWith(faulty);
    }

    @Test
    void aBodyThatCannotBeReadIsToldInNorwegian() throws Exception {
        Api.Reply broken = buyer.with("Accept-Language", "no").post("/orders", "{\"lines\":");
        broken.problem(400, "json-broken");
        assertThat(detail(broken)).startsWith("Dette er ikke gyldig JSON: feilen er på linje 1");
    }

    @Test
    void aFailureIsToldInNorwegian() throws Exception {
        Api norwegian = buyer.with("Accept-Language", "nn-NO");
        server.market()
                .failNext(new StoreException(StoreException.Kind.UNAVAILABLE, "away", new IllegalStateException()));
        assertThat(detail(norwegian.get("/orders"))).isEqualTo("Databasen svarer ikke. Prøv igjen senere");
        assertThat(detail(norwegian.get("/nowhere"))).isEqualTo("Det finnes ingenting her");
    }

    @Test
    void anUnknownLanguageIsAnsweredInEnglish() throws Exception {
        Api german = buyer.with("Accept-Language", "de");
        assertThat(detail(german.get("/orders/no-such-order"))).isEqualTo("There is no such order.");
        assertThat(detail(german.get("/nowhere"))).isEqualTo("There is nothing here");
        assertThat(detail(buyer.get("/nowhere"))).isEqualTo("There is nothing here");
    }
}

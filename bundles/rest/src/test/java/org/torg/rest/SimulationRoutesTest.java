package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answer;
import org.torg.api.pricing.Destination;
import org.torg.api.pricing.PriceRequest;
import org.torg.api.pricing.Simulations.Simulation;

/** Simulated prices over HTTP; each reply of {@link Api} is held against the description. */
class SimulationRoutesTest {

    private static final String LINES = "\"lines\":[{\"sku\":\"SL-1\",\"quantity\":4}]";

    private ApiServer server;
    private Api stranger;
    private Api staff;

    @BeforeEach
    void open() throws Exception {
        server = new ApiServer();
        stranger = Api.of(server);
        staff = stranger.as("staff");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static String body(String more) {
        return "{\"account\":\"account-1\"," + LINES + more + "}";
    }

    @Test
    void staffSeeThePriceWithItsTraceAndNoSnapshot() throws Exception {
        Api.Reply reply = staff.post("/simulations/prices", body(""));

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().has("snapshot")).isFalse();
        assertThat(reply.json().at("/price/trace")).isNotEmpty();
        assertThat(reply.json().at("/options/0/code").asText()).isEqualTo("parcel");
    }

    @Test
    void whatIsAskedComesThroughWhole() throws Exception {
        staff.post("/simulations/prices", """
                {"account":"account-1","date":"2026-11-27","generation":1,"vendor":"lighting","currency":"NOK",
                 "lines":[{"id":"a","sku":"SL-1","quantity":4,"answers":{"size":{"chosen":["large"]}}}],
                 "destination":{"country":"NO","postcode":"9990","kind":"business"},"deliveryOption":"parcel"}""");

        Simulation asked = server.market().simulations().asked();
        assertThat(asked.account()).isEqualTo(Samples.ACCOUNT);
        assertThat(asked.date()).contains(LocalDate.of(2026, 11, 27));
        assertThat(asked.generation()).contains(1L);
        PriceRequest request = asked.request();
        assertThat(request.vendor()).contains(Samples.VENDOR);
        assertThat(request.currency()).contains(Samples.NOK);
        assertThat(request.destination()).contains(new Destination("NO", "9990", Destination.Kind.BUSINESS));
        assertThat(request.deliveryOption()).contains("parcel");
        assertThat(request.lines()).singleElement().satisfies(line -> {
            assertThat(line.sku()).isEqualTo(new Sku("SL-1"));
            assertThat(line.answers().orElseThrow().to("size")).isEqualTo(Optional.of(Answer.chosen("large")));
        });
    }

    @Test
    void whatCannotBeSimulatedIsNamed() throws Exception {
        staff.post("/simulations/prices", body(",\"generation\":2")).problem(422, "generation-not-available");
        staff.post("/simulations/prices", body(",\"generation\":0")).problem(422, "generation-unknown");
        staff.post("/simulations/prices", body(",\"date\":\"27.11.2026\"")).problem(422, "date-invalid");
        staff.post("/simulations/prices", "{\"account\":\"account-2\"," + LINES + "}")
                .problem(404, "account-not-found");
        staff.post("/simulations/prices", "{" + LINES + "}").problem(422, "field-missing");
        staff.post("/simulations/prices", "").problem(400, "body-missing");
    }

    @Test
    void onlyStaffWithTheRightMayLook() throws Exception {
        stranger.post("/simulations/prices", body("")).problem(401, "token-missing");
        stranger.as("buyer").post("/simulations/prices", body("")).problem(403, "forbidden");
    }
}

package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torg.api.IdempotencyKey;
import org.torg.api.PageRequest;
import org.torg.api.module.Activation;

/** A vendor's modules over HTTP; each reply of {@link Api} is held against the description. */
class ModuleRoutesTest {

    private static final String MODULES = "/vendors/lighting/modules";
    private static final String GENERATIONS = "/vendors/lighting/generations";

    private ApiServer server;
    private Api stranger;
    private Api staff;

    @BeforeEach
    void open() throws Exception {
        server = new ApiServer();
        stranger = Api.of(server);
        staff = stranger.as("modules");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private List<Object> asked() {
        return server.market().modules().asked();
    }

    @Test
    void staffSeeWhatServesAndHowItFares() throws Exception {
        Api.Reply reply = staff.with("Accept-Language", "nb").get(MODULES);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        JsonNode overview = reply.json();
        assertThat(overview.at("/desired/generation").asLong()).isEqualTo(2);
        assertThat(overview.at("/desired/parent").asLong()).isEqualTo(1);
        assertThat(overview.at("/desired/modules/0/name").asText()).isEqualTo("org.torg.modules.campaign");
        assertThat(overview.get("serving").asLong()).isEqualTo(2);
        assertThat(overview.at("/parts/0/p99Micros").asLong()).isEqualTo(85);
        assertThat(overview.at("/parts/1/state").asText()).isEqualTo("resting");
        assertThat(overview.at("/parts/1/lastFailure/reason").asText()).isEqualTo("took too long");
        assertThat(overview.at("/draining/0/evaluations").asInt()).isEqualTo(3);
        assertThat(overview.at("/files/1/vendor").asText()).isEqualTo("lighting");
        assertThat(overview.at("/lastRefusal/activate/1").asText()).isEqualTo("broken.jar");
        assertThat(overview.at("/lastRefusal/detail").asText()).isEqualTo("Varen x finnes ikke.");
        assertThat(overview.at("/lastRefusal/errors/0/pointer").asText()).isEqualTo("/activate/1");
    }

    @Test
    void whereAFileIsKeptIsNotShown() throws Exception {
        assertThat(staff.get(MODULES).body() + staff.get(GENERATIONS).body()).doesNotContain("blob");
    }

    @Test
    void generationsAreReadPageByPage() throws Exception {
        JsonNode first = staff.get(GENERATIONS + "?limit=1").json();
        assertThat(first.at("/items/0/generation").asLong()).isEqualTo(2);
        JsonNode last =
                staff.get(GENERATIONS + "?after=" + first.get("next").asText()).json();
        assertThat(last.at("/items/0/origin").asText()).isEqualTo("first");
        assertThat(last.at("/items/0").has("parent")).isFalse();
        assertThat(last.has("next")).isFalse();
        assertThat(asked())
                .containsExactly(PageRequest.first(1), new PageRequest(Optional.of("2"), PageRequest.DEFAULT));
    }

    @Test
    void modulesAreActivatedAndRemovedInOneStep() throws Exception {
        Api.Reply reply = staff.with("Idempotency-Key", "friday")
                .post(
                        GENERATIONS,
                        "{\"activate\":[\"a b-1.0.0.jar\",\"..b.jar\"],\"remove\":[\"org.torg.modules.express\"]}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.header("Location")).endsWith("/api/v1/vendors/lighting/modules");
        assertThat(reply.json().get("generation").asLong()).isEqualTo(3);
        assertThat(staff.post(GENERATIONS, "{\"remove\":[\"a\"]}").status()).isEqualTo(201);
        assertThat(asked())
                .containsExactly(
                        new IdempotencyKey("friday"),
                        new Activation(List.of("a b-1.0.0.jar", "..b.jar"), List.of("org.torg.modules.express")),
                        new Activation(List.of(), List.of("a")));
    }

    @Test
    void anEarlierGenerationIsChosen() throws Exception {
        Api.Reply reply = staff.with("Idempotency-Key", "back").post(GENERATIONS, "{\"rollbackTo\":1}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.json().get("origin").asText()).isEqualTo("rollback");
        assertThat(asked()).containsExactly(new IdempotencyKey("back"), 1L);
    }

    @Test
    void aRefusedFileIsNamedByItsPlaceInTheRequest() throws Exception {
        Api.Reply reply = staff.post(GENERATIONS, "{\"activate\":[\"good.jar\",\"broken.jar\"]}");
        reply.problem(422, "sku-unknown");
        assertThat(reply.pointer()).isEqualTo("/activate/1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | activation-empty | ''",
                "{\"activate\":[],\"remove\":[]} | 422 | activation-empty | ''",
                "{\"activate\":[\"a.jar\"],\"rollbackTo\":1} | 422 | publication-ambiguous | /rollbackTo",
                "{\"remove\":[],\"rollbackTo\":1} | 422 | publication-ambiguous | /rollbackTo",
                "{\"rollbackTo\":0} | 404 | generation-unknown | ''",
                "{\"rollbackTo\":99999999999999999999} | 404 | generation-unknown | ''",
                "{\"rollbackTo\":\"1\"} | 400 | type-wrong | /rollbackTo",
                "{\"rollbackTo\":1.5} | 400 | type-wrong | /rollbackTo",
                "{\"upload\":\"a.jar\"} | 400 | field-unknown | /upload",
                "{\"activate\":\"a.jar\"} | 400 | type-wrong | /activate",
                "{\"activate\":[\"../x.jar\"]} | 422 | module-file-unknown | /activate/0",
                "{\"activate\":[\"a.jar\",\"/etc/x.jar\"]} | 422 | module-file-unknown | /activate/1",
                "{\"activate\":[\"..\\\\x.jar\"]} | 422 | module-file-unknown | /activate/0",
                "{\"activate\":[\"..\"]} | 422 | module-file-unknown | /activate/0",
                "{\"activate\":[\"http://x/y.jar\"]} | 422 | module-file-unknown | /activate/0",
                "{\"activate\":[\"a\\u0000.jar\"]} | 422 | text-invalid | /activate/0",
                "{\"activate\":[\" \"]} | 422 | field-missing | /activate/0",
                "{\"activate\":[null]} | 422 | field-missing | /activate/0",
                "{\"remove\":[\"a b\"]} | 422 | module-unknown | /remove/0"
            })
    void whatCannotBePublishedIsRefusedBeforeAnythingIsAsked(String body, int status, String code, String pointer)
            throws Exception {
        Api.Reply reply = staff.post(GENERATIONS, body);
        reply.problem(status, code);
        assertThat(reply.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(asked()).isEmpty();
    }

    @Test
    void oneActivationIsBounded() throws Exception {
        String twenty = String.join(",", Collections.nCopies(20, "\"a.jar\""));
        assertThat(staff.post(GENERATIONS, "{\"activate\":[" + twenty + "]}").status())
                .isEqualTo(201);
        staff.post(GENERATIONS, "{\"activate\":[" + twenty + "],\"remove\":[\"b\"]}")
                .problem(422, "activation-too-large");
        staff.post(GENERATIONS, "{\"remove\":[" + twenty + ",\"b\"]}").problem(422, "activation-too-large");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void onlyStaffWithTheRightReachModules() throws Exception {
        stranger.get(MODULES).problem(401, "token-missing");
        stranger.post(GENERATIONS, "{\"rollbackTo\":1}").problem(401, "token-missing");
        for (String role : List.of("buyer", "orders")) {
            stranger.as(role).get(MODULES).problem(403, "forbidden");
            stranger.as(role).get(GENERATIONS).problem(403, "forbidden");
            stranger.as(role).post(GENERATIONS, "{\"rollbackTo\":1}").problem(403, "forbidden");
            stranger.as(role).post(GENERATIONS, "{\"remove\":[\"a\"]}").problem(403, "forbidden");
        }
    }

    @Test
    void aForeignVendorIsAnsweredAsAnUnknownOne() throws Exception {
        for (String vendor : List.of("dental", "No-Vendor", "x".repeat(41), "..%3B")) {
            staff.get("/vendors/" + vendor + "/modules").problem(404, "vendor-not-found");
            staff.get("/vendors/" + vendor + "/generations").problem(404, "vendor-not-found");
            staff.post("/vendors/" + vendor + "/generations", "{\"rollbackTo\":1}")
                    .problem(404, "vendor-not-found");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/modules?limit=1, parameter-unknown",
        "/generations?limit=0, limit-invalid",
        "/generations?limit=201, limit-invalid",
        "/generations?after=2, cursor-invalid",
        // generations:x
        "/generations?after=Z2VuZXJhdGlvbnM6eA, cursor-invalid",
        "/generations?vendor=lighting, parameter-unknown"
    })
    void aFaultyQueryIsRefused(String path, String code) throws Exception {
        staff.get("/vendors/lighting" + path).problem(400, code);
        assertThat(asked()).isEmpty();
    }
}

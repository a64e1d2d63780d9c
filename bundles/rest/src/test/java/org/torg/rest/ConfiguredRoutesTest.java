package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.configurator.Answer;

/** Configured lines, paused carts and tasks over HTTP; each reply of {@link Api} is held against the description. */
class ConfiguredRoutesTest {

    private static final String ANSWERS = """
            {"size":{"chosen":["large"]},"length":{"number":1200.50},"notes":{"text":"Two\\nlines"},\
            "day":{"date":"2026-04-01"},"scan":{"files":["upload-1"]}}""";

    private ApiServer server;
    private Api buyer;
    private Api staff;

    @BeforeEach
    void open() throws Exception {
        server = new ApiServer();
        buyer = Api.of(server).as("buyer");
        staff = Api.of(server).as("staff");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private String cart() throws Exception {
        return "/carts/" + buyer.post("/carts", "{}").json().get("id").asText();
    }

    @Test
    @Tag("H27")
    void aConfiguredLineIsAddedAndChangedAndTellsHowItStands() throws Exception {
        String cart = cart();

        Api.Reply added = buyer.post(
                cart + "/lines",
                "{\"sku\":\"SL-1001\",\"quantity\":2,\"recipient\":\"recipient-1\",\"answers\":" + ANSWERS + "}");

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.json()
                        .at("/lines/0/configuration/answers/length/number")
                        .decimalValue())
                .isEqualByComparingTo("1200.5");
        assertThat(added.json().at("/lines/0/recipient").asText()).isEqualTo("recipient-1");
        Api.Reply changed = buyer.with("If-Match", "\"2\"")
                .put(cart + "/lines/line-1/configuration", "{\"answers\":{\"size\":{\"chosen\":[\"small\"]}}}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json()
                        .at("/lines/0/configuration/answers/size/chosen/0")
                        .asText())
                .isEqualTo("small");
        assertThat(changed.json().at("/lines/0").has("recipient")).isFalse();
        Api.Reply read = buyer.get(cart);
        assertThat(read.json().at("/configured/0/missing/0").asText()).isEqualTo("size");
        assertThat(read.json().at("/configured/0/misfits/0/reasons/0").asText()).isEqualTo("Not made in black.");
        buyer.with("If-Match", "\"1\"")
                .put(cart + "/lines/line-1/configuration", "{\"answers\":{}}")
                .problem(412, "version-changed");
    }

    @Test
    void anAnswerIsOneThing() throws Exception {
        String cart = cart();
        buyer.post(cart + "/lines", "{\"sku\":\"SL-1\",\"quantity\":1,\"answers\":{\"size\":{}}}")
                .problem(422, "answer-invalid");
        buyer.post(
                        cart + "/lines",
                        "{\"sku\":\"SL-1\",\"quantity\":1,\"answers\":{\"size\":{\"number\":1,\"text\":\"a\"}}}")
                .problem(422, "answer-invalid");
        buyer.post(cart + "/lines", "{\"sku\":\"SL-1\",\"quantity\":1,\"answers\":{\"size\":{\"number\":1e999}}}")
                .problem(422, "answer-invalid");
        buyer.put(cart + "/lines/line-1/configuration", "{}").problem(422, "field-missing");
    }

    @Test
    void anOrderIsPlacedAndReadWithItsConfigurations() throws Exception {
        Api.Reply placed = buyer.post(
                "/orders",
                "{\"acceptPrices\":\"current\",\"phone\":\"+47 22 00 00 00\",\"lines\":[{\"sku\":\"SL-1\",\"quantity\":1,"
                        + "\"recipient\":\"recipient-1\",\"answers\":" + ANSWERS + "}]}");

        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        assertThat(server.market()
                        .placed()
                        .lines()
                        .get(0)
                        .answers()
                        .orElseThrow()
                        .to("notes"))
                .contains(new Answer.Words("Two\nlines"));
        assertThat(placed.json().at("/details/0/tasks/0").asText()).isEqualTo("fetch-models");
        assertThat(placed.json().at("/details/0/configuration/answers/day/date").asText())
                .isEqualTo("2026-04-01");
        assertThat(placed.json().at("/lines/0/partOf").asText()).isEqualTo("1");
        assertThat(placed.json().at("/price/lines/0/partOf").asText()).isEqualTo("1");
        assertThat(placed.json().at("/details/0/files/0/sha256").asText()).isEqualTo("0f".repeat(32));
    }

    @Test
    @Tag("D20")
    void theOrderPageShowsTheFilesOfALineAndTheWordsForItsAnswers() throws Exception {
        String order = buyer.post(
                        "/orders",
                        "{\"acceptPrices\":\"current\",\"phone\":\"+47 22 00 00 00\",\"lines\":[{\"sku\":\"SL-1\",\"quantity\":1,"
                                + "\"recipient\":\"recipient-1\",\"answers\":" + ANSWERS + "}]}")
                .json()
                .get("id")
                .asText();

        Api.Reply read = staff.get("/orders/" + order);
        assertThat(read.status()).as(read.body()).isEqualTo(200);
        assertThat(read.json().at("/details/0/files/0/id").asText()).isEqualTo("upload-1");
        assertThat(read.json().at("/details/0/files/0/type").asText()).isEqualTo("stl");
        Api.Reply models = staff.get("/orders/" + order + "/models");
        assertThat(models.status()).as(models.body()).isEqualTo(200);
        assertThat(models.json()
                        .at("/items/0/stages/0/questions/0/options/0/label")
                        .asText())
                .isEqualTo("Large");
        staff.get("/orders/nothing/models").problem(404, "order-not-found");
    }

    @Test
    @Tag("D23")
    void aCartIsPausedFoundResumedAndHandedOver() throws Exception {
        String cart = cart();
        buyer.post(cart + "/lines", "{\"sku\":\"SL-1001\",\"quantity\":2}");

        assertThat(buyer.post(cart + "/pause", "").json().has("pausedAt")).isTrue();
        Api.Reply found = buyer.get("/carts?state=paused");
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        assertThat(found.json().at("/items/0/lines").asInt()).isEqualTo(1);
        assertThat(buyer.get("/carts?state=active").json().get("items")).isEmpty();
        Api.Reply resumed = buyer.post(cart + "/resume", "");
        assertThat(resumed.status()).as(resumed.body()).isEqualTo(200);
        assertThat(resumed.json().at("/differences/0/answers/0").asText()).isEqualTo("colour");
        assertThat(resumed.json().at("/seen/net/amount").asText()).isEqualTo("90.00");
        Api.Reply handed = buyer.with("If-Match", resumed.header("ETag")).put(cart + "/owner", "{\"owner\":\"ola\"}");
        assertThat(handed.status()).as(handed.body()).isEqualTo(200);
        assertThat(handed.json().get("owner").asText()).isEqualTo("ola");
        buyer.put(cart + "/owner", "{}").problem(422, "field-missing");
    }

    @Test
    @Tag("D33")
    void staffSeeTasksAndSayThatOneIsDone() throws Exception {
        Api.Reply open = staff.get("/order-tasks?vendor=lighting&state=open");
        assertThat(open.status()).as(open.body()).isEqualTo(200);
        assertThat(open.json().at("/items/0/label").asText()).isEqualTo("Fetch the models");
        Api.Reply done = staff.with("If-Match", "\"1\"").post("/order-tasks/task-1/done", "");
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().get("state").asText()).isEqualTo("done");
        assertThat(done.header("ETag")).isEqualTo("\"2\"");
        staff.post("/order-tasks/other/done", "").problem(404, "order-task-not-found");
        buyer.get("/order-tasks").problem(403, "forbidden");
    }
}

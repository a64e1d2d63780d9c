package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torg.api.cart.CartId;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.pricing.LineId;
import org.torg.api.quote.ProjectListId;
import org.torg.api.quote.ProjectLists.NewLine;
import org.torg.api.quote.Quote.QuotedLine;

/** The routes of project lists and quotes; each reply is held against the description. */
class QuoteRoutesTest {

    private ApiServer server;
    private Api buyer;
    private Api staff;

    @BeforeEach
    void open() throws Exception {
        server = new ApiServer();
        Api stranger = Api.of(server);
        buyer = stranger.as("buyer");
        staff = stranger.as("staff");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private List<Object> asked() {
        return server.market().quotes().asked();
    }

    @Test
    void aProjectListIsOpenedFilledAndDeleted() throws Exception {
        Api.Reply opened = buyer.post("/project-lists", "{\"name\":\" Kontor \"}");
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(opened.header("Location")).endsWith("/project-lists/list-1");
        assertThat(opened.header("ETag")).isEqualTo("\"4\"");
        Api.Reply filled = buyer.post(
                "/project-lists/list-1/lines",
                "{\"lines\":[{\"sku\":\"SL-1001\",\"quantity\":24,\"note\":\"Gang\"},{\"sku\":\"SL-1002\",\"quantity\":1}]}");
        assertThat(filled.status()).as(filled.body()).isEqualTo(200);
        assertThat(buyer.put("/project-lists/list-1/lines/2-1", "{\"quantity\":12}")
                        .status())
                .isEqualTo(200);
        assertThat(buyer.delete("/project-lists/list-1/lines/2-1").status()).isEqualTo(200);
        assertThat(buyer.post("/project-lists/list-1/transfer", "{\"to\":\"list-2\",\"lines\":[\"2-1\"],\"keep\":true}")
                        .status())
                .isEqualTo(200);
        assertThat(buyer.post("/project-lists/list-1/copy", "{\"name\":\"Igjen\"}")
                        .status())
                .isEqualTo(201);
        assertThat(buyer.put("/project-lists/list-1", "{\"name\":\"Andre etasje\"}")
                        .status())
                .isEqualTo(200);
        assertThat(buyer.get("/project-lists?limit=5")
                        .json()
                        .get("items")
                        .get(0)
                        .get("lines")
                        .asInt())
                .isEqualTo(2);
        assertThat(buyer.delete("/project-lists/list-1").status()).isEqualTo(204);
        assertThat(asked())
                .startsWith(
                        List.of(Optional.empty(), "Kontor"),
                        List.of(
                                new NewLine(new Sku("SL-1001"), 24, Optional.empty(), Optional.of("Gang")),
                                new NewLine(new Sku("SL-1002"), 1, Optional.empty(), Optional.empty())),
                        List.of(new LineId("2-1"), 12, Optional.empty()),
                        List.of(new LineId("2-1"), 0, Optional.empty()),
                        List.of(new ProjectListId("list-2"), List.of(new LineId("2-1")), true));
    }

    @Test
    void aListIsOpenedWithConfiguredLinesAndGoesIntoACartAndBack() throws Exception {
        Api.Reply opened = buyer.post(
                "/project-lists",
                "{\"name\":\"Kontor\",\"lines\":[{\"sku\":\"SL-1001\",\"quantity\":1,\"answers\":{\"length\":{\"chosen\":[\"long\"]}}}]}");
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(opened.json()
                        .at("/lines/0/configuration/answers/length/chosen/0")
                        .asText())
                .isEqualTo("long");
        Api.Reply filled = buyer.post("/project-lists/list-1/cart", "{\"lines\":[\"2-1\"]}");
        assertThat(filled.status()).as(filled.body()).isEqualTo(201);
        assertThat(filled.header("Location")).endsWith("/carts/cart-2");
        assertThat(filled.json().at("/lines/0/remarks/0/message").asText()).contains("SL-1001");
        Api.Reply back = buyer.post("/project-lists/list-1/from-cart", "{\"cart\":\"cart-1\"}");
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.header("ETag")).isEqualTo("\"4\"");
        assertThat(asked())
                .containsExactly(
                        List.of(
                                Optional.empty(),
                                "Kontor",
                                List.of(new NewLine(
                                        new Sku("SL-1001"),
                                        1,
                                        Optional.of(Answers.NONE.with("length", Answer.chosen("long"))),
                                        Optional.empty()))),
                        List.of(List.of(new LineId("2-1")), Optional.empty()),
                        List.of(new CartId("cart-1"), List.of()));
    }

    @Test
    void aQuoteIsAskedForOfferedCommentedAndOrdered() throws Exception {
        Api.Reply quote = buyer.post("/project-lists/list-1/quote", "{\"message\":\"Vi begynner i juni.\"}");
        assertThat(quote.status()).as(quote.body()).isEqualTo(201);
        assertThat(quote.header("Location")).endsWith("/quotes/quote-1");
        assertThat(quote.json().get("dueAt").asText()).isNotEmpty();
        Api.Reply offered = staff.post(
                "/quotes/quote-1/offers",
                "{\"prices\":[{\"line\":\"2-1\",\"price\":{\"amount\":\"129.00\",\"currency\":\"NOK\"}}],"
                        + "\"validUntil\":\"2026-04-30\"}");
        assertThat(offered.status()).as(offered.body()).isEqualTo(200);
        assertThat(offered.json()
                        .get("offers")
                        .get(0)
                        .get("price")
                        .get("gross")
                        .get("amount")
                        .asText())
                .isNotEmpty();
        assertThat(asked().get(1).toString())
                .contains(
                        new QuotedLine(new LineId("2-1"), Samples.nok("129.00").toBigMoney()).toString());
        assertThat(buyer.post("/quotes/quote-1/comments", "{\"text\":\"Kan det bli 120?\"}")
                        .status())
                .isEqualTo(200);
        assertThat(buyer.get("/quotes?waiting=true&state=offered").json().get("items"))
                .hasSize(1);
        assertThat(buyer.get("/quotes/quote-1").json().get("order").asText()).isEqualTo("order-1");
        assertThat(buyer.post("/quotes/quote-1/decline", "").status()).isEqualTo(200);
        assertThat(buyer.post("/quotes/quote-1/ask-again", "").status()).isEqualTo(200);
        assertThat(staff.post("/quotes/quote-1/withdraw", "{\"text\":\"Utgått.\"}")
                        .status())
                .isEqualTo(200);
        Api.Reply ordered = buyer.post("/quotes/quote-1/order", "{\"offer\":1,\"purchaseOrderReference\":\"PO 4711\"}");
        assertThat(ordered.status()).as(ordered.body()).isIn(201, 404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /project-lists                  | {}                                                | field-missing
            /project-lists                  | {"name":" "}                                      | field-missing
            /project-lists/list-1/lines     | {"lines":[]}                                      | lines-missing
            /project-lists/list-1/lines     | {"lines":[{"sku":"' OR 1","quantity":1}]}         | sku-invalid
            /project-lists/list-1/lines     | {"lines":[{"sku":"A","quantity":0}]}              | quantity-invalid
            /project-lists/list-1/transfer  | {}                                                | field-missing
            /project-lists/list-1/quote     | {"destination":{"country":"XX","postcode":"1"}}   | country-invalid
            /quotes/quote-1/comments        | {}                                                | field-missing
            /quotes/quote-1/order           | {"offer":0}                                       | offer-invalid
            """)
    void whatIsWrongIsSaid(String path, String body, String code) throws Exception {
        Api.Reply reply = buyer.post(path, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        assertThat(reply.json().get("code").asText()).isEqualTo(code);
    }

    @Test
    void anUnknownOneIsNotFound() throws Exception {
        assertThat(buyer.get("/project-lists/other").json().get("code").asText())
                .isEqualTo("project-list-not-found");
        assertThat(buyer.get("/quotes/other").json().get("code").asText()).isEqualTo("quote-not-found");
    }
}

package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torg.api.account.RecipientId;
import org.torg.api.cart.CartId;
import org.torg.api.cart.FollowingCarts.Source;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answer;
import org.torg.api.configurator.Answers;
import org.torg.api.favourite.Favourite.Sharing;
import org.torg.api.favourite.Favourites.NewLine;
import org.torg.api.favourite.Favourites.Query;
import org.torg.api.favourite.Favourites.Use;
import org.torg.api.order.OrderId;
import org.torg.api.pricing.LineId;

/** The routes of favourites, and of carts that follow others; each reply is held against the description. */
class FavouriteRoutesTest {

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

    private List<Object> asked() {
        return server.market().favourites().asked();
    }

    @Test
    @Tag("D15")
    void aPreferenceIsSavedAndItsAnswersAreTakenByTheConfigurator() throws Exception {
        Api.Reply saved = buyer.post(
                "/favourites",
                "{\"name\":\" Vanlig skinne \",\"sharing\":\"location\",\"lines\":[{\"sku\":\"SL-1001\",\"quantity\":2,"
                        + "\"answers\":{\"size\":{\"chosen\":[\"large\"]}}}]}");
        assertThat(saved.status()).as(saved.body()).isEqualTo(201);
        assertThat(saved.header("Location")).endsWith("/favourites/favourite-1");
        assertThat(saved.header("ETag")).isEqualTo("\"3\"");
        assertThat(asked())
                .containsExactly(List.of(
                        Optional.empty(),
                        "Vanlig skinne",
                        Sharing.LOCATION,
                        List.of(new NewLine(
                                new Sku("SL-1001"),
                                2,
                                Optional.of(Answers.NONE.with("size", Answer.chosen("large")))))));

        JsonNode answers = buyer.get("/favourites/favourite-1").json().at("/lines/0/configuration/answers");
        Api.Reply guided = buyer.post("/configurations/guide", "{\"sku\":\"SL-1001\",\"answers\":" + answers + "}");
        assertThat(guided.status()).as(guided.body()).isEqualTo(200);
        assertThat(answers.at("/size/chosen/0").asText()).isEqualTo("large");
    }

    @Test
    @Tag("H46")
    @Tag("H47")
    void aFavouriteIsMadeOfACartEditedAndDeleted() throws Exception {
        Api.Reply saved = buyer.post("/carts/cart-1/favourites", "{\"name\":\"Hver måned\",\"lines\":[\"2\",\"3\"]}");
        assertThat(saved.status()).as(saved.body()).isEqualTo(201);
        assertThat(saved.header("Location")).endsWith("/favourites/favourite-1");
        assertThat(buyer.put("/favourites/favourite-1", "{\"name\":\"Natt\",\"sharing\":\"account\"}")
                        .status())
                .isEqualTo(200);
        assertThat(buyer.put("/favourites/favourite-1/lines/1", "{\"quantity\":5}")
                        .status())
                .isEqualTo(200);
        assertThat(buyer.delete("/favourites/favourite-1/lines/2").status()).isEqualTo(200);
        assertThat(buyer.delete("/favourites/favourite-1").status()).isEqualTo(204);
        assertThat(asked())
                .containsExactly(
                        List.of(
                                new CartId("cart-1"),
                                List.of(new LineId("2"), new LineId("3")),
                                "Hver måned",
                                Sharing.PERSON),
                        List.of(Optional.empty(), "Natt", Sharing.ACCOUNT),
                        List.of(new LineId("1"), 5, Optional.empty()),
                        List.of(new LineId("2"), 0, Optional.empty()),
                        List.of("delete", Optional.empty()));
    }

    @Test
    @Tag("H49")
    void favouritesAreSearched() throws Exception {
        Api.Reply found = buyer.get("/favourites?text=skinne&sku=SL-1001&sharing=account&limit=1");
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        assertThat(found.json().at("/items/0/lines").asInt()).isEqualTo(2);
        assertThat(found.json().get("next").asText()).isNotEmpty();
        assertThat(((Query) asked().get(0)).text()).contains("skinne");
        assertThat(((Query) asked().get(0)).sku()).contains(new Sku("SL-1001"));
        assertThat(((Query) asked().get(0)).sharing()).contains(Sharing.ACCOUNT);
        assertThat(buyer.get("/favourites?sku=%27%20OR%201").status()).isEqualTo(400);
        assertThat(buyer.get("/favourites?after=nonsense").status()).isEqualTo(400);
    }

    @Test
    @Tag("H50")
    void whatBecameOfEachLineIsSaid() throws Exception {
        Api.Reply anew = buyer.post("/favourites/favourite-1/use", "{\"recipient\":\"recipient-1\"}");
        assertThat(anew.status()).as(anew.body()).isEqualTo(201);
        assertThat(anew.header("Location")).endsWith("/carts/cart-1");
        assertThat(anew.header("ETag")).isEqualTo("\"2\"");
        assertThat(anew.json().at("/lines/0/missing/0").asText()).isEqualTo("case");
        assertThat(anew.json().at("/lines/0/misfits/0/reasons/0").asText()).isEqualTo("Not made in black.");
        assertThat(anew.json().at("/lines/0/defaulted/0").asText()).isEqualTo("thickness");
        assertThat(anew.json().at("/lines/1/reason/code").asText()).isEqualTo("sku-unknown");
        assertThat(anew.json().at("/lines/1/line").isMissingNode()).isTrue();
        assertThat(anew.json().at("/cart/quotation/gross/amount").isMissingNode()
                        && anew.json().at("/cart/quotation").isMissingNode())
                .isFalse();

        Api.Reply into = buyer.post("/favourites/favourite-1/use", "{\"cart\":\"cart-1\",\"lines\":[\"1\"]}");
        assertThat(into.status()).as(into.body()).isEqualTo(200);
        assertThat(asked())
                .containsExactly(
                        new Use(
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.of(new RecipientId("recipient-1"))),
                        new Use(
                                Optional.of(new CartId("cart-1")),
                                Optional.empty(),
                                List.of(new LineId("1")),
                                Optional.empty()));
    }

    @Test
    @Tag("D22")
    void anotherOrderForTheSamePatientIsOpened() throws Exception {
        Api.Reply opened = buyer.post("/following-carts", "{\"order\":\"order-1\"}");
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(opened.header("Location")).endsWith("/carts/cart-1");
        assertThat(opened.json().at("/recipients/0").asText()).isEqualTo("recipient-1");
        assertThat(buyer.post(
                                "/following-carts",
                                "{\"cart\":\"cart-1\",\"withLines\":true,\"recipient\":\"recipient-1\"}")
                        .status())
                .isEqualTo(201);
        assertThat(asked())
                .containsExactly(
                        List.of(new Source.OfOrder(new OrderId("order-1")), Optional.empty(), false),
                        List.of(
                                new Source.OfCart(new CartId("cart-1")),
                                Optional.of(new RecipientId("recipient-1")),
                                true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /favourites                    | {"lines":[{"sku":"A","quantity":1}]}                                | field-missing
            /favourites                    | {"name":"A","lines":[]}                                             | lines-missing
            /favourites                    | {"name":"A","lines":[{"sku":"' OR 1","quantity":1}]}                | sku-invalid
            /favourites                    | {"name":"A","lines":[{"sku":"A","quantity":0}]}                     | quantity-invalid
            /favourites                    | {"name":"A","lines":[{"sku":"A","quantity":1,"answers":{"q":{}}}]}  | answer-invalid
            /carts/cart-1/favourites       | {}                                                                  | field-missing
            /carts/unknown/favourites      | {"name":"A"}                                                        | cart-not-found
            /favourites/favourite-1/use    | {"lines":["§"]}                                                     | line-unknown
            /favourites/unknown/use        | {}                                                                  | favourite-not-found
            /following-carts               | {}                                                                  | source-invalid
            /following-carts               | {"order":"a","cart":"b"}                                            | source-invalid
            /following-carts               | {"cart":"unknown"}                                                  | cart-not-found
            """)
    void whatIsWrongIsSaid(String path, String body, String code) throws Exception {
        Api.Reply reply = buyer.post(path, body);
        assertThat(reply.json().get("code").asText()).as(reply.body()).isEqualTo(code);
    }

    @Test
    void strangersHaveNone() throws Exception {
        assertThat(stranger.get("/favourites").status()).isEqualTo(401);
        assertThat(stranger.post("/following-carts", "{\"cart\":\"cart-1\"}").status())
                .isEqualTo(401);
        assertThat(buyer.get("/favourites/unknown").status()).isEqualTo(404);
        assertThat(buyer.put("/favourites/favourite-1/lines/%C2%A7", "{\"quantity\":5}")
                        .status())
                .isEqualTo(404);
    }
}

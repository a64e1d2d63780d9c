package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.cart.CartId;
import org.torg.api.order.OrderId;
import org.torg.api.quickorder.QuickOrders;
import org.torg.api.quickorder.QuickOrders.Source;
import org.torg.api.quickorder.QuickOrders.Target;
import org.torg.api.quote.ProjectListId;
import org.torg.api.vendor.VendorId;

/** The routes of orders by article number; each reply is held against the description. */
@Tag("L20")
@Tag("L21")
class QuickOrderRoutesTest {

    private static final String ROWS =
            "{\"rows\":[{\"article\":\"SL-1001\",\"quantity\":\"10,0\"},{\"article\":\"=1+1\"}]}";

    private ApiServer server;
    private Api buyer;
    private Api csv;

    @BeforeEach
    void open() throws Exception {
        server = new ApiServer();
        buyer = Api.of(server).as("buyer");
        csv = buyer.with("Content-Type", "text/csv");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private List<Object> asked() {
        return server.market().quickOrders().asked();
    }

    @Test
    void rowsAreCheckedAndEachIsToldOf() throws Exception {
        Api.Reply checked = buyer.with("Accept-Language", "nb").post("/quick-orders/check", ROWS);

        assertThat(checked.status()).as(checked.body()).isEqualTo(200);
        assertThat(checked.json().get("left").asInt()).isEqualTo(1);
        assertThat(checked.json().at("/rows/0/notes/0/message").asText()).isEqualTo("Lest som artikkelen SL-1001.");
        assertThat(checked.json().at("/rows/0/article/name").asText()).isEqualTo("Taklampe");
        assertThat(checked.json().at("/rows/2/state").asText()).isEqualTo("left-out");
        assertThat(asked())
                .containsExactly(List.of(
                        new Source.Rows(List.of(new Source.Typed("SL-1001", "10,0"), new Source.Typed("=1+1", ""))),
                        List.of(Optional.empty(), false)));
    }

    @Test
    void aFileOfAnyKindOfTextIsTakenAsItIs() throws Exception {
        assertThat(csv.post("/quick-orders/check?vendor=lighting&defaults=true", "Varenr;Antall\nSL-1001;2")
                        .status())
                .isEqualTo(200);
        assertThat(buyer.with("Content-Type", "application/octet-stream")
                        .post("/quick-orders?cart=cart-1", "SL-1001;2")
                        .status())
                .isEqualTo(200);
        assertThat(csv.post("/quick-orders?projectList=list-1", "SL-1001;3").status())
                .isEqualTo(200);
        assertThat(asked())
                .containsExactly(
                        List.of("Varenr;Antall\nSL-1001;2", List.of(Optional.of(new VendorId("lighting")), true)),
                        List.of("SL-1001;2", List.of(new Target.IntoCart(new CartId("cart-1")), false)),
                        List.of("SL-1001;3", List.of(new Target.OntoList(new ProjectListId("list-1")), false)));
    }

    @Test
    void goodRowsGoIntoANewCartUnlessOneIsNamed() throws Exception {
        Api.Reply filled = buyer.with("Idempotency-Key", "k-1").post("/quick-orders", "{\"text\":\"SL-1001 10\"}");

        assertThat(filled.status()).as(filled.body()).isEqualTo(201);
        assertThat(filled.header("Location")).endsWith("/carts/cart-2");
        assertThat(filled.json().at("/report/rows")).hasSize(3);
        Api.Reply again = buyer.post("/quick-orders", "{\"order\":\"order-1\",\"cart\":\"cart-1\",\"defaults\":true}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("cart").asText()).isEqualTo("cart-1");
        assertThat(asked())
                .containsExactly(
                        List.of(new Source.Text("SL-1001 10"), List.of(new Target.NewCart(Optional.empty()), false)),
                        List.of(
                                new Source.Earlier(new OrderId("order-1")),
                                List.of(new Target.IntoCart(new CartId("cart-1")), true)));
        buyer.post("/quick-orders", "{\"text\":\"A 1\",\"cart\":\"full\"}").problem(422, "cart-full");
    }

    @Test
    void whatIsLeftOutComesBackAsAFile() throws Exception {
        Api.Reply file = buyer.post("/quick-orders/rejected", ROWS);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("rejected.csv");
        assertThat(file.body()).contains("'=1+1;3");
        assertThat(csv.post("/quick-orders/rejected", "=1+1;3").body()).isEqualTo(file.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                     | rows-missing
            {"text":"A 1","order":"order-1"}                       | rows-missing
            {"text":"A 1","cart":"c","projectList":"l"}            | target-ambiguous
            {"rows":[null]}                                        | field-missing
            {"text":"A 1","vendor":"?"}                            | vendor-invalid
            """)
    void whatIsWrongIsSaid(String body, String code) throws Exception {
        Api.Reply reply = buyer.post("/quick-orders", body);
        assertThat(reply.status()).as(reply.body()).isIn(400, 422);
        assertThat(reply.json().get("code").asText()).isEqualTo(code);
    }

    @Test
    void tenThousandRowsAreTheMost() throws Exception {
        String row = "{\"article\":\"A\",\"quantity\":\"1\"}";
        String most = String.join(",", java.util.Collections.nCopies(QuickOrders.MAX_ROWS, row));

        assertThat(buyer.post("/quick-orders/check", "{\"rows\":[" + most + "]}")
                        .status())
                .isEqualTo(200);
        buyer.post("/quick-orders/check", "{\"rows\":[" + most + "," + row + "]}")
                .problem(422, "rows-too-many");
        csv.post("/quick-orders/check", "A;1\n".repeat(3_000_000)).problem(413, "body-too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/quick-orders", "/quick-orders/check", "/quick-orders/rejected"})
    void strangersSignInFirst(String path) throws Exception {
        Api.of(server).post(path, ROWS).problem(401, "token-missing");
    }
}

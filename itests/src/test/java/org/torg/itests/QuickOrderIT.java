package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;
import static org.torg.itests.Market.amount;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.itests.Client.Reply;

/** From a list of article numbers, as a spreadsheet writes it, to an order; and the four ways to buy (L20). */
@Torg
class QuickOrderIT {

    private final Market market;
    private final Client buyer;

    QuickOrderIT(Server server) {
        market = new Market(server);
        buyer = market.as("owner");
        market.importProducts(
                market.as("staff-catalog"),
                Market.product("QO-1", "100,00", "0,4", false, "untracked", ""),
                Market.product("QO-2", "50,00", "0,4", false, "untracked", ""));
    }

    private Reply file(String path, String csv) {
        return buyer.with("Content-Type", "text/csv")
                .send("POST", API + path, BodyPublishers.ofByteArray(csv.getBytes(StandardCharsets.UTF_16)));
    }

    @Test
    @Tag("L20")
    @Tag("L21")
    void goodRowsAreOrderedAndBadOnesComeBack() {
        String csv = "Antall\tVarenr.\r\n10,0\tQO-1\r\n\r\n1 000\tqo-2\r\n2\t=1+1\r\n5\tQO-1\r\n";
        Reply checked = file("/quick-orders/check", csv);
        assertThat(checked.status()).as(checked.body()).isEqualTo(200);
        assertThat(checked.json().findValuesAsText("state")).containsExactly("good", "good", "left-out", "merged");
        Reply rejected = file("/quick-orders/rejected", csv);
        assertThat(rejected.body()).contains("'=1+1;2;article-invalid");

        Reply filled = file("/quick-orders", csv);

        assertThat(filled.status()).as(filled.body()).isEqualTo(201);
        String cart = filled.json().get("cart").asText();
        JsonNode lines = buyer.get(API + "/carts/" + cart).json().get("lines");
        assertThat(lines.findValuesAsText("sku")).containsExactly("QO-1", "QO-2");
        assertThat(lines.findValuesAsText("quantity")).containsExactly("15", "1000");
        Reply order = buyer.post(API + "/carts/" + cart + "/checkout", Map.of("acceptPrices", "current"));
        assertThat(order.status()).as(order.body()).isEqualTo(201);
        Reply again = buyer.post(
                API + "/quick-orders", Map.of("order", order.json().get("id").asText()));
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.json().at("/report/left").asInt()).isZero();
        assertThat(market.as("owner", 3)
                        .post(API + "/quick-orders", "{\"text\":\"QO-1 1\",\"cart\":\"" + cart + "\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Tag("L17")
    @Tag("L19")
    @Tag("L20")
    void whatIsPastedOntoAProjectListIsOfferedAndOrdered() {
        String list = buyer.post(
                        API + "/project-lists",
                        Map.of("name", "Office", "lines", List.of(Map.of("sku", "QO-2", "quantity", 1))))
                .json()
                .get("id")
                .asText();
        Reply pasted = buyer.post(API + "/quick-orders", Map.of("projectList", list, "text", "QO-1 10\nQO-9 1"));
        assertThat(pasted.status()).as(pasted.body()).isEqualTo(200);
        assertThat(pasted.json().at("/report/left").asInt()).isEqualTo(1);
        JsonNode quote =
                buyer.post(API + "/project-lists/" + list + "/quote", Map.of()).json();
        String line = quote.at("/lines/1/id").asText();
        String path = API + "/quotes/" + quote.get("id").asText();

        // Without a last day it is the vendor's own.
        Reply offered = market.as("staff-orders")
                .post(
                        path + "/offers",
                        Map.of(
                                "prices",
                                List.of(Map.of("line", line, "price", Map.of("amount", "70.00", "currency", "NOK")))));
        assertThat(offered.status()).as(offered.body()).isEqualTo(200);
        Reply ordered = buyer.post(path + "/order", Map.of("offer", 1));

        assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
        JsonNode bought = ordered.json().at("/lines/1");
        assertThat(amount(bought.get("net"))).isEqualByComparingTo(new BigDecimal("700.00"));
        Reply filled = buyer.post(API + "/project-lists/" + list + "/cart", Map.of());
        assertThat(filled.status()).as(filled.body()).isEqualTo(201);
        assertThat(filled.json().get("lines")).hasSize(2);
    }
}

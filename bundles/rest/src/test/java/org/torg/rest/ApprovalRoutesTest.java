package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.torg.api.account.LocationId;
import org.torg.api.account.Role;
import org.torg.api.order.ApprovalRule;
import org.torg.api.order.Approvals.State;
import org.torg.api.order.Checkout;
import org.torg.api.order.PriceAgreement;

/** The routes of approvals; each reply is held against the description. */
class ApprovalRoutesTest {
    private static final String RULES = "/accounts/account-1/approval-rules";

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
        return server.market().approvals().asked();
    }

    private String approval() throws Exception {
        String cart = buyer.post("/carts", "{}").json().get("id").asText();
        Api.Reply reply = buyer.post(
                "/carts/" + cart + "/approval",
                "{\"acceptPrices\":\"current\",\"purchaseOrderReference\":\"PO 1\",\"message\":\"Til resepsjonen\"}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.json().get("state").asText()).isEqualTo("open");
        assertThat(reply.json().get("message").asText()).isEqualTo("Til resepsjonen");
        assertThat(reply.header("Location"))
                .endsWith("/approvals/" + reply.json().get("id").asText());
        return "/approvals/" + reply.json().get("id").asText();
    }

    @Test
    void rulesAreReplacedByTheirVersion() throws Exception {
        assertThat(buyer.get(RULES).header("ETag")).isEqualTo("\"0\"");
        String body = "{\"rules\":[{\"role\":\"buyer\",\"location\":\"location-1\","
                + "\"above\":{\"amount\":\"500.00\",\"currency\":\"NOK\"}},"
                + "{\"above\":{\"amount\":\"0.00\",\"currency\":\"NOK\"}}]}";
        Api.Reply set = buyer.with("If-Match", "\"0\"").put(RULES, body);
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        assertThat(set.header("ETag")).isEqualTo("\"1\"");
        assertThat(set.json().at("/rules/0/role").asText()).isEqualTo("buyer");
        assertThat(asked())
                .containsExactly(List.of(
                        new ApprovalRule(
                                Optional.of(Role.BUYER),
                                Optional.of(new LocationId("location-1")),
                                Samples.nok("500.00")),
                        new ApprovalRule(Optional.empty(), Optional.empty(), Samples.nok("0.00"))));
        buyer.with("If-Match", "\"0\"").put(RULES, body).problem(412, "version-changed");
        buyer.get("/accounts/other/approval-rules").problem(404, "account-not-found");
        stranger.get(RULES).problem(401, "token-missing");
    }

    @Test
    void rulesThatCannotBeReadAreRefusedWhereTheyAreWrong() throws Exception {
        Api.Reply reply = buyer.put(RULES, "{\"rules\":[{\"role\":\"king\"}]}");
        reply.problem(422, "input-invalid");
        assertThat(reply.json().at("/errors/0/pointer").asText()).isEqualTo("/rules/0/role");
        assertThat(reply.json().at("/errors/1/pointer").asText()).isEqualTo("/rules/0/above");
        buyer.put(RULES, "{}").problem(422, "field-missing");
        assertThat(asked()).isEmpty();
    }

    @Test
    void whatIsAskedIsReadListedAndApproved() throws Exception {
        String path = approval();
        assertThat(((Checkout) asked().get(0)).purchaseOrderReference()).contains("PO 1");
        assertThat(buyer.get(path).json().get("total").get("amount").asText()).isEqualTo("1250.00");
        Api.Reply list = buyer.get("/approvals?state=open&limit=1");
        assertThat(list.json().get("items")).hasSize(1);
        assertThat(list.json().get("next").asText()).isNotEmpty();
        assertThat(asked()).contains(Optional.of(State.OPEN));
        buyer.get("/approvals?state=lost").problem(400, "parameter-invalid");
        Api.Reply order =
                buyer.post(path + "/approve", "{\"expectedTotal\":{\"amount\":\"1250.00\",\"currency\":\"NOK\"}}");
        assertThat(order.status()).as(order.body()).isEqualTo(201);
        assertThat(order.header("Location")).endsWith("/orders/order-1");
        assertThat(asked()).contains(new PriceAgreement.ExpectedTotal(Samples.nok("1250.00")));
        assertThat(buyer.get(path).json().get("order").asText()).isEqualTo("order-1");
    }

    @Test
    void thereIsNoApprovalWithoutAPrice() throws Exception {
        String path = approval();
        buyer.post(path + "/approve", "{}").problem(422, "price-agreement-missing");
        String cart = buyer.post("/carts", "{}").json().get("id").asText();
        buyer.post("/carts/" + cart + "/approval", "{}").problem(422, "price-agreement-missing");
    }

    @Test
    void whatIsAskedIsDeclinedWithAReasonOrTakenBack() throws Exception {
        String path = approval();
        buyer.post(path + "/decline", "{}").problem(422, "field-missing");
        assertThat(buyer.post(path + "/decline", "{\"reason\":\"nei\"}")
                        .json()
                        .get("reason")
                        .asText())
                .isEqualTo("nei");
        String second = approval();
        assertThat(buyer.post(second + "/withdraw", "").json().get("state").asText())
                .isEqualTo("withdrawn");
        buyer.get("/approvals/nothing").problem(404, "approval-not-found");
        stranger.post(path + "/withdraw", "").problem(401, "token-missing");
    }
}

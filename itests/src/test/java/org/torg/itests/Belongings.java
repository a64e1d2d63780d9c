package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.torg.itests.Client.Reply;

/** One thing of each kind that belongs to an account, by the word that stands before its id in a route. */
final class Belongings {

    /**
     * The kinds of things that another account must not even know of. Lines and addresses are numbered in their cart and account:
     * there are no foreign ones.
     */
    static final Set<String> OWNED = Set.of(
            "accounts",
            "api-tokens",
            "approvals",
            "carts",
            "favourites",
            "invitations",
            "invoices",
            "locations",
            "orders",
            "own-sessions",
            "people",
            "personal-data/2",
            "project-lists",
            "quotes",
            "recipients",
            "requests",
            "uploads");

    private static final String SKU = "IT-WALK";

    private final Market market;
    private final Client owner;
    private final String account;
    private final Map<String, String> things = new HashMap<>();

    private Belongings(Market market, Client owner) {
        this.market = market;
        this.owner = owner;
        this.account = owner.get(API + "/accounts/current").json().get("id").asText();
    }

    static void goods(Market market) {
        market.importProducts(
                market.as("staff-catalog"), Market.product(SKU, "1000,00", "0,1", false, "untracked", ""));
    }

    static Map<String, String> of(Market market, Client owner) {
        return new Belongings(market, owner).all();
    }

    private Map<String, String> all() {
        JsonNode details = owner.get(API + "/accounts/" + account).json();
        things.put("accounts", account);
        things.put("addresses", details.at("/deliveries/0/id").asText());
        things.put(
                "locations",
                owner.get(API + "/accounts/" + account + "/locations")
                        .json()
                        .at("/items/0/id")
                        .asText());
        things.put(
                "people",
                owner.get(API + "/sessions/current").json().get("user").asText());
        things.put(
                "own-sessions",
                owner.get(API + "/own-sessions").json().at("/items/0/id").asText());
        things.put("dependants", things.get("people"));
        things.put("personal-data", "people");
        things.put("personal-data/2", things.get("people"));
        things.put("vendors", "lighting");
        things.put("information", "help");
        things.put("agreements", "lighting");
        things.put("products", SKU);
        buy();
        plan();
        remember();
        things.put(
                "invitations",
                id(owner.post(
                        API + "/accounts/" + account + "/invitations",
                        Map.of(
                                "email",
                                "walk-" + System.nanoTime() + "@example.com",
                                "name",
                                "Wanda Walk",
                                "language",
                                "nb",
                                "rights",
                                Map.of("role", "buyer", "everywhere", true)))));
        things.put(
                "requests", id(owner.post(API + "/requests", Map.of("type", "correction", "text", "We have moved."))));
        things.put(
                "api-tokens",
                id(owner.post(
                        API + "/api-tokens",
                        Map.of("name", "Walk", "functions", List.of("order-read"), "account", account))));
        things.values().forEach(id -> assertThat(id).as(things.toString()).isNotBlank());
        return things;
    }

    private void buy() {
        String line = "{\"sku\":\"" + SKU + "\",\"quantity\":1}";
        String order = id(owner.post(API + "/orders", "{\"lines\":[" + line + "],\"acceptPrices\":\"current\"}"));
        things.put("orders", order);
        Reply shipped = market.as("staff-orders").post(API + "/orders/" + order + "/shipments", "{}");
        assertThat(shipped.status()).as(shipped.body()).isEqualTo(201);
        things.put("invoices", market.invoices(owner, order, 1).get(0).get("id").asText());
        things.put("carts", id(owner.post(API + "/carts", Map.of())));
        things.put(
                "lines",
                owner.post(API + "/carts/" + things.get("carts") + "/lines", line)
                        .json()
                        .at("/lines/0/id")
                        .asText());
    }

    private void plan() {
        things.put(
                "favourites",
                id(owner.post(
                        API + "/favourites",
                        Map.of("name", "Walk", "lines", List.of(Map.of("sku", SKU, "quantity", 2))))));
        String list = id(owner.post(API + "/project-lists", Map.of("name", "Walk")));
        things.put("project-lists", list);
        Reply filled = owner.post(
                API + "/project-lists/" + list + "/lines", Map.of("lines", List.of(Map.of("sku", SKU, "quantity", 2))));
        assertThat(filled.status()).as(filled.body()).isEqualTo(200);
        things.put("quotes", id(owner.post(API + "/project-lists/" + list + "/quote", Map.of())));
        // Tasks are the vendor's: no customer has any.
        things.put("order-tasks", things.get("orders"));
    }

    /** A patient and a scan belong to a location; the session is at none afterwards, as before. */
    private void remember() {
        String session = API + "/sessions/current";
        owner.put(session, Map.of("account", account, "location", things.get("locations")));
        things.put("recipients", id(owner.post(API + "/recipients", Map.of("name", "Nils Walk"))));
        Reply announced = owner.with("Tus-Resumable", "1.0.0")
                .with("Upload-Length", "10")
                .with("Upload-Metadata", "filename c2Nhbi5zdGw=,vendor bGlnaHRpbmc=")
                .send("POST", API + "/uploads", java.net.http.HttpRequest.BodyPublishers.noBody());
        assertThat(announced.status()).as(announced.body()).isEqualTo(201);
        String place = announced.header("Location");
        things.put("uploads", place.substring(place.lastIndexOf('/') + 1));
        assertThat(owner.put(session, Map.of("account", account)).status()).isEqualTo(200);
    }

    private static String id(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        JsonNode json = reply.json();
        return (json.has("id") ? json : json.path("apiToken")).path("id").asText();
    }
}

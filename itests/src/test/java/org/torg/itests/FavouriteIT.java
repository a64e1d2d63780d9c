package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.itests.Client.Reply;

/** A clinic saves its usual splint at the dental vendor as a preference, uses it for a patient, and orders. */
@Tag("D15")
@Tag("D16")
@Tag("H46")
@Tag("H49")
@Tag("H50")
@Tag("H51")
class FavouriteIT {

    static final String DEVICE = "\"arms\":{\"chosen\":[\"titanium\"]},\"colour\":{\"chosen\":[\"blue\"]}";
    static final String PATIENT = "\"case-type\":{\"chosen\":[\"models\"]},\"records-ready\":{\"chosen\":[\"yes\"]},"
            + "\"bite\":{\"chosen\":[\"wax\"]},\"advancement\":{\"number\":6.5},\"notes\":{\"text\":\"Grinds at night\"}";

    @TempDir
    private Path base;

    @Test
    @Tag("D22")
    void aPreferenceIsSavedUsedForAPatientAndOrdered() throws Exception {
        Files.createDirectories(base.resolve("etc"));
        Files.writeString(base.resolve("etc/org.torg.kernel.vendor.cfg"), "vendors = dental\n");
        try (LaunchedServer server = new LaunchedServer(base, "--features", "torg-demo").awaitReady()) {
            Market market = new Market(server);
            Client clinic = market.as("owner");
            chooseLocation(clinic, 0);
            Client branch = market.as("buyer");
            chooseLocation(branch, 1);
            String patient = id(clinic.post(API + "/recipients", Map.of("name", "Kari Nordmann")));

            Reply saved = clinic.post(
                    API + "/favourites",
                    "{\"name\":\"Titanium, blue\",\"lines\":[{\"sku\":\"SK-ANKER\",\"quantity\":1,\"answers\":{"
                            + DEVICE + "," + PATIENT + "}}]}");
            assertThat(saved.status()).as(saved.body()).isEqualTo(201);
            assertThat(saved.body()).doesNotContain("Grinds", "case-type", "advancement");
            String favourite = API + "/favourites/" + saved.json().get("id").asText();
            assertThat(branch.get(favourite).status()).isEqualTo(404);

            JsonNode own = clinic.get(favourite).json().at("/lines/0/configuration/answers");
            Reply guided = clinic.post(API + "/configurations/guide", "{\"sku\":\"SK-ANKER\",\"answers\":" + own + "}");
            assertThat(guided.status()).as(guided.body()).isEqualTo(200);
            assertThat(guided.json().at("/answers/colour/chosen/0").asText()).isEqualTo("blue");

            Reply used = clinic.with("Idempotency-Key", "use-preference")
                    .post(favourite + "/use", "{\"recipient\":\"" + patient + "\"}");
            assertThat(used.status()).as(used.body()).isEqualTo(201);
            JsonNode line = used.json().at("/lines/0");
            assertThat(texts(line.get("missing"))).contains("case-type", "bite", "advancement");
            assertThat(texts(line.get("defaulted")))
                    .contains("material", "retention")
                    .doesNotContain("arms", "colour");
            assertThat(line.get("misfits")).isEmpty();
            assertThat(line.get("modelChanged").asBoolean()).isFalse();
            Reply again = clinic.with("Idempotency-Key", "use-preference")
                    .post(favourite + "/use", "{\"recipient\":\"" + patient + "\"}");
            assertThat(again.json().at("/cart/id")).isEqualTo(used.json().at("/cart/id"));
            assertThat(again.json().get("lines")).isEqualTo(used.json().get("lines"));

            String cart = API + "/carts/" + used.json().at("/cart/id").asText();
            assertThat(checkOut(clinic, cart).status()).isEqualTo(422);
            Reply answered = clinic.put(
                    cart + "/lines/" + line.get("line").asText() + "/configuration",
                    "{\"recipient\":\"" + patient + "\",\"answers\":{" + DEVICE + "," + PATIENT + "}}");
            assertThat(answered.status()).as(answered.body()).isEqualTo(200);
            Reply kept = clinic.post(cart + "/favourites", Map.of("name", "From the cart"));
            assertThat(kept.status()).as(kept.body()).isEqualTo(201);
            assertThat(kept.json().at("/lines/0/configuration/answers")).isEqualTo(own);
            Reply placed = checkOut(clinic, cart);
            assertThat(placed.status()).as(placed.body()).isEqualTo(201);

            Reply following = clinic.post(
                    API + "/following-carts",
                    Map.of("order", placed.json().get("id").asText(), "withLines", true));
            assertThat(following.status()).as(following.body()).isEqualTo(201);
            assertThat(texts(following.json().get("recipients"))).containsExactly(patient);
            assertThat(following.json().at("/cart/lines/0/recipient").asText()).isEqualTo(patient);
            JsonNode copied = following.json().at("/cart/lines/0/configuration/answers");
            assertThat(copied.get("arms")).isEqualTo(own.get("arms"));
            assertThat(copied.has("case-type") || copied.has("advancement") || copied.has("notes"))
                    .isFalse();
            assertThat(texts(following.json().at("/lines/0/missing"))).contains("case-type");

            assertThat(clinic.get(API + "/favourites?text=TITANIUM").json().get("items"))
                    .hasSize(1);
            assertThat(clinic.get(API + "/favourites").json().get("items")).hasSize(2);
            assertThat(branch.get(API + "/favourites").json().get("items")).isEmpty();
            assertThat(clinic.send("DELETE", favourite, BodyPublishers.noBody()).status())
                    .isEqualTo(204);
            assertThat(clinic.get(favourite).status()).isEqualTo(404);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    static void chooseLocation(Client client, int which) {
        JsonNode account = client.get(API + "/accounts/current").json();
        String id = account.get("id").asText();
        JsonNode locations =
                client.get(API + "/accounts/" + id + "/locations").json().get("items");
        Reply chosen = client.put(
                API + "/sessions/current",
                Map.of("account", id, "location", locations.get(which).get("id").asText()));
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
    }

    static Reply checkOut(Client client, String cart) {
        return client.post(cart + "/checkout", "{\"acceptPrices\":\"current\"}");
    }

    private static String id(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json().get("id").asText();
    }
}

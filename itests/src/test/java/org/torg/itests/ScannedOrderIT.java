package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torg.itests.Client.Reply;

/** A clinic orders a splint by scan from the dental vendor, and the laboratory gets the scan. */
@Tag("D18")
@Tag("D19")
@Tag("D20")
class ScannedOrderIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String DEVICE_AND_PATIENT = "\"case-type\":{\"chosen\":[\"scan\"]},"
            + "\"bite\":{\"chosen\":[\"scanned\"]},\"advancement\":{\"number\":6.5}";

    @TempDir
    private Path base;

    @Test
    @Tag("D22")
    void aScanGoesWithItsOrderAndToNobodyElse() throws Exception {
        try (Clamd scanner = new Clamd();
                LaunchedServer server = start(scanner)) {
            Market market = new Market(server);
            Client clinic = market.as("owner");
            Client branch = market.as("buyer");
            String account =
                    clinic.get(API + "/accounts/current").json().get("id").asText();
            List<String> locations = locations(clinic, account);
            choose(clinic, account, locations.get(0));
            confine(clinic, branch, account, locations.get(1));
            choose(branch, account, locations.get(1));
            byte[] scan = scan();
            String patient = id(clinic.post(API + "/recipients", Map.of("name", "Kari Nordmann")));
            String upload = announced(clinic, scan.length);
            String file = upload.substring(upload.lastIndexOf('/') + 1);

            String cart = API + "/carts/" + id(clinic.post(API + "/carts", Map.of()));
            Reply begun = clinic.post(cart + "/lines", line(patient, DEVICE_AND_PATIENT));
            assertThat(begun.status()).as(begun.body()).isIn(200, 201);
            assertThat(problem(checkOut(clinic, cart), 422)).isEqualTo("configuration-incomplete");
            String line = begun.json().at("/lines/0/id").asText();
            String answers = DEVICE_AND_PATIENT + ",\"scans\":{\"files\":[\"" + file + "\"]}";
            Reply named = clinic.put(
                    cart + "/lines/" + line + "/configuration",
                    "{\"recipient\":\"" + patient + "\",\"answers\":{" + answers + "}}");
            assertThat(named.status()).as(named.body()).isEqualTo(200);

            Reply early = checkOut(clinic, cart);
            assertThat(problem(early, 409)).isEqualTo("upload-not-ready");
            assertThat(early.body()).contains("/lines/0/answers/scans/files/0");
            assertThat(clinic.get(cart).json().at("/lines/0/id").asText())
                    .as("nothing is lost")
                    .isEqualTo(line);

            send(clinic, upload, scan);
            Await.until("The checks", BOUND, () -> !state(clinic, upload).equals("scanning"));
            Reply placed = checkOut(clinic, cart);
            assertThat(placed.status()).as(placed.body()).isEqualTo(201);
            String order = API + "/orders/" + placed.json().get("id").asText();

            Client lab = market.as("staff-orders");
            JsonNode seen = lab.get(order).json();
            assertThat(seen.at("/details/0/files/0/id").asText()).isEqualTo(file);
            String content = lab.get(upload + "/content").body();
            assertThat(sha256(content))
                    .isEqualTo(seen.at("/details/0/files/0/sha256").asText());
            assertThat(scanner.taken()).containsExactly(content.getBytes(StandardCharsets.UTF_8));
            assertThat(lab.get(order + "/models").json().at("/items/0/product").asText())
                    .isEqualTo("anker");
            assertThat(branch.get(order).status()).isEqualTo(404);
            assertThat(branch.get(order + "/models").status()).isEqualTo(404);
            assertThat(branch.get(upload).status()).isEqualTo(404);
            assertThat(branch.get(upload + "/content").status()).isEqualTo(404);

            Reply another = clinic.post(
                    API + "/orders", "{\"acceptPrices\":\"current\",\"lines\":[" + line(patient, answers) + "]}");
            assertThat(another.status()).as(another.body()).isEqualTo(201);
            assertThat(another.json().at("/details/0/files/0/id").asText()).isEqualTo(file);
        }
    }

    /** The market of the dental vendor, in which no file is ready that was not scanned. */
    private LaunchedServer start(Clamd scanner) throws IOException {
        configure("org.torg.kernel.vendor", "vendors = dental");
        configure("org.torg.kernel.upload", "scanner = true");
        configure("org.torg.connectors.clamav", "host = 127.0.0.1\nport = " + scanner.port());
        return new LaunchedServer(base, "--features", "torg-demo").awaitReady();
    }

    private void configure(String pid, String lines) throws IOException {
        Files.createDirectories(base.resolve("etc"));
        Files.writeString(base.resolve("etc/" + pid + ".cfg"), lines + "\n");
    }

    private static List<String> locations(Client client, String account) {
        return client.get(API + "/accounts/" + account + "/locations").json().findValuesAsText("id");
    }

    private static void choose(Client client, String account, String location) {
        Reply chosen = client.put(API + "/sessions/current", Map.of("account", account, "location", location));
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
    }

    /** Whose rights were everywhere has them at one location alone. */
    private static void confine(Client owner, Client colleague, String account, String location) {
        String person =
                colleague.get(API + "/sessions/current").json().get("user").asText();
        Reply changed = owner.put(
                API + "/accounts/" + account + "/people/" + person + "/rights",
                Map.of("role", "buyer", "locations", List.of(location)));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private static String line(String patient, String answers) {
        return "{\"sku\":\"SK-ANKER\",\"quantity\":1,\"recipient\":\"" + patient + "\",\"answers\":{" + answers + "}}";
    }

    private static Reply checkOut(Client client, String cart) {
        return client.post(cart + "/checkout", "{\"acceptPrices\":\"current\"}");
    }

    private static String announced(Client client, int size) {
        Reply announced = client.with("Tus-Resumable", "1.0.0")
                .with("Upload-Length", Integer.toString(size))
                .with(
                        "Upload-Metadata",
                        "filename "
                                + Base64.getEncoder()
                                        .encodeToString("Kari Nordmann.stl".getBytes(StandardCharsets.UTF_8)))
                .send("POST", API + "/uploads", BodyPublishers.noBody());
        assertThat(announced.status()).as(announced.body()).isEqualTo(201);
        return URI.create(announced.header("Location")).getPath();
    }

    private static void send(Client client, String upload, byte[] scan) {
        Reply sent = client.with("Tus-Resumable", "1.0.0")
                .with("Content-Type", "application/offset+octet-stream")
                .with("Upload-Offset", "0")
                .send("PATCH", upload, BodyPublishers.ofByteArray(scan));
        assertThat(sent.status()).as(sent.body()).isEqualTo(204);
    }

    private static String state(Client client, String upload) {
        return client.get(upload).json().get("state").asText();
    }

    private static String id(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json().get("id").asText();
    }

    private static String problem(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return reply.json().get("code").asText();
    }

    /** As text, so that what is read as text is the same bytes. */
    private static byte[] scan() {
        StringBuilder stl = new StringBuilder("solid Kari Nordmann\n");
        List.of(1, 2, 3, 4, 5, 6).forEach(i -> stl.append("facet normal 0 0 1\nouter loop\nvertex ")
                .append(i)
                .append(" 0 0\nvertex 0 ")
                .append(i)
                .append(" 0\nvertex 0 0 ")
                .append(i)
                .append("\nendloop\nendfacet\n"));
        return stl.append("endsolid Kari Nordmann\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String sha256(String content) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
    }
}

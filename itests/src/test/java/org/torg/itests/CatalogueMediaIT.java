package org.torg.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.itests.Market.API;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.itests.Client.Reply;

/** Pictures and spare parts come into a running catalogue, and everybody sees them. */
@Torg
class CatalogueMediaIT {

    private final Market market;

    CatalogueMediaIT(Server server) {
        market = new Market(server);
    }

    @Test
    @Tag("H23")
    @Tag("L12")
    void staffSendAnArchiveAndStrangersSeeThePicture() throws IOException {
        Client staff = market.as("staff-catalog");
        market.importProducts(
                staff,
                Market.product("IT-MEDIA-1", "10,00", "0,1", false, "deny", "10"),
                Market.product("IT-MEDIA-2", "20,00", "0,1", false, "deny", "0"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "media.csv",
                ("sku;category;kind;file;language;title\nIT-MEDIA-1;;picture;front.png;nb;Forfra\n"
                                + ";indoor/test;picture;front.png;;\n")
                        .getBytes(StandardCharsets.UTF_8));
        files.put("front.png", picture());

        assertThat(imported(staff, "media", "application/zip", archive(files))
                        .get("accepted")
                        .asInt())
                .isEqualTo(2);
        assertThat(imported(
                                staff,
                                "relations",
                                "text/csv",
                                "sku;relation;related\nIT-MEDIA-1;spare-part;IT-MEDIA-2\n"
                                        .getBytes(StandardCharsets.UTF_8))
                        .get("accepted")
                        .asInt())
                .isEqualTo(1);

        Client stranger = market.stranger();
        Reply reply = stranger.get(API + "/products/IT-MEDIA-1");
        JsonNode product = reply.json();
        assertThat(product.at("/media/0/sizes")).hasSize(3);
        assertThat(product.at("/related/0/sku").asText()).isEqualTo("IT-MEDIA-2");
        assertThat(product.at("/related/0/state").asText()).isEqualTo("sold-out");
        assertThat(reply.body()).doesNotContain("NOK");
        Reply small = stranger.get(product.at("/media/0/sizes/0/href").asText());
        assertThat(small.status()).isEqualTo(200);
        assertThat(small.header("Content-Type")).isEqualTo("image/png");
        assertThat(small.header("Cache-Control")).contains("immutable");
        assertThat(small.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(stranger.with("If-None-Match", small.header("ETag"))
                        .get(product.at("/media/0/sizes/0/href").asText())
                        .status())
                .isEqualTo(304);
        JsonNode category = null;
        for (JsonNode one : stranger.get(API + "/categories").json().get("items")) {
            category = one.get("path").asText().equals("indoor/test") ? one : category;
        }
        assertThat(category).isNotNull();
        assertThat(category.has("picture")).isTrue();
    }

    @Test
    void theDemoDrawsWhatEachCategoryHolds() {
        Await.until("the pictures", Duration.ofMinutes(1), () -> {
            JsonNode found = market.stranger()
                    .get(API + "/products?category=indoor/pendants&limit=1")
                    .json();
            return found.at("/items/0/picture/sizes/0/href").isTextual();
        });
    }

    private static JsonNode imported(Client staff, String kind, String type, byte[] file) {
        Reply started = staff.with("Content-Type", type)
                .send("POST", API + "/imports/" + kind + "?vendor=lighting", BodyPublishers.ofByteArray(file));
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        String path = started.header("Location");
        JsonNode[] status = {started.json()};
        Await.until("the import of " + kind, Duration.ofMinutes(1), () -> {
            status[0] = staff.get(path).json();
            return status[0].has("finishedAt");
        });
        assertThat(status[0].get("state").asText()).as(status[0].toString()).isEqualTo("done");
        return status[0];
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(1300, 700, BufferedImage.TYPE_INT_RGB), "png", bytes))
                .isTrue();
        return bytes.toByteArray();
    }

    private static byte[] archive(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}

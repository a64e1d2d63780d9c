package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.catalog.AvailabilityState;

/** Pictures, documents and related articles over HTTP; each reply of {@link Api} is held against the description. */
class MediaRoutesTest {

    private ApiServer server;
    private Api stranger;

    @BeforeEach
    void open() throws Exception {
        server = new ApiServer();
        stranger = Api.of(server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @Tag("H23")
    void categoriesProductsAndFindsHaveTheirPicture() throws Exception {
        for (String list : new String[] {"/categories", "/products", "/catalog/search?q=lampe"}) {
            assertThat(stranger.get(list)
                            .json()
                            .at("/items/0/picture/sizes/0/href")
                            .asText())
                    .as(list)
                    .isEqualTo("/api/v1/media/" + SmallMedia.SMALL);
        }
        assertThat(stranger.with("Accept-Language", "en")
                        .get("/products")
                        .json()
                        .at("/items/0/picture/title")
                        .asText())
                .isEqualTo("A lamp");
    }

    @Test
    void aProductHasItsMediaAndTheArticlesThatBelongToIt() throws Exception {
        var product = stranger.get("/products/SL-1001").json();

        assertThat(product.at("/media/0/kind").asText()).isEqualTo("picture");
        assertThat(product.at("/media/1/kind").asText()).isEqualTo("document");
        assertThat(product.at("/media/1/languages/0").asText()).isEqualTo("nb");
        assertThat(product.at("/related/0/relation").asText()).isEqualTo("spare-part");
        assertThat(product.at("/related/0/state").asText()).isEqualTo("in-stock");
        assertThat(product.at("/picture/href").asText()).isEqualTo("/api/v1/media/" + SmallMedia.LARGE);
        assertThat(stranger.get("/products").json().at("/items/0/media").isMissingNode())
                .isTrue();
    }

    @Test
    @Tag("L12")
    void whatBelongsToAnArticleHasNoPriceForAnybody() throws Exception {
        assertThat(stranger.get("/products/SL-1001").body()).doesNotContain("price", "NOK", "amount");
    }

    @Test
    void bytesAreForEverybodyAndForEver() throws Exception {
        Api.Reply picture = stranger.get("/media/" + SmallMedia.LARGE);

        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        assertThat(picture.header("Content-Length")).isEqualTo("3");
        assertThat(picture.header("ETag")).isEqualTo("\"" + SmallMedia.LARGE + "\"");
        assertThat(picture.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(picture.header("Content-Disposition")).isEmpty();
        assertThat(picture.body()).isEqualTo("\u0001\u0002\u0003");
        assertThat(stranger.with("Accept", "image/avif,image/*;q=0.8")
                        .get("/media/" + SmallMedia.LARGE)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoHasThemGetsThemNotAgain() throws Exception {
        for (String tag :
                new String[] {"\"" + SmallMedia.LARGE + "\"", "\"other\", W/\"" + SmallMedia.LARGE + "\"", "*"}) {
            Api.Reply known = stranger.with("If-None-Match", tag).get("/media/" + SmallMedia.LARGE);
            assertThat(known.status()).as(tag).isEqualTo(304);
            assertThat(known.body()).isEmpty();
            assertThat(known.header("Cache-Control")).contains("immutable");
        }
        assertThat(stranger.with("If-None-Match", "\"other\"")
                        .get("/media/" + SmallMedia.LARGE)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void documentsAreForSavingUnderTheirName() throws Exception {
        Api.Reply document = stranger.get("/media/" + SmallMedia.DOCUMENT);

        assertThat(document.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(document.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"m_lskisse _1_.pdf\";"
                        + " filename*=UTF-8''m%C3%A5lskisse%20%221%22.pdf");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        stranger.get("/media/" + "0".repeat(64)).problem(404, "media-not-found");
        stranger.get("/media/not.a.hash").problem(404, "media-not-found");
        stranger.get("/media/" + SmallMedia.LARGE + "?width=9").problem(400, "parameter-unknown");
    }

    @Test
    void staffSendArchivesAndRelations() throws Exception {
        Api staff = stranger.as("staff");
        Api.Reply media = staff.with("Content-Type", "application/zip").post("/imports/media?dryRun=true", "PK");
        assertThat(media.status()).isEqualTo(202);
        assertThat(media.json().get("kind").asText()).isEqualTo("media");

        Api.Reply relations = staff.with("Content-Type", "text/csv").post("/imports/relations", "sku\n");
        assertThat(relations.json().get("kind").asText()).isEqualTo("relations");

        staff.with("Content-Type", "text/csv").post("/imports/media", "sku\n").problem(415, "unsupported-media-type");
        stranger.with("Content-Type", "application/zip")
                .post("/imports/media", "PK")
                .problem(401, "token-missing");
    }

    @Test
    @Tag("H33")
    void onlyWhatCanBeOrderedIsAskedFor() throws Exception {
        stranger.get("/products?orderable=true&category=spare-parts&facets=true");
        assertThat(server.market().asked().orderable()).isTrue();
        assertThat(server.market().asked().category()).isEqualTo(Optional.of("spare-parts"));

        stranger.get("/catalog/search?orderable=true");
        assertThat(server.market().search().asked().availability())
                .isEqualTo(EnumSet.complementOf(EnumSet.of(AvailabilityState.SOLD_OUT)));

        stranger.get("/catalog/search?orderable=true&availability=sold-out").problem(400, "parameters-exclusive");
    }

    @Test
    @Tag("L48")
    void productsAndCartsSayWhatIsBulky() throws Exception {
        assertThat(stranger.get("/products/SL-1001").json().get("bulky").isBoolean())
                .isTrue();
        Api buyer = stranger.as("buyer");
        String cart = buyer.post("/carts", "{}").json().get("id").asText();
        buyer.post("/carts/" + cart + "/lines", "{\"sku\":\"SL-BULKY\",\"quantity\":1}");
        buyer.post("/carts/" + cart + "/lines", "{\"sku\":\"SL-1001\",\"quantity\":1}");

        var lines = buyer.get("/carts/" + cart).json().get("lines");

        assertThat(lines.findValuesAsText("sku")).containsExactly("SL-BULKY", "SL-1001");
        assertThat(lines.findValuesAsText("bulky")).containsExactly("true", "false");
    }
}

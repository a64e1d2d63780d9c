package org.torg.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.PageRequest;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.SearchQuery;

/** Search over HTTP; each reply of {@link Api} is held against the description. */
class SearchRoutesTest {

    private static final Set<String> MONEY =
            Set.of("price", "prices", "amount", "currency", "net", "gross", "list", "tier", "cost");

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

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void allThatCanBeAskedArrives() throws Exception {
        JsonNode found = stranger.get("/catalog/search?q=" + encoded("hvit \"lampe") + "&vendor=lighting"
                        + "&category=indoor&filter=ip:IP44&filter=ip:IP65&availability=in-stock&availability=backorder"
                        + "&sort=name&facets=true&limit=10")
                .json();

        assertThat(server.market().search().asked())
                .isEqualTo(new SearchQuery(
                        Optional.of("hvit \"lampe"),
                        Optional.of(Samples.VENDOR),
                        Optional.of("indoor"),
                        Map.of("ip", List.of("IP44", "IP65")),
                        EnumSet.of(AvailabilityState.IN_STOCK, AvailabilityState.BACKORDER),
                        SearchQuery.Sort.NAME,
                        true,
                        true));
        assertThat(found.get("total").asLong()).isEqualTo(73);
        assertThat(found.at("/facets/0/values/0/value").asText()).isEqualTo("in-stock");

        stranger.get("/catalog/search?after=" + found.get("next").asText());

        assertThat(server.market().search().page()).isEqualTo(new PageRequest(Optional.of("50"), PageRequest.DEFAULT));
    }

    @Test
    @Tag("L12")
    void noReplyOfTheCatalogueHasMoneyForAStranger() throws Exception {
        for (String path : List.of(
                "/catalog/search?q=lampe&facets=true&prices=true",
                "/catalog/suggest?q=la",
                "/products?facets=true",
                "/products/SL-1001",
                "/categories")) {
            Api.Reply reply = stranger.get(path);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(names(reply.json())).as(path).isNotEmpty().doesNotContainAnyElementsOf(MONEY);
            assertThat(reply.body()).as(path).doesNotContain("NOK", "112.50", "90.00", "100.00");
        }
        assertThat(stranger.as("buyer")
                        .get("/catalog/search?q=lampe")
                        .json()
                        .at("/items/0/price/gross/amount")
                        .asText())
                .isEqualTo("112.50");
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new java.util.TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        node.forEach(child -> names.addAll(names(child)));
        return names;
    }

    @Test
    void pricesCanBeLeftOut() throws Exception {
        assertThat(stranger.as("buyer")
                        .get("/catalog/search?q=lampe&prices=false")
                        .json()
                        .at("/items/0")
                        .has("price"))
                .isFalse();
    }

    @Test
    void suggestionsAreInTheCallersLanguage() throws Exception {
        JsonNode found = stranger.with("Accept-Language", "en")
                .get("/catalog/suggest?q=la")
                .json();

        assertThat(found.at("/articles/0/name").asText()).isEqualTo(Samples.LAMP.in(java.util.Locale.ENGLISH));
        assertThat(found.at("/categories/0/path").asText()).isEqualTo("indoor/ceiling");
    }

    @Test
    void whileThereIsNoIndexTheReplySaysWhenToAskAgain() throws Exception {
        for (String path : List.of("/catalog/search?q=later", "/catalog/suggest?q=later")) {
            Api.Reply reply = stranger.get(path);
            reply.problem(503, "search-not-ready");
            assertThat(reply.header("Retry-After")).isEqualTo("5");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"", "(((", "a:b", "💡", "שלום", "' OR 1=1 --", "%", "\\", "~9999"})
    void anyTextMayBeAskedFor(String text) throws Exception {
        assertThat(stranger.get("/catalog/search?q=" + encoded(text)).status()).isEqualTo(200);
        assertThat(stranger.get("/catalog/suggest?q=" + encoded(text)).status()).isEqualTo(200);
    }

    @Test
    void whatCannotBeMeantIsRefused() throws Exception {
        stranger.get("/catalog/search?q=" + "a".repeat(1001)).problem(400, "text-too-long");
        assertThat(stranger.get("/catalog/search?q=" + "a".repeat(1000)).status())
                .isEqualTo(200);
        stranger.get("/catalog/search?availability=tomorrow").problem(400, "parameter-invalid");
        stranger.get("/catalog/search?sort=price").problem(400, "parameter-invalid");
        stranger.get("/catalog/search?after=xyz").problem(400, "cursor-invalid");
        stranger.get("/catalog/search?prices=maybe").problem(400, "parameter-invalid");
        stranger.get("/catalog/suggest?q=la&limit=21").problem(400, "limit-invalid");
        stranger.get("/catalog/suggest?q=la&page=2").problem(400, "parameter-unknown");
    }

    @Test
    @Tag("L12")
    void theCatalogueIsAFileForStaffOnly() throws Exception {
        Api.Reply file = stranger.as("staff").get("/catalog/products.csv?vendor=lighting&stock=true");

        assertThat(file.body()).isEqualTo("sku;price;stock\nSL-1001;100,00;10\n");
        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).contains("products.csv");
        stranger.get("/catalog/products.csv?vendor=lighting").problem(401, "token-missing");
        stranger.as("buyer").get("/catalog/products.csv?vendor=lighting").problem(403, "right-missing");
        stranger.as("staff").get("/catalog/products.csv").problem(422, "vendor-required");
    }
}

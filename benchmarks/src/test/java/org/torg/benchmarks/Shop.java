package org.torg.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** A running tenant with articles of the bench, a signed-in gold customer and orders to place. */
final class Shop {
    static final String API = "/api/v1";
    static final String SKU = "BENCH";
    static final int SKUS = 1000;
    static final String CATEGORY = "indoor/bench";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BOUND = Duration.ofMinutes(2);

    private final Torg torg;
    private final String gold;

    Shop(Torg torg) {
        this.torg = torg;
        gold = signIn("owner");
        importArticles("staff-catalog", "lighting", SKU, SKUS);
    }

    Torg torg() {
        return torg;
    }

    /** The token of the demo's first owner, whose company has gold. */
    String gold() {
        return gold;
    }

    /** A token of the demo's first person with this role: of staff their programs' token, of customers one of a session. */
    String signIn(String role) {
        String[] login = torg.logins().stream()
                .filter(row -> row[0].equals(role))
                .findFirst()
                .orElseThrow();
        if (login.length > 6) {
            return login[6];
        }
        String body = "{\"email\":\"" + login[1] + "\",\"password\":\"" + login[2] + "\"}";
        return json(torg.send("POST", API + "/sessions", "application/json", Map.of(), body))
                .get("token")
                .asText();
    }

    /** Imports articles of a vendor, their numbers counted from 0. */
    void importArticles(String role, String vendor, String sku, int count) {
        StringBuilder csv = new StringBuilder(
                "sku;product;name_nb;name_en;description_nb;description_en;category;category_nb;category_en;brand;"
                        + "ean;price;currency;vat_category;weight_kg;bulky;stock_policy;stock;lead_days\n");
        for (int i = 0; i < count; i++) {
            csv.append(sku).append("%04d;P-BENCH-%d;Prøvelampe %d;Test lamp %d;;;".formatted(i, i / 10, i, i));
            csv.append(CATEGORY).append(";Inne/Prøve;Indoor/Test;Prøve;;").append(50 + i % 400);
            csv.append(",00;NOK;standard;0,5;no;deny;100000000;5\n");
        }
        String staff = signIn(role);
        Map<String, String> headers = Map.of("Authorization", "Bearer " + staff);
        String path = API + "/imports/"
                + json(torg.send(
                                "POST",
                                API + "/imports/products?vendor=" + vendor,
                                "text/csv",
                                headers,
                                csv.toString()))
                        .get("id")
                        .asText();
        await("the import", () -> {
            String state =
                    json(torg.send("GET", path, "", headers, "")).get("state").asText();
            if (state.equals("aborted")) {
                throw new IllegalStateException("The import was aborted");
            }
            return state.equals("done");
        });
    }

    /** Places an order of three of the articles, as the gold customer. */
    Load.Requests orders() {
        return () -> order(UUID.randomUUID().toString());
    }

    private byte[] order(String key) {
        return Wire.request(
                torg.address(), "POST", API + "/orders", gold, "Idempotency-Key: " + key + "\r\n", orderBody());
    }

    private static String orderBody() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int[] articles = random.ints(0, SKUS).distinct().limit(3).toArray();
        return "{\"vendor\":\"lighting\",\"lines\":[%s,%s,%s],\"acceptPrices\":\"current\"}"
                .formatted(line(articles[0]), line(articles[1]), line(articles[2]));
    }

    private static String line(int article) {
        return "{\"sku\":\"%s%04d\",\"quantity\":1}".formatted(SKU, article);
    }

    /** Places one order and answers its id. */
    String placed() {
        Map<String, String> headers = Map.of(
                "Authorization",
                "Bearer " + gold,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        return json(torg.send("POST", API + "/orders", "application/json", headers, orderBody()))
                .get("id")
                .asText();
    }

    /** Reads a path again and again. */
    Load.Requests reading(String path, String token) {
        byte[] request = Wire.request(torg.address(), "GET", path, token, "", "");
        return () -> request;
    }

    /** Reads a page of the portal again and again, in the browser of the gold customer. */
    Load.Requests visiting(String path) {
        byte[] request = Wire.request(
                torg.address(), "GET", path, "", "Cookie: torg_session=" + gold + "\r\nAccept-Encoding: gzip\r\n", "");
        return () -> request;
    }

    /** Waits until every event has its place in the feed, so that it costs nobody else. */
    void settle() {
        placed();
        await("the feed", () -> torg.control("sql", "SELECT COUNT(*) FROM event_delivery")
                .equals("0"));
    }

    private static void await(String what, java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + BOUND.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Waited in vain for " + what);
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.torg.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * A catalogue comes and goes as a file, on a heap of the launcher's 256 MiB: imported into an empty catalogue, imported again with
 * nothing new, imported with a change in each row, and exported; and how long somebody who reads meanwhile waits at most.
 */
final class ImportCost implements Measurement {

    private static final int ARTICLES = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration BOUND = Duration.ofMinutes(20);
    private static final String LIST = Shop.API + "/products?limit=20&category=" + Shop.CATEGORY;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public void run(Context context) {
        int articles = context.quick() ? ARTICLES / 20 : ARTICLES;
        measure(context, context.derby(), "Derby", articles);
        context.closeDerby();
        measure(context, context.onPostgres(), "PostgreSQL", articles);
    }

    private static void measure(Context context, Shop shop, String database, int articles) {
        Report report = context.report();
        report.part("Import and export of " + articles + " articles, on " + database + " (256 MiB of heap)");
        String staff = shop.signIn("staff-catalog");
        try {
            Path file = Files.createTempFile("torg-import", ".csv");
            for (String what : new String[] {"import", "the same again", "a new text for each"}) {
                context.say(what + ", on " + database);
                write(file, articles, what.startsWith("a new") ? "ny" : "god");
                imported(report, shop, staff, what, file, articles);
            }
            context.say("export, on " + database);
            exported(report, shop, staff, articles);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two languages, five attributes, forty categories; some 350 bytes for each article. */
    private static void write(Path file, int articles, String word) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write(
                    "sku;product;name_nb;name_en;description_nb;description_en;category;category_nb;category_en;brand;"
                            + "ean;price;currency;vat_category;weight_kg;bulky;stock_policy;stock;lead_days;attr_watt;"
                            + "attr_colour;attr_ip;attr_cct;attr_series\n");
            for (int i = 0; i < articles; i++) {
                csv.write(String.format(
                        Locale.ROOT,
                        "IMP%06d;P-IMP-%d;Takarmatur %d W, hvit, type %d;Ceiling fitting %d W, white, type %d;"
                                + "En %s armatur for bolig, hotell og butikk. Gir %d lm.;"
                                + "A fitting for homes, hotels and shops. Gives %d lm.;import/c%d;Import/Gruppe %d;"
                                + "Import/Group %d;Merke %d;;%d,00;NOK;standard;0,5;no;deny;%d;5;%d;hvit;IP%d;%d;S%d%n",
                        i,
                        i / 12,
                        4 + i % 60,
                        i,
                        4 + i % 60,
                        i,
                        word,
                        90 * (4 + i % 60),
                        90 * (4 + i % 60),
                        i % 40,
                        i % 40,
                        i % 40,
                        i % 80,
                        50 + i % 400,
                        i % 500,
                        4 + i % 60,
                        20 + i % 5,
                        2700 + i % 4 * 300,
                        i % 13));
            }
        }
    }

    private static void imported(Report report, Shop shop, String staff, String what, Path file, int articles)
            throws IOException {
        Torg torg = shop.torg();
        torg.control("heap", "");
        double cpu = torg.cpuSeconds() + torg.databaseCpuSeconds();
        long begun = System.nanoTime();
        HttpRequest sent = HttpRequest.newBuilder(
                        torg.address().resolve(Shop.API + "/imports/products?vendor=lighting&onError=abort"))
                .header("Authorization", "Bearer " + staff)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofFile(file))
                .build();
        String path =
                Shop.API + "/imports/" + JSON.readTree(answer(sent)).get("id").asText();
        long longest = 0;
        JsonNode status;
        do {
            LockSupport.parkNanos(50_000_000);
            long read = System.nanoTime();
            torg.send("GET", LIST, "", java.util.Map.of(), "");
            longest = Math.max(longest, System.nanoTime() - read);
            status =
                    JSON.readTree(torg.send("GET", path, "", java.util.Map.of("Authorization", "Bearer " + staff), ""));
            if (System.nanoTime() - begun > BOUND.toNanos()
                    || status.get("state").asText().equals("aborted")) {
                throw new IllegalStateException("The import is not done: " + status);
            }
        } while (!status.get("state").asText().equals("done"));
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (status.get("accepted").asInt() != articles) {
            throw new IllegalStateException("not all were accepted: " + status);
        }
        report.figure(
                what,
                String.format(
                        Locale.ROOT,
                        "%.0f rows/s (%.0f s, %.0f s of CPU); peak heap %s MiB, resident %.0f MiB; longest list meanwhile %d ms",
                        articles / seconds,
                        seconds,
                        torg.cpuSeconds() + torg.databaseCpuSeconds() - cpu,
                        torg.control("heap", ""),
                        torg.residentMib(),
                        longest / 1_000_000),
                "",
                "bounded memory");
    }

    private static void exported(Report report, Shop shop, String staff, int articles) throws IOException {
        Torg torg = shop.torg();
        torg.control("heap", "");
        long begun = System.nanoTime();
        Path file = Files.createTempFile("torg-export", ".csv");
        HttpRequest asked = HttpRequest.newBuilder(
                        torg.address().resolve(Shop.API + "/catalog/products.csv?vendor=lighting&stock=true"))
                .header("Authorization", "Bearer " + staff)
                .build();
        try {
            HTTP.send(asked, BodyHandlers.ofFile(file));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        long rows;
        try (var lines = Files.lines(file)) {
            rows = lines.count() - 1;
        }
        if (rows < articles) {
            throw new IllegalStateException("the export has " + rows + " lines");
        }
        report.figure(
                "export",
                String.format(
                        Locale.ROOT,
                        "%.0f rows/s (%.0f s, %.0f MiB); peak heap %s MiB, resident %.0f MiB",
                        rows / seconds,
                        seconds,
                        Files.size(file) / 1024.0 / 1024,
                        torg.control("heap", ""),
                        torg.residentMib()),
                "",
                "bounded memory");
        Files.delete(file);
    }

    private static String answer(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(request.uri() + ": " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

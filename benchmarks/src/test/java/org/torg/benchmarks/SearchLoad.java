package org.torg.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.torg.api.LocalizedText;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.Category;
import org.torg.api.catalog.SearchQuery;
import org.torg.api.catalog.Sku;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.catalog.Variant;
import org.torg.api.search.ArticleIndex.Building;
import org.torg.api.search.IndexedArticle;
import org.torg.api.vendor.VendorId;
import org.torg.search.FolderArticleIndex;

/** A process of its own: builds an index of many articles and asks it, one question after another. Prints one figure a line. */
final class SearchLoad {

    private static final VendorId VENDOR = new VendorId("bench");
    private static final Locale NB = Locale.forLanguageTag("nb");
    private static final int CHUNK = 1000;

    private static final List<String> KINDS = List.of(
            "Downlight",
            "Taklampe",
            "Bordlampe",
            "Vegglampe",
            "Lysskinne",
            "Armatur",
            "Bryter",
            "Dimmer",
            "Kabel",
            "Stikkontakt",
            "Lyspære",
            "Utelampe",
            "Nødlys",
            "Driver",
            "Skjøtestykke",
            "Høreapparat",
            "Ørepropp");
    private static final List<String> COLOURS =
            List.of("hvit", "sort", "grå", "messing", "kobber", "grønn", "rød", "blå", "børstet stål");
    private static final List<String> SERIES = List.of(
            "Tjern", "Fjell", "Skog", "Bre", "Foss", "Dal", "Vidde", "Fjord", "Nes", "Holme", "Skjær", "Øy", "Ås");

    private final Random random = new Random(42);
    private final int articles;
    private final int rounds;

    private SearchLoad(int articles, int rounds) {
        this.articles = articles;
        this.rounds = rounds;
    }

    /** @param arguments how many articles, how many questions of each kind, an empty folder */
    public static void main(String[] arguments) throws IOException {
        new SearchLoad(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1])).run(Path.of(arguments[2]));
    }

    private void run(Path folder) throws IOException {
        FolderArticleIndex index = new FolderArticleIndex(folder);
        long begun = System.nanoTime();
        try (Building building = index.build()) {
            for (int from = 0; from < articles; from += CHUNK) {
                List<IndexedArticle> chunk = new ArrayList<>();
                for (int i = from; i < Math.min(articles, from + CHUNK); i++) {
                    chunk.add(article(i));
                }
                building.add(chunk);
            }
            building.publish(Map.of(VENDOR, 1L));
        }
        print("built in ms", (System.nanoTime() - begun) / 1e6);
        print("size in MiB", size(folder) / 1024.0 / 1024);
        typing(index);
        searching(index, "search", false);
        searching(index, "search with facets", true);
        System.gc();
        print(
                "heap in MiB",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1024.0 / 1024);
        index.close();
    }

    private static double size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** As somebody types: each beginning of a question is one. */
    private void typing(FolderArticleIndex index) {
        for (int warm = 0; warm < 2; warm++) {
            double[] millis = new double[rounds];
            for (int i = 0; i < rounds; ) {
                String question = question();
                for (int end = 1; end <= question.length() && i < rounds; end++, i++) {
                    long begun = System.nanoTime();
                    index.suggest(question.substring(0, end), Optional.of(VENDOR), NB, 8);
                    millis[i] = (System.nanoTime() - begun) / 1e6;
                }
            }
            if (warm == 1) {
                percentiles("typing", millis);
            }
        }
    }

    private void searching(FolderArticleIndex index, String name, boolean facets) {
        int questions = Math.max(1, rounds / 4);
        for (int warm = 0; warm < 2; warm++) {
            double[] millis = new double[questions];
            for (int i = 0; i < questions; i++) {
                SearchQuery query = new SearchQuery(
                        Optional.of(question()),
                        Optional.of(VENDOR),
                        Optional.empty(),
                        Map.of(),
                        Set.of(),
                        SearchQuery.Sort.RELEVANCE,
                        facets,
                        false);
                long begun = System.nanoTime();
                index.search(query, NB, 0, 20);
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
            if (warm == 1) {
                percentiles(name, millis);
            }
        }
    }

    /** Words, an article number, or a misspelt word. */
    private String question() {
        return switch (random.nextInt(6)) {
            case 0 -> sku(random.nextInt(articles));
            case 1 -> misspelt(any(KINDS));
            case 2 -> any(COLOURS) + " " + any(KINDS).toLowerCase(NB);
            case 3 -> any(SERIES) + " " + any(KINDS) + " " + any(COLOURS);
            default -> any(KINDS).toLowerCase(NB);
        };
    }

    private static String misspelt(String word) {
        char[] letters = word.toLowerCase(NB).toCharArray();
        char second = letters[1];
        letters[1] = letters[2];
        letters[2] = second;
        return new String(letters);
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static String sku(int number) {
        return String.format(Locale.ROOT, "SL-%06d", number);
    }

    private static <T> T at(List<T> values, int number) {
        return values.get(Math.floorMod(number, values.size()));
    }

    private static IndexedArticle article(int number) {
        String kind = at(KINDS, number);
        String series = at(SERIES, number / 7);
        String colour = at(COLOURS, number / 3);
        int watts = 4 + number % 60;
        String nb = series + " " + kind.toLowerCase(NB) + " " + watts + " W, " + colour + ", type " + number / 12;
        Variant variant = new Variant(
                VENDOR,
                new Sku(sku(number)),
                "P-" + number / 12,
                new LocalizedText(Map.of("nb", nb, "en", series + " fitting " + watts + " W, colour " + number % 9)),
                new LocalizedText(Map.of(
                        "nb", "Lavtbyggende armatur for bolig, hotell og butikk. Gir " + watts * 90 + " lm.",
                        "en", "Low-profile fitting for homes, hotels and shops. Gives " + watts * 90 + " lm.")),
                "indoor/c" + number % 40,
                "Brand " + number % 80,
                Optional.of(String.format(Locale.ROOT, "%013d", 7_000_000_000_000L + number)),
                "standard",
                BigDecimal.ONE,
                false,
                StockPolicy.DENY,
                3,
                Map.of("watt", Integer.toString(watts), "colour", colour, "ip", "IP" + (20 + number % 5)));
        return new IndexedArticle(
                variant,
                List.of(
                        new Category(VENDOR, "indoor", LocalizedText.of("nb", "Innendørs")),
                        new Category(
                                VENDOR, "indoor/c" + number % 40, LocalizedText.of("nb", "Gruppe " + number % 40))),
                number % 9 == 0 ? AvailabilityState.SOLD_OUT : AvailabilityState.IN_STOCK);
    }

    private static void percentiles(String name, double[] millis) {
        Arrays.sort(millis);
        print(name + " p50", millis[millis.length / 2]);
        print(name + " p99", millis[Math.min(millis.length - 1, (int) (millis.length * 0.99))]);
        print(name + " max", millis[millis.length - 1]);
    }

    private static void print(String name, double value) {
        System.out.printf(Locale.ROOT, "%s=%.2f%n", name, value);
    }
}

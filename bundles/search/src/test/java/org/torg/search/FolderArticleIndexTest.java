package org.torg.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.search.Articles.LIGHTING;
import static org.torg.search.Articles.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.torg.api.catalog.ArticleKey;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.CatalogSearch.Suggestions;
import org.torg.api.catalog.Facet;
import org.torg.api.catalog.SearchQuery;
import org.torg.api.catalog.SearchQuery.Sort;
import org.torg.api.catalog.Sku;
import org.torg.api.search.ArticleIndex.Building;
import org.torg.api.search.ArticleIndex.Found;
import org.torg.api.vendor.VendorId;

class FolderArticleIndexTest {

    @TempDir
    private Path folder;

    private FolderArticleIndex index;

    @BeforeEach
    void open() {
        index = new FolderArticleIndex(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private void build(Articles... articles) {
        try (Building building = index.build()) {
            building.add(Arrays.stream(articles).map(Articles::article).toList());
            building.publish(Map.of(LIGHTING, 1L));
        }
    }

    private static SearchQuery query(String text) {
        return new SearchQuery(
                Optional.of(text).filter(words -> !words.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Set.of(),
                Sort.RELEVANCE,
                false,
                false);
    }

    private Found find(String language, SearchQuery query) {
        return index.search(query, Locale.forLanguageTag(language), 0, 50).orElseThrow();
    }

    private List<String> find(String language, String text) {
        return skus(find(language, query(text)));
    }

    private static List<String> skus(Found found) {
        return found.keys().stream().map(key -> key.sku().value()).toList();
    }

    private List<String> suggest(String language, String text) {
        return suggestions(language, text).articles().stream()
                .map(suggestion -> suggestion.article().sku().value())
                .toList();
    }

    private Suggestions suggestions(String language, String text) {
        return index.suggest(text, Optional.empty(), Locale.forLanguageTag(language), 8)
                .orElseThrow();
    }

    @Tag("H25")
    @ParameterizedTest(name = "{0}: {1} finds {2}")
    @CsvSource({
        "nb, lampene, lampe", "nb, downlights, downlight", "sv, lamporna, lampa", "sv, lampor, lampa",
        "da, lamperne, lampe", "fi, valaisimet, valaisin", "en, lamps, lamp", "nb, batterier, batteri",
        "sv, batterierna, batteri", "en, batteries, battery", "nb, STIKKONTAKTER, stikkontakt"
    })
    void aWordFindsTheOtherFormsOfItsLanguage(String language, String asked, String named) {
        build(named("A", language, named), named("B", language, "noe helt annet"));

        assertThat(find(language, asked)).containsExactly("A");
    }

    @Test
    void aSwedeFindsWhatIsNamedInNorwegianOnly() {
        build(named("A", "nb", "Lampe for tak"), named("B", "nb", "Bryter"));

        assertThat(find("sv", "lampa")).containsExactly("A");
    }

    @Test
    void aLetterOfTheirOwnIsNotAnotherOneToThoseWhoWriteIt() {
        build(named("O", "nb", "Bor 6 mm"), named("SLASHED", "nb", "Bør festes"));

        assertThat(find("nb", "bør")).containsExactly("SLASHED");
    }

    @Test
    void whoHasNoSuchLetterFindsItBehindTheirOwn() {
        build(named("SLASHED", "nb", "Bør"), named("O", "nb", "Bor"));

        assertThat(find("nb", "bor")).containsExactly("O", "SLASHED");
    }

    @ParameterizedTest(name = "{1} finds {0}")
    @CsvSource({
        "dørklokke, dorklokke",
        "dørklokke, doerklokke",
        "hållare, hallare",
        "håndtak, haandtak",
        "kjøkken, kjokken",
        "räcke, racke",
        "læselampe, laeselampe",
        "læselampe, laselampe",
        "céramique, ceramique"
    })
    void aWordIsFoundWithoutItsMarks(String named, String asked) {
        build(named("A", "nb", named));

        assertThat(find("en", asked)).containsExactly("A");
    }

    @Test
    void theSameLetterIsWrittenDifferentlyByItsNeighbours() {
        build(named("A", "nb", "Grønn kjede"));

        assertThat(find("sv", "grönn")).containsExactly("A");
    }

    @Test
    void aPartOfACompoundFindsItBehindTheWordItself() {
        build(named("CEILING", "nb", "Taklampe"), named("SHADE", "nb", "Lampeskjerm"), named("LAMP", "nb", "Lampe"));

        assertThat(find("nb", "lamper")).containsExactly("LAMP", "CEILING", "SHADE");
    }

    @Test
    void allWordsMustBeThereButThoseThatSayNothing() {
        build(named("A", "nb", "Lampe til bad"), named("B", "nb", "Lampe i tre"), named("C", "nb", "Bad med dør"));

        assertThat(find("nb", "lampe for bad")).containsExactly("A");
    }

    @Tag("H25")
    @ParameterizedTest(name = "{0}")
    @CsvSource({"SL-1001", "sl-1001", "SL1001", "sl 1001", "7012345678905"})
    void anArticleNumberIsOnTop(String asked) {
        build(
                named("SL-1001-B", "nb", "SL 1001 deksel til SL-1001"),
                named("SL-1001", "nb", "Lampe").ean("7012345678905"),
                named("X", "nb", "Passer SL-1001 og EAN 7012345678905"));

        assertThat(find("nb", asked)).first().isEqualTo("SL-1001");
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({"lmape, lampe", "batteir, batteri", "stikontakt, stikkontakt", "armatru, armatur"})
    void aMisspeltWordFindsWhatIsMeantAndSaysSo(String asked, String named) {
        build(named("A", "nb", named), named("B", "nb", "kabel"));

        Found found = find("nb", query(asked));

        assertThat(skus(found)).containsExactly("A");
        assertThat(found.relaxed()).isTrue();
    }

    @Test
    void nothingSimilarComesWhereTheWordItselfIsFound() {
        build(named("A", "nb", "lampe"), named("B", "nb", "rampe"));

        Found found = find("nb", query("lampe"));

        assertThat(skus(found)).containsExactly("A");
        assertThat(found.relaxed()).isFalse();
    }

    @Test
    void withOneWordTooManyTheOthersStillFind() {
        build(named("A", "nb", "Sort lampe"), named("B", "nb", "Kabel"));

        Found found = find("nb", query("sort lampe zzzzzz"));

        assertThat(skus(found)).containsExactly("A");
        assertThat(found.relaxed()).isTrue();
    }

    @Test
    void whatIsFoundByItsDescriptionComesBehindNames() {
        build(named("A", "nb", "Kabel").described("nb", "til enhver lampe"), named("B", "nb", "Lampe"));

        assertThat(find("nb", "lampe")).containsExactly("B", "A");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nb, zebra ære øre åre aare, zebra ære øre åre aare",
        "da, zebra ære øre åre, zebra ære øre åre",
        "sv, zebra åre ära öra, zebra åre ära öra",
        "fi, zebra åre ära öra, zebra åre ära öra"
    })
    void namesAreSortedAsTheDictionaryHasThem(String language, String names, String expected) {
        List<String> words = List.of(names.split(" "));
        build(words.stream()
                .map(word -> named("N" + words.indexOf(word), language, word))
                .sorted((one, other) -> other.sku().compareTo(one.sku()))
                .toArray(Articles[]::new));

        List<String> found = skus(find(language, sorted(Sort.NAME)));

        assertThat(found.stream().map(sku -> words.get(Integer.parseInt(sku.substring(1)))))
                .containsExactly(expected.split(" "));
    }

    private static SearchQuery sorted(Sort sort) {
        return new SearchQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Set.of(), sort, false, false);
    }

    @Tag("H24")
    @Test
    void facetsCountWhatWasFoundAndTheirOwnChoiceDoesNotNarrowThem() {
        build(
                named("A", "nb", "Lampe").by("ReSound").with("ip", "IP44"),
                named("B", "nb", "Lampe").by("Beltone").with("ip", "IP44").being(AvailabilityState.SOLD_OUT),
                named("C", "nb", "Lampe").by("Beltone").with("ip", "IP65").in("outdoor"),
                named("D", "nb", "Kabel").by("Beltone"));

        Found found = find(
                "nb",
                new SearchQuery(
                        Optional.of("lampe"),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("brand", List.of("Beltone")),
                        Set.of(),
                        Sort.RELEVANCE,
                        true,
                        false));

        assertThat(skus(found)).containsExactlyInAnyOrder("B", "C");
        assertThat(found.facets())
                .containsExactlyInAnyOrder(
                        facet("availability", "in-stock", 1, "sold-out", 1),
                        facet("brand", "Beltone", 2, "ReSound", 1),
                        facet("category", "indoor/things", 1, "outdoor", 1),
                        facet("ip", "IP44", 1, "IP65", 1));
    }

    private static Facet facet(String code, Object... valuesAndCounts) {
        List<Facet.Count> counts = new java.util.ArrayList<>();
        for (int i = 0; i < valuesAndCounts.length; i += 2) {
            counts.add(new Facet.Count((String) valuesAndCounts[i], (Integer) valuesAndCounts[i + 1]));
        }
        return new Facet(code, counts);
    }

    @Tag("H23")
    @Test
    void aCategoryHoldsThoseBelowIt() {
        build(named("A", "nb", "x").in("indoor/lamps"), named("B", "nb", "y").in("indoors"));

        SearchQuery query = new SearchQuery(
                Optional.empty(), Optional.empty(), Optional.of("indoor"), Map.of(), Set.of(), Sort.SKU, false, false);

        assertThat(skus(find("nb", query))).containsExactly("A");
    }

    @Test
    void howAnArticleCanBeHadFollowsWithoutItsTexts() {
        build(named("A", "nb", "Lampe"), named("B", "nb", "Lampe"));

        index.states(Map.of(
                new ArticleKey(LIGHTING, new Sku("A")), AvailabilityState.SOLD_OUT,
                new ArticleKey(LIGHTING, new Sku("UNKNOWN")), AvailabilityState.SOLD_OUT));

        SearchQuery query = new SearchQuery(
                Optional.of("lampe"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                EnumSet.of(AvailabilityState.IN_STOCK),
                Sort.SKU,
                false,
                false);
        assertThat(skus(find("nb", query))).containsExactly("B");
    }

    @Test
    void aVendorsSearchFindsNothingOfAnother() {
        build(named("A", "nb", "Lampe"), named("A", "nb", "Lampe").of("dental"));

        assertThat(find("nb", query("lampe").of(new VendorId("dental"))).keys())
                .containsExactly(new ArticleKey(new VendorId("dental"), new Sku("A")));
        assertThat(index.suggest("la", Optional.of(LIGHTING), Locale.ENGLISH, 8)
                        .orElseThrow()
                        .articles())
                .extracting(suggestion -> suggestion.article().vendor())
                .containsExactly(LIGHTING);
    }

    @Test
    void typingFindsBeginningsOfNamesNumbersAndBrands() {
        build(
                named("DL-100", "nb", "Downlight hvit").by("Astra").ean("7012345678905"),
                named("KB-200", "nb", "Kabel").by("Volt"));

        assertThat(suggest("nb", "dow")).containsExactly("DL-100");
        assertThat(suggest("nb", "hvit dow")).containsExactly("DL-100");
        assertThat(suggest("nb", "dl-1")).containsExactly("DL-100");
        assertThat(suggest("nb", "70123")).containsExactly("DL-100");
        assertThat(suggest("nb", "ast")).containsExactly("DL-100");
        assertThat(suggest("nb", "dwonl")).isEmpty();
        assertThat(suggest("nb", "dwonlight")).containsExactly("DL-100");
    }

    @Test
    void whoTypesAnOIsShownTheirOWordsFirst() {
        build(named("SLASHED", "nb", "Ørekanal"), named("O", "nb", "Orkide"));

        assertThat(suggest("nb", "o")).containsExactly("O", "SLASHED");
        assertThat(suggest("nb", "ø")).containsExactly("SLASHED");
    }

    @Test
    void aProductIsSuggestedOnceWithBrandAndCategory() {
        build(
                named("A-W", "nb", "Lampe hvit").ofProduct("A"),
                named("A-B", "nb", "Lampe sort").ofProduct("A"),
                named("B", "nb", "Lampe"));

        Suggestions found = suggestions("nb", "lam");

        assertThat(found.articles()).hasSize(2);
        assertThat(found.brands()).containsExactly("Lumo");
        assertThat(found.categories()).extracting(category -> category.path()).containsExactly("indoor/things");
    }

    static Stream<String> hostile() {
        return Stream.of(
                "*",
                "lampe*",
                "\"lampe",
                "lampe AND (",
                "name.nb:lampe",
                "/.*/",
                "lampe~9999 ^",
                "[a TO z]",
                "💡",
                "💡 lampe 👩‍🔧",
                "לampe שלום",
                "\u202Elampe\u202C",
                "\u0001\u0000",
                "\uD800",
                "a".repeat(1000),
                "lampe ".repeat(166),
                "(".repeat(1000),
                "ø".repeat(1000),
                "--",
                "' OR 1=1 --");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void anyTextIsPlainText(String text) {
        build(named("A", "nb", "Lampe"));

        assertThat(find("nb", text)).isSubsetOf("A");
        assertThat(suggest("nb", text)).isSubsetOf("A");
    }

    @Test
    void signsAroundWordsDoNotMatter() {
        build(named("A", "nb", "Lampe"));

        assertThat(find("nb", "\"lampe* (")).containsExactly("A");
        assertThat(find("nb", "???")).isEmpty();
    }

    @Test
    void withoutAnIndexThereIsNoAnswer() {
        assertThat(index.versions()).isEmpty();
        assertThat(index.search(query("lampe"), Locale.ENGLISH, 0, 10)).isEmpty();
        assertThat(index.suggest("lampe", Optional.empty(), Locale.ENGLISH, 8)).isEmpty();
    }

    @Test
    void theIndexIsThereAfterARestart() {
        build(named("A", "nb", "Lampe"));
        index.put(List.of(named("B", "nb", "Lampe").article()), Map.of(LIGHTING, 7L));
        index.close();

        index = new FolderArticleIndex(folder);

        assertThat(index.versions()).contains(Map.of(LIGHTING, 7L));
        assertThat(find("nb", "lampe")).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void aDamagedIndexIsNoneUntilItIsBuilt() throws IOException {
        build(named("A", "nb", "Lampe"));
        index.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".cfs")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
        }
        index = new FolderArticleIndex(folder);

        assertThat(index.versions()).isEmpty();

        build(named("B", "nb", "Lampe"));
        assertThat(find("nb", "lampe")).containsExactly("B");
    }

    @Test
    void theOldIndexAnswersUntilTheNewOneIsPublished() throws IOException {
        build(named("OLD", "nb", "Lampe"));
        try (Building building = index.build()) {
            building.add(List.of(named("NEW", "nb", "Lampe").article()));
            assertThat(find("nb", "lampe")).containsExactly("OLD");
            building.publish(Map.of(LIGHTING, 2L));
        }

        assertThat(find("nb", "lampe")).containsExactly("NEW");
        assertThat(index.versions()).contains(Map.of(LIGHTING, 2L));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void aBuildingThatIsGivenUpLeavesNothing() throws IOException {
        build(named("OLD", "nb", "Lampe"));
        try (Building building = index.build()) {
            building.add(List.of(named("NEW", "nb", "Lampe").article()));
        }

        assertThat(find("nb", "lampe")).containsExactly("OLD");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }
}

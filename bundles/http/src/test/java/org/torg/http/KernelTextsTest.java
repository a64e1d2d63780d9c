package org.torg.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.torg.api.Message;
import org.torg.http.MessageSources.Found;

/** Every message that the kernel or this bundle makes can be told in every language of {@link KernelTexts}. */
class KernelTextsTest {

    private static final Path BUNDLES = Path.of("..");
    private static final Path RESOURCES = Path.of("src/main/resources/org/torg/http");
    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    /** Names of the kernel's own commands, which have no key and so never find an earlier reply. */
    private static final Set<String> NEVER_TOLD = Set.of(
            "refusal.abort-import-not-found",
            "refusal.accept-invitation-not-found",
            "refusal.activate-import-not-found",
            "refusal.begin-second-factor-not-found",
            "refusal.change-password-not-found",
            "refusal.check-upload-not-found",
            "refusal.claim-first-administrator-not-found",
            "refusal.confirm-email-not-found",
            "refusal.confirm-second-factor-not-found",
            "refusal.create-api-token-not-found",
            "refusal.end-guard-not-found",
            "refusal.export-personal-data-not-found",
            "refusal.finish-dry-run-not-found",
            "refusal.finish-upload-not-found",
            "refusal.forget-password-not-found",
            "refusal.invite-again-not-found",
            "refusal.read-upload-not-found",
            "refusal.refuse-modules-not-found",
            "refusal.remove-second-factor-not-found",
            "refusal.renew-recovery-codes-not-found",
            "refusal.reset-password-not-found",
            "refusal.reset-second-factor-not-found",
            "refusal.revoke-api-token-not-found",
            "refusal.withdraw-invitation-not-found");

    private static MessageSources sources;

    @BeforeAll
    static void read() throws IOException {
        sources = MessageSources.in(
                sources("api"), List.of(sources("kernel"), sources("rest"), sources("portal"), sources("http")));
    }

    private static Path sources(String bundle) {
        return BUNDLES.resolve(bundle).resolve("src/main/java");
    }

    static List<String> languages() {
        return KernelTexts.LANGUAGES;
    }

    private static List<Found> told() {
        return sources.found().stream()
                .filter(found -> !NEVER_TOLD.contains(found.key()))
                .toList();
    }

    private static Set<String> keys() {
        return told().stream().map(Found::key).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> pattern(Found found, String language) {
        return KernelTexts.pattern(Message.of(found.key(), found.english()), Locale.forLanguageTag(language));
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    /** A name in the texts stands for a key, alone or with one more word. */
    private static boolean isOfAKey(String name, Set<String> keys, Set<String> english) {
        return keys.contains(name) || english.contains(name);
    }

    @Test
    void theSourcesAreReadWhole() {
        assertThat(told()).hasSizeGreaterThan(200);
        assertThat(keys())
                .hasSizeGreaterThan(150)
                .contains(
                        "price.list",
                        "price.not-best",
                        "price.waiver-not-reached",
                        "import.quantity-invalid",
                        "import.column-count",
                        "refusal.order-not-found",
                        "refusal.header-invalid",
                        "refusal.lines-too-many",
                        "refusal.json-broken",
                        "problem.route-unknown",
                        "problem.vendor-failed");
        // These hand on a message that was made elsewhere, or are other methods of the same name.
        assertThat(sources.unread())
                .containsExactly(
                        "AccountRowReader.java: add",
                        "AccountRowReader.java: fault",
                        "Argument.java: of",
                        "Cells.java: add",
                        "Faults.java: add",
                        "MediaRowReader.java: add",
                        "MediaRowReader.java: fault",
                        "PriceRowReader.java: add",
                        "ProductRowReader.java: add",
                        "ProjectListResource.java: add",
                        "RecipientResource.java: add",
                        "RelationRowReader.java: add",
                        "RunningCart.java: add",
                        "Texts.java: of",
                        "Words.java: new");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyMessageHasAText(String language) {
        assertThat(told())
                .filteredOn(found -> pattern(found, language).isEmpty())
                .isEmpty();
        assertThat(KernelTexts.read(language)).containsKeys(keys().toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aTextHasThePlacesOfItsEnglish(String language) {
        for (Found found : told()) {
            String text = pattern(found, language).orElse("");
            assertThat(places(text)).as(found + ": " + text).isEqualTo(places(found.english()));
            if (text.indexOf('{') >= 0) {
                assertThat(text).as(found.key()).doesNotContain("'");
                assertThat(new MessageFormat(text).format(new Object[] {"A", "B"}))
                        .doesNotContain("{");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextIsOfAMessage(String language) {
        Set<String> english = KernelTexts.read("en").keySet();
        assertThat(KernelTexts.read(language).keySet()).allMatch(name -> isOfAKey(name, keys(), english));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyNamedEnglishSentenceIsSaidSomewhereAndHasAText(String language) {
        Map<String, String> english = KernelTexts.read("en");
        Set<Found> said = sources.found();
        english.forEach((name, sentence) -> {
            assertThat(said).contains(new Found(name.substring(0, name.lastIndexOf('.')), sentence));
            assertThat(KernelTexts.read(language)).containsKey(name);
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theTextsStandInTheOrderOfTheirKeys(String language) throws IOException {
        List<String> names = new ArrayList<>();
        for (String line :
                Files.readAllLines(RESOURCES.resolve("texts_" + language + ".properties"), StandardCharsets.UTF_8)) {
            names.add(line.substring(0, line.indexOf(" = ")));
        }
        assertThat(names).isSorted().doesNotHaveDuplicates();
        assertThat(names).hasSameSizeAs(KernelTexts.read(language).keySet());
    }
}

package org.torg.portal.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.torg.api.account.ApiTokens;
import org.torg.api.account.CustomerRequests;
import org.torg.api.account.Function;
import org.torg.api.account.Role;
import org.torg.api.catalog.AvailabilityState;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportStatus;
import org.torg.api.catalog.Relation;
import org.torg.api.catalog.StockPolicy;
import org.torg.api.favourite.Favourite;
import org.torg.api.module.ModuleSet;
import org.torg.api.module.PartHealth;
import org.torg.api.order.OrderStatus;
import org.torg.api.order.PaymentMethod;
import org.torg.api.pricing.Phase;
import org.torg.api.quote.Quote;
import org.torg.api.vendor.Information;
import org.torg.api.vendor.InformationPages;
import org.torg.api.vendor.Texts;
import org.torg.portal.office.module.SetChange;
import org.torg.portal.office.parameter.ParameterView;

/** The portal says everything in each of its languages, and has no words that it does not say. */
class PortalTextsTest {

    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:[.-][a-z0-9]+)*\\.[a-z0-9_.-]+|resume\\.[a-z]+)\"");
    private static final Pattern ASKED = Pattern.compile("(?:\\.t|\\.text|told)\\(([^;{}\\n]*)");

    private static final Map<String, Map<String, String>> TEXTS =
            Texts.load(PortalTexts.class, PortalTexts.LANGUAGES).byLanguage();

    static final List<String> LANGUAGES = PortalTexts.LANGUAGES;

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyLanguageHasEveryText(String language) {
        assertThat(TEXTS.get(language).keySet())
                .containsExactlyInAnyOrderElementsOf(TEXTS.get("en").keySet());
        assertThat(TEXTS.get(language).values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyPatternCanBeFilled(String language) {
        TEXTS.get(language).forEach((key, pattern) -> assertThatCode(
                        () -> new MessageFormat(pattern, new Locale(language)).format(new Object[] {2, 3, 4}))
                .as(key)
                .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void translationsHaveTheSamePlaces(String language) {
        TEXTS.get("en")
                .forEach((key, english) ->
                        assertThat(places(TEXTS.get(language).get(key))).as(key).isEqualTo(places(english)));
    }

    private static Set<String> places(String pattern) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{([0-9])").matcher(pattern);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    @Test
    void whatPagesAskForIsThere() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (Path file : sources()) {
            Matcher call = ASKED.matcher(Files.readString(file));
            while (call.find()) {
                Matcher key = KEY.matcher(call.group(1));
                while (key.find()) {
                    asked.add(key.group(1));
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(TEXTS.get("en").keySet()).containsAll(asked);
    }

    @Test
    void constantsHaveWords() {
        List<String> words = Stream.of(
                        words("order.status", OrderStatus.values()),
                        words("payment", PaymentMethod.values()),
                        words("quote.status", Quote.Status.values()),
                        words("phase", Phase.values()),
                        words("relation", Relation.values()),
                        words("sharing", Favourite.Sharing.values()),
                        words("topic", Information.Topic.values()),
                        words("task", Information.Task.values()),
                        words("guide", Information.Guide.Form.values()),
                        words("goods", InformationPages.Delivery.Goods.values()),
                        words("contact", Information.ContactPoint.Role.values()),
                        words("availability", AvailabilityState.values()),
                        words("stock.policy", StockPolicy.values()),
                        words("import.kind", ImportRequest.Kind.values()),
                        words("import.kind.text", ImportRequest.Kind.values()),
                        words("import.state", ImportStatus.State.values()),
                        words("parameter.time", ParameterView.Time.values()),
                        words("modules.health", PartHealth.State.values()),
                        words("modules.origin", ModuleSet.Origin.values()),
                        words("modules.change", SetChange.Kind.values()),
                        words("function", Function.values()),
                        words("people.role", Role.OWNER, Role.BUYER, Role.COLLEAGUE),
                        words("people.role-text", Role.OWNER, Role.BUYER, Role.COLLEAGUE),
                        words("tokens.reason", ApiTokens.Reason.values()),
                        words("asked.state", CustomerRequests.State.values()))
                .flatMap(List::stream)
                .toList();
        assertThat(TEXTS.get("en").keySet()).containsAll(words);
    }

    private static List<String> words(String prefix, Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant ->
                        prefix + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    /** The pages promise it: no script and no style outside of the files that the policy lets in. */
    @Test
    void noTemplateHoldsScriptOrStyle() throws IOException {
        for (Path file : sources()) {
            String text = Files.readString(file);
            if (file.toString().endsWith(".jte")) {
                assertThat(text)
                        .as(file.toString())
                        .doesNotContainPattern("\\sstyle=")
                        .doesNotContainPattern("\\son[a-z]+=")
                        .doesNotContainPattern("<script(?! src)")
                        .doesNotContain("$unsafe");
            }
        }
    }

    /** Forms that change something carry the proof that they are ours. */
    @Test
    void everyPostedFormCarriesItsToken() throws IOException {
        for (Path file : sources()) {
            String text = Files.readString(file);
            long posted = count(text, "method=\"post\"");
            long tokens = count(text, "name=\"csrf\"") + count(text, "part.csrf(");
            if (!file.endsWith("csrf.jte")) {
                assertThat(tokens).as(file.toString()).isEqualTo(posted);
            }
        }
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    private static List<Path> sources() {
        return Stream.of(Path.of("src/main/jte"), Path.of("src/main/java"))
                .flatMap(PortalTextsTest::files)
                .collect(Collectors.toList());
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

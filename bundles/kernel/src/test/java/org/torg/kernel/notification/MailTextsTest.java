package org.torg.kernel.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.torg.api.vendor.Texts;

class MailTextsTest {

    private static final Texts KERNEL = Texts.load(MailTexts.class, MailTexts.LANGUAGES);
    private static final Map<String, String> ENGLISH = KERNEL.byLanguage().get("en");
    static final List<String> LANGUAGES = MailTexts.LANGUAGES;

    @Test
    void thereIsEachTemplate() {
        assertThat(MailTexts.templates())
                .containsExactlyInAnyOrder(
                        "invitation",
                        "invitation-known",
                        "password-reset",
                        "password-changed",
                        "registration",
                        "registration-known",
                        "new-email",
                        "new-email-notice",
                        "quote-answered",
                        "quote-overdue",
                        "request-decided",
                        "approval-asked",
                        "approval-decided",
                        "second-factor-changed",
                        "access-withdrawn",
                        "account-erased");
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void eachLanguageHasTheSameTexts(String language) {
        assertThat(KERNEL.byLanguage().get(language)).containsOnlyKeys(ENGLISH.keySet());
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void eachTextHasTheSamePlacesConditionsAndButtons(String language) {
        KERNEL.byLanguage().get(language).forEach((key, text) -> {
            String english = ENGLISH.get(key);
            assertThat(found("\\{[^}]*}", text)).as(key).isEqualTo(found("\\{[^}]*}", english));
            assertThat(shape(text)).as(key).isEqualTo(shape(english));
            assertThat(text).as(key).isNotBlank().doesNotContain("'");
            assertThat(new MessageFormat(text, Locale.forLanguageTag(language)).toPattern())
                    .as(key)
                    .isEqualTo(text);
        });
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void noTextIsThatOfAnotherLanguage(String language) {
        KERNEL.byLanguage().get(language).forEach((key, text) -> {
            if (key.endsWith(".body") && !language.equals("en")) {
                assertThat(text).as(key).isNotEqualTo(ENGLISH.get(key));
            }
        });
    }

    private static TreeSet<String> found(String pattern, String text) {
        TreeSet<String> found = new TreeSet<>();
        Pattern.compile(pattern).matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    /** Of each paragraph the mark with which it begins. */
    private static List<String> shape(String text) {
        return Pattern.compile("\n\n")
                .splitAsStream(text)
                .map(paragraph -> paragraph.replaceAll("(?s)^(\\[!?[0-9]] |→ )?.*", "$1"))
                .toList();
    }

    @Test
    void theNearestLanguageIsThatOfTheReaderThenThatOfTheVendor() {
        MailTexts texts = new MailTexts(Texts.NONE, Optional.of("fi"));

        assertThat(texts.language("invitation", "nn")).isEqualTo("nb");
        assertThat(texts.language("invitation", "no-NO")).isEqualTo("nb");
        assertThat(texts.language("invitation", "sv_FI")).isEqualTo("sv");
        assertThat(texts.language("invitation", "da")).isEqualTo("da");
        assertThat(texts.language("invitation", "de")).isEqualTo("fi");
        assertThat(texts.language("invitation", "")).isEqualTo("fi");
        assertThat(new MailTexts(Texts.NONE, Optional.of("is")).language("invitation", "de"))
                .isEqualTo("en");
    }

    @Test
    void aVendorWritesInALanguageOfItsOwnWhenItHasTheWholeMail() {
        Texts own = new Texts(Map.of(
                "is", Map.of("mail.invitation.subject", "Velkomin", "mail.invitation.body", "Gjörið svo vel"),
                "de", Map.of("mail.invitation.subject", "Willkommen")));
        MailTexts texts = new MailTexts(own, Optional.of("nb"));

        assertThat(texts.language("invitation", "is")).isEqualTo("is");
        assertThat(texts.language("invitation", "de")).isEqualTo("nb");
        assertThat(texts.patterns("mail.invitation.subject", "is").get(0)).isEqualTo("Velkomin");
    }
}

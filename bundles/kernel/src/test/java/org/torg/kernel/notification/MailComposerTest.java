package org.torg.kernel.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.Argument;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.notification.MailTransport.Mail;
import org.torg.api.notification.Notifications.State;
import org.torg.api.store.MailStore.MailRow;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.Texts;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.VendorId;
import org.torg.api.vendor.Vendors;
import org.torg.kernel.notification.MailContent.LinkJson;
import org.torg.vendors.lighting.LightingVendor;

class MailComposerTest {

    private static final String SITE = "https://shop.example";
    private static final VendorDescriptor LYSVERK = new LightingVendor("1").descriptor();

    /** The vendors that are here, and what they say. */
    private record Here(List<VendorDescriptor> present, Texts texts) implements Vendors {
        @Override
        public List<VendorDescriptor> known() {
            return present;
        }

        @Override
        public ZoneId zone() {
            throw new AssertionError("not asked here");
        }

        @Override
        public boolean isOpen(VendorId vendor) {
            throw new AssertionError("not asked here");
        }

        @Override
        public Optional<Speech> speech(VendorId vendor) {
            return Optional.of(new Speech(texts, new LightingVendor("1").workflow()));
        }

        @Override
        public Outcome<ParameterSheet> parameters(Caller caller, VendorId vendor) {
            throw new AssertionError("not asked here");
        }

        @Override
        public Outcome<ParameterSheet> change(
                Caller caller, Optional<IdempotencyKey> key, VendorId vendor, ParameterChange change) {
            throw new AssertionError("not asked here");
        }
    }

    private static Mail compose(Vendors vendors, String template, String language, Argument... arguments) {
        return new MailComposer(vendors, SITE + "/")
                .compose(
                        row(template, language),
                        new MailContent(
                                "Kari+1@fjellheim.example",
                                List.of(arguments),
                                Optional.of(new LinkJson("activate", "s3cr3t_-"))));
    }

    private static Mail compose(String template, String language, Argument... arguments) {
        return compose(new Here(List.of(LYSVERK), Texts.NONE), template, language, arguments);
    }

    private static MailRow row(String template, String language) {
        return new MailRow(
                "m1",
                Optional.empty(),
                Optional.of(LYSVERK.id()),
                Optional.empty(),
                template,
                language,
                "",
                Optional.empty(),
                State.WAITING,
                1,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static List<Arguments> all() {
        List<Arguments> all = new ArrayList<>();
        for (String template : MailTexts.templates()) {
            for (String language : MailTexts.LANGUAGES) {
                all.add(Arguments.of(template, language));
            }
        }
        return all;
    }

    private static Argument[] usual() {
        return new Argument[] {
            Argument.text("Kari Nordmann"),
            Argument.text("Fjellheim Hotell & Spa"),
            Argument.amount(Money.parse("NOK 12345.50")),
            Argument.text("L-1001")
        };
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyMailIsCompleteInEveryLanguage(String template, String language) {
        Mail mail = compose(template, language, usual());

        assertThat(mail.language()).isEqualTo(language);
        assertThat(mail.fromName()).isEqualTo("Lysverk");
        assertThat(mail.subject()).isNotBlank().doesNotContain("{", "}");
        for (String content : List.of(mail.text(), mail.html())) {
            assertThat(content)
                    .contains("Kari Nordmann", SITE + "/activate#s3cr3t_-", "Lysverk")
                    .doesNotContain("{0}", "{1}", "{2}", "{3}", "[3]", "[!3]", "→", "null");
        }
        assertThat(mail.html()).contains("<html lang=\"" + language + "\"").doesNotContain("<img", "Hotell & Spa");
    }

    @Test
    void theLanguageDecidesHowAmountsAndDatesAreWritten() {
        assertThat(compose("approval-asked", "en", usual()).text()).containsPattern("NOK\\h?12,345\\.50");
        assertThat(compose("approval-asked", "nb", usual()).text()).containsPattern("12\\h345,50");
        assertThat(compose("invitation", "da", Argument.text("K"), Argument.date(LocalDate.of(2026, 3, 31)))
                        .text())
                .contains("31. marts 2026");
    }

    @Test
    void codesAreWrittenInWordsAndAnEmptyReasonIsNotMentioned() {
        Mail declined = compose(
                "request-decided",
                "nb",
                Argument.text("Kari"),
                Argument.text("new-location"),
                Argument.text("declined"),
                Argument.text("Adressen finnes ikke."));
        Mail approved = compose(
                "request-decided",
                "nb",
                Argument.text("Kari"),
                Argument.text("erasure"),
                Argument.text("approved"),
                Argument.text(""));

        assertThat(declined.text())
                .contains("forespørselen din om et nytt sted. Den er avslått.", "Begrunnelse: Adressen finnes ikke.");
        assertThat(approved.text())
                .contains("sletting av personopplysningene dine. Den er godkjent.")
                .doesNotContain("Begrunnelse");
    }

    @Test
    void whetherAnOrderWasApprovedStandsInTheMail() {
        Argument[] approved = usual();
        Argument[] declined = usual();
        declined[3] = Argument.text("");

        assertThat(compose("approval-decided", "en", approved).text())
                .contains("approved and placed. Its number is L-1001")
                .doesNotContain("not approved");
        assertThat(compose("approval-decided", "en", declined).text())
                .contains("was not approved")
                .doesNotContain("Its number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kari\r\nBcc: all@evil.example",
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "\u202Eelpmaxe.live\u202C",
                "https://evil.example/login",
                "https:www.//evil.example/login",
                "%BODY% {0} '{1}' $1 \\1",
            })
    void whatPeopleWriteStaysTextOnOneLine(String hostile) {
        Mail mail = compose("invitation", "en", Argument.text(hostile), Argument.text(hostile));

        assertThat(mail.subject()).doesNotContain("\r", "\n", "\u202E", "://");
        assertThat(mail.text()).doesNotContain("\r", "\u202E", "evil.example/login\n", "https://evil", "Bcc: all\n");
        assertThat(mail.text().lines()).noneMatch(line -> line.startsWith("Bcc"));
        assertThat(mail.html()).doesNotContain("<script", "<img", "\u202E", "https://evil");
        assertThat(mail.html().split("<body>", -1)).hasSize(2);
    }

    @Test
    void whatRunsFromRightToLeftIsReadableAndStaysByItself() {
        Mail mail = compose("invitation", "en", Argument.text("שרה כהן"), Argument.text("مختبر"));

        assertThat(mail.text()).contains("Hello \u2068שרה כהן\u2069,");
        assertThat(mail.subject()).isEqualTo("Welcome to \u2068مختبر\u2069");
    }

    @Test
    void whoHasNoNameIsGreetedWithoutOne() {
        assertThat(compose("registration", "sv", Argument.text(" "), Argument.text("Lysverk"))
                        .text())
                .startsWith("Hej,\n");
    }

    @Test
    void aVendorsOwnWordsComeBeforeTheKernels() {
        Texts own = new Texts(Map.of(
                "nb", Map.of("mail.invitation.subject", "Lys til {1}", "mail.invitation.body", "Skru på lyset, {0}.")));
        Mail mail = compose(new Here(List.of(LYSVERK), own), "invitation", "nb", usual());
        Mail other = compose(new Here(List.of(LYSVERK), own), "invitation", "fi", usual());

        assertThat(mail.subject()).isEqualTo("Lys til Fjellheim Hotell & Spa");
        assertThat(mail.text()).contains("Skru på lyset, Kari Nordmann.").contains("Fortsett:\n" + SITE + "/activate#");
        assertThat(other.subject()).startsWith("Tervetuloa");
    }

    @Test
    void aPatternThatIsBrokenDoesNotKeepTheMailBack() {
        Texts broken =
                new Texts(Map.of("nb", Map.of("mail.invitation.body", "Skru på {lyset", "mail.layout.open", "{")));

        assertThat(compose(new Here(List.of(LYSVERK), broken), "invitation", "nb", usual())
                        .text())
                .contains("Du har fått tilgang til Fjellheim Hotell & Spa.");
    }

    @Test
    void withoutALinkThereIsNoButton() {
        Mail mail = new MailComposer(new Here(List.of(LYSVERK), Texts.NONE), SITE)
                .compose(
                        row("approval-asked", "en"),
                        new MailContent("a@b.example", List.of(usual()), Optional.empty()));

        assertThat(mail.text()).doesNotContain("Look at the order", SITE);
        assertThat(mail.html()).doesNotContain("<a ", "copy this address");
    }

    @Test
    void whileTheVendorIsAwayTheMailIsWrittenInNobodysName() {
        MailComposer composer = new MailComposer(new Here(List.of(), Texts.NONE), SITE);

        assertThat(composer.awaitsVendor(row("invitation", "nb"))).isTrue();
        assertThat(compose(new Here(List.of(), Texts.NONE), "invitation", "xx", usual())
                        .fromName())
                .isEqualTo("Torg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#f2b705", "#000000", "#ffffff", "#767676", "#777777", "#ff0000", "#00ff00", "#0000ff", "red", ""
            })
    void theButtonCanBeReadWhateverTheVendorsColour(String colour) {
        Accent accent = Accent.of(Optional.of(colour));

        assertThat(accent.contrast()).isGreaterThanOrEqualTo(4.5);
        assertThat(accent.background()).matches("#[0-9a-f]{6}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://x.example", "x.example", "https://x.example/?a", "https://x.example/#a", "javascript:1"})
    void onlyTheAddressOfASiteIsTaken(String address) {
        assertThatThrownBy(() -> new MailComposer(new Here(List.of(), Texts.NONE), address))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

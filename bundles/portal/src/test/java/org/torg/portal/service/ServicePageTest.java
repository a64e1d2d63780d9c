package org.torg.portal.service;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.torg.api.Message;
import org.torg.api.portal.Capability;
import org.torg.api.portal.FieldValue;
import org.torg.api.portal.FormField;
import org.torg.api.portal.Icon;
import org.torg.api.portal.PageLink;
import org.torg.api.portal.PageModel;
import org.torg.api.portal.PagePart;
import org.torg.api.portal.Shown;
import org.torg.api.portal.Tone;
import org.torg.api.vendor.Texts;
import org.torg.portal.capability.Words;
import org.torg.portal.look.Assets;
import org.torg.portal.look.Reader;
import org.torg.portal.office.NoVendors;
import org.torg.portal.page.Fields;
import org.torg.portal.page.Frame;
import org.torg.portal.template.service.JtepageGenerated;

class ServicePageTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Message TITLE = Message.of("title", "Visits");
    private static final Message HOSTILE = Message.of("hostile", "<script>alert(1)</script> \"'&");
    private static final Shown TYPED = Shown.text("<img src=x onerror=alert(1)> \"'& \u05d0\u05d1");
    private static final Reader READER =
            new Reader(Locale.forLanguageTag("nb"), ZoneId.of("Europe/Oslo"), new NoVendors());
    private static final Capability CAPABILITY =
            new Capability("visits", "title", new Texts(Map.of("nb", Map.of("title", "Besøk"))), List.of());
    private static final FormField.Numeral HOURS = new FormField.Numeral(
            "hours", TITLE, Optional.of(HOSTILE), true, BigDecimal.ONE, BigDecimal.TEN, 1, Optional.empty());
    private static final PagePart.Form FORM = new PagePart.Form(
            "book",
            Optional.of(TITLE),
            List.of(
                    HOURS,
                    new FormField.Line("why", TITLE, Optional.empty(), true, 20, 1, Optional.of("\"><script>")),
                    new FormField.Day("day", TITLE, Optional.empty(), false, DAY, DAY.plusDays(3), Optional.of(DAY)),
                    new FormField.Choice(
                            "size",
                            TITLE,
                            Optional.empty(),
                            false,
                            List.of(new FormField.Option("a", TYPED)),
                            Optional.empty()),
                    new FormField.Tick("sure", TITLE, Optional.empty(), true, false)),
            HOSTILE);

    private static String html(Filled filled, PagePart... parts) {
        Frame frame = new Frame(
                "Besøk",
                "",
                "/services/visits",
                READER,
                new Assets(new NoVendors()),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                "token",
                List.of(),
                Set.of());
        ServicePage page = new ServicePage(
                new Words(READER, CAPABILITY),
                Capability.Place.CUSTOMER,
                "/services/visits",
                new PageModel(TYPED, Optional.of(TYPED), List.of(parts)),
                filled);
        StringOutput out = new StringOutput();
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(out), null, frame, page);
        return out.toString();
    }

    @Test
    void whatAnybodyWroteIsShownAsTextInEveryPart() {
        PagePart.Fact fact = new PagePart.Fact(HOSTILE, TYPED);
        String html = html(
                Filled.NOTHING,
                new PagePart.Note(Tone.BAD, TYPED),
                new PagePart.Facts(HOSTILE, List.of(fact)),
                new PagePart.Table(
                        HOSTILE,
                        List.of(new PagePart.Column(HOSTILE, false)),
                        List.of(new PagePart.Row(List.of(TYPED), Optional.of("visits/1"))),
                        HOSTILE),
                new PagePart.Cards(
                        HOSTILE,
                        List.of(new PagePart.Card(
                                TYPED,
                                Optional.of(new Shown.State(Tone.OK, HOSTILE)),
                                List.of(fact),
                                Optional.of(new PageLink(TYPED, "")))),
                        HOSTILE),
                new PagePart.Timeline(
                        HOSTILE, List.of(new PagePart.Happening(Instant.EPOCH, TYPED, Optional.of(TYPED))), HOSTILE),
                new PagePart.Calendar(
                        HOSTILE,
                        DAY,
                        2,
                        List.of(new PagePart.Entry(
                                DAY, Optional.of(LocalTime.NOON), TYPED, Tone.WARN, Optional.empty()))),
                new PagePart.Actions(List.of(
                        new PagePart.Go(new PageLink(TYPED, "none?day=2026"), true),
                        new PagePart.Deed("cancel", HOSTILE, true))),
                FORM);
        assertThat(html)
                .doesNotContain("<script>")
                .doesNotContain("<img")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("href=\"/services/visits/visits/1\"")
                .contains("href=\"/services/visits/none?day=2026\"")
                .contains("name=\"form\" value=\"cancel\"");
        assertThat(html.split("name=\"csrf\"", -1)).hasSize(3);
    }

    @Test
    void amountsNumbersAndDaysAreWrittenForTheReader() {
        String html = html(
                Filled.NOTHING,
                new PagePart.Facts(
                        TITLE,
                        List.of(
                                new PagePart.Fact(TITLE, new Shown.Amount(Money.of(CurrencyUnit.of("NOK"), 1234))),
                                new PagePart.Fact(TITLE, new Shown.Numeral(new BigDecimal("1.5"))),
                                new PagePart.Fact(TITLE, new Shown.Day(DAY)))));
        assertThat(html)
                .contains("234,00 <abbr title=\"NOK\">kr</abbr>")
                .contains("<dd>1,5</dd>")
                .contains("<time datetime=\"2026-12-01\">1. desember 2026</time>")
                .contains("<dt>Besøk</dt>");
    }

    @Test
    void aFormThatComesBackHoldsWhatWasTypedAndTheFaultBesideIt() {
        Fields typed = new Fields(Map.of("hours", List.of("<b>elleve"), "why", List.of("x")));
        FormReading reading = FormReading.of(PageModel.of(TITLE_SHOWN, FORM), "book", typed, READER)
                .orElseThrow();
        String html = html(Filled.faulty("book", typed, reading.faults()), FORM);
        assertThat(html)
                .contains("value=\"&lt;b>elleve\"")
                .contains("aria-invalid=\"true\" aria-describedby=\"book-hours-e book-hours-h\"")
                .contains("id=\"book-hours-e\"")
                .contains("Skriv et tall");
    }

    private static final Shown TITLE_SHOWN = Shown.said(TITLE);

    private static FormReading read(String... namesAndValues) {
        Fields fields = Fields.NONE;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields = fields.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        return FormReading.of(PageModel.of(TITLE_SHOWN, FORM), "book", fields, READER)
                .orElseThrow();
    }

    @Test
    void fieldsAreReadAsTheFormDeclaresThem() {
        FormReading reading =
                read("hours", " 1,5 ", "why", " a ", "day", "2026-12-02", "size", "a", "sure", "yes", "other", "x");
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.values())
                .containsOnly(
                        Map.entry("hours", new FieldValue.Numeral(new BigDecimal("1.5"))),
                        Map.entry("why", new FieldValue.Text("a")),
                        Map.entry("day", new FieldValue.Day(DAY.plusDays(1))),
                        Map.entry("size", new FieldValue.Text("a")),
                        Map.entry("sure", new FieldValue.Tick()));
    }

    @Test
    void whatIsNotAsTheFormDeclaresIsToldByField() {
        assertThat(read("hours", "1,25", "why", "x".repeat(21), "day", "2026-12-09", "size", "b")
                        .faults())
                .containsOnlyKeys("hours", "why", "day", "size", "sure");
        assertThat(read("hours", "11", "why", "x", "day", "tomorrow", "sure", "yes")
                        .faults())
                .containsOnlyKeys("hours", "day");
    }

    @Test
    void aFormThatThePageDoesNotHaveIsNone() {
        assertThat(FormReading.of(PageModel.of(TITLE_SHOWN, FORM), "other", Fields.NONE, READER))
                .isEmpty();
    }

    @Test
    void everyIconIsOneOfOurs() throws Exception {
        String icons = new String(
                Assets.class
                        .getResourceAsStream("/org/torg/portal/asset/icons.svg")
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        for (Icon icon : Icon.values()) {
            assertThat(icons).contains("id=\"" + icon.code() + "\"");
        }
    }
}
